"""What a DOCX says, read from its parts."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from tests.export.packages import xml_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# The order in which the standard (ECMA-376, part 1, chapter 17) has what stands in an element, as far as we write it.
# Word refuses a file that has another.
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl "
    "sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color kern sz szCs u vertAlign lang",
    "pBdr": "top left bottom right between",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "style": "name basedOn next qFormat pPr rPr tblPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "tblStylePr": "rPr tcPr",
    "numbering": "abstractNum num",
    "abstractNum": "multiLevelType lvl",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "num": "abstractNumId lvlOverride",
    "font": "altName family pitch",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "sectPr": "reference type pgSz pgMar cols titlePg docGrid",
}


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


def out_of_order(file: bytes) -> list[str]:
    """The elements whose inside stands in another order than the standard has it, or isn't known here."""
    parts = [
        part for part in parts_of(file) if part.startswith("word/") and part.endswith(".xml") and "theme" not in part
    ]
    elements = (element for part in parts for element in xml_of(file, part).iter())
    return [f"{element.tag}: {told}" for element in elements if (told := _misplaced(element))]


def _misplaced(element: Element) -> str:
    order = _ORDER.get(element.tag.removeprefix(W), "").split()
    # A head and a foot may stand in any order.
    inside = [re.sub(r"(head|foot)erReference", "reference", child.tag.removeprefix(W)) for child in element]
    if not order:
        return ""
    places = [order.index(name) if name in order else -1 for name in inside]
    return "" if -1 not in places and places == sorted(places) else " ".join(inside)
