"""A screen follows a meeting by itself. Its server is played here, and its clock goes only when it is told to."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Users
from tests.waiting import wait_until

pytestmark = pytest.mark.browser

BEFORE_TEN, TEN_O_CLOCK = "2026-11-24T09:00:00+01:00", "2026-11-24T10:00:00+01:00"
LOST = "Geen verbinding met de server."
PAGE = """<!doctype html><html lang="nl"><title>Proef</title><body>
<header class="top"><span role="status"><span data-zegt></span><span data-verbinding></span></span>
<span data-vak hidden>Deze vraag: <strong></strong></span></header>
<main data-live="/live/proef/" {reload}>{stand}{form}</main><script src="/static/js/meeting_live.js"></script>"""
FORM = '<form method="post"><input type="hidden" name="ronde" value="5"><textarea name="reden"></textarea></form>'


def stand(ronde: int = 5, stap: str = "alleen", *, more: str = "", inside: str = "") -> str:
    """What the server says of where the meeting is."""
    data = f'data-ronde="{ronde}" data-vraag="{ronde}" data-stap="{stap}" data-wacht="1500"'
    return f'<section id="stand" {data} {more}>vraag {ronde}, {stap}{inside}</section>'


# Chance is always halfway; each pause between two questions is noted, and not the limit of an answer.
NOTED = """Math.random = () => 0.5;
window.pauses = [];
const set = window.setTimeout;
window.setTimeout = (act, pause) => { if (pause !== 5000) pauses.push(pause); return set(act, pause); };"""


@dataclass
class PlayedServer:
    """A screen, and what answers it."""

    page: Page
    now: str = field(default_factory=stand)
    status: int = 200
    known: list[str] = field(default_factory=list)
    opened: int = 0

    def answer(self, route: Route) -> None:
        """Answer a question of the script; status 0 is a server that is gone, 1 one that says nothing."""
        self.known.append(route.request.headers.get("if-none-match", ""))
        etag = f'"{zlib.crc32(self.now.encode())}"'
        if self.status == 0:
            route.abort()
        elif self.status == 200 and self.known[-1] == etag:
            route.fulfill(status=304, headers={"ETag": etag})
        elif self.status == 200:
            route.fulfill(body=self.now, headers={"ETag": etag, "Content-Type": "text/html; charset=utf-8"})
        elif self.status != 1:
            route.fulfill(status=self.status)

    def open(self, route: Route, form: str, reload: str) -> None:
        """Give the page of the screen."""
        self.opened += 1
        body = PAGE.format(stand=self.now, form=form, reload=reload)
        route.fulfill(body=body, headers={"Content-Type": "text/html; charset=utf-8"})

    @property
    def pauses(self) -> list[float]:
        """How long the screen waited before each question, and waits now."""
        noted: list[float] = self.page.evaluate("pauses")
        return noted

    def asks(self, seconds: float = 0.0) -> None:
        """Let the pause, or so many seconds, go by until it has asked once more and waits again."""
        before = len(self.pauses)
        self.page.clock.run_for(round(1000 * seconds or self.pauses[-1]))
        assert wait_until(lambda: len(self.pauses) > before)

    def pause_goes_by(self) -> None:
        """Let the pause go by until it has asked."""
        with self.page.expect_request("**/live/proef/"):
            self.page.clock.run_for(round(self.pauses[-1]))

    def is_opened_again(self) -> bool:
        """Let the pause go by until the page is there anew."""
        with self.page.expect_event("load"):
            self.page.clock.run_for(round(self.pauses[-1]))
        return self.opened == 2

    def hides(self, hidden: bool) -> None:
        """Put the screen behind another one, or in front again."""
        self.page.evaluate(
            """hidden => { Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
                 document.dispatchEvent(new Event("visibilitychange")); }""",
            hidden,
        )


Opens = Callable[..., PlayedServer]


@pytest.fixture
def opens(users: Users) -> Opens:
    """Opens a screen: with a form or not, and of a kind that is fetched anew at each step or not."""

    def open_screen(shown: str = "", form: str = "", reload: str = "") -> PlayedServer:
        page = users.open()
        server = PlayedServer(page, shown or stand())
        page.clock.install(time=BEFORE_TEN)
        page.clock.pause_at(TEN_O_CLOCK)
        page.add_init_script(NOTED)
        page.route("**/proef/scherm/", lambda route: server.open(route, form, reload))
        page.route("**/live/proef/", server.answer)
        page.goto("/proef/scherm/")
        return server

    return open_screen


def test_only_what_follows_the_meeting_is_replaced(opens: Opens) -> None:
    server = opens(form=FORM)
    server.page.get_by_role("textbox").fill("half getypt")
    server.now = stand(stap="redenen")
    server.asks()
    expect(server.page.locator("#stand")).to_have_text("vraag 5, redenen")
    expect(server.page.get_by_role("textbox")).to_have_value("half getypt")


def test_it_says_what_it_has_and_is_told_when_nothing_is_new(opens: Opens) -> None:
    server = opens()
    for _ in range(3):
        server.asks()
    assert server.known[0] == ""
    assert server.known[1] == server.known[2] != ""


def test_the_server_says_how_long_to_wait(opens: Opens) -> None:
    server = opens()
    server.now = server.now.replace("1500", "10000")
    server.asks()
    assert server.pauses == [1500, 10000]


@pytest.mark.parametrize(("chance", "pause"), [("0", 1200), ("0.999999", 1800)])
def test_screens_do_not_all_ask_at_once(opens: Opens, chance: str, pause: float) -> None:
    server = opens()
    server.page.evaluate(f"Math.random = () => {chance}")
    server.asks()
    assert server.pauses[-1] == pytest.approx(pause, abs=1)


def test_behind_another_page_it_asks_less_and_at_once_on_return(opens: Opens) -> None:
    server = opens()
    server.hides(True)
    assert server.pauses[-1] == 15000
    server.asks()
    before = len(server.known)
    server.hides(False)
    assert wait_until(lambda: server.pauses[-1] == 1500)
    assert len(server.known) == before + 1


@pytest.mark.parametrize("status", [0, 429, 500, 503])
def test_a_server_that_fails_is_asked_less_and_less_and_then_as_before(opens: Opens, status: int) -> None:
    server = opens(form=FORM)
    line = server.page.locator("[data-verbinding]")
    server.status = status
    server.asks()
    assert server.pauses[-1] == 2000
    expect(line).to_have_text("")
    for pause in (4000, 8000, 15000, 15000):
        server.asks()
        assert server.pauses[-1] == pause
        expect(line).to_have_text(f"{LOST} Wat u typte blijft staan.")
    server.status = 200
    server.asks()
    expect(line).to_have_text("Weer verbonden")
    server.page.clock.run_for(10_000)
    expect(line).to_have_text("")


def test_a_screen_where_nothing_can_be_typed_says_no_more_than_that_the_server_is_lost(opens: Opens) -> None:
    server = opens()
    server.status = 503
    server.asks()
    server.asks()
    expect(server.page.locator("[data-verbinding]")).to_have_text(LOST)


def test_an_answer_that_does_not_come_is_given_up_and_no_second_is_asked_meanwhile(opens: Opens) -> None:
    server = opens()
    server.status = 1
    server.pause_goes_by()
    server.hides(True)
    server.hides(False)
    assert len(server.known) == 1
    server.asks(5)
    assert server.pauses[-1] == 2000


def test_what_is_no_piece_of_a_screen_counts_as_a_failure(opens: Opens) -> None:
    server = opens()
    server.now = "<h1>Een proxy</h1>"
    server.asks()
    assert server.pauses[-1] == 2000
    expect(server.page.locator("#stand")).to_have_text("vraag 5, alleen")


def test_a_closed_meeting_is_said_and_asked_no_more(opens: Opens) -> None:
    server = opens()
    server.status = 410
    server.pause_goes_by()
    expect(server.page.get_by_role("paragraph")).to_have_text("De vergadering is gesloten.")
    server.page.clock.run_for(60_000)
    assert len(server.known) == 1


def test_an_address_that_is_gone_leads_to_the_page_of_now(opens: Opens) -> None:
    server = opens(form=FORM)
    server.status = 404
    assert server.is_opened_again()


def test_an_address_that_is_gone_takes_nothing_that_was_typed(opens: Opens) -> None:
    server = opens(form=FORM)
    server.page.get_by_role("textbox").fill("half getypt")
    server.status = 404
    server.pause_goes_by()
    expect(server.page.get_by_role("link", name="Haal de bladzijde opnieuw op")).to_be_visible()
    expect(server.page.get_by_role("textbox")).to_have_value("half getypt")
    assert server.opened == 1


def test_a_new_step_is_told_to_the_page_and_to_a_screen_reader_at_once(opens: Opens) -> None:
    server = opens()
    server.page.evaluate("document.addEventListener('meeting:stand', ({ detail }) => { window.told = detail; })")
    server.now = stand(stap="stemmen", more='data-zegt="Vraag 5: stemmen"')
    server.asks()
    told = server.page.evaluate("told")
    assert (told["before"]["stap"], told["now"]["stap"], told["step"]) == ("alleen", "stemmen", True)
    expect(server.page.locator(".top [data-zegt]")).to_have_text("Vraag 5: stemmen")


def test_a_count_is_said_at_most_once_in_ten_seconds(opens: Opens) -> None:
    server = opens(stand(more='data-zegt="3 van 7"'))
    server.now = stand(more='data-zegt="4 van 7"')
    server.asks()
    expect(server.page.locator(".top [data-zegt]")).to_have_text("")
    for _ in range(6):
        server.asks()
    expect(server.page.locator(".top [data-zegt]")).to_have_text("4 van 7")


def test_a_page_that_belongs_to_a_step_is_fetched_anew_at_the_next(opens: Opens) -> None:
    server = opens(form=FORM, reload="data-reload")
    server.now = stand(6)
    assert server.is_opened_again()


def test_a_new_question_does_not_take_what_was_typed(opens: Opens) -> None:
    server = opens(form=FORM, reload="data-reload")
    server.page.get_by_role("textbox").fill("half getypt")
    server.now = stand(6)
    server.asks()
    expect(server.page.get_by_role("paragraph")).to_have_text("Er is een nieuwe vraag: Naar vraag 6")
    expect(server.page.get_by_role("textbox")).to_have_value("half getypt")
    assert server.opened == 1
    with server.page.expect_event("load"):
        server.page.get_by_role("link", name="Naar vraag 6").click()
    assert server.opened == 2


def test_a_question_that_is_asked_again_does_not_take_what_was_typed_and_is_told(opens: Opens) -> None:
    server = opens(form=FORM, reload="data-reload")
    server.page.get_by_role("textbox").fill("half getypt")
    server.now = stand().replace('data-ronde="5"', 'data-ronde="9"')
    server.asks()
    expect(server.page.get_by_role("paragraph")).to_have_text("Deze vraag is opnieuw gesteld: Naar vraag 5")
    expect(server.page.get_by_role("textbox")).to_have_value("half getypt")


def test_a_form_that_came_back_with_an_error_counts_as_typed(opens: Opens) -> None:
    server = opens(form=FORM.replace("<form", '<form data-warn-unsaved="typed"'), reload="data-reload")
    server.now = stand(6)
    server.asks()
    assert server.opened == 1


@pytest.mark.parametrize("status", [200, 404])
def test_a_form_that_is_on_its_way_is_not_broken_off(opens: Opens, status: int) -> None:
    server = opens(form=FORM, reload="data-reload")
    submit = "document.forms[0].dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))"
    server.page.evaluate(submit)  # the event alone: nothing is sent, so that the page stays
    server.now, server.status = stand(6), status
    server.asks()
    server.asks()
    assert server.opened == 1


def test_a_form_that_the_page_sends_itself_is_no_reason_to_stay(opens: Opens) -> None:
    server = opens(form=FORM, reload="data-reload")
    server.page.evaluate("document.forms[0].addEventListener('submit', (event) => event.preventDefault())")
    server.page.evaluate("document.forms[0].requestSubmit()")
    server.now = stand(6)
    assert server.is_opened_again()


def test_what_the_page_saved_meanwhile_is_not_typed_any_more(opens: Opens) -> None:
    server = opens(form=FORM, reload="data-reload")
    server.page.get_by_role("textbox").fill("getypt en bewaard")
    server.page.evaluate("document.dispatchEvent(new Event('meeting:saved'))")
    server.now = stand(6)
    assert server.is_opened_again()


def test_what_has_the_focus_in_it_keeps_it(opens: Opens) -> None:
    button = '<button id="namen">Namen</button>'
    server = opens(stand(inside=button))
    server.page.get_by_role("button").focus()
    server.now = stand(stap="getoond", inside=button)
    server.asks()
    expect(server.page.locator("#stand")).to_contain_text("getoond")
    expect(server.page.get_by_role("button")).to_be_focused()


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        ("10:13:00", "nog 13 minuten"),
        ("10:12:01", "nog 13 minuten"),
        ("10:00:10", "nog 1 minuut"),
        ("09:59:30", "de tijd is om"),
        ("09:58:59", "1 minuut over"),
        ("09:57:30", "2 minuten over"),
    ],
)
def test_the_time_of_a_question_is_said_in_whole_minutes(opens: Opens, until: str, shown: str) -> None:
    server = opens(stand(more=f'data-tot="2026-11-24T{until}+01:00"'))
    expect(server.page.locator("[data-vak]")).to_have_text(f"Deze vraag: {shown}")


def test_the_time_goes_on_in_the_page(opens: Opens) -> None:
    server = opens(stand(more='data-tot="2026-11-24T10:02:00+01:00"'))
    server.page.clock.run_for(65_000)
    expect(server.page.locator("[data-vak]")).to_have_text("Deze vraag: nog 1 minuut")


def test_without_a_time_none_is_shown(opens: Opens) -> None:
    expect(opens().page.locator("[data-vak]")).to_be_hidden()


MAKE = """
from tests.dossiers import make_dossier
from tests.meetings import make_meeting
dossier = make_dossier()
print(dossier.edit_key, make_meeting(dossier).pk)
"""
OPEN = """
from django.db.models import F
from checklist.models import Meeting
from tests.meetings import make_round
make_round(Meeting.objects.get(pk={pk}), 7)
Meeting.objects.filter(pk={pk}).update(version=F("version") + 1)
"""


def test_a_beamer_shows_what_the_real_server_was_told(users: Users) -> None:
    key, pk = users.server.run(MAKE).split()
    page = users.open()
    page.goto(f"/dossier/{key}/vergadering/scherm/")
    expect(page.locator("#stand")).not_to_have_attribute("data-vraag", "7")
    users.server.run(OPEN.format(pk=pk))
    expect(page.locator("#stand")).to_have_attribute("data-vraag", "7")
    expect(page.locator("[data-verbinding]")).to_have_text("")
