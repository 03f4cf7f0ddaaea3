"""What secret mode shows of a count: nothing with fewer than five answers, and small numbers, and those near all, in
words only, so that whoever knows their own answer can't tell that of another.

A word never hides on which side of half a number is. *Kan ermee leven* and no judgement are never shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from checklist.domain.content import Question
from checklist.domain.meeting.tally import AddedUp, added_up, majority
from checklist.domain.meeting.value import OptionCount, QuestionCount
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, Added, Rough

# So many are 'enkele', and with so many missing it is 'bijna iedereen'.
_FEW = 2

Shown = int | Rough


@dataclass(frozen=True)
class ShownOption:
    """How many were voor and tegen one option, as it is shown. Where only the majority may be told, `voor` is whether
    there is one, and `tegen` is None."""

    voor: Shown
    tegen: Shown | None


@dataclass(frozen=True)
class ShownCount:
    """What secret mode keeps of a question: `options` in the question's order, empty with fewer than five answers."""

    answered: int
    blank: int
    options: Mapping[str, ShownOption]


def shown(x: int, n: int) -> Shown | None:
    """Return how x of n is shown: the number itself, a word, or None when n is too small to say anything."""
    if n < LEAST_TO_SHOW:
        return None
    if x in (0, n):
        return Rough.ALL if x else Rough.NOBODY
    if x <= _FEW:
        return Rough.SOME
    return Rough.NEARLY_ALL if x >= n - _FEW else x


def could_be(said: Shown, n: int) -> bool:
    """Whether a count of n answers can be shown as this number or word."""
    if said in (Rough.MAJORITY, Rough.NO_MAJORITY):
        return n >= LEAST_TO_SHOW
    return said in [shown(x, n) for x in range(n + 1)]


def shown_count(question: Question, counted: QuestionCount, *, majority_only: bool = False) -> ShownCount:
    """Return what may be shown and kept of a count. `majority_only`: after a reopening for which nearly the same
    gemeenten answered, as two results beside each other would tell the answer of one."""
    n = counted.answered
    options = {}
    if n >= LEAST_TO_SHOW:
        make = _majority_alone if majority_only else _both
        options = {option.code: make(counted.options[option.code], n) for option in question.options}
    return ShownCount(n, counted.blank, options)


def span(said: Shown, n: int) -> tuple[int, int]:
    """Return the lowest and the highest count of n answers that are shown so."""
    ranges: Mapping[Shown, tuple[int, int]] = {
        Rough.NOBODY: (0, 0),
        Rough.SOME: (1, _FEW),
        Rough.NEARLY_ALL: (n - _FEW, n - 1),
        Rough.ALL: (n, n),
        Rough.MAJORITY: (n // 2 + 1, n),
        Rough.NO_MAJORITY: (0, n // 2),
    }
    return ranges[said] if isinstance(said, Rough) else (said, said)


def twice(said: Shown, n: int) -> int:
    """Return the count that secret mode reckons with, times two: 1½ for 'enkele', n − 1½ for 'bijna iedereen'."""
    return sum(span(said, n))


def added_up_shown(question: Question, told: ShownCount) -> AddedUp:
    """Return what a shown count adds up to, as `tally.added_up` does of the count itself as far as it can be told: two
    options with 'enkele' are none, and where only the majority is told the rest isn't known."""
    if majority_alone(told):
        options = tuple(code for code, one in told.options.items() if one.voor == Rough.MAJORITY)
        return AddedUp(options, Added.MAJORITY if options else Added.NONE)
    n = told.answered
    doubled = {code: OptionCount(voor=twice(one.voor, n)) for code, one in told.options.items()}
    return added_up(question, QuestionCount(2 * n, told.blank, doubled)) if doubled else AddedUp((), Added.NONE)


def majority_alone(told: ShownCount) -> bool:
    """Whether of this count no more than the majorities may be told."""
    return any(one.voor in (Rough.MAJORITY, Rough.NO_MAJORITY) for one in told.options.values())


def _both(one: OptionCount, n: int) -> ShownOption:
    voor, tegen = shown(one.voor, n), shown(one.tegen, n)
    if voor is None:
        raise ValueError(f"{n} answers are too few to show")
    return ShownOption(voor, tegen)


def _majority_alone(one: OptionCount, n: int) -> ShownOption:
    return ShownOption(Rough.MAJORITY if majority(one.voor, n) else Rough.NO_MAJORITY, None)
