"""The styles of a document in its house style, and the head and foot of its pages."""

from functools import cache
from pathlib import Path
from string import Template
from xml.etree.ElementTree import Element

from checklist.export.blocks.value import Document
from checklist.export.odt.lists import list_styles
from checklist.export.odt.xml import add, add_text, written


def styles_part(document: Document, colour: str) -> bytes:
    """The part of the file that holds all styles."""
    filled_in = _template().substitute(
        colour=colour, lists=_lists(), head=written(_head(document)), foot=written(_foot(document))
    )
    return filled_in.encode()


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "styles.xml").read_text(encoding="utf-8"))


@cache
def _lists() -> str:
    place = Element("lists")
    list_styles(place)
    return "\n".join(written(style) for style in place)


def _head(document: Document) -> Element:
    paragraph = Element("text:p", {"text:style-name": "Header"})
    add_text(paragraph, document.head)
    add(paragraph, "text:tab")
    add(paragraph, "text:span", {"text:style-name": "Strong_20_Emphasis"}, document.mark)
    return paragraph


def _foot(document: Document) -> Element:
    paragraph = Element("text:p", {"text:style-name": "Footer"})
    add_text(paragraph, document.foot)
    add(paragraph, "text:tab")
    add(paragraph, "text:page-number", {"text:select-page": "current"}, "1")
    add_text(paragraph, " van ")
    add(paragraph, "text:page-count", {}, "1")
    return paragraph
