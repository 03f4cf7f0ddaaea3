"""In the vergaderstand every question stands on one screen with all its answers, whatever is chosen, and large."""

import pytest
from playwright.sync_api import Page, expect

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.content import Content, Question
from checklist.pages.question import clash_line
from tests.browser.conftest import Dossiers, Users
from tests.content import real_content

pytestmark = pytest.mark.browser

SIZES = [(1280, 720), (1366, 768), (1024, 768), (1920, 1080), (1280, 600)]
# What the page has no room for: how far the line, or what stands lowest, reaches under the bar below; 0 is none.
UNDER_THE_BAR = """() => {
    const parts = [...document.querySelectorAll('.ask h1, .opt, [data-outlook]')];
    const lowest = Math.max(...parts.map(part => part.getBoundingClientRect().bottom));
    return Math.max(0, lowest - document.querySelector('.foot').getBoundingClientRect().top);
}"""
CHOOSE = """codes => document.querySelectorAll('.opt__in').forEach(
    input => { input.checked = codes.includes(input.value); })"""
SHOW_LINE = """text => { document.querySelector('[data-outlook]').innerHTML = text && '<p class="line line--afspraak">'
    + '<span class="line__word">Afspraak nodig</span> <span class="line__text">' + text + '</span>'
    + ' <span class="line__rest">en nog 11</span></p>'; }"""
FONT_SIZES = """selector => Math.min(...[...document.querySelectorAll(selector)].map(
    element => parseFloat(getComputedStyle(element).fontSize)))"""


def in_the_vergaderstand(users: Users, size: tuple[int, int]) -> Page:
    """A browser with a beamer of this size, in the vergaderstand."""
    page = users.open(size)
    page.context.add_cookies([{"name": "stand", "value": "vergader", "url": users.server.address}])
    return page


def longest_line(content: Content, question: Question) -> str:
    """The longest text that the line of a question can have."""
    codes = [option.code for option in question.options]
    texts = [
        line.text
        for tension in content.tensions
        for own in ({tension.a, tension.b} & {*codes},)
        if own and (line := clash_line(content, question, own, {tension.a, tension.b}, {}))
    ]
    return max(texts, key=len, default="")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_question_with_any_answer_stands_on_one_screen(
    users: Users, dossiers: Dossiers, size: tuple[int, int]
) -> None:
    content, page = real_content(), in_the_vergaderstand(users, size)
    without_room = []
    for question in content.questions:
        page.goto(f"/dossier/{dossiers.full}/vraag/{question.number}/")
        expect(page.locator(".top, .foot")).to_have_count(2)
        page.evaluate(SHOW_LINE, longest_line(content, question))
        for codes in allowed_answers(question):
            page.evaluate(CHOOSE, list(codes))
            if page.evaluate(UNDER_THE_BAR) > 0:
                without_room.append(codes)
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert without_room == []


@pytest.mark.parametrize(
    ("size", "question", "option"), [((1280, 720), 40, 26), ((1920, 1080), 60, 40)], ids=["1280x720", "1920x1080"]
)
def test_words_are_read_from_the_back_of_the_room(
    users: Users, dossiers: Dossiers, size: tuple[int, int], question: int, option: int
) -> None:
    page = in_the_vergaderstand(users, size)
    for number in range(1, 13):
        page.goto(f"/dossier/{dossiers.full}/vraag/{number}/")
        assert page.evaluate(FONT_SIZES, "h1") >= question
        assert page.evaluate(FONT_SIZES, ".opt__short") >= option


def test_a_question_with_its_texts_stands_on_one_screen_of_a_laptop(page: Page, dossiers: Dossiers) -> None:
    for number in range(1, 13):
        page.goto(f"/dossier/{dossiers.full}/vraag/{number}/")
        for part in page.locator("h1, .opt, .notes textarea, .btn--go").all():
            expect(part).to_be_in_viewport(ratio=1)


def test_what_stays_large_on_a_narrow_window_is_the_page_as_it_is(users: Users, dossiers: Dossiers) -> None:
    page = in_the_vergaderstand(users, (375, 740))
    page.goto(f"/dossier/{dossiers.full}/vraag/2/")
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    expect(page.locator(".opt__key").first).to_be_hidden()
    page.keyboard.press("b")
    expect(page.locator("#optie-2b")).to_be_checked()
