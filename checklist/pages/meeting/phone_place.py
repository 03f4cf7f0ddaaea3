"""Where a phone is: what the meeting does now, as far as those who answer are concerned."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checklist.domain.meeting.plan import plan_from_json
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import RoundKind
from checklist.pages.meeting.agenda_words import is_settled
from checklist.pages.meeting.phone_words import ready_line, step_line, step_word
from checklist.selectors import LiveMeeting, RoundNow

# What a screen waits before it asks again, in milliseconds.
_WAIT, _WAIT_IN_A_POLL = 1500, 10_000


class Kind(StrEnum):
    """What the page of a phone is about; the value stands in the page, for the script to compare."""

    READY = "klaar"
    POLL = "peiling"
    POLLED = "gepeild"
    SUSPENDED = "geschorst"
    CLOSED = "gesloten"
    FORMALITIES = "hamerstukken"
    PROPOSAL = "voorstel"
    LOOK_UP = "scherm"
    BETWEEN = "tussen"
    ROUND = "vraag"


_OF_STATE = {
    MeetingState.READY: Kind.READY,
    MeetingState.POLL: Kind.POLL,
    MeetingState.SUSPENDED: Kind.SUSPENDED,
    MeetingState.CLOSED: Kind.CLOSED,
}
# What the beamer shows while nothing is answered.
_OF_SHOWING = {
    "hamerstukken": Kind.FORMALITIES,
    "bespreekstukken": Kind.LOOK_UP,
    "geheel": Kind.LOOK_UP,
    "ontwerpen": Kind.LOOK_UP,
}
_LINES = {
    Kind.READY: "Nog niet begonnen",
    Kind.POLL: "Voorpeiling",
    Kind.POLLED: "Voorpeiling gesloten",
    Kind.SUSPENDED: "Geschorst",
    Kind.CLOSED: "Gesloten",
    Kind.FORMALITIES: "Hamerstukken",
    Kind.PROPOSAL: "Voorstel",
    Kind.LOOK_UP: "Op het scherm",
    Kind.BETWEEN: "Tussen twee vragen",
}


@dataclass(frozen=True)
class Place:
    """What a phone is about: the kind of page and, of a question, its round."""

    kind: Kind
    round: RoundNow | None = None


@dataclass(frozen=True)
class PhoneStand:
    """What follows by itself on a phone, the same for all of them. `step` changes when the page is another one; `until`
    is when the time for this question is up; `devices` tells a phone that another one took over: 'GM0828:2'."""

    line: str
    round_id: int | None
    question: int | None
    step: str
    said: str
    wait: int
    until: datetime | None
    devices: str


def place_of(meeting: LiveMeeting) -> Place:
    """Return where the phones of a meeting are. Pure."""
    if meeting.state == MeetingState.POLL and not any(poll.answerable for poll in meeting.polls.values()):
        return Place(Kind.POLLED)
    if meeting.state in _OF_STATE:
        return Place(_OF_STATE[meeting.state])
    if meeting.open_round:
        return Place(Kind.ROUND, meeting.open_round)
    if meeting.showing == "ontwerpen" and plan_from_json(meeting.plan).proposal:
        return Place(Kind.PROPOSAL)
    if meeting.showing in _OF_SHOWING:
        return Place(_OF_SHOWING[meeting.showing])
    last = _last_round(meeting)
    return Place(Kind.ROUND, last) if last else Place(Kind.BETWEEN)


def phone_stand(meeting: LiveMeeting, region_size: int) -> PhoneStand:
    """Return what follows by itself on the phones of a meeting in a region of so many gemeenten. Pure."""
    place = place_of(meeting)
    now = place.round
    return PhoneStand(
        line=_line(now, region_size) if now else _LINES[place.kind],
        round_id=now.id if now else None,
        question=now.question if now else None,
        step=step_word(now) if now else _step(meeting, place.kind),
        said=f"Vraag {now.question}: {step_word(now)}" if now else _LINES[place.kind],
        wait=_WAIT_IN_A_POLL if place.kind == Kind.POLL else _WAIT,
        until=meeting.box_until if now and now.answerable else None,
        devices=" ".join(f"{seat.gemeente}:{seat.device_no}" for seat in meeting.seats),
    )


def _line(now: RoundNow, region_size: int) -> str:
    counted = now.answerable and now.kind != RoundKind.HANDS
    return f"{step_line(now)} · {ready_line(now, region_size)}" if counted else step_line(now)


def _step(meeting: LiveMeeting, kind: Kind) -> str:
    """The kind of page; of the hamerstukken also what changed in the list."""
    if kind != Kind.FORMALITIES:
        return kind.value
    plan = plan_from_json(meeting.plan)
    return f"{kind}.{len(plan.formal)}.{len(plan.lifted)}.{_settled(meeting)}"


def _settled(meeting: LiveMeeting) -> int:
    return sum(is_settled(meeting, number) for number in plan_from_json(meeting.plan).formal)


def _last_round(meeting: LiveMeeting) -> RoundNow | None:
    """The last attempt at the question that is on, also one that was broken off."""
    attempts = [one for one in meeting.rounds if one.question == meeting.current and one.kind != RoundKind.POLL]
    return max(attempts, key=lambda one: one.attempt, default=None)
