"""What a DOCX says, read from its parts."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from tests.export.packages import xml_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PARTS = {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"}


def body_of(file: bytes) -> Element:
    """The text of a file."""
    return xml_of(file, "word/document.xml")


def found(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a kind, in order."""
    return element.iter(f"{W}{tag}")


def value(element: Element | None, name: str = "val") -> str:
    """An attribute, '' when it or its element isn't there."""
    return "" if element is None else element.get(f"{W}{name}", "")


def words(element: Element) -> str:
    """The words of an element as one sees them: a tab and a new line as signs."""
    signs = {f"{W}tab": "→", f"{W}br": "↵", f"{W}softHyphen": "\xad"}
    shown = (each for run in found(element, "r") for each in run)
    return "".join(each.text or "" if each.tag == f"{W}t" else signs.get(each.tag, "") for each in shown)


def paragraphs(element: Element, style: str = "") -> list[Element]:
    """Its paragraphs, those of one style if one is named."""
    return [one for one in found(element, "p") if not style or style_of(one) == style]


def style_of(paragraph: Element) -> str:
    """The style of a paragraph."""
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def parts_of(file: bytes) -> set[str]:
    """The names of its parts."""
    with ZipFile(BytesIO(file)) as package:
        return set(package.namelist())


def told(file: bytes, part: str) -> str:
    """The text of a part."""
    with ZipFile(BytesIO(file)) as package:
        return package.read(part).decode()


def parts_with_text(file: bytes) -> str:
    """All parts of XML, as one text."""
    return "\n".join(told(file, part) for part in sorted(parts_of(file)) if part.endswith((".xml", ".rels")))
