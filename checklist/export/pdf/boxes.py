"""Access to the boxes that WeasyPrint laid out: a tree per page, each box with the HTML element that it comes from."""

from collections.abc import Iterator
from typing import Any


def boxes(box: Any) -> Iterator[Any]:
    """The box and all inside it, without the margin boxes of a page."""
    yield box
    for child in children(box):
        yield from boxes(child)


def children(box: Any) -> list[Any]:
    """The boxes inside one, without the margin boxes of a page."""
    return [child for child in getattr(box, "children", ()) if not hasattr(child, "at_keyword")]


def text_of(box: Any) -> str:
    """The text inside a box as it is printed."""
    return "".join(inner.text for inner in boxes(box) if hasattr(inner, "text"))
