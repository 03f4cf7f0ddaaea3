"""The beamer at the hamerstukken: what all agree on, to be settled in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting.polls import PollResult
from checklist.domain.meeting_record.words import Stance
from checklist.pages.meeting.agenda_words import counted, is_settled, polls_of
from checklist.pages.meeting.screen_room import ScreenRoom
from checklist.pages.meeting.words import count_words


@dataclass(frozen=True)
class FormalRow:
    """A question that all agree on: its answer, and each stance with its words."""

    number: int
    question: str
    answer: str
    said: tuple[tuple[str, str], ...]
    settled: bool


@dataclass(frozen=True)
class FormalPage:
    """The hamerstukken. `answered` is the most that answered one of them, `of` how many gemeenten there are; `then`:
    how many questions are left to talk about."""

    heading: str
    rows: tuple[FormalRow, ...]
    answered: int
    of: int
    then: str
    all_settled: bool


def formal_page(room: ScreenRoom) -> FormalPage:
    """Return the page; without hamerstukken it has no rows."""
    content, meeting, plan = room.content, room.meeting, room.plan
    polls = polls_of(content, meeting)
    rows = tuple(
        _formal(content.question_of[number], options, polls.get(number), settled=is_settled(meeting, number))
        for number, options in sorted(plan.unlifted.items())
    )
    return FormalPage(
        heading=counted(len(rows), "hamerstuk", "hamerstukken"),
        rows=rows,
        answered=max((polls[number].answered for number in plan.unlifted if number in polls), default=0),
        of=room.region_size,
        then=counted(len(plan.talks), "bespreekstuk", "bespreekstukken"),
        all_settled=all(row.settled for row in rows),
    )


def _formal(question: Question, options: Sequence[str], poll: PollResult | None, *, settled: bool) -> FormalRow:
    words = capital(in_a_row([one.words for one in question.options if one.code in options]))
    return FormalRow(question.number, question.heading, words, _said(options, poll), settled)


def _said(options: Sequence[str], poll: PollResult | None) -> tuple[tuple[str, str], ...]:
    """How many are voor and can live with it, of more options the one that fewest are voor. In secret mode no
    number."""
    if poll is None or poll.counted is None:
        return ((Stance.FOR.value, "niemand tegen"),)
    least = min((poll.counted.options[code] for code in options), key=lambda one: one.voor)
    kan = ((Stance.LIVE_WITH.value, count_words(Stance.LIVE_WITH, least.kan)),) if least.kan else ()
    return ((Stance.FOR.value, count_words(Stance.FOR, least.voor)), *kan)
