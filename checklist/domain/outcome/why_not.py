"""'Dichtbij een ander model': the fewest answers that would have to change for a model to stand first."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import ge, sub

from checklist.domain.content import Content, Tension
from checklist.domain.outcome.bits import CodedModel, CompactContent, compact
from checklist.domain.outcome.whatif import Change

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
    fewest contradictions is named; then one that leaves the fewest questions open; then one that changes few options:
    each of its answers in turn is taken as near to what is chosen as it can be. Cost: 1 to 2 ms for all nine.
    """
    bits = compact(content)
    design = bits.design(chosen)
    now = tuple(_Now(number, own, design & own, bits.keys(design & own)) for number, own in bits.questions.items())
    return tuple(_why_not(bits, routes, now) for routes in _routes(bits))


# How a design stands for one model is a row of margins that must all be 0 or more: the model's key minus the key of
# each other model, and in its own place its key minus the least key with a hallmark. Margins add up over the answers.
# A row is kept in one number, a lane of bits per margin, so that adding or testing all of them is one operation.


@dataclass(frozen=True)
class _Now:
    """The answer to one question as it is: the bits of its options, of the chosen ones, and the keys of the models."""

    number: int
    own: int
    chosen: int
    keys: tuple[int, ...]


@dataclass(frozen=True)
class _Lanes:
    """Packs rows of margins in lanes of `width` bits."""

    count: int
    width: int

    @cached_property
    def guard(self) -> int:
        """The highest bit of every lane: added to a packed row, it stays set where the margin is 0 or more."""
        return self.pack((1 << (self.width - 1),) * self.count)

    def pack(self, margins: Iterable[int]) -> int:
        """One number that holds the margins, which may be below 0; a sum of packed rows packs the sums."""
        packed = 0
        for margin in reversed([*margins]):
            packed = (packed << self.width) + margin
        return packed


@dataclass(frozen=True)
class _Route:
    """Answers to one question that do the same for a model: their margins, packed, and the answers as bits."""

    margins: int
    answers: tuple[int, ...]

    def nearest(self, chosen: int) -> int:
        """The answer that changes the fewest of the chosen options."""
        return min(self.answers, key=lambda answer: (answer ^ chosen).bit_count())


@dataclass(frozen=True)
class _Routes:
    """Per question the answers worth choosing for one model, and the most that any answer brings to each margin.

    `margins`: the packed margins of every answer.

    Worth choosing are those that no other answer beats: none brings at least as much to every margin while it holds no
    other options that a contradiction names and, unless this one does so too, doesn't leave the question open.
    """

    model: CodedModel
    at: int
    lanes: _Lanes
    of_question: tuple[tuple[_Route, ...], ...]
    most: tuple[tuple[int, ...], ...]
    margins: Mapping[int, int]


def _margins(keys: tuple[int, ...], at: int) -> tuple[int, ...]:
    """The margins of the model at this place, before the least key with a hallmark is taken off."""
    own = keys[at]
    return tuple(own if other == at else own - key for other, key in enumerate(keys))


@lru_cache(maxsize=8)
def _routes(bits: CompactContent) -> tuple[_Routes, ...]:
    """Return the answers worth choosing, per model. Cost: some milliseconds, once per content."""
    lanes = _Lanes(len(bits.models), 2 * bits.shift + 8)
    contradicting = 0
    for coded in bits.contradictions:
        contradicting |= coded.bits
    opening = 1 << len(bits.bit_of)
    answers = [
        [
            (answer.bits, bits.keys(answer.bits), answer.bits & contradicting if answer.bits else opening)
            for answer in bits.answers[number]
        ]
        for number in bits.questions
    ]
    found = []
    for at, model in enumerate(bits.models):
        worth = [_worth_choosing(of_question, at) for of_question in answers]
        found.append(
            _Routes(
                model,
                at,
                lanes,
                of_question=tuple(tuple(_Route(lanes.pack(row), same) for row, same in rows) for rows in worth),
                most=tuple(tuple(map(max, zip(*(row for row, _ in rows), strict=True))) for rows in worth),
                margins={
                    answer: lanes.pack(_margins(keys, at)) for of_question in answers for answer, keys, _ in of_question
                },
            )
        )
    return tuple(found)


_Row = tuple[int, ...]


def _worth_choosing(answers: list[tuple[int, _Row, int]], at: int) -> list[tuple[_Row, tuple[int, ...]]]:
    """Return the margins of the answers that no other beats, each with the answers that bring them.

    In: per answer its bits, the keys of the models, and its risks: its options that a contradiction names, or open.
    """
    alike: dict[tuple[_Row, int], list[int]] = {}
    for answer, keys, risks in answers:
        alike.setdefault((_margins(keys, at), risks), []).append(answer)
    return [(one[0], tuple(same)) for one, same in alike.items() if not any(_beats(other, one) for other in alike)]


def _beats(one: tuple[_Row, int], other: tuple[_Row, int]) -> bool:
    return one != other and one[1] & ~other[1] == 0 and all(map(ge, one[0], other[0]))


@dataclass(frozen=True)
class _Step:
    """One change that brings the model nearer by some margin: the question as it is, the gain (packed), the route."""

    now: _Now
    gain: int
    route: _Route

    @property
    def answer(self) -> int:
        """The new answer, as bits."""
        return self.route.nearest(self.now.chosen)


def _why_not(bits: CompactContent, routes: _Routes, now: tuple[_Now, ...]) -> WhyNot:
    slug, lanes = routes.model.slug, routes.lanes
    rows = [_margins(question.keys, routes.at) for question in now]
    packed = [lanes.pack(row) for row in rows]
    start = sum(packed) - (bits.hallmark_threshold() << (routes.at * lanes.width)) + lanes.guard
    if start & lanes.guard == lanes.guard:
        return WhyNot(slug, 0)
    steps = tuple(
        tuple(
            _Step(question, route.margins - margins, route)
            for route in found
            if (lanes.guard + margins - route.margins) & lanes.guard != lanes.guard  # some margin gains
        )
        for question, margins, found in zip(now, packed, routes.of_question, strict=True)
    )
    search = _Search(steps, _ceilings(routes, rows), lanes.guard)
    design = sum(question.chosen for question in now)
    for size in range(1, FURTHEST + 1):
        ways = [*search.ways(start, size)]
        if ways:
            way = min(ways, key=lambda way: _cost(bits, design, _after(design, way)))
            return _named(bits, slug, design, way, _trimmed(bits, routes, design, way, start))
    return WhyNot(slug, None)


def _trimmed(bits: CompactContent, routes: _Routes, design: int, way: tuple[_Step, ...], start: int) -> int:
    """Return the design after the way, each answer of it in turn taken as near to what is chosen as can be."""
    guard = routes.lanes.guard
    after, reached = _after(design, way), start + sum(step.gain for step in way)
    for step in way:
        rest, others = after & ~step.now.own, reached - routes.margins[after & step.now.own]
        enough = (
            answer.bits
            for answer in bits.answers[step.now.number]
            if answer.bits != step.now.chosen and (others + routes.margins[answer.bits]) & guard == guard
        )
        after = min((rest | answer for answer in enough), key=lambda changed: _cost(bits, design, changed))
        reached = others + routes.margins[after & step.now.own]
    return after


def _ceilings(routes: _Routes, rows: list[_Row]) -> tuple[int, ...]:
    """Return for each question on the most that any one step from there on gains per margin, packed."""
    highest: _Row = (0,) * routes.lanes.count
    found = []
    for most, row in zip(reversed(routes.most), reversed(rows), strict=True):
        highest = tuple(map(max, highest, map(sub, most, row)))
        found.append(routes.lanes.pack(highest))
    return tuple(reversed(found))


@dataclass(frozen=True)
class _Search:
    """Per question the steps worth taking, and for each question on the most that any one step from there on gains."""

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


def _after(design: int, way: tuple[_Step, ...]) -> int:
    for step in way:
        design = design & ~step.now.own | step.answer
    return design


def _cost(bits: CompactContent, design: int, after: int) -> tuple[int, int, int]:
    return (
        sum(coded.holds(after) for coded in bits.contradictions),
        sum(not after & own for own in bits.questions.values()),
        (after ^ design).bit_count(),
    )


def _named(bits: CompactContent, slug: str, design: int, way: tuple[_Step, ...], after: int) -> WhyNot:
    return WhyNot(
        slug=slug,
        fewest=len(way),
        changes=tuple(
            Change(step.now.number, bits.codes(step.now.chosen), bits.codes(after & step.now.own)) for step in way
        ),
        made=bits.made(design, after),
        removed=bits.made(after, design),
    )
