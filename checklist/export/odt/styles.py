"""The styles of a document in its house style."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from string import Template
from xml.etree.ElementTree import Element

from checklist.export.blocks.value import Document
from checklist.export.odt.lists import list_styles
from checklist.export.odt.pages import add_pages
from checklist.export.odt.xml import written


def styles_part(document: Document, pages: Mapping[str, str], colour: str) -> bytes:
    """The part of the file that holds all styles. `pages` are the names of its kinds of page by their mark."""
    filled_in = _template().substitute(
        colour=colour, lists=_lists(), pages=_within(lambda place: add_pages(place, document, pages))
    )
    return filled_in.encode()


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "styles.xml").read_text(encoding="utf-8"))


@cache
def _lists() -> str:
    return _within(list_styles)


def _within(write: Callable[[Element], None]) -> str:
    place = Element("styles")
    write(place)
    return "\n".join(written(element) for element in place)
