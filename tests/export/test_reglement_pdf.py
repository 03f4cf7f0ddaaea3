"""The concept-reglement as a file: what each sheet says to who reads it, and what somebody hears who doesn't see it."""

import subprocess
from pathlib import Path

import pytest

from checklist.domain.advies.reading import Reading
from checklist.export.html import advies_html, stylesheet_of
from checklist.export.pdf import engine
from tests.export.reglementen import ARTICLES, with_reglement
from tests.export.structure import Structure, problems, read_structure
from tests.export.verapdf import failures
from tests.export.voorstellen import DOSSIERS

pytestmark = pytest.mark.slow

MARK = "concept, nog te toetsen door een jurist"
# More than the largest that a kring may fill in.
MOST_BYTES = 120_000


def pdf_of(reading: Reading) -> bytes:
    """The document with the reglement made by hand."""
    return engine.write_pdf(advies_html(with_reglement(name="leeg"), reading), stylesheet_of(reading))


@pytest.fixture(scope="module")
def made() -> dict[Reading, bytes]:
    return {reading: pdf_of(reading) for reading in (Reading.REGLEMENT, Reading.VOORSTEL)}


@pytest.fixture(scope="module")
def heard(made: dict[Reading, bytes]) -> Structure:
    return read_structure(made[Reading.REGLEMENT])


def sheets(pdf: bytes, folder: Path) -> list[str]:
    """The words of each page, as they stand on it."""
    (folder / "document.pdf").write_bytes(pdf)
    words = subprocess.run(
        ["pdftotext", "-layout", folder / "document.pdf", "-"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    return words.split("\f")[:-1]


def test_each_sheet_says_at_the_top_right_that_a_lawyer_must_look_at_it(
    made: dict[Reading, bytes], tmp_path: Path
) -> None:
    heads = [sheet.lstrip("\n").splitlines()[0] for sheet in sheets(made[Reading.REGLEMENT], tmp_path)]
    assert len(heads) > 1
    assert [head.rstrip().endswith(MARK) for head in heads] == [True] * len(heads)


def test_of_the_voorstel_only_the_sheets_of_the_reglement_say_it(made: dict[Reading, bytes], tmp_path: Path) -> None:
    heads = [sheet.lstrip("\n").splitlines()[0] for sheet in sheets(made[Reading.VOORSTEL], tmp_path)]
    said = [number for number, head in enumerate(heads) if MARK in head]
    assert said == list(range(said[0], said[0] + len(said)))
    assert all("CONCEPT" in heads[number] for number in (said[0] - 1, said[-1] + 1))


@pytest.mark.pdfua
def test_verapdf_passes_a_reglement_with_everything_in_it(made: dict[Reading, bytes], tmp_path: Path) -> None:
    for reading, pdf in made.items():
        (tmp_path / f"{reading}.pdf").write_bytes(pdf)
    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""


def test_somebody_who_hears_it_misses_nothing(heard: Structure) -> None:
    assert problems(heard) == []


def test_an_article_is_a_heading_and_each_of_its_clauses_a_paragraph_with_its_number(heard: Structure) -> None:
    headings = [heading.text for heading in heard.root.of_kind("H2")]
    articles = [f"Artikel {one.number}. {one.heading}" for one in ARTICLES]
    assert [text.replace("\xa0", " ") for text in headings] == [*articles, "Toelichting per artikel"]
    paragraphs = [paragraph.text for paragraph in heard.root.of_kind("P")]
    assert "2. De regiostaf is ingesteld door de kring." in paragraphs


def test_what_stops_an_article_is_heard_before_its_heading(heard: Structure) -> None:
    kinds = ("P", "H2")
    texts = [element.text.replace("\xa0", " ") for element in heard.root.of_kind(*kinds)]
    assert texts[texts.index("Artikel 2. Instelling") - 1] == "Dit artikel kan zo niet worden vastgesteld."


def test_an_item_is_heard_with_its_letter(heard: Structure) -> None:
    letters = [label.text for item in heard.root.of_kind("LI") for label in item.of_kind("Lbl")]
    assert letters == ["a.", "b.", "c."]


def test_the_largest_is_small() -> None:
    html = advies_html(DOSSIERS["capped"](), Reading.REGLEMENT)
    assert len(engine.write_pdf(html, stylesheet_of(Reading.REGLEMENT))) <= MOST_BYTES
