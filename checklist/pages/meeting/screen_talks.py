"""The beamer at the bespreekstukken: what is talked about, from when, why, and for how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checklist.domain.dutch import in_words
from checklist.domain.meeting.formalities import Reason, ToDiscuss, reasons_in_words, to_discuss
from checklist.domain.meeting.plan import Plan
from checklist.pages.meeting.agenda_words import counted, is_settled, polls_of
from checklist.pages.meeting.screen_room import ScreenRoom
from checklist.selectors import LiveMeeting

# Minutes that the whole takes at the end.
WHOLE_MINUTES = 15


@dataclass(frozen=True)
class TalkRow:
    """A question that is talked about: from when, why (with the shape that goes with it), and for how many minutes."""

    number: int | None
    question: str
    at: datetime | None
    shape: str
    why: str
    minutes: int
    settled: bool
    current: bool


@dataclass(frozen=True)
class TalksPage:
    """The bespreekstukken, and the whole as the last row. `formal_settled`: the hamerstukken are done; `time`: for what
    the time is; `until`: when the meeting ends, None when nothing says."""

    heading: str
    rows: tuple[TalkRow, ...]
    formal_settled: bool
    time: str
    until: datetime | None


def talks_page(room: ScreenRoom, asked_by: Mapping[int, Sequence[str]], until: datetime | None) -> TalksPage:
    """Return the page. `asked_by`: the names of the gemeenten that asked to talk about a question, none in secret
    mode."""
    meeting, plan = room.meeting, room.plan
    starts = _starts(meeting, [(number, time) for number, time in plan.talks if not is_settled(meeting, number)], until)
    why = _why(room)
    rows = tuple(
        TalkRow(
            number=number,
            question=room.content.question_of[number].heading,
            at=starts.get(number),
            shape=_shape(why[number]),
            why=reasons_in_words(why[number], asked_by.get(number, ())),
            minutes=minutes,
            settled=is_settled(meeting, number),
            current=number == meeting.current,
        )
        for number, minutes in plan.talks
    )
    return TalksPage(
        heading=counted(len(rows), "bespreekstuk", "bespreekstukken"),
        rows=(*rows, _whole(starts.get(None))),
        formal_settled=bool(plan.unlifted) and all(is_settled(meeting, number) for number in plan.unlifted),
        time=_time(plan),
        until=until,
    )


def _whole(at: datetime | None) -> TalkRow:
    words = ("Het geheel", at, "", "past alles op elkaar?")
    return TalkRow(None, *words, WHOLE_MINUTES, settled=False, current=False)


def _time(plan: Plan) -> str:
    if not plan.talks:
        return ""
    total, number = sum(minutes for _, minutes in plan.talks), len(plan.talks)
    questions = "één vraag" if number == 1 else f"{in_words(number)} vragen"
    return f"{total} minuten voor {questions}, {WHOLE_MINUTES} voor het geheel"


def _why(room: ScreenRoom) -> Mapping[int, ToDiscuss]:
    """Why each question is talked about; one that was lifted is no hamerstuk any more."""
    formal = {number: options for number, options in room.plan.unlifted.items() if is_settled(room.meeting, number)}
    polls = polls_of(room.content, room.meeting)
    found = to_discuss(room.content, polls, formal, room.region_size, secret=room.meeting.secret)
    asked = {number: ToDiscuss(number, (Reason.ASKED,)) for number in room.plan.lifted}
    plain = {number: ToDiscuss(number) for number, _ in room.plan.talks}
    return plain | asked | {one.number: one for one in found}


_SHAPES = {Reason.CLASHES: "botst", Reason.TO_AGREE: "afspraak", Reason.DIVIDED: "verdeeld"}


def _shape(found: ToDiscuss) -> str:
    """The shape of the gravest reason."""
    return next((shape for reason, shape in _SHAPES.items() if reason in found.reasons), "nog-niet")


def _starts(
    meeting: LiveMeeting, left: Sequence[tuple[int, int]], until: datetime | None
) -> dict[int | None, datetime]:
    """When each question that is left starts, and the whole under None: after the time of the one that is talked about
    now, else so that all is done at the end. Nothing when neither is known."""
    minutes = [timedelta(minutes=number) for _, number in left]
    numbers = [number for number, _ in left]
    if meeting.box_until and numbers and numbers[0] == meeting.current:
        start = meeting.box_until - minutes[0]
    elif until:
        start = until - timedelta(minutes=WHOLE_MINUTES) - sum(minutes, timedelta())
    else:
        return {}
    found: dict[int | None, datetime] = {}
    for number, takes in zip([*numbers, None], [*minutes, timedelta()], strict=True):
        found[number] = start
        start += takes
    return found
