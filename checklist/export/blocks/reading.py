"""Our own closed HTML of a document, read into blocks."""

from xml.etree.ElementTree import Element

from checklist.export.blocks.inline import words_of
from checklist.export.blocks.markup import UnknownMarkupError, classes_of, parse
from checklist.export.blocks.sections import blocks_of
from checklist.export.blocks.value import Document

_COVERS = {"vs-cover", "advies-cover"}


def document_of(html: str) -> Document:
    """Return the document of one reading (`advies_html`) as blocks. No queries.

    Every word of its body is in them, in the same order, with whose it is. Raises UnknownMarkupError for an element or
    class that the reader doesn't know, because the file would miss what it says.
    """
    head, body = parse(html)
    parts = list(body)
    if len(parts) == 1:
        parts = list(parts[0])
    if not parts or parts[0].tag != "header":
        raise UnknownMarkupError("a document without its header")
    first = parts[0]
    on_cover = _on_cover(parts)
    return Document(
        title=words_of(_only(head, "title")),
        author=_told(head, "author"),
        subject=_told(head, "description"),
        keywords=_told(head, "keywords"),
        head=first.get("data-title", ""),
        mark=first.get("data-mark", ""),
        foot=first.get("data-foot", ""),
        cover=blocks_of(parts[:on_cover]),
        blocks=blocks_of(parts[on_cover:]),
    )


def _on_cover(parts: list[Element]) -> int:
    """How many parts stand on the cover: its header, and the contents right after it."""
    if not classes_of(parts[0]) & _COVERS:
        return 0
    return 2 if len(parts) > 1 and parts[1].tag == "nav" else 1


def _told(head: Element, name: str) -> str:
    """What a meta element says, '' if there is none."""
    return next((meta.get("content", "") for meta in head.iter("meta") if meta.get("name") == name), "")


def _only(head: Element, tag: str) -> Element:
    found = head.find(tag)
    if found is None:
        raise UnknownMarkupError(f"a document without <{tag}>")
    return found
