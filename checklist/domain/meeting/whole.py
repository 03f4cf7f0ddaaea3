"""The majority checked as a whole: whether what is settled, and else added up, contradicts itself, who wants it, and
which designs are near. No pair is a special case: what clashes is in the content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content, Tension, question_of_code
from checklist.domain.meeting.distance import AnswerCodes, Design
from checklist.domain.meeting.groups import Group, groups_of
from checklist.domain.meeting.nearest import Nearest
from checklist.domain.meeting.search import Pairs
from checklist.domain.meeting.shown import Shown, twice
from checklist.domain.meeting.tally import AddedUp
from checklist.domain.meeting_record.words import Added


class Standing(StrEnum):
    """Where an answer of the design comes from, in the words of the screen."""

    SETTLED = "vastgesteld"
    MAJORITY = "meerderheid"
    LARGEST = "grootste groep"


@dataclass(frozen=True)
class Half:
    """One option of a contradiction with its count, as it may be shown. None where there is none: settled without a
    vote, too few answers, or in secret mode for who can live with it."""

    code: str
    standing: Standing
    n: int | None = None
    voor: Shown | None = None
    kan: int | None = None
    tegen: Shown | None = None

    @property
    def question(self) -> int:
        """The number of its question."""
        return question_of_code(self.code)

    @property
    def weight(self) -> int:
        """How many are voor, times two; 0 where that isn't known."""
        return 0 if self.voor is None or self.n is None else twice(self.voor, self.n)


@dataclass(frozen=True)
class Both:
    """How many gemeenten are voor both halves: at least and at most, and which where that is known."""

    least: int
    most: int
    gemeenten: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Contradiction:
    """Two options of the design that can't both be. `both` is None where it can't be told; `partly`: not all who take
    part answered both questions."""

    tension: Tension
    halves: tuple[Half, Half]
    both: Both | None
    partly: bool


@dataclass(frozen=True)
class Away:
    """How many steps the design is from what a gemeente wants itself. `complete`: it answered all that was asked."""

    gemeente: str
    steps: int
    complete: bool


@dataclass(frozen=True)
class Whole:
    """What is settled, and for the rest added up, as one design; and what can be told of it.

    `contradictions`: the heaviest first; `agreements`: the pairs that can stay with an agreement. `left_out`: questions
    that were answered and can't be reckoned with. `nearest`: the designs without a contradiction over the other
    questions; None when there is nothing to go by.
    In open mode `away` is by gemeente that answered, the nearest first; `by_hand` are the questions of which nobody
    knows who said what; `compact` those of the nearest from which the furthest gemeente is the least far. In secret
    mode `at_most` so many hold the design, `mean` is how many steps it is from a gemeente by what is shown, and by
    question `others` are the answers that the rounding doesn't exclude.
    """

    secret: bool
    present: int
    design: Design
    contradictions: tuple[Contradiction, ...]
    agreements: tuple[Tension, ...]
    left_out: tuple[int, ...]
    nearest: Nearest | None
    away: tuple[Away, ...] = ()
    by_hand: tuple[int, ...] = ()
    compact: Nearest | None = None
    at_most: int | None = None
    mean: Fraction | None = None
    others: Mapping[int, tuple[AnswerCodes, ...]] = field(default_factory=dict)

    @property
    def near(self) -> Nearest | None:
        """The designs to tell of first: in open mode the most compact of the nearest."""
        return self.compact or self.nearest

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Where the designs to tell of differ; none when they are too many to list."""
        return groups_of(self.near.designs) if self.near and self.near.listed else ()

    @property
    def holders(self) -> tuple[str, ...]:
        """The gemeenten that answered all that was asked, just so."""
        return tuple(one.gemeente for one in self.away if one.complete and not one.steps)


def design_of(added: Mapping[int, AddedUp], settled: Design) -> tuple[Design, Mapping[int, Standing]]:
    """Return the design by question, and where each answer comes from: settled, else added up as far as that gives an
    answer."""
    standing = {Added.MAJORITY: Standing.MAJORITY, Added.LARGEST: Standing.LARGEST}
    design = {number: found.options for number, found in added.items()} | dict(settled)
    answered = {number: options for number, options in sorted(design.items()) if options}
    return answered, {
        number: Standing.SETTLED if number in settled else standing[added[number].how] for number in answered
    }


def contradictory(content: Content) -> Pairs:
    """Return the pairs of options that can't both be. One that the kring keeps counts as well."""
    return [(pair.a, pair.b) for pair in content.tensions if pair.contradiction]


def contradictions_in(
    content: Content, design: Design, half: Callable[[str], Half], both: Callable[[str, str], Both | None], present: int
) -> tuple[Contradiction, ...]:
    """Return the contradictions of a design, the one with most voor behind it first."""
    found = []
    for pair in pairs_in(content, design):
        if pair.contradiction:
            halves = half(pair.a), half(pair.b)
            partly = all(one.n is not None for one in halves) and any(one.n != present for one in halves)
            found.append(Contradiction(pair, halves, both(pair.a, pair.b), partly))
    return tuple(sorted(found, key=lambda one: -sum(each.weight for each in one.halves)))


def pairs_in(content: Content, design: Design) -> tuple[Tension, ...]:
    """Return the pairs of which the design has both options, by number."""
    return tensions_between(content, {code for options in design.values() for code in options})
