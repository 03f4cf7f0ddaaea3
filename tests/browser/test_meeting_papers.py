"""What of a meeting is printed: a sheet of A4 for each question, and the privacy statement."""

import json
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import in_its_font
from tests.browser.server import Server

pytestmark = pytest.mark.browser

# Of a browser: 96 pixels an inch.
MM, PT = 96 / 25.4, 96 / 72


@pytest.fixture(scope="module")
def meetings(server: Server) -> Mapping[str, str]:
    """The keys of dossiers with an open and a secret meeting; the title is as long as it may be."""
    made = server.run(
        "import json; from tests.meeting.screens import make; from checklist.models import Dossier;"
        "keys = {name: make(name).edit_key for name in ('alone', 'alone-secret')};"
        "Dossier.objects.filter(edit_key__in=keys.values()).update(title='Regiostaf ' * 20);"
        "print(json.dumps(keys))"
    )
    keys: dict[str, str] = json.loads(made.splitlines()[-1])
    return keys


@pytest.mark.parametrize("name", ["alone", "alone-secret"])
def test_each_question_is_one_sheet_of_paper(
    page: Page, meetings: Mapping[str, str], tmp_path: Path, name: str
) -> None:
    page.goto(f"/dossier/{meetings[name]}/vergadering/bladen/")
    in_its_font(page)
    page.pdf(path=tmp_path / "sheets.pdf", prefer_css_page_size=True)
    with pikepdf.open(tmp_path / "sheets.pdf") as printed:
        assert len(printed.pages) == 12
        assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842]


def test_boxes_and_words_are_large_enough_to_copy(page: Page, meetings: Mapping[str, str]) -> None:
    page.goto(f"/dossier/{meetings['alone']}/vergadering/bladen/")
    box = page.locator("td .box").first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 8.4 * MM
    smallest = page.evaluate(
        """Math.min(...[...document.querySelectorAll(".a4 *:not(svg, svg *)")]
             .map((part) => parseFloat(getComputedStyle(part).fontSize)))"""
    )
    assert smallest >= 10.5 * PT - 0.01


@pytest.mark.parametrize("name", ["alone", "alone-secret"])
@pytest.mark.parametrize("address", ["bladen", "privacy"])
def test_axe_finds_nothing(page: Page, meetings: Mapping[str, str], name: str, address: str) -> None:
    page.goto(f"/dossier/{meetings[name]}/vergadering/{address}/")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["alone", "alone-secret"])
def test_the_privacy_statement_fits_two_sheets(
    page: Page, meetings: Mapping[str, str], tmp_path: Path, name: str
) -> None:
    page.goto(f"/dossier/{meetings[name]}/vergadering/privacy/")
    page.pdf(path=tmp_path / "privacy.pdf", format="A4", prefer_css_page_size=True)
    with pikepdf.open(tmp_path / "privacy.pdf") as printed:
        assert len(printed.pages) <= 2
