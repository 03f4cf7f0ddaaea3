"""The bijlage with two to four designs side by side: what a checker passes, what somebody hears, and how it is laid
out."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from checklist.domain.dossier_file import parse_dossier
from checklist.domain.house_style import HouseStyle
from checklist.domain.variants.table import table_of
from checklist.domain.variants.value import VariantTable
from checklist.domain.variants.variant import Variant
from checklist.export.pdf import RenderLimits, Stylesheet, render_pdf
from checklist.export.variants import variants_html
from tests.content import EXAMPLES, gemeenten_by_region, real_content
from tests.domain.decision.random_designs import TODAY, random_dossier
from tests.domain.variants.designs import variant, worked_out
from tests.export.structure import Structure, page_texts, problems, read_structure
from tests.export.verapdf import failures

pytestmark = pytest.mark.slow

LONG = "Regiostaf " + "met een lange titel " * 9


def example(name: str) -> Variant:
    return worked_out(parse_dossier((EXAMPLES / f"{name}.json").read_bytes(), real_content(), gemeenten_by_region()))


TABLES: dict[str, Callable[[], list[Variant]]] = {
    "two": lambda: [example("vol-voorstel"), example("half")],
    "four": lambda: [example(name) for name in ("vol-voorstel", "half", "leeg", "vol")],
    "same": lambda: [example("vol"), example("vol")],
    "full of clashes": lambda: [worked_out(random_dossier(number)) for number in (6, 11, 29, 37)],
    "odd": lambda: [variant("1a", title=f"{LONG} 𠮷"), variant("1b", title="W" * 200)],
}


def table(name: str) -> VariantTable:
    return table_of(real_content(), TABLES[name]())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    limits = RenderLimits(tmp_path_factory.mktemp("render") / "slots")
    return {name: render_pdf(variants_html(table(name), TODAY), limits, Stylesheet.VOORSTEL) for name in TABLES}


@pytest.fixture(scope="module")
def structures(written: dict[str, bytes]) -> dict[str, Structure]:
    return {name: read_structure(pdf) for name, pdf in written.items()}


@pytest.mark.pdfua
def test_verapdf_passes_all_as_accessible_and_as_archival(written: dict[str, bytes], tmp_path: Path) -> None:
    for name, pdf in written.items():
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""


@pytest.mark.parametrize("name", TABLES)
def test_somebody_who_hears_it_misses_nothing(structures: dict[str, Structure], name: str) -> None:
    assert problems(structures[name]) == []


@pytest.mark.parametrize("name", TABLES)
def test_it_is_heard_whole(written: dict[str, bytes], structures: dict[str, Structure], name: str) -> None:
    drawn = "".join("".join(page_texts(written[name])).split())
    heard = "".join(structures[name].root.text.split())
    assert sorted(drawn) == sorted(heard)


@pytest.mark.parametrize("name", TABLES)
def test_it_lies_across_pages_that_a_reader_gets_through(written: dict[str, bytes], name: str) -> None:
    with pikepdf.open(io.BytesIO(written[name])) as document:
        boxes = [[float(side) for side in page.mediabox] for page in document.pages]
    assert all(box[2] > box[3] for box in boxes)
    assert len(boxes) <= 8


def test_every_word_of_the_table_stands_in_it(structures: dict[str, Structure]) -> None:
    told = "".join(structures["four"].root.text.split())
    found = table("four")
    for row in (*found.questions, *found.tensions, *found.results):
        words = [row.name, *(line for cell in row.cells for line in (cell.words, *cell.lines))]
        assert [text for text in words if "".join(text.split()) not in told] == []


def test_a_character_that_the_font_lacks_is_named() -> None:
    html = variants_html(table("odd"), TODAY)
    assert "U+20BB7" in html
    assert "𠮷" not in html


def test_what_was_typed_is_text() -> None:
    html = variants_html(table_of(real_content(), [variant("1a", title="<b>Vet</b>"), variant("1b")]), TODAY)
    assert "<b>Vet" not in html


def test_it_says_who_issues_it() -> None:
    house = HouseStyle(organisation="Veiligheidsregio Voorbeeld")
    assert "Veiligheidsregio Voorbeeld" in variants_html(table("same"), TODAY, house).partition("Varianten naast")[2]
