"""The words of a document's HTML and of its blocks, to hold one against the other."""

from collections.abc import Iterator
from html.parser import HTMLParser

from checklist.export.blocks.value import (
    Block,
    Box,
    Contents,
    Document,
    Drawing,
    Heading,
    Listing,
    Paragraph,
    Row,
    Runs,
    Signing,
    Table,
    Whose,
)

_WITHIN_A_WORD = {"a", "b", "em", "small", "span", "strong", "sup", "wbr"}


class _Body(HTMLParser):
    """Gathers the texts of the body that are no picture's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self._inside = False
        self._pictures = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "body"
        self._pictures += tag == "svg"
        self._at_tag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._pictures -= tag == "svg"
        self._at_tag(tag)

    def handle_data(self, data: str) -> None:
        if self._inside and not self._pictures:
            self.text += data

    def _at_tag(self, tag: str) -> None:
        if tag not in _WITHIN_A_WORD:
            self.text += " "


def words_of_html(html: str) -> list[str]:
    """The words of its body, in order."""
    body = _Body()
    body.feed(html)
    return body.text.split()


def words_of_document(document: Document) -> list[str]:
    """The words of its blocks, in order."""
    return " ".join(text for text, _ in texts_of((*document.cover, *document.blocks))).split()


def runs_by_origin(document: Document) -> Iterator[tuple[str, Whose]]:
    """Each text of its blocks, in order, with whose it is."""
    for block in all_blocks((*document.cover, *document.blocks)):
        for runs in _runs(block):
            yield from ((run.text, run.whose) for run in runs)


def texts_of(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    """The text of each paragraph, item and cell, with the block that it stands in."""
    for block in all_blocks(blocks):
        if isinstance(block, Contents):
            yield from ((text, block) for text in (block.heading, *(row.text for row in block.rows)))
        if isinstance(block, Paragraph) and block.number:
            yield block.number, block
        for runs in _runs(block):
            yield "".join(("\n" if run.break_before else "") + run.text for run in runs), block


def all_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks, and those within boxes."""
    for block in blocks:
        if isinstance(block, Box):
            yield from all_blocks(block.blocks)
        else:
            yield block


def _runs(block: Block) -> Iterator[Runs]:
    match block:
        case Heading() | Paragraph():
            yield block.runs
        case Listing():
            for item in block.items:
                yield item.runs
                for inner in item.inner:
                    yield from _runs(inner)
        case Table():
            yield block.caption
            for row in (*block.head, *block.rows):
                yield from _cells(row)
        case Signing():
            yield from block.lines
        case Drawing():
            yield block.caption


def _cells(row: Row) -> Iterator[Runs]:
    return (cell.runs for cell in row.cells)
