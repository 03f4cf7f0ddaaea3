"""Each reading as a text document: in order as a file, opened by LibreOffice without a word of repair, and read back by
the library for such files."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import odfdo
import pytest

from checklist.domain.advies.reading import Reading
from checklist.export.blocks.value import Block, Drawing, Heading, Listing, Table
from tests.export.block_words import all_blocks, words_of_html
from tests.export.file_words import words_of_pages
from tests.export.libreoffice import all_converted
from tests.export.packages import docx_faults, odt_faults
from tests.export.readings import ALL, WRITERS, document, file, html

pytestmark = pytest.mark.slow


def blocks_of(name: str, reading: Reading) -> Iterator[Block]:
    """The blocks of a document, and those in its boxes."""
    whole = document(name, reading)
    return all_blocks((*whole.cover, *whole.blocks))


def lists_of(listing: Listing) -> int:
    """A list and those inside it, counted."""
    return 1 + sum(lists_of(inner) for item in listing.items for inner in item.inner)


def read_back(name: str, reading: Reading) -> odfdo.Document:
    """The ODT, as the library reads it."""
    return odfdo.Document(BytesIO(file(name, reading, "odt")))


@pytest.mark.parametrize("form", WRITERS)
def test_libreoffice_opens_each_without_a_word_of_repair_and_shows_all_of_it(form: str, tmp_path: Path) -> None:
    of = {f"{reading}-{name}": (name, reading) for name, reading in ALL}
    for stem, (name, reading) in of.items():
        (tmp_path / f"{stem}.{form}").write_bytes(file(name, reading, form))

    shown = all_converted([tmp_path / f"{stem}.{form}" for stem in of], "pdf", tmp_path / "pdf")

    assert {path.stem for path in shown if not shows_its_end(path, *of[path.stem])} == set()


def shows_its_end(pdf: Path, name: str, reading: Reading) -> bool:
    """Whether a page shows the last words of a document."""
    return "".join(words_of_html(html(name, reading))[-5:]) in "".join(words_of_pages(pdf))


@pytest.mark.parametrize(("name", "reading"), ALL)
@pytest.mark.parametrize(("form", "faults"), [("docx", docx_faults), ("odt", odt_faults)])
def test_each_is_in_order_before_any_program_mends_it(
    form: str, faults: Callable[[bytes], list[str]], name: str, reading: Reading
) -> None:
    assert faults(file(name, reading, form)) == []


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_headings_of_an_odt_come_back_with_their_levels(name: str, reading: Reading) -> None:
    headings = [block for block in blocks_of(name, reading) if isinstance(block, Heading) and block.level > 1]
    read = read_back(name, reading).body.headers

    assert [
        (item.get_attribute_string("text:outline-level"), "".join(item.text_recursive.split())) for item in read
    ] == [(str(block.level - 1), "".join("".join(run.text for run in block.runs).split())) for block in headings]


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_tables_of_an_odt_come_back_with_the_rows_that_repeat(name: str, reading: Reading) -> None:
    tables = [block for block in blocks_of(name, reading) if isinstance(block, Table)]
    read = read_back(name, reading).body.get_elements("//table:table")

    assert [len(table.get_elements("table:table-header-rows/table:table-row")) for table in read] == [
        len(table.head) for table in tables
    ]
    assert [len(table.get_elements("table:table-row")) for table in read] == [len(table.rows) for table in tables]


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_lists_of_an_odt_come_back_as_lists(name: str, reading: Reading) -> None:
    lists = [block for block in blocks_of(name, reading) if isinstance(block, Listing)]

    assert len(read_back(name, reading).body.get_elements("//text:list")) == sum(map(lists_of, lists))


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_the_pictures_of_an_odt_come_back_with_their_words(name: str, reading: Reading) -> None:
    drawings = [block for block in blocks_of(name, reading) if isinstance(block, Drawing)]
    told = read_back(name, reading).body.get_elements("//draw:frame/svg:desc")

    assert [words.text for words in told] == [block.alternative for block in drawings]
    assert all(block.alternative for block in drawings)


@pytest.mark.parametrize(("name", "reading"), ALL)
def test_an_odt_says_its_language_and_its_title(name: str, reading: Reading) -> None:
    read = read_back(name, reading)

    assert (read.meta.language, read.meta.title) == ("nl-NL", document(name, reading).title)
    assert read.language == "nl-NL"
