"""The voorstel as a file: what a checker passes and what somebody hears who doesn't see it, for seven dossiers."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from checklist.domain.advies.reading import Reading
from checklist.domain.state import Stand, State
from checklist.export.html import advies_html, stylesheet_of
from checklist.export.pdf import Attachment, RenderLimits, engine, render_pdf
from tests.export.structure import Structure, page_texts, problems, read_structure
from tests.export.verapdf import failures
from tests.export.voorstellen import DOSSIERS, GEMEENTEN, TODAY

# All are rendered once, for veraPDF and for what only looks at them, with the limits of the product.
pytestmark = pytest.mark.slow

READINGS = [Reading.VOORSTEL, Reading.BESLUITENLIJST, Reading.REGLEMENT]
NAMES = [(name, reading) for reading in READINGS for name in DOSSIERS]
DATA = Attachment("dossier.json", b"{}", "application/json")
MOST_BYTES = 300_000
PAGE = re.compile(r"bladzijde \d+")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Reading], bytes]:
    limits = RenderLimits(tmp_path_factory.mktemp("render") / "slots")
    composed = {name: make() for name, make in DOSSIERS.items()}
    return {
        (name, reading): render_pdf(advies_html(composed[name], reading), limits, stylesheet_of(reading), [DATA])
        for name, reading in NAMES
    }


@pytest.fixture(scope="module")
def structures(written: dict[tuple[str, Reading], bytes]) -> dict[tuple[str, Reading], Structure]:
    return {of: read_structure(pdf) for of, pdf in written.items()}


@pytest.mark.pdfua
def test_verapdf_passes_all_as_accessible_and_as_archival(
    written: dict[tuple[str, Reading], bytes], tmp_path: Path
) -> None:
    for (name, reading), pdf in written.items():
        (tmp_path / f"{reading}-{name}.pdf").write_bytes(pdf)
    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""


@pytest.mark.parametrize("of", NAMES, ids="-".join)
def test_somebody_who_hears_it_misses_nothing(
    structures: dict[tuple[str, Reading], Structure], of: tuple[str, Reading]
) -> None:
    assert problems(structures[of]) == []


@pytest.mark.parametrize("of", NAMES, ids="-".join)
def test_it_is_heard_in_the_order_of_the_page(
    written: dict[tuple[str, Reading], bytes],
    structures: dict[tuple[str, Reading], Structure],
    of: tuple[str, Reading],
) -> None:
    """What the pages draw, one after the other, is what the tree tells: all of it, once."""
    drawn = "".join("".join(page_texts(written[of])).split())
    heard = "".join(structures[of].root.text.split())
    assert sorted(drawn) == sorted(heard)


@pytest.mark.parametrize("name", DOSSIERS)
def test_the_contents_are_whole_and_say_of_each_chapter_on_which_page_it_is(
    structures: dict[tuple[str, Reading], Structure], name: str
) -> None:
    root = structures[name, Reading.VOORSTEL].root
    (contents,) = root.of_kind("TOC")
    rows = [item.of_kind("Link") for item in contents.children]
    headings = ["".join(heading.text.split()) for heading in root.of_kind("H2")]
    assert len(rows) <= 16
    assert ["".join(title.text.split()) for title, _ in rows] == [text for text in headings if text != "Inhoud"]
    assert all(PAGE.fullmatch(description) for _, page in rows for description in page.descriptions)


def test_an_organ_is_a_heading_with_its_numbered_decisions_below_it(
    structures: dict[tuple[str, Reading], Structure],
) -> None:
    elements = [*structures["full", Reading.BESLUITENLIJST].root.walk()]
    first = next(element for element in elements if element.kind == "H3")
    numbers = [found[0] for p in elements if p.kind == "P" and (found := re.match(r"2[.][0-9]+", p.text))]
    assert re.search("besluit:?$", first.text)
    assert numbers == [f"2.{number}" for number in range(1, len(numbers) + 1)]


def test_a_source_is_heard_as_a_source_and_leads_back(structures: dict[tuple[str, Reading], Structure]) -> None:
    descriptions = [
        told for link in structures["full", Reading.VOORSTEL].root.of_kind("Link") for told in link.descriptions
    ]
    assert any(re.fullmatch(r"bron \d+", told) for told in descriptions)


def test_every_gemeente_of_many_is_told(structures: dict[tuple[str, Reading], Structure]) -> None:
    text = structures["many", Reading.VOORSTEL].root.text
    absent = [name for number, name in enumerate(GEMEENTEN.values()) if number % 3]
    assert [name for name in absent if "".join(name.split()) not in "".join(text.split())] == []


@pytest.mark.parametrize("of", NAMES, ids="-".join)
def test_the_dossier_is_in_it_once(written: dict[tuple[str, Reading], bytes], of: tuple[str, Reading]) -> None:
    with pikepdf.open(io.BytesIO(written[of])) as document:
        assert [str(file.UF) for file in document.Root.AF] == [DATA.name]


@pytest.mark.parametrize("of", NAMES, ids="-".join)
def test_the_file_says_whose_it_is_and_about_what(
    written: dict[tuple[str, Reading], bytes], of: tuple[str, Reading]
) -> None:
    with pikepdf.open(io.BytesIO(written[of])) as document:
        told = {name: str(document.docinfo[name]) for name in ("/Title", "/Author", "/Subject", "/Keywords")}
        region = told["/Author"].partition(", Veiligheidsregio ")[2]
        assert told["/Title"].endswith("(concept)")
        assert told["/Author"].startswith("Kring van gemeentesecretarissen, ")
        assert "regiostaf, " in told["/Subject"]
        assert told["/Keywords"].split(", ") == [
            "regiostaf", "veiligheidsregio", region, "verlengd lokaal bestuur", "concept",
        ]  # fmt: skip


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(
    ("state", "version", "identifier"),
    [
        (State(), "0", None),
        (
            State(Stand.SETTLED, 2, TODAY, address="https://voorbeeld.test/advies/7K2M/"),
            "2",
            "https://voorbeeld.test/advies/7K2M/",
        ),
    ],
)
def test_it_says_its_version_and_once_settled_its_address(
    reading: Reading, state: State, version: str, identifier: str | None
) -> None:
    advies = DOSSIERS["empty"]()
    advies = replace(advies, voorstel=replace(advies.voorstel, state=state))
    pdf = engine.write_pdf(advies_html(advies, reading), stylesheet_of(reading))
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert (metadata["xmpMM:VersionID"], metadata.get("dc:identifier")) == (version, identifier)


def test_the_full_example_is_small(written: dict[tuple[str, Reading], bytes]) -> None:
    assert len(written["full", Reading.VOORSTEL]) <= MOST_BYTES
