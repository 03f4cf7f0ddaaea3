"""What a meeting leaves behind, made of what stands in its tables when it closes."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from checklist import selectors
from checklist.domain.meeting.value import Given
from checklist.domain.meeting_record.value import (
    Attended,
    MeetingRecord,
    RecordedAnswer,
    RecordedCount,
    RecordedQuestion,
    Sitting,
)
from checklist.domain.meeting_record.words import How, Rough, RoundKind, Way
from checklist.domain.proposal import Presence
from checklist.selectors.live_meeting import LiveMeeting, RoundNow, Seat

# The open answers to a round by gemeente, by the id of the round.
GivenByRound = Mapping[int, Mapping[str, Given]]


def record_of(meeting: LiveMeeting, given: GivenByRound) -> MeetingRecord:
    """Return the record of a meeting in which no round is open and every sitting has ended. Pure."""
    answered = frozenset(gemeente for one in meeting.rounds for gemeente in one.answered)
    kept = selectors.recorded_rounds(meeting)
    return MeetingRecord(
        mode=meeting.mode,
        sittings=tuple(
            Sitting(date.fromisoformat(one["date"]), time.fromisoformat(one["from"]), time.fromisoformat(one["until"]))
            for one in meeting.sittings
        ),
        names=meeting.names,
        attendance=tuple(_attended(seat, answered=seat.gemeente in answered) for seat in meeting.seats),
        questions={number: _recorded(one, given.get(one.id, {})) for number, one in kept.items()},
    )


def answers_of(given: Mapping[str, Given]) -> tuple[RecordedAnswer, ...]:
    """Return open answers as a record has them. Pure."""
    return tuple(
        RecordedAnswer(
            gemeente=gemeente,
            stances=one.ballot.stances,
            how=one.how,
            reasons=one.ballot.reasons,
            mandate=one.mandate,
            late=one.late,
        )
        for gemeente, one in given.items()
    )


def _attended(seat: Seat, *, answered: bool) -> Attended:
    """Who answered was there, also when the chair took them for absent later."""
    if seat.way == Way.ABSENT and not answered:
        return Attended(seat.gemeente, Presence.ABSENT, mandate=seat.mandate)
    how = How.PAPER if seat.way == Way.PAPER else How.PHONE if seat.device else How.HAND
    return Attended(seat.gemeente, Presence.PRESENT, how, seat.mandate)


def _recorded(one: RoundNow, given: Mapping[str, Given]) -> RecordedQuestion:
    steps, settled = tuple(dict.fromkeys(step for step, _ in one.steps)), one.settled or ()
    if one.result is None:
        return RecordedQuestion(steps=steps, settled=settled)
    counted = one.result.get("count", one.result) if one.kind == RoundKind.POLL else one.result
    answers = () if one.kind == RoundKind.HANDS else answers_of(given)
    return RecordedQuestion(
        kind=one.kind,
        attempt=one.attempt,
        steps=steps,
        answered=counted["answered"],
        blank=counted.get("blank", 0),
        late=sum(answer.late for answer in answers),
        word=one.word,
        counts={code: _count(count) for code, count in counted.get("counts", {}).items()},
        answers=answers,
        settled=settled,
        differs=one.differs,
    )


def _count(stored: Mapping[str, Any]) -> RecordedCount:
    tegen = stored.get("tegen")
    return RecordedCount(_number(stored["voor"]), stored.get("kan"), None if tegen is None else _number(tegen))


def _number(stored: int | str) -> int | Rough:
    return Rough(stored) if isinstance(stored, str) else stored
