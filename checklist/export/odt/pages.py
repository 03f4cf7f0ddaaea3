"""The kinds of page of a document after its cover, with their head and foot."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from checklist.export.blocks.value import Document, Heading
from checklist.export.odt.xml import add, add_text

FIRST_PAGE = "Standard"


def pages_of(document: Document) -> dict[str, str]:
    """The names of the kinds of page, by the mark at the right of their head."""
    marks = (block.mark for block in document.blocks if isinstance(block, Heading) and block.new_page)
    others = dict.fromkeys(mark for mark in marks if mark not in {"", document.mark})
    return {document.mark: FIRST_PAGE} | {mark: f"Bladzijde_20_{number}" for number, mark in enumerate(others, start=2)}


def add_pages(place: Element, document: Document, pages: Mapping[str, str]) -> None:
    """Write them. Which page it is, and of how many, are fields."""
    for mark, name in pages.items():
        names = {"style:name": name, "style:display-name": name.replace("_20_", " "), "style:page-layout-name": "A4"}
        page = add(place, "style:master-page", names)
        _add_head(add(page, "style:header"), document.head, mark)
        _add_foot(add(page, "style:footer"), document.foot)


def _add_head(header: Element, head: str, mark: str) -> None:
    paragraph = add(header, "text:p", {"text:style-name": "Header"}, head)
    add(paragraph, "text:tab")
    add(paragraph, "text:span", {"text:style-name": "Strong_20_Emphasis"}, mark)


def _add_foot(footer: Element, foot: str) -> None:
    paragraph = add(footer, "text:p", {"text:style-name": "Footer"}, foot)
    add(paragraph, "text:tab")
    add(paragraph, "text:page-number", {"text:select-page": "current"}, "1")
    add_text(paragraph, " van ")
    add(paragraph, "text:page-count", {}, "1")
