"""What is left of a meeting that was closed, to be read: who was there, and what was counted of each question."""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.content import Content, Question
from checklist.domain.dutch import capital, in_a_row
from checklist.domain.meeting_record.value import MeetingRecord, RecordedCount, RecordedQuestion
from checklist.domain.meeting_record.words import Mandate, RoundKind
from checklist.pages.meeting.options import lettered

_MANDATES = {Mandate.GIVEN: "met mandaat", Mandate.RESERVED: "onder voorbehoud", Mandate.NOT_SAID: ""}


@dataclass(frozen=True)
class ShownAttended:
    """A gemeente with how it stood to the meeting, in words."""

    name: str
    told: str


@dataclass(frozen=True)
class ShownQuestion:
    """A question with what was settled, how many answered, and what was counted: a row per option with cells."""

    number: int
    words: str
    settled: str
    answered: str
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    differs: str


@dataclass(frozen=True)
class ShownRecord:
    """The record. `heads` are those of the cells of every question."""

    attended: tuple[ShownAttended, ...]
    heads: tuple[str, ...]
    questions: tuple[ShownQuestion, ...]


def record_shown(content: Content, record: MeetingRecord, names: Mapping[str, str]) -> ShownRecord:
    """Return the record in words; `names` are those of the gemeenten by code, in the order in which they are shown."""
    order = {code: at for at, code in enumerate(names)}
    heads = ("voor", "tegen") if record.secret else ("voor", "kan ermee leven", "tegen")
    return ShownRecord(
        tuple(
            ShownAttended(
                names.get(one.gemeente, one.gemeente),
                ", ".join(filter(None, (one.presence.value, one.how and one.how.value, _MANDATES[one.mandate]))),
            )
            for one in sorted(record.attendance, key=lambda one: order.get(one.gemeente, len(order)))
        ),
        heads,
        tuple(
            _question(content.question_of[number], told, secret=record.secret)
            for number, told in sorted(record.questions.items())
            if told.tells_something
        ),
    )


def _question(question: Question, told: RecordedQuestion, *, secret: bool) -> ShownQuestion:
    words = {option.code: option.words for option in question.options}
    return ShownQuestion(
        number=question.number,
        words=question.words,
        settled=capital(in_a_row([words[code] for code in told.settled if code in words])),
        answered=_answered(told),
        rows=tuple(
            (option.letter, capital(option.words), _cells(told.counts[option.code], secret=secret))
            for option in lettered(question)
            if option.code in told.counts
        ),
        differs=told.differs,
    )


def _answered(told: RecordedQuestion) -> str:
    """How many answered: 'In de vergadering 7, zonder voorkeur 1, achteraf 2.'; of a poll, which gives no numbers in
    secret mode, whether they agree."""
    if told.kind is None:
        return "Zonder stemming vastgesteld."
    more = [f"zonder voorkeur {told.blank}"] if told.blank else []
    late = [f"achteraf {told.late}"] if told.late else []
    polled = told.kind == RoundKind.POLL
    where = "In de voorpeiling" if polled else "In de vergadering"
    word = f" {capital(told.word.value)}." if polled and told.word else ""
    few = "" if told.counts or word else " Te weinig antwoorden om te tonen."
    return f"{', '.join([f'{where} {told.answered}', *more, *late])}.{word}{few}"


def _cells(one: RecordedCount, *, secret: bool) -> tuple[str, ...]:
    every = (one.voor, one.tegen) if secret else (one.voor, one.kan, one.tegen)
    return tuple("" if cell is None else str(cell) for cell in every)
