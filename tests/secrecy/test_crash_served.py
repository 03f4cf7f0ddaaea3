"""PostgreSQL stops in the middle of a meeting that is served: every screen goes on by itself once it is back."""

import json
import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import psycopg
import pytest

from checklist.domain.meeting_record.words import Mode
from checklist.models import Meeting
from tests.live import Browser, Server, served
from tests.meetings import GEMEENTEN
from tests.postgres import Cluster
from tests.screens import Followed, Screens
from tests.secrecy.own_server import DURABLE, end, own_server, shell
from tests.served.phones import Phone, joined

pytestmark = pytest.mark.slow

PHONES = GEMEENTEN[:5]
ROOMS = ("phone_token", "screen_token", "chair_token")
LOST = "Door een storing zijn de antwoorden op deze vraag weg."
# Question 6 is counted and settled, question 7 is open.
MAKE = """
import json
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import Mode
from checklist.models import Meeting
from tests.dossiers import make_dossier
from tests.meetings import make_meeting, make_round
FIELDS = ("id", "join_token", "phone_token", "screen_token", "chair_token")
COUNTS = {f"6{letter}": {"voor": 5 * (letter == "a"), "tegen": 5 * (letter != "a")} for letter in "abc"}
made = {}
Meeting.objects.all().delete()
for mode in Mode:
    meeting = make_meeting(make_dossier(), mode)
    result = {"answered": 5, "blank": 0, "counts": COUNTS}
    settled = make_round(meeting, 6, RoundState.SETTLED, result=result, settled=["6a"])
    made[mode] = {name: getattr(meeting, name) for name in FIELDS}
    made[mode] |= {"key": meeting.dossier.edit_key, "settled": settled.pk, "open": make_round(meeting, 7).pk}
print(json.dumps(made))
"""


@dataclass
class Served:
    """A meeting that is served, with the phones that take part."""

    site: Server
    database: Cluster
    made: Mapping[str, Any]
    phones: list[Phone]

    def answer(self, phone: Phone, reason: str) -> int:
        """Answer the round that was open at first; the status."""
        return phone.answer(self.made["open"], {"A-keuze": "voor", "A-reden": reason}).status

    def one(self, query: str) -> Any:
        """What a query about this meeting gives, in one row of one column."""
        with psycopg.connect(self.database.url) as beside:
            row = beside.execute(query, self.made).fetchone()
        assert row is not None
        return row[0]

    @property
    def screens(self) -> Screens:
        """Ten screens of each room, which follow the meeting."""
        addresses = [f"/live/{self.made[room]}/" for room in ROOMS]
        return Screens(self.site.socket, addresses * 10, pause=0.5)

    def until_now(self, screens: Screens) -> Followed:
        """What the screens saw until each shows the meeting as it is."""
        return screens.until(self.one("SELECT version FROM checklist_meeting WHERE id = %(id)s"))


@pytest.fixture(scope="module")
def database() -> Iterator[Cluster]:
    with own_server() as made:
        yield made


@pytest.fixture
def meetings(database: Cluster) -> Iterator[Mapping[Mode, Served]]:
    """A meeting in each mode, that every phone answered."""
    made = json.loads(shell(database, MAKE))
    with served(settings={"DATABASE_URL": database.url}) as site:
        found = {}
        for mode in Mode:
            tokens = made[mode.value]
            meeting = Meeting(pk=tokens["id"], join_token=tokens["join_token"])
            phones = [joined(site, meeting, gemeente) for gemeente in PHONES]
            found[mode] = Served(site, database, tokens, phones)
            assert {found[mode].answer(phone, "Vóór de storing.") for phone in phones} == {HTTPStatus.SEE_OTHER}
        yield found


def away(database: Cluster, meetings: Mapping[Mode, Served], how: signal.Signals) -> None:
    """Let the server end in this way and come back, while phones ask for their page."""
    end(database, how)
    statuses = {phone.browser.get(phone.address).status for each in meetings.values() for phone in each.phones}
    assert statuses == {HTTPStatus.SERVICE_UNAVAILABLE}
    database.serve(**DURABLE)


def test_after_a_restart_every_screen_goes_on_and_every_answer_is_there(
    database: Cluster, meetings: Mapping[Mode, Served]
) -> None:
    with meetings[Mode.OPEN].screens as open_screens, meetings[Mode.SECRET].screens as secret_screens:
        away(database, meetings, signal.SIGINT)
        for mode, screens in ((Mode.OPEN, open_screens), (Mode.SECRET, secret_screens)):
            there = meetings[mode]
            assert {phone.browser.get(phone.address).status for phone in there.phones} == {HTTPStatus.OK}
            assert there.answer(there.phones[0], "Na de storing.") == HTTPStatus.SEE_OTHER
            assert set(there.until_now(screens).statuses) <= {0, 200, 304, 503}
    assert meetings[Mode.OPEN].one("SELECT count(*) FROM checklist_preference WHERE round_id = %(open)s") == len(PHONES)
    secret = meetings[Mode.SECRET]
    assert secret.one("SELECT count(*) FROM checklist_secretballot WHERE round_id = %(open)s") == len(PHONES)


@pytest.mark.parametrize("how", [signal.SIGQUIT, signal.SIGKILL], ids=["stopped at once", "killed"])
def test_after_a_crash_the_open_question_is_asked_again_in_secret_and_nothing_else_is_lost(
    database: Cluster, meetings: Mapping[Mode, Served], how: signal.Signals
) -> None:
    there, secret = meetings[Mode.OPEN], meetings[Mode.SECRET]
    with there.screens as open_screens, secret.screens as screens:
        away(database, meetings, how)
        assert there.answer(there.phones[0], "Na de storing.") == HTTPStatus.SEE_OTHER
        assert set(there.until_now(open_screens).statuses) <= {0, 200, 304, 503}
        page = secret.phones[0].answer(secret.made["open"], {"A-keuze": "voor"})
        assert LOST in page.content.decode()
        assert set(secret.until_now(screens).statuses) <= {0, 200, 304, 503}
    assert there.one("SELECT count(*) FROM checklist_preference WHERE round_id = %(open)s") == len(PHONES)
    assert secret.one("SELECT state FROM checklist_round WHERE id = %(open)s") == "vervallen"
    for each in meetings.values():
        assert each.one("SELECT state FROM checklist_round WHERE id = %(settled)s") == "vastgesteld"
    pages = [phone.browser.get(phone.address) for phone in secret.phones]
    pages.append(Browser(secret.site).get(f"/live/{secret.made['screen_token']}/"))
    pages.append(Browser(secret.site).get(f"/dossier/{secret.made['key']}/vergadering/"))
    for page in pages:
        assert LOST in page.content.decode()
