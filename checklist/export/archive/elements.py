"""XML as the files of the archive have it. Names are written with their prefix, so nothing depends on a register of
prefixes that the whole process shares."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checklist.domain.text import clean_line

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def root(name: str, namespace: str, schema: str) -> Element:
    """Return the first element of a document, in a namespace with the prefix of its name, or none; `schema` is the
    address of the schema it is valid against."""
    prefix, colon, _ = name.partition(":")
    attributes = {
        f"xmlns:{prefix}" if colon else "xmlns": namespace,
        "xmlns:xsi": _INSTANCE,
        "xsi:schemaLocation": f"{namespace} {schema}",
    }
    return Element(name, attributes)


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element with a text on one line, cleaned (rule 7), and those attributes that aren't empty."""
    element = SubElement(parent, name, {key: value for key, value in attributes.items() if value})
    if text:
        element.text = clean_line(text)
    return element


def as_bytes(document: Element) -> bytes:
    """Return a document as UTF-8, indented, with a line end."""
    indent(document)
    written: bytes = tostring(document, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
