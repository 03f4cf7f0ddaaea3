"""'Waarom niet …?': the fewest answers that would have to change for a model to stand first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from checklist.domain.compact import CodedModel, CompactContent, compact
from checklist.domain.consistency import tensions_between
from checklist.domain.content import Content, Tension
from checklist.domain.whatif import Change

FURTHEST = 3
FURTHER = "meer dan drie"


@dataclass(frozen=True)
class WhyNot:
    """How far a model is from the first place. `fewest` is None beyond three ('meer dan drie'), 0 when it stands there.

    `changes` is one way with that many changes; `made` and `removed` are the tensions that all of them together bring.
    """

    slug: str
    fewest: int | None
    changes: tuple[Change, ...] = ()
    made: tuple[Tension, ...] = ()
    removed: tuple[Tension, ...] = ()


def why_not(content: Content, chosen: Collection[str]) -> tuple[WhyNot, ...]:
    """Return for each model, in the booklet's order, the fewest questions to answer otherwise for it to stand first.

    'First' is rank 1, alone or shared, in an outcome that is clear: with no hallmark chosen nobody stands first. The
    number is exact over all allowed answers, open included. Of the ways with that number, one whose design holds the
    fewest contradictions is named; then one that leaves the fewest questions open; then nearest to what is chosen among
    answers of the same use; then the booklet's order. Cost: at most a few milliseconds for all nine.
    """
    bits = compact(content)
    design = bits.design(chosen)
    return tuple(_why_not(content, bits, routes, design) for routes in _routes(content))


# How a design stands for one model is a tuple of margins that must all be 0 or more: its key minus that of every other
# model, and its key minus the least key with a hallmark. Margins add up over the answers. They are kept in one number,
# a lane of bits per margin, so that adding and testing all of them takes one operation each.


@dataclass(frozen=True)
class _Route:
    """Answers to one question that do the same for a model: their margins, packed, and the answers as bits.

    `risks`: which of the options that some contradiction names are in it, and a bit for open.
    """

    margins: int
    risks: int
    answers: tuple[int, ...]

    def nearest(self, chosen: int) -> int:
        """The answer that changes the fewest of the chosen options."""
        return min(self.answers, key=lambda answer: (answer ^ chosen).bit_count())


@dataclass(frozen=True)
class _Routes:
    """The answers worth choosing for one model: those that no other answer to the question beats on every count."""

    model: CodedModel
    lanes: "_Lanes"
    of_question: dict[int, tuple[_Route, ...]]
    best: dict[int, tuple[int, ...]]


@dataclass(frozen=True)
class _Lanes:
    """Packs margins in lanes of `width` bits."""

    count: int
    width: int

    @property
    def guard(self) -> int:
        """The highest bit of every lane: added to a packed number, it stays set where the margin is 0 or more."""
        return sum(1 << (at * self.width + self.width - 1) for at in range(self.count))

    def pack(self, margins: Collection[int]) -> int:
        """One number that holds the margins, which may be below 0; a sum of packed numbers packs the sums."""
        return sum(margin << (at * self.width) for at, margin in enumerate(margins))


def _margins(bits: CompactContent, model: CodedModel, design: int) -> tuple[int, ...]:
    own = bits.key(model, design)
    return (own, *(own - bits.key(other, design) for other in bits.models if other is not model))


@lru_cache(maxsize=8)
def _routes(content: Content) -> tuple[_Routes, ...]:
    """Return the answers worth choosing, per model. Cost: tens of milliseconds, once per content."""
    bits = compact(content)
    lanes = _Lanes(len(bits.models), 2 * bits.shift + 8)
    contradicting = 0
    for coded in bits.contradictions:
        contradicting |= coded.bits
    return tuple(_routes_of(bits, model, lanes, contradicting) for model in bits.models)


def _routes_of(bits: CompactContent, model: CodedModel, lanes: _Lanes, contradicting: int) -> _Routes:
    opening = 1 << len(bits.bit_of)
    of_question: dict[int, tuple[_Route, ...]] = {}
    best: dict[int, tuple[int, ...]] = {}
    for number, answers in bits.answers.items():
        alike: dict[tuple[tuple[int, ...], int], list[int]] = {}
        for answer in answers:
            risks = answer.bits & contradicting if answer.bits else opening
            alike.setdefault((_margins(bits, model, answer.bits), risks), []).append(answer.bits)
        kept = [one for one in alike if not any(_beats(other, one) for other in alike)]
        of_question[number] = tuple(_Route(lanes.pack(one[0]), one[1], tuple(alike[one])) for one in kept)
        best[number] = tuple(max(column) for column in zip(*(one[0] for one in kept), strict=True))
    return _Routes(model, lanes, of_question, best)


def _beats(one: tuple[tuple[int, ...], int], other: tuple[tuple[int, ...], int]) -> bool:
    return one != other and one[1] & ~other[1] == 0 and all(a >= b for a, b in zip(one[0], other[0], strict=True))


@dataclass(frozen=True)
class _Step:
    """One change that gets the model nearer by some margin: the gain, packed, and the answer that brings it."""

    gain: int
    own: int
    answer: int


def _why_not(content: Content, bits: CompactContent, routes: _Routes, design: int) -> WhyNot:
    slug, guard = routes.model.slug, routes.lanes.guard
    margins = list(_margins(bits, routes.model, design))
    start = routes.lanes.pack([margins[0] - bits.hallmark_threshold(), *margins[1:]]) + guard
    if start & guard == guard:
        return WhyNot(slug, 0)
    search = _search(bits, routes, design)
    for size in range(1, FURTHEST + 1):
        ways = [*search.ways(start, size)]
        if ways:
            return _named(content, bits, slug, design, min(ways, key=lambda way: _cost(bits, design, way)))
    return WhyNot(slug, None)


@dataclass(frozen=True)
class _Search:
    """Per question the steps worth taking, and for each question on the most that any step from there on can gain."""

    steps: tuple[tuple[_Step, ...], ...]
    ceilings: tuple[int, ...]
    guard: int

    def ways(self, reached: int, size: int, at: int = 0) -> Iterator[tuple[_Step, ...]]:
        """Yield every set of `size` steps, of different questions from `at` on, that brings all margins to 0 or more.

        `reached` holds the margins so far, with the guard added.
        """
        for number in range(at, len(self.steps) - size + 1):
            if (reached + size * self.ceilings[number]) & self.guard != self.guard:
                return  # not even the best steps are enough, and further on the best are no better
            for step in self.steps[number]:
                nearer = reached + step.gain
                if size > 1:
                    yield from ((step, *rest) for rest in self.ways(nearer, size - 1, number + 1))
                elif nearer & self.guard == self.guard:
                    yield (step,)


def _search(bits: CompactContent, routes: _Routes, design: int) -> _Search:
    guard = routes.lanes.guard
    steps: list[tuple[_Step, ...]] = []
    gains: list[tuple[int, ...]] = []
    for number, own in bits.questions.items():
        chosen = design & own
        current = _margins(bits, routes.model, chosen)
        packed = routes.lanes.pack(current)
        found = tuple(
            _Step(route.margins - packed, own, route.nearest(chosen))
            for route in routes.of_question[number]
            if (guard + packed - route.margins) & guard != guard  # some margin gains
        )
        if found:
            steps.append(found)
            gains.append(tuple(best - now for best, now in zip(routes.best[number], current, strict=True)))
    highest = [(0,) * len(bits.models)]
    for gain in reversed(gains):
        highest.append(tuple(map(max, highest[-1], gain)))
    return _Search(tuple(steps), tuple(routes.lanes.pack(most) for most in highest[:0:-1]), guard)


def _after(design: int, way: tuple[_Step, ...]) -> int:
    for step in way:
        design = design & ~step.own | step.answer
    return design


def _cost(bits: CompactContent, design: int, way: tuple[_Step, ...]) -> tuple[int, int, int]:
    after = _after(design, way)
    return (
        sum(coded.holds(after) for coded in bits.contradictions),
        sum(not after & own for own in bits.questions.values()),
        (after ^ design).bit_count(),
    )


def _named(content: Content, bits: CompactContent, slug: str, design: int, way: tuple[_Step, ...]) -> WhyNot:
    before, after = bits.codes(design), bits.codes(_after(design, way))
    numbers = {own: number for number, own in bits.questions.items()}
    held, holds = tensions_between(content, set(before)), tensions_between(content, set(after))
    return WhyNot(
        slug=slug,
        fewest=len(way),
        changes=tuple(
            Change(numbers[step.own], bits.codes(design & step.own), bits.codes(step.answer)) for step in way
        ),
        made=tuple(tension for tension in holds if tension not in held),
        removed=tuple(tension for tension in held if tension not in holds),
    )
