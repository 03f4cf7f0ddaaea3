"""The drawings in a browser: words large enough on any screen, a model laid over without a script, on two sheets."""

import io

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from checklist.export.organigram.drawing import organigram_svg
from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users, in_its_font
from tests.browser.keyboard import press, tab_to
from tests.export.organigram import FULL, made, random_designs

pytestmark = pytest.mark.browser

# What the smallest word in the drawing measures on the screen, in pixels.
SMALLEST_WORDS = """() => Math.min(...[...document.querySelectorAll('.organigram__svg text')].map(
    text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
# Words that overlap others in this font, or stand on the edge of a box, or outside the picture.
WRONG_WORDS = """() => {
    const svg = document.querySelector('.organigram__svg'), view = svg.viewBox.baseVal;
    const boxOf = element => { const b = element.getBBox(); return {
        words: element.textContent, left: b.x, right: b.x + b.width, top: b.y + 3, bottom: b.y + b.height - 4}; };
    const texts = [...svg.querySelectorAll('text')].map(boxOf);
    const rects = [...svg.querySelectorAll('rect')].map(boxOf).map(r => ({...r, top: r.top - 3, bottom: r.bottom + 4}));
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
    const whole = {left: 0, top: 0, right: view.width, bottom: view.height};
    return texts.filter((text, i) => !within(text, whole)
        || texts.some((other, j) => j !== i && !apart(text, other))
        || rects.some(rect => !apart(text, rect) && !within(text, rect))).map(text => text.words);
}"""


def open_drawings(page: Page, key: str, query: str = "") -> None:
    """Open the page with both drawings."""
    page.goto(f"/dossier/{key}/beeld/{query}")


@pytest.mark.parametrize(("size", "pixels"), [(LAPTOP, 19), ((1280, 720), 19), ((1920, 1080), 28), ((1024, 768), 16)])
def test_words_in_the_organigram_are_large_enough(
    users: Users, dossiers: Dossiers, size: tuple[int, int], pixels: int
) -> None:
    page = users.open(size)
    open_drawings(page, dossiers.full)
    assert page.evaluate(SMALLEST_WORDS) >= pixels


def test_words_stay_within_their_boxes_for_a_dozen_designs(users: Users, dossiers: Dossiers) -> None:
    page = users.open((1024, 768))
    open_drawings(page, dossiers.full)
    in_its_font(page)
    wrong = {}
    for codes in [FULL, "", "7b 11a", *random_designs(9)]:
        for small in (True, False):
            page.locator(".organigram__picture").evaluate(
                "(place, svg) => { place.innerHTML = svg; }", organigram_svg(made(codes), small=small)
            )
            assert page.evaluate(SMALLEST_WORDS) >= 16
            wrong[codes, small] = page.evaluate(WRONG_WORDS)
    assert {key: words for key, words in wrong.items() if words} == {}


@pytest.mark.parametrize("name", ["full", "half"])
def test_the_picture_and_its_legend_are_on_one_screen(users: Users, dossiers: Dossiers, name: str) -> None:
    page = users.open((1280, 720))
    open_drawings(page, getattr(dossiers, name))
    legend = page.locator(".organigram__legend").bounding_box()
    foot = page.locator(".foot").bounding_box()
    assert legend is not None
    assert foot is not None
    assert legend["y"] + legend["height"] <= foot["y"]
    assert foot["y"] + foot["height"] <= 720


@pytest.mark.parametrize("size", [PHONE, (320, 568)], ids=str)
def test_on_a_phone_the_list_takes_the_place_of_the_picture(
    users: Users, dossiers: Dossiers, size: tuple[int, int]
) -> None:
    page = users.open(size)
    open_drawings(page, dossiers.full)
    expect(page.locator(".organigram__svg")).to_be_hidden()
    expect(page.get_by_text("richt de regiostaf op")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_a_wide_screen_shows_the_picture_and_reads_the_list_aloud(users: Users, dossiers: Dossiers) -> None:
    page = users.open()
    open_drawings(page, dossiers.full)
    expect(page.get_by_role("img", name="De regiostaf in beeld")).to_be_visible()
    expect(page.get_by_role("list", name="Gemeenten").get_by_role("listitem").first).to_contain_text("Netwerk")
    words = page.locator(".organigram__words").bounding_box()
    assert words is not None
    assert words["height"] <= 1


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
