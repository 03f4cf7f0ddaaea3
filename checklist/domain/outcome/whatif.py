"""What turns the outcome: every change of one answer with its effect, and what can be read from that list.

`what_if` is the only place that works out effects; turning points and the weight of open questions are filters over its
list. These are changes of what a design looks like; what solves a tension stands in the content (`choices.repairs`).
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checklist.domain.content import Content, Tension
from checklist.domain.outcome.bits import CompactContent, Standing, compact


@dataclass(frozen=True)
class Change:
    """Another answer to one question; no codes is open ('nog niet bepaald')."""

    number: int
    before: tuple[str, ...]
    after: tuple[str, ...]

    @cached_property
    def options(self) -> frozenset[str]:
        """The options that are dropped or added."""
        return frozenset(self.before) ^ frozenset(self.after)


@dataclass(frozen=True)
class Effect:
    """What one change does: how the models stand before and after it, and the tensions it makes and removes."""

    change: Change
    before: Standing
    after: Standing
    made: tuple[Tension, ...]
    removed: tuple[Tension, ...]

    @property
    def changes_first(self) -> bool:
        """Whether other models stand first after it; also from none ('geen duidelijk model') to some, and back."""
        return self.before.first != self.after.first

    @property
    def changes_nothing(self) -> bool:
        """Whether the models, the combination and the tensions stay as they are."""
        return self.before == self.after and not self.made and not self.removed


@dataclass(frozen=True)
class WhatIf:
    """A design as it stands, with the effect of every change of one answer, in the booklet's order of questions."""

    standing: Standing
    tensions: tuple[Tension, ...]
    effects: tuple[Effect, ...]


def what_if(content: Content, chosen: Collection[str]) -> WhatIf:
    """List every change of one question, to another allowed answer or to open, with its effect.

    In: the codes of the chosen options. Cost: 72 changes with the booklet's content, 1 to 2 ms.
    """
    bits = compact(content)
    now = _Now(bits, bits.design(chosen))
    return WhatIf(
        standing=now.standing(now.design),
        tensions=tuple(coded.tension for coded in bits.tensions if coded.holds(now.design)),
        effects=tuple(effect for number in bits.questions for effect in now.effects(number)),
    )


class _Now:
    """The design as it stands, and how the models stand for designs near it: many changes come to the same."""

    def __init__(self, bits: CompactContent, design: int) -> None:
        self.bits = bits
        self.design = design
        self._standings: dict[int, Standing] = {}

    def standing(self, design: int) -> Standing:
        heard = design & self.bits.spoken
        if heard not in self._standings:
            self._standings[heard] = self.bits.standing(heard)
        return self._standings[heard]

    def effects(self, number: int) -> Iterator[Effect]:
        """The effects of every other answer to one question."""
        own, before = self.bits.questions[number], self.standing(self.design)
        chosen, rest = self.design & own, self.design & ~own
        codes = self.bits.codes(chosen)
        touched = self.bits.tensions_at[number]
        held = [coded for coded in touched if coded.holds(self.design)]
        for answer in self.bits.answers[number]:
            if answer.bits == chosen:
                continue
            changed = rest | answer.bits
            yield Effect(
                change=Change(number, codes, answer.codes),
                before=before,
                after=self.standing(changed),
                made=tuple(coded.tension for coded in touched if coded.holds(changed) and not coded.holds(self.design)),
                removed=tuple(coded.tension for coded in held if not coded.holds(changed)),
            )


@dataclass(frozen=True)
class TurningPoints:
    """Single answers on which something turns. An answer that changes more options than another with the same result
    is left out; the full list stays in `WhatIf`."""

    first: tuple[Effect, ...]
    made: tuple[Effect, ...]
    removed: tuple[Effect, ...]


def turning_points(found: WhatIf) -> TurningPoints:
    """Return the single answers that change which models stand first, or that make or remove a tension."""
    return TurningPoints(
        first=_sparing((e for e in found.effects if e.changes_first), lambda e: e.after.first),
        made=_sparing((e for e in found.effects if e.made), lambda e: e.made),
        removed=_sparing((e for e in found.effects if e.removed), lambda e: e.removed),
    )


def _sparing(effects: Iterable[Effect], result: Callable[[Effect], Hashable]) -> tuple[Effect, ...]:
    """Leave out an effect when another answer to its question has the same result and changes part of its options."""
    listed = list(effects)
    changed: dict[tuple[int, Hashable], list[frozenset[str]]] = {}
    for effect in listed:
        changed.setdefault((effect.change.number, result(effect)), []).append(effect.change.options)
    return tuple(
        effect
        for effect in listed
        if not any(other < effect.change.options for other in changed[effect.change.number, result(effect)])
    )


@dataclass(frozen=True)
class OpenQuestion:
    """What is at stake in one open question, over all its answers.

    `firsts`: the different sets of models that would stand first; `standings`: the number of different outcomes of
    models and combination; `tensions`: those that some answer would make, in order of their number.
    """

    number: int
    firsts: tuple[tuple[str, ...], ...]
    standings: int
    tensions: tuple[Tension, ...]
    changes_nothing: bool

    @property
    def contradictions(self) -> int:
        """How many of those tensions are *tegenstrijdig*."""
        return sum(tension.contradiction for tension in self.tensions)


@dataclass(frozen=True)
class NextQuestion:
    """The open questions in the booklet's order, the one that matters most to settle next, and those that don't."""

    questions: tuple[OpenQuestion, ...]
    matters_most: OpenQuestion | None
    change_nothing: tuple[OpenQuestion, ...]


def next_question(found: WhatIf) -> NextQuestion:
    """Weigh the open questions.

    The one that matters most leads to the most different sets of first models; then it can make the most
    contradictions; then it leads to the most different outcomes; then it can make the most tensions; then it comes
    first in the booklet. None when there is no open question, or no answer to any of them changes anything. A question
    changes nothing when each of its answers leaves models, combination and tensions as they are.
    """
    by_number: dict[int, list[Effect]] = {}
    for effect in found.effects:
        if not effect.change.before:
            by_number.setdefault(effect.change.number, []).append(effect)
    questions = tuple(_open_question(number, effects) for number, effects in by_number.items())
    moving = [question for question in questions if not question.changes_nothing]
    return NextQuestion(
        questions=questions,
        matters_most=max(moving, key=_weight, default=None),
        change_nothing=tuple(question for question in questions if question.changes_nothing),
    )


def _open_question(number: int, effects: list[Effect]) -> OpenQuestion:
    tensions = {tension.number: tension for effect in effects for tension in effect.made}
    return OpenQuestion(
        number=number,
        firsts=tuple(dict.fromkeys(effect.after.first for effect in effects)),
        standings=len({effect.after for effect in effects}),
        tensions=tuple(tensions[at] for at in sorted(tensions)),
        changes_nothing=all(effect.changes_nothing for effect in effects),
    )


def _weight(question: OpenQuestion) -> tuple[int, int, int, int, int]:
    return (
        len(question.firsts),
        question.contradictions,
        question.standings,
        len(question.tensions),
        -question.number,
    )
