"""A term is explained by keyboard, by pointer and on a phone, without JavaScript; on paper it is an ordinary word."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
# A browser breaks a line at a button, also before a full stop. A term of two lines is left out.
ON_ONE_LINE = """() => [...document.querySelectorAll('.nowrap:has(.term)')].every(it => {
    const word = it.querySelector('.term').getBoundingClientRect();
    const line = parseFloat(getComputedStyle(it).lineHeight);
    return word.height > 1.5 * line || it.getBoundingClientRect().height < 1.5 * line;
})"""


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError("the target never gets the focus")


@pytest.fixture
def plain(users: Users) -> Page:
    """A page without JavaScript."""
    return users.open(java_script_enabled=False)


def term(page: Page, name: str) -> Locator:
    """The word with its explanation."""
    return page.get_by_role("button", name=name, exact=True).first


def explanation_of(word: Locator) -> Locator:
    """What the word opens."""
    return word.locator("xpath=following-sibling::*[1]")


@SIZES
def test_the_keyboard_opens_an_explanation_goes_into_it_and_closes_it(users: Users, size: tuple[int, int]) -> None:
    plain = users.open(size, java_script_enabled=False)
    plain.goto("/checklist/")
    word = term(plain, "regiostaf")
    note = explanation_of(word)
    expect(note).to_be_hidden()
    tab_to(plain, word)
    plain.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_contain_text("ambtelijk ondersteunend orgaan")
    plain.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    plain.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()


def test_a_press_beside_an_explanation_closes_it(plain: Page) -> None:
    plain.goto("/checklist/")
    word = term(plain, "regiostaf")
    word.click()
    expect(explanation_of(word)).to_be_visible()
    plain.get_by_role("heading", level=1).click()
    expect(explanation_of(word)).to_be_hidden()


@SIZES
def test_an_open_explanation_is_in_sight_and_axe_finds_nothing(
    users: Users, dossiers: Dossiers, size: tuple[int, int]
) -> None:
    page = users.open(size)
    page.goto(f"/dossier/{dossiers.full}/vraag/7/")
    for part in page.locator("details summary").all():
        part.click()
    words = page.locator(".term:visible")
    assert words.count() > 3
    for word in words.all():
        word.focus()
        page.keyboard.press("Enter")
        box = page.locator(".term-note:popover-open").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= size[1]
    assert violations(page) == []


def test_a_word_inside_an_option_explains_and_does_not_choose(users: Users, dossiers: Dossiers) -> None:
    page = users.open()
    page.goto(f"/dossier/{dossiers.full}/vraag/7/")
    chosen = page.locator(".opt__in:checked").get_attribute("value")
    card = page.locator(".opt:not(:has(:checked)):has(.term)").first
    card.locator("summary").click()
    card.locator(".term").first.click()
    expect(card.locator(".term-note:popover-open")).to_be_visible()
    assert page.locator(".opt__in:checked").get_attribute("value") == chosen


def test_enter_in_the_form_still_saves_and_goes_on(users: Users, dossiers: Dossiers) -> None:
    page = users.open()
    page.goto(f"/dossier/{dossiers.full}/vraag/7/")
    page.locator(".opt__in:checked").press("Enter")
    expect(page).to_have_url(f"/dossier/{dossiers.full}/vraag/8/")


@SIZES
def test_no_line_breaks_between_a_term_and_its_marks(users: Users, size: tuple[int, int]) -> None:
    page = users.open(size)
    page.goto("/modellen/managementraad/")
    assert page.evaluate(ON_ONE_LINE)


def test_a_browser_without_popovers_shows_words_and_no_explanation(users: Users) -> None:
    page = users.open()
    # As such a browser does: the attribute means nothing, and neither does a rule with :popover-open.
    page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => "
        "document.querySelectorAll('[popover]').forEach(it => it.removeAttribute('popover')))"
    )
    page.goto("/checklist/")
    assert page.locator(".term-note").count() > 3
    assert page.locator(".term-note:visible").count() == 0


def test_on_paper_a_term_is_a_word(users: Users) -> None:
    page = users.open()
    page.goto("/checklist/")
    page.emulate_media(media="print")
    word = term(page, "regiostaf")
    expect(word).to_be_visible()
    expect(word).to_have_css("text-decoration-line", "none")
