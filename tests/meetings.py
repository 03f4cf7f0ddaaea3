"""Meetings for tests, straight in the tables: what the services make, without their rules."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client, RequestFactory

from checklist.domain.meeting.device import ballot_key, digest_of, new_cookie, new_token
from checklist.domain.meeting.join_code import new_code
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind, Way
from checklist.meeting.device import remember
from checklist.models import Answered, Dossier, Meeting, Participant, Preference, Round, SecretBallot
from models_catalogue.models import Gemeente

OPENED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
# Of Brabant-Noord, the region of the dossiers of tests, in the order of their names.
GEMEENTEN = (
    "GM1721",
    "GM0755",
    "GM0757",
    "GM0796",
    "GM0797",
    "GM1982",
    "GM1991",
    "GM1948",
    "GM0828",
    "GM0845",
    "GM0865",
)


def make_meeting(
    dossier: Dossier, mode: Mode = Mode.OPEN, state: MeetingState = MeetingState.RUNNING, **fields: Any
) -> Meeting:
    """A meeting that is live, unless it is suspended or closed."""
    live = state not in {MeetingState.SUSPENDED, MeetingState.CLOSED}
    tokens = ("join_token", "phone_token", "screen_token", "chair_token")
    values: dict[str, Any] = {
        "opened_at": OPENED,
        "sittings": [{"date": "2026-11-24", "from": "10:00"}],
        "code": new_code() if live else None,
        **{name: new_token() if live else None for name in tokens},
    }
    return Meeting.objects.create(dossier=dossier, mode=mode.value, state=state.value, **(values | fields))


def join(meeting: Meeting, gemeente: str, **fields: Any) -> str:
    """Let a gemeente take part with a device; return the device's cookie."""
    cookie = new_cookie(gemeente, 1)
    row = Gemeente.objects.get(code=gemeente)
    values = {"device": digest_of(cookie), "device_no": 1, "way": Way.PHONE.value} | fields
    Participant.objects.create(meeting=meeting, gemeente=row, **values)
    return cookie


def make_round(meeting: Meeting, question: int, state: RoundState = RoundState.ALONE, **fields: Any) -> Round:
    """A round at a question, which is then the question that is on."""
    values = {"attempt": 1, "kind": RoundKind.DEVICE.value, "steps": [["alleen", 0]]} | fields
    made = Round.objects.create(meeting=meeting, question=question, state=state.value, **values)
    if values["kind"] != RoundKind.POLL.value:
        Meeting.objects.filter(pk=meeting.pk).update(current=question, showing="vraag")
    return made


def give(of_round: Round, gemeente: str, stances: dict[str, str], cookie: str = "", **fields: Any) -> None:
    """Let a gemeente that takes part answer; in secret mode with the cookie of its device."""
    participant = Participant.objects.get(meeting=of_round.meeting, gemeente__code=gemeente)
    if of_round.meeting.mode == Mode.OPEN.value:
        Preference.objects.create(round=of_round, participant=participant, stances=stances, **fields)
    else:
        Answered.objects.create(round=of_round, participant=participant)
        key = ballot_key(cookie or new_token(), of_round.pk)
        SecretBallot.objects.create(key=key, round=of_round, stances=stances, **fields)


def phone_of(meeting: Meeting, cookie: str) -> Client:
    """The phone of a gemeente: a browser that has its cookie."""
    phone, given = Client(), HttpResponse()
    remember(RequestFactory().get("/"), given, meeting.pk, cookie)
    phone.cookies.update(given.cookies)
    return phone
