"""Phones of Oss in each state of a meeting, for what holds for all of them; every choice is made up."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.plan import Plan, plan_as_json
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind, Way
from checklist.models import Meeting, Participant
from tests.dossiers import make_dossier
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round, phone_of

OSS = "GM0828"
OWN = {"7a": "tegen", "7b": "voor", "7c": "kan", "7d": "kan"}
REASON = (
    "De CGS heeft het netwerk en het gezag; dat is bij een crisis de ingang die er al is, en zo blijft het van ons."
)
COUNTED = {
    "answered": 11,
    "blank": 0,
    "counts": {code: {"voor": 3, "kan": 5, "tegen": 3} for code in ("7a", "7b", "7c", "7d")},
}
SHOWN = {
    "answered": 11,
    "blank": 0,
    "counts": {code: {"voor": "enkele", "tegen": "bijna iedereen"} for code in ("7a", "7b", "7c", "7d")},
}
PLAN = Plan(formal={1: ("1a",), 6: ("6a",), 9: ("9a",)}, lifted={6: OSS}, talks=((11, 7),), proposal={7: ("7b",)})


def _meeting(mode: Mode = Mode.OPEN, state: MeetingState = MeetingState.RUNNING, **fields: Any) -> tuple[Meeting, str]:
    """A meeting of all gemeenten whose question has some time left, with the cookie of Oss."""
    until = timezone.now() + timedelta(minutes=12, seconds=30)
    meeting = make_meeting(make_dossier(), mode, state, plan=plan_as_json(PLAN), box_until=until, **fields)
    cookies = {gemeente: join(meeting, gemeente, mandate="mandaat") for gemeente in GEMEENTEN}
    return meeting, cookies[OSS]


def _asked(number: int, state: RoundState = RoundState.ALONE, mode: Mode = Mode.OPEN, **fields: Any) -> "Scene":
    def make() -> tuple[Meeting, str]:
        meeting, cookie = _meeting(mode)
        make_round(meeting, number, state, **fields)
        return meeting, cookie

    return make


def _answered(state: RoundState, mode: Mode = Mode.OPEN, **fields: Any) -> "Scene":
    def make() -> tuple[Meeting, str]:
        meeting, cookie = _meeting(mode)
        give(make_round(meeting, 7, state, **fields), OSS, OWN, cookie, reasons={"7b": REASON})
        return meeting, cookie

    return make


def _poll() -> tuple[Meeting, str]:
    meeting, cookie = _meeting(state=MeetingState.POLL, poll_until=timezone.now() + timedelta(days=3))
    rounds = [make_round(meeting, number, kind=RoundKind.POLL.value, attempt=0) for number in range(1, 13)]
    give(rounds[6], OSS, OWN)
    return meeting, cookie


def _taken_over() -> tuple[Meeting, str]:
    meeting, cookie = _meeting()
    Participant.objects.filter(meeting=meeting, gemeente__code=OSS).update(
        device="0" * 60 + str(meeting.pk), device_no=2
    )
    return meeting, cookie


def _on_paper() -> tuple[Meeting, str]:
    meeting, cookie = _meeting()
    make_round(meeting, 7)
    Participant.objects.filter(meeting=meeting, gemeente__code=OSS).update(way=Way.PAPER.value)
    return meeting, cookie


Scene = Callable[[], tuple[Meeting, str]]

# The phone shows this; each scene gives the meeting and the cookie of Oss.
PHONES: Mapping[str, Scene] = {
    "klaar": lambda: _meeting(state=MeetingState.READY),
    "geschorst": lambda: _meeting(state=MeetingState.SUSPENDED),
    "gesloten": lambda: _meeting(state=MeetingState.CLOSED),
    "peiling": _poll,
    "tussen": _meeting,
    "hamerstukken": lambda: _meeting(showing="hamerstukken"),
    "voorstel": lambda: _meeting(showing="ontwerpen"),
    "meer": _asked(2),
    "een": _asked(7),
    "geheim": _asked(7, mode=Mode.SECRET),
    "handen": _asked(7, kind=RoundKind.HANDS.value),
    "wacht": _answered(RoundState.ALONE),
    "praten": _answered(RoundState.REASONS, steps=[["alleen", 0], ["redenen", 1], ["praten", 2]]),
    "stemmen": _answered(RoundState.VOTE, Mode.SECRET),
    "dicht": _answered(RoundState.CLOSED, result=COUNTED),
    "uitslag": _answered(RoundState.SHOWN, result=COUNTED),
    "uitslag, geheim": _asked(7, RoundState.SHOWN, Mode.SECRET, result=SHOWN),
    "vastgesteld": _answered(RoundState.SETTLED, result=COUNTED, settled=["7b"], differs=REASON),
    "afgebroken": _asked(7, RoundState.LAPSED),
    "overgenomen": _taken_over,
    "papier": _on_paper,
}


def make_phone(name: str) -> dict[str, Any]:
    """Make the meeting of a scene; the address of the phone, that of joining, the meeting's id and the cookies of the
    phone, ready for JSON."""
    meeting, cookie = PHONES[name]()
    cookies = {key: one.value for key, one in phone_of(meeting, cookie).cookies.items()}
    late = selectors.late_link(meeting.pk, OSS)
    return {
        "id": meeting.pk,
        "address": f"/deelnemen/{meeting.pk}/",
        "join": meeting.join_token,
        "cookies": cookies,
        "late": late,
    }
