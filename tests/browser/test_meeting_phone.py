"""The phone of a gemeente: it fits on its screen, one voor where one is asked, and nothing is lost on a bad line."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.axe import violations
from tests.browser.conftest import Users, in_its_font, resize
from tests.browser.server import Server
from tests.meeting.phones import PHONES

pytestmark = pytest.mark.browser

SMALL, NARROW = (375, 740), (320, 740)
Phones = Mapping[str, Mapping[str, Any]]

STICKS_OUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    const seen = box.width && element.checkVisibility() && !element.closest('.visually-hidden, svg');
    return seen && box.right > innerWidth + 1;
}).map(element => element.outerHTML.slice(0, 80))"""
# Of each card and what is below it: whether it lies above the bar at the bottom.
ABOVE_THE_BAR = """selector => {
    const floor = document.querySelector('.foot').getBoundingClientRect().top;
    return [...document.querySelectorAll(selector)].map(part => part.getBoundingClientRect().bottom <= floor + 1);
}"""
SAID = """() => Object.fromEntries(
    [...document.querySelectorAll('.vote :checked')].map(one => [one.name[0], one.value])
)"""
# Without what is an answer: the options and what is said of them.
WORDS = """() => {
    document.querySelectorAll('.vote .vote__name, .vote .seg, .visually-hidden').forEach(part => part.remove());
    return document.body.innerText.split(/[^\\p{L}\\p{N}‘’]+/u).filter(Boolean);
}"""


@pytest.fixture(scope="module")
def phones(chromium: Browser, server: Server) -> Phones:
    """What a phone of each scene needs, before any test changes it."""
    made = server.run(
        "import json; from tests.meeting.phones import PHONES, make_phone;"
        "print(json.dumps({name: make_phone(name) for name in PHONES}))"
    )
    found: Phones = json.loads(made.splitlines()[-1])
    return found


def opened(
    users: Users, server: Server, phone: Mapping[str, Any], size: tuple[int, int] = SMALL, **options: Any
) -> Page:
    """The page of a phone in a browser of its own, that has its cookies."""
    page = users.open(size, **options)
    cookies = [
        {"name": name, "value": value, "url": f"{server.address}{phone['address']}"}
        for name, value in phone["cookies"].items()
    ]
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    page.goto(phone["address"])
    return page


@pytest.fixture
def question(users: Users, server: Server) -> Page:
    """A phone at a question of which one option can be chosen."""
    return opened(users, server, _made(server, "een"))


def _made(server: Server, name: str) -> Mapping[str, Any]:
    code = f"import json; from tests.meeting.phones import make_phone; print(json.dumps(make_phone({name!r})))"
    found: Mapping[str, Any] = json.loads(server.run(code).splitlines()[-1])
    return found


def say(page: Page, letter: str, stance: str) -> None:
    """Press a segment of an option."""
    page.locator(f"label[for={letter}-{stance}]").click()


def said(page: Page) -> dict[str, str]:
    """What is chosen, by letter."""
    found: dict[str, str] = page.evaluate(SAID)
    return found


@pytest.mark.parametrize("name", PHONES)
def test_every_page_fits_its_screen_and_axe_finds_nothing(
    users: Users, server: Server, phones: Phones, name: str
) -> None:
    page = in_its_font(opened(users, server, phones[name]))
    for size in (SMALL, NARROW):
        resize(page, size)
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]
        assert page.evaluate(STICKS_OUT) == []
        assert violations(page) == []


@pytest.mark.parametrize("address", ["/doe-mee/", "/doe-mee/x/"])
def test_the_pages_of_joining_fit_too(users: Users, phones: Phones, address: str) -> None:
    page = users.open(NARROW)
    page.goto(address.replace("/x/", f"/{phones['tussen']['join']}/"))
    in_its_font(page)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW[0]
    assert violations(page) == []


@pytest.mark.parametrize("name", ["een", "meer", "geheim"])
def test_four_options_and_the_button_stand_on_one_screen(
    users: Users, server: Server, phones: Phones, name: str
) -> None:
    page = in_its_font(opened(users, server, phones[name]))
    assert page.evaluate(ABOVE_THE_BAR, ".vote, .man") == [True] * (4 if name == "geheim" else 5)
    box = page.get_by_role("button", name="Verstuur").bounding_box()
    assert box
    assert box["y"] + box["height"] <= SMALL[1]
    assert page.evaluate("[...document.querySelectorAll('.seg label, .red summary')].every(e => e.offsetHeight >= 44)")


def test_the_question_has_at_most_sixty_words_beside_its_answers(users: Users, server: Server, phones: Phones) -> None:
    for name in ("een", "meer", "geheim"):
        assert len(opened(users, server, phones[name]).evaluate(WORDS)) <= 60


def test_a_second_voor_turns_the_first_into_kan_ermee_leven(question: Page) -> None:
    say(question, "A", "voor")
    say(question, "C", "voor")
    assert said(question) == {"A": "kan", "C": "voor"}
    expect(question.locator(".top [role=status]")).to_contain_text("A: kan ermee leven")


def test_voor_may_be_said_more_than_once_where_many_can_be_chosen(users: Users, server: Server, phones: Phones) -> None:
    page = opened(users, server, phones["meer"])
    say(page, "A", "voor")
    say(page, "C", "voor")
    assert said(page) == {"A": "voor", "C": "voor"}


def test_an_answer_takes_a_press_for_each_option_and_one_to_send(question: Page) -> None:
    for letter, stance in zip("ABCD", ("tegen", "voor", "kan", "kan"), strict=True):
        say(question, letter, stance)
    question.get_by_role("button", name="Verstuur").click()
    expect(question.get_by_role("heading", level=1)).to_have_text("Uw antwoord is binnen")
    question.get_by_role("link", name="Wijzig mijn antwoord").click()
    assert said(question) == {"A": "tegen", "B": "voor", "C": "kan", "D": "kan"}


def test_the_keyboard_says_it_all(question: Page) -> None:
    question.locator("#A-voor").focus()
    question.keyboard.press("ArrowRight")
    assert said(question) == {"A": "kan"}
    question.keyboard.press("Enter")
    expect(question.get_by_role("heading", level=1)).to_have_text("Uw antwoord is binnen")


def test_no_preference_is_one_press(question: Page) -> None:
    question.get_by_role("button", name="Geen voorkeur").click()
    expect(question.get_by_text("U koos: geen voorkeur.")).to_be_visible()


def test_what_is_refused_comes_back_as_it_was_typed(question: Page) -> None:
    question.locator(".red summary").first.click()
    question.get_by_label("Reden bij A").fill("Dicht bij huis.")
    question.get_by_role("button", name="Verstuur").click()
    expect(question.get_by_role("alert")).to_have_text("Kies ten minste één keer, of ‘Geen voorkeur’.")
    expect(question.get_by_label("Reden bij A")).to_have_value("Dicht bij huis.")


def test_a_lost_line_keeps_the_answer_and_sends_it_once_it_is_back(question: Page) -> None:
    lost = []

    def lose(route: Route) -> None:
        lost.append(route.request.method)
        route.abort()

    question.route("**/deelnemen/**", lose)
    say(question, "B", "voor")
    question.locator(".red summary").nth(1).click()
    question.get_by_label("Reden bij B").fill("Dicht bij huis.")
    question.get_by_role("button", name="Verstuur").click()
    expect(question.get_by_text("Uw antwoord staat hier nog en wordt vanzelf verstuurd.")).to_be_visible()
    expect(question.get_by_role("button", name="Verstuur opnieuw")).to_be_enabled()
    assert said(question) == {"B": "voor"}
    question.unroute("**/deelnemen/**")
    expect(question.get_by_role("heading", level=1)).to_have_text("Uw antwoord is binnen")
    expect(question.get_by_text("Dicht bij huis.")).to_be_visible()
    assert lost


def test_a_press_on_a_line_that_is_back_sends_it_at_once(question: Page) -> None:
    question.route("**/deelnemen/**", lambda route: route.abort())
    say(question, "B", "voor")
    question.get_by_role("button", name="Verstuur").click()
    again = question.get_by_role("button", name="Verstuur opnieuw")
    expect(again).to_be_visible()
    question.unroute("**/deelnemen/**")
    again.click()
    expect(question.get_by_role("heading", level=1)).to_have_text("Uw antwoord is binnen")


def test_all_of_it_works_without_a_script(users: Users, server: Server) -> None:
    page = opened(users, server, _made(server, "een"), java_script_enabled=False)
    expect(page.get_by_role("button", name="Ververs")).to_be_visible()
    say(page, "A", "voor")
    say(page, "C", "voor")
    page.locator(".red summary").nth(2).click()
    page.get_by_label("Reden bij C").fill("Dicht bij huis.")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies bij deze vraag één antwoord")
    expect(page.get_by_label("Reden bij C")).to_have_value("Dicht bij huis.")
    say(page, "A", "kan")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoord is binnen")
    page.get_by_role("button", name="Ververs").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoord is binnen")


def test_the_phone_goes_on_by_itself_and_loses_nothing_that_is_typed(users: Users, server: Server) -> None:
    phone = _made(server, "een")
    idle, busy = opened(users, server, phone), opened(users, server, phone)
    say(busy, "B", "voor")
    server.run(
        "from django.db.models import F; from checklist.models import Meeting, Round;"
        f"Round.objects.filter(meeting={phone['id']}).update(state='dicht');"
        f"Meeting.objects.filter(pk={phone['id']}).update(version=F('version') + 1)"
    )
    expect(idle.get_by_role("heading", level=1)).to_have_text("Gesloten")
    expect(busy.get_by_text("De vraag is gesloten.")).to_be_visible()
    assert said(busy) == {"B": "voor"}


def test_a_phone_that_is_taken_over_says_so_by_itself(users: Users, server: Server) -> None:
    phone = _made(server, "tussen")
    first, second = opened(users, server, phone), users.open(SMALL)
    second.goto(f"/doe-mee/{phone['join']}/")
    second.get_by_label("Oss").check()
    second.get_by_role("button", name="Ik ben van deze gemeente").click()
    second.get_by_role("button", name="Ja, hier verder voor Oss").click()
    expect(first.get_by_role("heading", level=1)).to_have_text("Oss is overgenomen door een ander apparaat")
    first.get_by_role("button", name="Neem terug").click()
    expect(first.get_by_role("heading", level=1)).to_have_text("Er is nu geen vraag open")
    expect(second.get_by_role("heading", level=1)).to_have_text("Oss is overgenomen door een ander apparaat")


def test_in_forced_colours_the_three_segments_stay_on_one_row_and_the_chosen_one_is_told_apart(
    users: Users, server: Server, phones: Phones
) -> None:
    page = opened(users, server, phones["een"], forced_colors="active")
    say(page, "A", "voor")
    tops = "parts => [...new Set(parts.map(part => Math.round(part.getBoundingClientRect().top)))]"
    assert len(page.locator("label[for^=A-]").evaluate_all(tops)) == 1
    colour = "part => getComputedStyle(part).backgroundColor"
    chosen, other = (page.locator(f"label[for=A-{stance}]") for stance in ("voor", "tegen"))
    assert chosen.evaluate(colour) != other.evaluate(colour)
