"""Who takes part, as the bediening shows it: in open mode who still has to answer, in secret mode only how many."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import RoundKind, Way
from checklist.selectors import LiveMeeting, RoundNow, Seat


class Mark(StrEnum):
    """Where a gemeente is; the value is the word beside the shape."""

    HERE = "is er"
    DONE = "klaar"
    TO_DO = "nog niet"
    AWAY = "niet binnen"


@dataclass(frozen=True)
class Person:
    """A gemeente in the list, with what is worth saying of how it takes part."""

    code: str
    name: str
    mark: Mark
    note: str = ""


@dataclass(frozen=True)
class TakenOver:
    """A gemeente that another device speaks for since; the chair can hold it there."""

    code: str
    name: str
    number: int


@dataclass(frozen=True)
class People:
    """The list, the count above it (`so_many` of `in_all`, and what they did), and who is still missing, in open mode
    alone."""

    persons: tuple[Person, ...]
    so_many: int
    in_all: int
    did: str
    missing: tuple[str, ...]
    taken_over: tuple[TakenOver, ...]


def people(meeting: LiveMeeting, gemeenten: Mapping[str, str]) -> People:
    """Return who takes part; `gemeenten` are the names of the region's by code, in the order of the list."""
    now = meeting.open_round
    answering = now if now and now.kind == RoundKind.DEVICE else None
    persons = tuple(
        Person(code, name, _mark(meeting, answering, meeting.seat_of.get(code)), _note(meeting.seat_of.get(code)))
        for code, name in gemeenten.items()
    )
    if answering:
        so_many = len(answering.answered)
        did = "gestemd" if answering.state == RoundState.VOTE else "klaar"
    else:
        so_many, did = sum(person.mark == Mark.HERE for person in persons), "zijn er"
    return People(
        persons,
        so_many,
        len(gemeenten),
        did,
        tuple(person.name for person in persons if person.mark == Mark.TO_DO),
        tuple(
            TakenOver(seat.gemeente, gemeenten[seat.gemeente], seat.device_no)
            for seat in meeting.seats
            if seat.device_no > 1 and not seat.locked and seat.gemeente in gemeenten
        ),
    )


def poll_done(meeting: LiveMeeting, gemeenten: Mapping[str, str]) -> tuple[Person, ...]:
    """Return who answered all questions of the poll; in both modes, as who was there is no secret."""
    every = [poll.answered for poll in meeting.polls.values()]
    done = frozenset.intersection(*every) if every else frozenset()
    return tuple(
        Person(code, name, Mark.DONE if code in done else Mark.TO_DO, _note(meeting.seat_of.get(code)))
        for code, name in gemeenten.items()
    )


def _mark(meeting: LiveMeeting, answering: RoundNow | None, seat: Seat | None) -> Mark:
    if seat is None or seat.way == Way.ABSENT:
        return Mark.AWAY
    if answering is None or meeting.secret:
        return Mark.HERE
    return Mark.DONE if seat.gemeente in answering.answered else Mark.TO_DO


def _note(seat: Seat | None) -> str:
    if seat is None:
        return ""
    if seat.way != Way.PHONE:
        return seat.way.value
    return "vast" if seat.locked else ""
