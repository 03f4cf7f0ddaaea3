"""The DOCX of each reading, read back: what its blocks are is there as what a screen reader and an editor know."""

from io import BytesIO
from itertools import chain

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as TextParagraph

from checklist.domain.advies.reading import Reading
from checklist.export.blocks.value import Block, Drawing, Heading, Item, Listing, Marks, Table
from tests.export.block_words import all_blocks
from tests.export.readings import ALL, document, file

pytestmark = pytest.mark.slow


def blocks_of(name: str, reading: Reading) -> tuple[Block, ...]:
    """The blocks of a document, and those in its boxes."""
    whole = document(name, reading)
    return tuple(all_blocks((*whole.cover, *whole.blocks)))


def read_back(name: str, reading: Reading) -> Docx:
    """The file, as the library reads it."""
    return docx.Document(BytesIO(file(name, reading, "docx")))


def marked_items(listing: Listing) -> list[Item]:
    """The items of a list that have a mark, with those of the lists inside it."""
    inner = chain.from_iterable(marked_items(inner) for item in listing.items for inner in item.inner)
    return [*(listing.items if listing.marks != Marks.NONE else ()), *inner]


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_headings_come_back_with_their_levels(name: str, reading: Reading) -> None:
    headings = [block for block in blocks_of(name, reading) if isinstance(block, Heading) and block.level > 1]
    levels = [level_of(paragraph) for paragraph in read_back(name, reading).paragraphs]

    assert [level for level in levels if level] == [block.level - 1 for block in headings]


def level_of(paragraph: TextParagraph) -> int:
    """The level of a heading in the outline, from its style or the style that that is made of; 0 for other text."""
    style = paragraph.style
    while style is not None:
        if style.name and style.name.startswith("Heading "):
            return int(style.name.removeprefix("Heading "))
        style = style.base_style
    return 0


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_tables_come_back_with_the_rows_that_repeat(name: str, reading: Reading) -> None:
    tables = [block for block in blocks_of(name, reading) if isinstance(block, Table)]
    read = read_back(name, reading).tables

    assert [len(table.rows) for table in read] == [len(table.head) + len(table.rows) for table in tables]
    assert [len(list(table._tbl.iter(qn("w:tblHeader")))) for table in read] == [len(table.head) for table in tables]


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_each_item_of_a_list_comes_back_with_its_mark(name: str, reading: Reading) -> None:
    lists = [block for block in blocks_of(name, reading) if isinstance(block, Listing)]
    numbered = list(read_back(name, reading).element.body.iter(qn("w:numPr")))

    assert len(numbered) == sum(len(marked_items(listing)) for listing in lists)


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_pictures_come_back_with_their_words(name: str, reading: Reading) -> None:
    drawings = [block for block in blocks_of(name, reading) if isinstance(block, Drawing)]
    pictures = list(read_back(name, reading).element.body.iter(qn("wp:docPr")))

    assert [picture.get("descr") for picture in pictures if picture.get("descr")] == [
        block.alternative for block in drawings
    ]


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_it_says_its_language_and_its_title(name: str, reading: Reading) -> None:
    read = read_back(name, reading)
    languages = {item.get(qn("w:val")) for item in read.styles.element.iter(qn("w:lang"))}

    assert languages == {"nl-NL"}
    assert read.core_properties.title == document(name, reading).title
