"""The room that is left: what an option would contradict, and how many whole designs remain without contradiction."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from checklist.domain.choices.consistency import clashes_of, selection_error
from checklist.domain.content import Content, Question
from checklist.domain.outcome.bits import CompactContent, compact


@dataclass(frozen=True)
class OptionRoom:
    """An option that isn't chosen, with the chosen options it would contradict (*tegenstrijdig*), in booklet order."""

    code: str
    contradicts: tuple[str, ...]


@dataclass(frozen=True)
class Room:
    """`options`: those not chosen, in booklet order. `left`: how many whole designs without contradiction remain, of
    `total` whole designs."""

    options: tuple[OptionRoom, ...]
    left: int
    total: int


def room_left(content: Content, chosen: Collection[str]) -> Room:
    """Return the room that the chosen options leave. Cost: well under a millisecond with the booklet's content."""
    return Room(
        options=tuple(
            OptionRoom(option.code, _contradicts(content, question, option.code, chosen))
            for question in content.questions
            for option in question.options
            if option.code not in chosen
        ),
        left=designs_left(content, chosen),
        total=designs_in_all(content),
    )


def _contradicts(content: Content, question: Question, code: str, chosen: Collection[str]) -> tuple[str, ...]:
    """The chosen options it contradicts, without those of its own question that choosing it would replace."""
    own = {option.code for option in question.options}
    return content.in_order(
        clash.other
        for clash in clashes_of(content, code, chosen)
        if clash.tension.contradiction
        and not (clash.other in own and selection_error(question, (code, clash.other)) is not None)
    )


def designs_in_all(content: Content) -> int:
    """Return the number of whole designs: every question answered in an allowed way (174,182,400 in the booklet)."""
    # One of the allowed answers is open.
    return prod(len(answers) - 1 for answers in compact(content).answers.values())


def designs_left(content: Content, chosen: Collection[str]) -> int:
    """Return how many whole designs without contradiction remain: answered questions stay, open ones are free.

    Exact, and counted instead of listed: question by question it keeps how many partial designs forbid which options of
    the questions to come. The result is 0 when the chosen options already contradict, also when the kring keeps that on
    purpose. Cost: questions × sets of forbidden options × kinds of answers; tens of µs with the booklet's six
    contradictions, all between a few questions.
    """
    bits = compact(content)
    design = bits.design(chosen)
    forbids = _forbids(bits)
    kinds = _kinds_of_answers(bits)
    ahead = sum(bits.questions.values())
    partial = {0: 1}
    for number, own in bits.questions.items():
        ahead &= ~own
        answers = kinds[number]
        if design & own:
            answers = (_kind(design & own, forbids),)
        grown: dict[int, int] = defaultdict(int)
        for forbidden, count in partial.items():
            for answer in answers:
                if not answer.contradicts(forbidden):
                    # What is forbidden in a question that is done matters no more: forget it, to keep few sets.
                    grown[(forbidden | answer.forbidden) & ahead] += count * answer.times
        partial = grown
    return sum(partial.values())


@dataclass(frozen=True)
class _Kind:
    """Answers to one question that are alike in contradictions: their options in them, what these forbid, how many."""

    named: int
    forbidden: int
    times: int

    def contradicts(self, forbidden: int) -> bool:
        """Whether it holds an option that is forbidden, by another question or by itself."""
        return self.named & (forbidden | self.forbidden) != 0


def _kind(answer: int, forbids: dict[int, int], times: int = 1) -> _Kind:
    named = [bit for bit in forbids if answer & bit]
    forbidden = 0
    for bit in named:
        forbidden |= forbids[bit]
    return _Kind(sum(named), forbidden, times)


@lru_cache(maxsize=8)
def _forbids(bits: CompactContent) -> dict[int, int]:
    """Return for each option that is in a contradiction what it forbids, as bits."""
    found: dict[int, int] = defaultdict(int)
    for coded in bits.contradictions:
        a, b = bits.bit_of[coded.tension.a], bits.bit_of[coded.tension.b]
        found[a] |= b
        found[b] |= a
    return dict(found)


@lru_cache(maxsize=8)
def _kinds_of_answers(bits: CompactContent) -> dict[int, tuple[_Kind, ...]]:
    """Return per question the kinds of answers, open left out."""
    forbids = _forbids(bits)
    found: dict[int, tuple[_Kind, ...]] = {}
    for number, answers in bits.answers.items():
        times: dict[int, int] = defaultdict(int)
        for answer in answers:
            if answer.bits:
                times[_kind(answer.bits, forbids).named] += 1
        found[number] = tuple(_kind(named, forbids, count) for named, count in times.items())
    return found
