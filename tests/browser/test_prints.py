"""What is printed of a dossier: each sheet says of which dossier it is, of which date, and which of how many it is."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Dossiers
from tests.browser.visitor import FOUR_MODELS

pytestmark = pytest.mark.browser

NAME, DATE = "Voorbeeld: regiostaf Brabant-Noord", "24 november 2026"
PAGES = {
    "question": "vraag/2/",
    "check": "controle/",
    "overview": "",
    "outcome": "uitkomst/",
    "advies": "advies/",
    "reglement": "reglement/",
    "comparison": f"vergelijken/?{FOUR_MODELS}",
    "drawings": "beeld/",
}


def sheets(page: Page, folder: Path) -> list[str]:
    """Print the page on A4 as its style sheet asks; the words of each sheet."""
    page.pdf(path=folder / "print.pdf", format="A4", prefer_css_page_size=True)
    words = subprocess.run(
        ["pdftotext", "-layout", folder / "print.pdf", "-"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    return words.split("\f")[:-1]


@pytest.mark.parametrize("name", PAGES)
def test_each_sheet_has_the_dossier_its_date_and_its_number(
    page: Page, dossiers: Dossiers, tmp_path: Path, name: str
) -> None:
    page.goto(f"/dossier/{dossiers.full}/{PAGES[name]}")
    printed = sheets(page, tmp_path)
    assert printed
    for number, sheet in enumerate(printed, start=1):
        head = sheet.splitlines()[:3]
        assert f"{NAME} – {DATE}" in " ".join(head), sheet
        assert f"bladzijde {number} van {len(printed)}" in sheet, sheet


def test_each_sheet_of_the_reglement_says_that_a_lawyer_must_look_at_it(
    page: Page, dossiers: Dossiers, tmp_path: Path
) -> None:
    page.goto(f"/dossier/{dossiers.full}/reglement/")
    printed = sheets(page, tmp_path)
    assert len(printed) > 2
    heads = [sheet.splitlines()[0].strip() for sheet in printed]
    assert heads == ["concept, nog te toetsen door een jurist"] * len(printed)


def test_a_page_of_no_dossier_has_its_number_alone(page: Page, tmp_path: Path) -> None:
    page.goto("/methode/")
    printed = sheets(page, tmp_path)
    assert f"bladzijde 2 van {len(printed)}" in printed[1]
    assert "–" not in printed[1].splitlines()[0]


def test_a_printed_question_has_all_that_was_typed_and_a_tick_at_what_was_chosen(
    page: Page, dossiers: Dossiers, tmp_path: Path
) -> None:
    page.goto(f"/dossier/{dossiers.full}/vraag/2/")
    words = " ".join(" ".join(sheets(page, tmp_path)).split())
    for field in page.locator("textarea").all():
        last = field.input_value().split()[-6:]
        assert " ".join(last) in words
    page.emulate_media(media="print")
    ticks = page.locator("input[name$=options]:checked")
    assert ticks.evaluate_all("all => all.map(tick => getComputedStyle(tick).printColorAdjust)") == ["exact"] * 3
