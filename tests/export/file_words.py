"""The words of files, to hold them against those of the HTML they were made of: no numbers of pages, marks of lists or
words for who can't see a picture."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.export.packages import xml_of
from tests.export.structure import Element as Heard
from tests.export.structure import read_structure

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SPACES_OF_ODT = {f"{_TEXT}{name}" for name in ("h", "line-break", "p", "s", "tab")}
_NO_WORDS_OF_ODT = {f"{_TEXT}bookmark-ref", f"{_TEXT}table-of-content-source", f"{_DRAW}frame"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES_OF_DOCX = {f"{_W}{name}" for name in ("br", "p", "tab")}


def words_of_odt(file: bytes) -> list[str]:
    """The words of its text, in order."""
    return "".join(_odt(xml_of(file, "content.xml"))).split()


def words_of_docx(file: bytes) -> list[str]:
    """The words of its text, in order."""
    return "".join(_docx(xml_of(file, "word/document.xml"))).split()


def heard_of_pdf(file: bytes) -> str:
    """What somebody hears who doesn't see the PDF, in order and without spaces: where a line ends is no word's end."""
    return "".join("".join(_heard(read_structure(file).root)).split())


def words_of_pages(pdf: Path) -> list[str]:
    """The words that the pages of a PDF show, of any maker, with those of their head and foot."""
    outcome = subprocess.run(["pdftotext", pdf, "-"], check=True, stdout=subprocess.PIPE, text=True)
    return outcome.stdout.split()


def _odt(element: Element) -> Iterator[str]:
    if element.tag in _NO_WORDS_OF_ODT:
        return
    if element.tag in _SPACES_OF_ODT:
        yield " "
    yield element.text or ""
    for child in element:
        yield from _odt(child)
        yield child.tail or ""


def _docx(element: Element) -> Iterator[str]:
    """The number of a page is what a field gives, and that field may stand within that of the contents."""
    fields: list[str] = []
    for item in element.iter():
        if item.tag in _SPACES_OF_DOCX:
            yield " "
        elif item.tag == f"{_W}fldChar" and item.get(f"{_W}fldCharType") == "begin":
            fields.append("")
        elif item.tag == f"{_W}fldChar" and item.get(f"{_W}fldCharType") == "end":
            fields.pop()
        elif item.tag == f"{_W}instrText":
            fields[-1] += item.text or ""
        elif item.tag == f"{_W}t" and not any("PAGEREF" in field for field in fields):
            yield item.text or ""


def _heard(element: Heard) -> Iterator[str]:
    if element.kind == "Lbl":
        return
    if element.kind == "TOCI":
        yield element.of_kind("Link")[0].text  # after it comes the number of a page
        return
    for item in element.content:
        if isinstance(item, Heard):
            yield from _heard(item)
        elif element.kind != "Figure":
            yield item
