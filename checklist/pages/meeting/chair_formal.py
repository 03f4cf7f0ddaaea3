"""Hamerstukken and bespreekstukken on the bediening."""

from dataclasses import dataclass

from checklist.domain.dutch import capital, in_a_row, in_words
from checklist.domain.meeting.formalities import reasons_in_words, to_discuss
from checklist.domain.meeting.polls import PollResult, poll_from_json
from checklist.pages.meeting.agenda_words import is_settled
from checklist.pages.meeting.chair_agenda import order_of_talks
from checklist.pages.meeting.chair_look import Sight


@dataclass(frozen=True)
class FormalRow:
    """A hamerstuk with its answer; `voor` and `kan` as they were counted in the poll, empty in secret mode."""

    number: int
    question: str
    answer: str
    settled: bool
    voor: str = ""
    kan: str = ""


@dataclass(frozen=True)
class FormalPage:
    """The hamerstukken, and which of them became bespreekstukken since, in sentences."""

    heading: str
    lead: str
    rows: tuple[FormalRow, ...]
    counted: bool
    lifted: tuple[str, ...]


@dataclass(frozen=True)
class TalkRow:
    """A bespreekstuk: why it is talked about, and for how many minutes."""

    number: int
    question: str
    why: str
    minutes: int


def formal_page(sight: Sight) -> FormalPage:
    """Return the hamerstukken that nobody lifted."""
    polls = _polls(sight)
    rows = tuple(
        _row(sight, number, options, polls.get(number)) for number, options in sorted(sight.plan.unlifted.items())
    )
    number = len(rows)
    heading = (
        "Geen hamerstukken"
        if not rows
        else "Eén hamerstuk"
        if number == 1
        else f"{capital(in_words(number))} hamerstukken"
    )
    shown = "Vink uit wat iemand wil bespreken. De rest stelt u met één druk vast."
    first = "Toon ze eerst op de beamer. Daarna stelt u ze met één druk vast."
    lead = "Elke vraag wordt besproken." if not rows else shown if sight.plan.shown else first
    return FormalPage(heading, lead, rows, bool(rows) and not sight.meeting.secret, tuple(_lifted(sight)))


def talk_rows(sight: Sight) -> tuple[TalkRow, ...]:
    """Return the questions to talk about in their order, with the reason that the poll gave."""
    meeting, plan = sight.meeting, sight.plan
    settled = {number: now.settled for number, now in meeting.newest.items() if now.settled is not None}
    found = to_discuss(sight.content, _polls(sight), settled, len(sight.names), secret=meeting.secret)
    why = {one.number: reasons_in_words(one) for one in found}
    return tuple(
        TalkRow(
            number,
            sight.content.question_of[number].words,
            _asked(sight, number) or why.get(number, ""),
            plan.minutes(number),
        )
        for number in order_of_talks(sight)
        if number not in plan.unlifted and not is_settled(meeting, number)
    )


def _polls(sight: Sight) -> dict[int, PollResult]:
    return {
        number: poll_from_json(sight.content.question_of[number], poll.result)
        for number, poll in sight.meeting.polls.items()
        if poll.result
    }


def _row(sight: Sight, number: int, options: tuple[str, ...], poll: PollResult | None) -> FormalRow:
    question = sight.content.question_of[number]
    words = {option.code: option.words for option in question.options}
    counted = [poll.counted.options[code] for code in options] if poll and poll.counted else []
    return FormalRow(
        number,
        question.words,
        capital(in_a_row([words[code] for code in options])),
        is_settled(sight.meeting, number),
        ", ".join(str(one.voor) for one in counted),
        ", ".join(str(one.kan) for one in counted),
    )


def _lifted(sight: Sight) -> list[str]:
    return [f"Vraag {number} is een bespreekstuk geworden: {_asked(sight, number)}." for number in sight.plan.lifted]


def _asked(sight: Sight, number: int) -> str:
    """That somebody asked to talk about it, with the gemeente in open mode; empty when nobody did."""
    if number not in sight.plan.lifted:
        return ""
    name = sight.names.get(sight.plan.lifted[number], "")
    return f"op verzoek van {name}" if name else "op verzoek"
