"""The cheapest designs without a pair in them, by branch and bound.

Exact, also in how many there are: they are counted without being listed, as counts of exactly half give millions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.content import Question, question_of_code
from checklist.domain.meeting.distance import AnswerCodes, Design

Pairs = Sequence[tuple[str, str]]
# What is made least first, then what is made least among those: total steps, and how often somebody is tegen.
Key = tuple[int, int]
Price = Callable[[Question, AnswerCodes], Key]


def valid_answers(question: Question) -> tuple[AnswerCodes, ...]:
    """Return every answer to a question that can be settled, in the booklet's order, by size first."""
    return tuple(answer for answer in allowed_answers(question) if answer)


@dataclass(frozen=True)
class _Candidate:
    """An answer with what it costs, as bits its options, and those that it bars."""

    answer: AnswerCodes
    cost: Key
    bits: int
    bars: int


@dataclass(frozen=True)
class _Best:
    """What the questions from some place on cost at least, in how many ways, and the first step of each: a candidate
    and what is barred after it."""

    key: Key
    ties: int
    ways: tuple[tuple[_Candidate, int], ...]


_NOTHING_LEFT = _Best((0, 0), 1, ())


class Search:
    """Takes the question with the most pairs first, so that what is barred later is soon the same again: the best of
    what is left depends on no more than the place and what is barred from there."""

    def __init__(self, questions: Sequence[Question], pairs: Pairs, price: Price, only: Design) -> None:
        self._bit = {option.code: 1 << at for at, option in enumerate(o for q in questions for o in q.options)}
        self._bars = dict.fromkeys(self._bit, 0)
        for a, b in pairs:
            if a in self._bit and b in self._bit:
                self._bars[a] |= self._bit[b]
                self._bars[b] |= self._bit[a]
        self._questions = sorted(questions, key=lambda question: (-_pairs_at(question, pairs), question.number))
        self._rows = [self._candidates(question, price, only) for question in self._questions]
        self._floors, self._ahead = self._bounds()
        self._memo: dict[tuple[int, int], _Best | None] = {}

    def best(self, at: int = 0, barred: int = 0) -> _Best | None:
        """What the questions from this place on cost at least; None when they can't all be answered."""
        if at == len(self._rows):
            return _NOTHING_LEFT
        if (at, barred) not in self._memo:
            self._memo[at, barred] = self._found(at, barred)
        return self._memo[at, barred]

    def designs(self, at: int = 0, barred: int = 0) -> Iterator[dict[int, AnswerCodes]]:
        """The nearest designs, one by one."""
        if at == len(self._rows):
            yield {}
        elif best := self.best(at, barred):
            for candidate, after in best.ways:
                for rest in self.designs(at + 1, after):
                    yield {self._questions[at].number: candidate.answer, **rest}

    def answers(self) -> dict[int, set[AnswerCodes]]:
        """By question each answer that is in a nearest design, without going through all of these."""
        found: dict[int, set[AnswerCodes]] = {}
        reached = {0}
        for at, question in enumerate(self._questions):
            ways = [way for barred in reached if (best := self.best(at, barred)) for way in best.ways]
            found[question.number] = {candidate.answer for candidate, _ in ways}
            reached = {after for _, after in ways}
        return found

    def _found(self, at: int, barred: int) -> _Best | None:
        top: Key | None = None
        ties = 0
        ways: list[tuple[_Candidate, int]] = []
        for candidate in self._rows[at]:
            if top and _sum(candidate.cost, self._floors[at + 1]) > top:
                break  # they come in order of cost: this one can't be as near, and none after it
            after = (barred | candidate.bars) & self._ahead[at + 1]
            if barred & candidate.bits or (rest := self.best(at + 1, after)) is None:
                continue
            key = _sum(candidate.cost, rest.key)
            if top is None or key < top:
                top, ties, ways = key, 0, []
            if key == top:
                ties += rest.ties
                ways.append((candidate, after))
        return _Best(top, ties, tuple(ways)) if top else None

    def _candidates(self, question: Question, price: Price, only: Design) -> list[_Candidate]:
        wanted = only.get(question.number)
        found = []
        for answer in valid_answers(question):
            bits = sum(self._bit[code] for code in answer)
            bars = 0
            for code in answer:
                bars |= self._bars[code]
            if not bits & bars and wanted in (None, answer):
                found.append(_Candidate(answer, price(question, answer), bits, bars))
        return sorted(found, key=lambda candidate: candidate.cost)

    def _bounds(self) -> tuple[list[Key], list[int]]:
        """From each place on: what the rest costs at least, and the options that are still to come."""
        floors, ahead = [(0, 0)], [0]
        for question, row in zip(reversed(self._questions), reversed(self._rows), strict=True):
            costs = [candidate.cost for candidate in row]
            low = (min((cost[0] for cost in costs), default=0), min((cost[1] for cost in costs), default=0))
            floors.append(_sum(floors[-1], low))
            ahead.append(ahead[-1] | sum(self._bit[option.code] for option in question.options))
        return floors[::-1], ahead[::-1]


def _sum(one: Key, other: Key) -> Key:
    return one[0] + other[0], one[1] + other[1]


def _pairs_at(question: Question, pairs: Pairs) -> int:
    return sum(question.number in (question_of_code(a), question_of_code(b)) for a, b in pairs)
