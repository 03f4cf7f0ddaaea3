"""XML for the parts of an ODT, in the names that OpenDocument uses ('text:p')."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
# What XML 1.0 has no place for (its section 2.2), with the carriage return, which a parser would make a line end.
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A space that follows another counts for nothing in ODT (its section 6.1.2), a tab and a new line for a space.
_SPECIAL = re.compile("( {2,}|\t|\n)")


def root(tag: str) -> Element:
    """The root of a part: with the names that its elements may have, and the version of OpenDocument."""
    return Element(tag, {f"xmlns:{name}": uri for name, uri in NAMESPACES.items()} | {"office:version": "1.4"})


def add(parent: Element, tag: str, attributes: dict[str, str] | None = None, text: str = "") -> Element:
    """Put an element at the end of another and return it. `text` stands in it as `add_text` writes it."""
    child = SubElement(parent, tag, {name: legal(value) for name, value in (attributes or {}).items()})
    if text:
        add_text(child, text)
    return child


def add_text(parent: Element, text: str, after_space: bool = False) -> None:
    """Put text at the end of an element: spaces in a row, tabs and new lines as elements, so that none of them gets
    lost; characters that XML doesn't have are left out. `after_space`: what stands before it would swallow a space."""
    text = legal(text)
    if after_space and text.startswith(" ") and not text.startswith("  "):
        SubElement(parent, "text:s")
        text = text[1:]
    for part in _SPECIAL.split(text):
        if part == "\t":
            SubElement(parent, "text:tab")
        elif part == "\n":
            SubElement(parent, "text:line-break")
        elif part.startswith("  "):
            SubElement(parent, "text:s", {"text:c": str(len(part))})
        elif part:
            _append(parent, part)


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 has no place for."""
    return _ILLEGAL.sub("", text)


def written(element: Element) -> str:
    """An element as XML."""
    return tostring(element, encoding="unicode")


def _append(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
