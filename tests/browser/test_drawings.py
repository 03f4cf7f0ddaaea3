"""The drawings in a browser: words large enough on any screen, a model laid over without a script, on two sheets."""

import io

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users
from tests.browser.test_walk import press, tab_to
from tests.waiting import wait_until

pytestmark = pytest.mark.browser

# What the smallest word in the drawing measures on the screen, in pixels; and whether no two overlap in this font.
SMALLEST_WORDS = """() => Math.min(...[...document.querySelectorAll('.organigram__svg text')].map(
    text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
WORDS_APART = """() => {
    const parts = [...document.querySelectorAll('.organigram__svg text')].map(text => text.getBoundingClientRect());
    return parts.every((a, i) => parts.slice(i + 1).every(b =>
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 4 || b.bottom <= a.top + 4));
}"""


def open_drawings(page: Page, key: str, query: str = "") -> None:
    """Open the page with both drawings."""
    page.goto(f"/dossier/{key}/beeld/{query}")


@pytest.mark.parametrize("size", [LAPTOP, (1920, 1080), (768, 1024), PHONE, (320, 568)], ids=str)
def test_words_in_the_organigram_are_large_enough_and_stand_apart(
    users: Users, dossiers: Dossiers, size: tuple[int, int]
) -> None:
    page = users.open(size)
    open_drawings(page, dossiers.full)
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate(SMALLEST_WORDS) >= 12
    assert page.evaluate(WORDS_APART)


def test_on_a_phone_the_words_come_first_and_the_picture_scrolls_by_keyboard(users: Users, dossiers: Dossiers) -> None:
    page = users.open(PHONE)
    open_drawings(page, dossiers.full)
    words = page.locator(".organigram__words").bounding_box()
    picture = page.locator(".organigram__picture").bounding_box()
    assert words is not None
    assert picture is not None
    assert words["y"] < picture["y"]
    tab_to(page, ".organigram .scroll-inline")
    last = page.locator(".organigram__svg text").get_by_text("Bestuur van de")

    def is_whole_in_view_after_a_press() -> bool:
        page.keyboard.press("ArrowRight")
        seen: bool = last.evaluate("text => text.getBoundingClientRect().right <= innerWidth")
        return seen

    assert not last.evaluate("text => text.getBoundingClientRect().right <= innerWidth")
    assert wait_until(is_whole_in_view_after_a_press)


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_model_is_laid_over_the_map(users: Users, dossiers: Dossiers, java_script: bool) -> None:
    page = users.open(java_script_enabled=java_script)
    open_drawings(page, dossiers.full)
    expect(page.get_by_role("cell", name="6b De hele veiligheidsregio gekozen", exact=True)).to_be_visible()
    page.get_by_label("Leg een model over de kaart").select_option(label="Managementraad")
    page.get_by_role("button", name="Laten zien").click()
    expect(page).to_have_url(f"/dossier/{dossiers.full}/beeld/?model=managementraad#keuzekaart")
    expect(page.get_by_role("cell", name="6b De hele veiligheidsregio gekozen; kenmerkend")).to_be_visible()
    expect(page.get_by_label("Leg een model over de kaart")).to_have_value("managementraad")


def test_the_map_is_a_table_also_where_its_rows_are_blocks(users: Users, dossiers: Dossiers) -> None:
    page = users.open(PHONE)
    open_drawings(page, dossiers.full)
    table = page.get_by_role("table")
    expect(table.get_by_role("rowheader")).to_have_count(12)
    expect(table.get_by_role("cell", name="1a De kring zelf gekozen")).to_be_visible()


def test_keyboard_alone_lays_a_model_over_the_map(users: Users, dossiers: Dossiers) -> None:
    page = users.open()
    open_drawings(page, dossiers.full)
    tab_to(page, "#model")
    page.keyboard.type("Veiligheidsm")
    press(page, ".choice-map-form button")
    expect(page.get_by_label("Leg een model over de kaart")).to_have_value("veiligheidsmanager")


def test_the_overview_leads_to_the_drawings(users: Users, dossiers: Dossiers) -> None:
    page = users.open()
    page.goto(f"/dossier/{dossiers.full}/")
    page.get_by_role("link", name="De regiostaf in beeld").click()
    expect(page.get_by_role("heading", name="De regiostaf in beeld", level=1)).to_be_visible()


@pytest.mark.parametrize("query", ["", "?model=managementraad"])
def test_the_page_prints_on_two_sheets(users: Users, dossiers: Dossiers, query: str) -> None:
    page = users.open()
    open_drawings(page, dossiers.full, query)
    with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as paper:
        assert len(paper.pages) == 2
