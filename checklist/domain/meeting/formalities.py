"""What a poll leaves to talk about: what all agree on can be settled as a formality, one by one; the rest in the order
of what hangs on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content, Question, Tension, question_of_code
from checklist.domain.dutch import in_a_row
from checklist.domain.meeting.polls import PollResult
from checklist.domain.meeting.tally import added_up, majority
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, Word

# The options of an answer, by question.
Answers = Mapping[int, tuple[str, ...]]


def formalities(
    content: Content,
    polls: Mapping[int, PollResult],
    settled: Answers,
    region_size: int,
    *,
    secret: bool,
) -> Answers:
    """Return the questions that can be settled as a formality, each with its answer.

    More than half of the gemeenten of the region answered, all agree, nobody wants to talk about it, and no tension,
    not even one that takes an agreement only, is inside the answer or with another one or with what is settled.
    """
    least = LEAST_TO_SHOW if secret else 1
    easy = {
        question.number: poll.agreed
        for question in content.questions
        if question.number not in settled and (poll := polls.get(question.number))
        if poll.agreed and not poll.discuss
        if majority(poll.answered, region_size) and poll.answered >= least
    }
    tense = {code for pair in _within(content, easy, settled) for code in (pair.a, pair.b)}
    return {number: answer for number, answer in easy.items() if not tense & set(answer)}


class Reason(StrEnum):
    """Why a question is talked about, in the words of the screen."""

    DIVIDED = "verdeeld"
    CLASHES = "botst"
    TO_AGREE = "afspraak nodig"
    ASKED = "op verzoek"
    TOO_FEW = "te weinig antwoorden"


@dataclass(frozen=True)
class ToDiscuss:
    """A question to talk about, why, and the contradictions that it is in. No reasons: there was no poll of it."""

    number: int
    reasons: tuple[Reason, ...] = ()
    clashes: tuple[Tension, ...] = ()

    @property
    def clashes_with(self) -> tuple[int, ...]:
        """The questions at the other end of its contradictions."""
        return tuple(
            sorted({question_of_code(code) for pair in self.clashes for code in (pair.a, pair.b)} - {self.number})
        )


def reasons_in_words(discussed: ToDiscuss, asked_by: Sequence[str] = ()) -> str:
    """Return why a question is talked about: 'verdeeld, botst met vraag 11'; with the names of who asked for it in open
    mode: 'op verzoek van Oss'."""
    more = {
        Reason.CLASHES: f" met vraag {in_a_row([str(number) for number in discussed.clashes_with])}",
        Reason.ASKED: f" van {in_a_row(asked_by)}" if asked_by else "",
    }
    return ", ".join(f"{reason}{more.get(reason, '')}" for reason in discussed.reasons)


def to_discuss(
    content: Content,
    polls: Mapping[int, PollResult],
    settled: Answers,
    region_size: int,
    *,
    secret: bool,
) -> tuple[ToDiscuss, ...]:
    """Return the questions that are neither settled nor a formality, the one on which most hangs first.

    In open mode by the number of its contradictions in what is settled and else added up, then by how evenly an option
    is divided, then by number; in secret mode what is divided first, then by number.
    """
    easy = formalities(content, polls, settled, region_size, secret=secret)
    expected = {question.number: _expected(question, polls.get(question.number)) for question in content.questions}
    tense = _within(content, {**expected, **settled})
    found = [
        _discussed(question.number, polls.get(question.number), tense, region_size)
        for question in content.questions
        if question.number not in {*easy, *settled}
    ]
    by_weight = _divided_first if secret else _heaviest_first
    return tuple(sorted(found, key=lambda one: (*by_weight(one, polls.get(one.number)), one.number)))


def _within(content: Content, *designs: Answers) -> tuple[Tension, ...]:
    """The tensions of which both options are in these answers, of one design or of several."""
    chosen = {code for answers in designs for options in answers.values() for code in options}
    return tensions_between(content, chosen)


def _expected(question: Question, poll: PollResult | None) -> tuple[str, ...]:
    """The answer that a poll adds up to, as far as it is known."""
    if poll is None:
        return ()
    return poll.agreed if poll.counted is None else added_up(question, poll.counted).options


def _discussed(number: int, poll: PollResult | None, tense: Iterable[Tension], region_size: int) -> ToDiscuss:
    own = [pair for pair in tense if number in (question_of_code(pair.a), question_of_code(pair.b))]
    clashes = tuple(pair for pair in own if pair.contradiction)
    if poll is None:
        return ToDiscuss(number, (Reason.CLASHES,) if clashes else (), clashes)
    so = {
        Reason.DIVIDED: poll.word == Word.DIVIDED,
        Reason.CLASHES: bool(clashes),
        Reason.TO_AGREE: len(own) > len(clashes),
        Reason.ASKED: poll.discuss,
    }
    reasons = tuple(reason for reason, holds in so.items() if holds)
    return ToDiscuss(number, reasons or (Reason.TOO_FEW,), clashes)


def _heaviest_first(discussed: ToDiscuss, poll: PollResult | None) -> tuple[Fraction | int, ...]:
    return -len(discussed.clashes), -_evenness(poll)


def _divided_first(_: ToDiscuss, poll: PollResult | None) -> tuple[Fraction | int, ...]:
    return (0 if poll and poll.word == Word.DIVIDED else 1,)


def _evenness(poll: PollResult | None) -> Fraction:
    """How evenly the most divided option parts those who answered: from 0 to a half."""
    if poll is None or poll.counted is None or not poll.answered:
        return Fraction(0)
    n = poll.answered
    return max(Fraction(min(one.voor, n - one.voor), n) for one in poll.counted.options.values())
