"""The bediening of a meeting in a browser: Enter, texts that save themselves, another screen, no JavaScript."""

import json
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, Users, in_its_font
from tests.browser.server import Server

pytestmark = pytest.mark.browser

# In each state a dossier of its own: what a test does in one, no other sees.
_MAKE = """
import json
from datetime import timedelta
from django.utils import timezone
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode
from tests.dossiers import make_dossier
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round

COUNTS = {f"7{letter}": {"voor": 5 * (letter == "b"), "kan": 1, "tegen": 1} for letter in "abcd"}
RESULT = {"answered": 7, "blank": 0, "counts": COUNTS}

def at_seven(state, mode=Mode.OPEN, **fields):
    dossier = make_dossier()
    meeting = make_meeting(dossier, mode, box_until=timezone.now() + timedelta(minutes=12))
    cookies = {gemeente: join(meeting, gemeente) for gemeente in GEMEENTEN[:9]}
    made = make_round(meeting, 7, state, **fields)
    for at, gemeente in enumerate(GEMEENTEN[:7]):
        give(made, gemeente, {"7b": "voor", "7c": "tegen"}, cookies[gemeente], reasons={"7b": f"Reden nummer {at}."})
    return dossier

states = {
    "nieuw": make_dossier(),
    "alleen": at_seven(RoundState.ALONE),
    "geheim": at_seven(RoundState.ALONE, Mode.SECRET),
    "stemmen": at_seven(RoundState.VOTE),
    "uitslag": at_seven(RoundState.SHOWN, result=RESULT),
}
klaar = make_dossier()
make_meeting(klaar, state=MeetingState.READY)
states["klaar"] = klaar
print(json.dumps({name: dossier.edit_key for name, dossier in states.items()}))
"""
PAGES = ["nieuw", "klaar", "alleen", "geheim", "stemmen", "uitslag"]


@pytest.fixture
def addresses(server: Server) -> Mapping[str, str]:
    """Where the bediening is, by the state of its meeting."""
    made = json.loads(server.run(_MAKE).splitlines()[-1])
    return {name: f"/dossier/{key}/vergadering/" for name, key in made.items()}


def step(page: Page) -> str:
    """The step that the question is at."""
    return page.locator(".fase [aria-current]").inner_text()


def test_each_page_fits_one_screen_and_axe_finds_nothing(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open(LAPTOP)
    for name in PAGES:
        page.goto(addresses[name])
        in_its_font(page)
        assert page.evaluate("document.documentElement.scrollHeight") <= LAPTOP[1], name
        assert violations(page) == [], name


@pytest.mark.parametrize("width", [320, 375])
def test_on_a_phone_nothing_scrolls_sideways(users: Users, addresses: Mapping[str, str], width: int) -> None:
    page = users.open((width, 740))
    for name in PAGES:
        page.goto(addresses[name])
        in_its_font(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_enter_is_the_next_step_when_no_field_has_the_focus(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open()
    page.goto(addresses["alleen"])
    page.keyboard.press("Enter")
    expect(page.locator(".fase [aria-current]")).to_have_text("Redenen")


def test_enter_in_a_text_is_a_line_end(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open()
    page.goto(addresses["alleen"])
    page.get_by_label("Waarom kiest u dit?").fill("Eén")
    page.get_by_label("Waarom kiest u dit?").press("Enter")
    expect(page.get_by_label("Waarom kiest u dit?")).to_have_value("Eén\n")
    assert step(page) == "Alleen"


def test_enter_never_settles(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open()
    page.goto(addresses["uitslag"])
    page.keyboard.press("Enter")
    page.reload()
    assert step(page) == "Uitslag"


def test_the_button_that_settles_says_what(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open()
    page.goto(addresses["uitslag"])
    expect(page.locator(".foot .btn--go")).to_have_text("Stel vast: Taak van de CGS")
    page.get_by_label("De centrumgemeente").check()
    expect(page.locator(".foot .btn--go")).to_have_text("Stel vast: De centrumgemeente")


def test_a_text_saves_itself_after_typing(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open()
    page.goto(addresses["stemmen"])
    for text in ("Omdat het kan.", "Omdat het kan, en moet."):
        page.get_by_label("Waarom kiest u dit?").fill(text)
        with page.expect_response("**/vergadering/tekst/") as answer:
            pass
        assert answer.value.status == 200
    expect(page.locator("[data-saved]")).to_contain_text("Opgeslagen om")
    page.reload()
    expect(page.get_by_label("Waarom kiest u dit?")).to_have_value("Omdat het kan, en moet.")


def test_a_press_right_after_typing_keeps_the_text(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open()
    page.goto(addresses["stemmen"])
    page.get_by_label("Wie denkt er anders over?").fill("Oss.")
    page.get_by_role("button", name="Sluit, toon nog niets").click()
    expect(page.locator(".fase [aria-current]")).to_have_text("Uitslag")
    expect(page.get_by_label("Wie denkt er anders over?")).to_have_value("Oss.")


def test_a_text_of_somebody_else_is_not_written_over(users: Users, addresses: Mapping[str, str]) -> None:
    mine, theirs = users.open(), users.open()
    for page in (mine, theirs):
        page.goto(addresses["stemmen"])
    theirs.get_by_label("Waarom kiest u dit?").fill("Van hen.")
    expect(theirs.locator("[data-saved]")).to_contain_text("Opgeslagen om")
    mine.get_by_label("Waarom kiest u dit?").fill("Van mij.")
    expect(mine.locator("[data-saved]")).to_contain_text("Iemand anders schreef hier ook")
    mine.get_by_role("button", name="Sluit, toon nog niets").click()
    expect(mine.get_by_label("Waarom kiest u dit?")).to_have_value("Van hen.\n\nVan mij.")


def test_a_step_on_another_screen_is_followed_when_nothing_is_typed(users: Users, addresses: Mapping[str, str]) -> None:
    mine, theirs = users.open(), users.open()
    mine.goto(addresses["stemmen"])
    theirs.goto(addresses["stemmen"])
    theirs.get_by_role("button", name="Sluit, toon nog niets").click()
    expect(mine.locator(".fase [aria-current]")).to_have_text("Uitslag")


def test_a_whole_question_without_javascript(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open(java_script_enabled=False)
    page.goto(addresses["alleen"])
    page.get_by_label("Waarom kiest u dit?").fill("Omdat.")
    for name in ("Toon de redenen", "Begin het gesprek", "Open het stemmen", "Sluit en toon de uitslag"):
        page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="Stel vast: Taak van de CGS").click()
    expect(page.locator(".fase [aria-current]")).to_have_text("Vastgesteld")
    expect(page.get_by_label("Waarom kiest u dit?")).to_have_value("Omdat.")


def test_a_meeting_is_opened_without_javascript(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open(java_script_enabled=False)
    page.goto(addresses["nieuw"])
    page.get_by_text("Geheim", exact=True).click()
    page.get_by_role("button", name="Open de vergadering").click()
    page.get_by_role("button", name="Begin: toon ‘Doe mee’").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Doe mee")


def test_the_invitation_is_copied(users: Users, addresses: Mapping[str, str]) -> None:
    page = users.open(permissions=["clipboard-read", "clipboard-write"])
    page.goto(addresses["klaar"])
    page.get_by_role("button", name="Kopieer de uitnodiging").click()
    expect(page.locator("[data-copied]")).to_have_text("De uitnodiging is gekopieerd.")
    assert "/doe-mee/" in page.evaluate("navigator.clipboard.readText()")
