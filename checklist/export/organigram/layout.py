"""Where everything in an organigram stands: fixed places for the actors, one straight or once bent line per relation.

All relations have the regiostaf at one end. It is a tall box in the middle: who stands beside it has a straight line to
its side; who stands higher has a line that turns down into its top, the highest nearest to the middle. So no line
crosses another or passes through a box.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from checklist.domain.drawings.regiostaf import ActorPlace, Regiostaf, Relation
from checklist.domain.drawings.regiostaf_parts import NOT_SETTLED, Actor, Side, Verb
from checklist.export.organigram.words import (
    FACT_WORDS,
    OPEN_WORDS,
    THROUGH_WORDS,
    TOGETHER,
    in_lines,
    with_number,
)

EDGE = 2
FRAME_WIDTH, LABEL_WIDTH, STAF_WIDTH, PADDING = 172, 158, 172, 11
WIDTH = 2 * (EDGE + FRAME_WIDTH + LABEL_WIDTH) + STAF_WIDTH
SMALL, NAME, TITLE = 13, 14, 19
LINE_HEIGHT, GAP = 16, 10
LEADING = NAME + 3
HEADING_HEIGHT, SMALLEST_BOX = 36, 44
LABEL_LIFT = 8  # how far the last words of a label stand above their line
LANE, FIRST_LANE = 24, 26

MUTUAL = {Verb.MEETS, Verb.ALIGNS, Verb.WORKS_WITH}

# From top to bottom; those above the others have their lines bent into the top of the regiostaf.
HIGH = {Side.GEMEENTEN: (Actor.RADEN, Actor.GRIFFIERS), Side.VEILIGHEIDSREGIO: (Actor.BESTUUR,)}
LOW = {
    Side.GEMEENTEN: (
        *(Actor.COLLEGES, Actor.KRING, Actor.OVERLEG, Actor.CGS),
        *(Actor.CENTRUMGEMEENTE, Actor.EEN_GEMEENTE, Actor.GEMEENTEN),
    ),
    Side.VEILIGHEIDSREGIO: (Actor.MANAGEMENT, Actor.BUREAU, Actor.VEILIGHEIDSREGIO),
}
ONLY_WHEN_INVOLVED = {Actor.OVERLEG, Actor.CENTRUMGEMEENTE, Actor.EEN_GEMEENTE, Actor.BUREAU}


@dataclass(frozen=True)
class Rect:
    """A rectangle, in the drawing's units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Halfway its width."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class Text:
    """One line of words on its baseline. `anchor` as in SVG; `quiet` is muted, `inverse` white on the regiostaf."""

    x: float
    y: float
    words: str
    size: int = SMALL
    anchor: str = "middle"
    bold: bool = False
    quiet: bool = False
    inverse: bool = False


@dataclass(frozen=True)
class Box:
    """An actor, or the regiostaf. `involved`: a relation names it; `dashed`: none, but what is open may give it one."""

    actor: Actor
    rect: Rect
    texts: tuple[Text, ...]
    involved: bool
    dashed: bool


@dataclass(frozen=True)
class Route:
    """A line from an actor (its first point) to the regiostaf (its last), with the heads of its arrow and its label."""

    actor: Actor
    points: tuple[tuple[float, float], ...]
    head_at_actor: bool
    head_at_staf: bool
    dashed: bool
    label: tuple[Text, ...]


@dataclass(frozen=True)
class Drawing:
    """A whole organigram.

    `frames` are the two sides with their headings; `texts` stand without a line; `inset` is what the regiostaf has
    open still, with its words.
    """

    height: float
    frames: tuple[Box, ...]
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    texts: tuple[Text, ...]
    inset: Rect | None
    inset_texts: tuple[Text, ...]


@dataclass(frozen=True)
class _Port:
    """A line to be, or only words when it isn't `drawn`. `label`: lines of words, and whether each is a verb."""

    label: tuple[tuple[str, bool], ...]
    head_at_actor: bool = False
    head_at_staf: bool = False
    dashed: bool = False
    drawn: bool = True

    @property
    def height(self) -> float:
        return LINE_HEIGHT * len(self.label) + (LABEL_LIFT if self.drawn else 0)


@dataclass(frozen=True)
class _Row:
    """An actor with its lines, and the height that they take. `involved` and `open` as in the regiostaf."""

    actor: Actor
    ports: tuple[_Port, ...]
    involved: bool
    open: bool

    @property
    def height(self) -> float:
        lines = sum(port.height for port in self.ports) + GAP * len(self.ports)
        return max(SMALLEST_BOX, lines, LEADING * len(self.name) + GAP)

    @property
    def name(self) -> tuple[str, ...]:
        """The lines of the words in its box; a frame has them elsewhere."""
        return () if self.actor.frame else in_lines(self.actor.value, FRAME_WIDTH - 2 * PADDING - 8, NAME)


def layout_of(regiostaf: Regiostaf) -> Drawing:
    """Place a regiostaf. Pure; well under a millisecond."""
    rows: dict[Actor, _Row] = {
        place.actor: _row(regiostaf, place) for place in regiostaf.actors if place.actor is not Actor.REGIOSTAF
    }
    top = EDGE + HEADING_HEIGHT
    below_high = top + max(_height([rows[actor] for actor in actors]) for actors in HIGH.values())
    placed: list[tuple[_Row, Rect]] = []
    for side in (Side.GEMEENTEN, Side.VEILIGHEIDSREGIO):
        placed += _stack([rows[actor] for actor in HIGH[side]], side, top)
        placed += _stack([row for actor in LOW[side] if _shown(row := rows[actor])], side, below_high)
    lowest = max(rect.bottom for _, rect in placed) + PADDING
    staf, inset, inset_texts = _staf(regiostaf, below_high, lowest)
    routes, texts = _lines(placed, staf.rect)
    return Drawing(
        height=max(lowest, staf.rect.bottom) + EDGE,
        frames=(_frame(Actor.GEMEENTEN, lowest), _frame(Actor.VEILIGHEIDSREGIO, lowest)),
        boxes=(*(_box(row, rect) for row, rect in placed if not row.actor.frame), staf),
        routes=routes,
        texts=(*texts, *(text for row, rect in placed if row.actor.frame for text in _caption(row, rect))),
        inset=inset,
        inset_texts=inset_texts,
    )


def _row(regiostaf: Regiostaf, place: ActorPlace) -> _Row:
    actor = place.actor
    touching = [relation for relation in regiostaf.relations if actor in (relation.source, relation.target)]
    kinds: dict[tuple[bool, bool], list[Relation]] = {}
    for relation in touching:
        mutual = relation.verb in MUTUAL
        heads = (mutual or relation.target is actor, mutual or relation.source is actor)
        kinds.setdefault(heads, []).append(relation)
    # What comes in from the actor first, then what goes out, then what goes both ways.
    order = sorted(kinds.items(), key=lambda kind: (kind[0][0], kind[0][1]))
    ports = [_Port(_label(found), *heads) for heads, found in order]
    ports += [
        _Port(_wrapped(with_number(NOT_SETTLED, relation.number)), dashed=True)
        for relation in regiostaf.open
        if relation.dashed and actor in (relation.source, relation.target)
    ]
    ports += [
        _Port(_wrapped(with_number(relation.label, relation.code)), drawn=False)
        for relation in regiostaf.apart
        if actor in (relation.source, relation.target)
    ]
    return _Row(actor, tuple(ports), place.involved, place.open)


def _label(relations: Sequence[Relation]) -> tuple[tuple[str, bool], ...]:
    """Each verb once, with the codes that say no more; below it by whom or in what form, with its own code."""
    lines: tuple[tuple[str, bool], ...] = ()
    for label in dict.fromkeys(relation.label for relation in relations):
        same = [relation for relation in relations if relation.label == label]
        plain = dict.fromkeys(relation.code for relation in same if not relation.through)
        lines += _wrapped(with_number(label, *plain) if plain else label, verb=True)
        for relation in same:
            if relation.through:
                lines += _wrapped(with_number(THROUGH_WORDS[relation.through], relation.code))
    return lines


def _wrapped(words: str, *, verb: bool = False) -> tuple[tuple[str, bool], ...]:
    return tuple((line, verb) for line in in_lines(words, LABEL_WIDTH - 8, SMALL))


def _shown(row: _Row) -> bool:
    if row.actor.frame:
        return bool(row.ports)
    return row.involved or row.actor not in ONLY_WHEN_INVOLVED


def _height(rows: Sequence[_Row]) -> float:
    return sum(row.height + GAP for row in rows)


def _stack(rows: Sequence[_Row], side: Side, y: float) -> list[tuple[_Row, Rect]]:
    x = _frame_x(side)
    placed = []
    for row in rows:
        placed.append((row, Rect(x + PADDING, y, FRAME_WIDTH - 2 * PADDING, row.height)))
        y += row.height + GAP
    return placed


def _frame_x(side: Side) -> float:
    return EDGE if side is Side.GEMEENTEN else WIDTH - EDGE - FRAME_WIDTH


def _frame(actor: Actor, lowest: float) -> Box:
    x = _frame_x(actor.side)
    heading = Text(x + PADDING, EDGE + 24, actor.value, size=NAME, anchor="start", bold=True, quiet=True)
    return Box(actor, Rect(x, EDGE, FRAME_WIDTH, lowest - EDGE), (heading,), involved=True, dashed=False)


def _box(row: _Row, rect: Rect) -> Box:
    texts = _block(row.name, rect.middle, rect.y + rect.height / 2, size=NAME, quiet=not row.involved)
    return Box(row.actor, rect, texts, row.involved, dashed=row.open and not row.involved)


def _caption(row: _Row, rect: Rect) -> tuple[Text, ...]:
    words = in_lines(TOGETHER[row.actor], rect.width, SMALL)
    return _block(words, rect.middle, rect.y + rect.height / 2, size=SMALL, quiet=True)


def _block(words: Sequence[str], x: float, middle: float, *, size: int, quiet: bool) -> tuple[Text, ...]:
    """Lines of text around a height."""
    first = middle - (len(words) - 1) * (size + 3) / 2 + size * 0.33
    return tuple(Text(x, first + at * (size + 3), line, size=size, quiet=quiet) for at, line in enumerate(words))


def _lines(placed: Sequence[tuple[_Row, Rect]], staf: Rect) -> tuple[tuple[Route, ...], tuple[Text, ...]]:
    """The lines with their labels, and the labels that have no line."""
    routes: list[Route] = []
    texts: list[Text] = []
    # The highest line takes the lane nearest to the middle, the next one the lane beside it, away from the middle.
    free_lanes = {side: sum(len(_drawn(row)) for row, _ in placed if row.actor in HIGH[side]) for side in HIGH}
    for row, rect in placed:
        left = row.actor.side is Side.GEMEENTEN
        outward = -1 if left else 1
        near = staf.x if left else staf.right
        edge = (rect.x if outward > 0 else rect.right) - (PADDING * outward if row.actor.frame else 0)
        y = rect.y + (rect.height - sum(port.height for port in row.ports) - GAP * (len(row.ports) - 1)) / 2
        for port in row.ports:
            y += port.height
            label = _label_texts(port, near + outward * LABEL_WIDTH / 2, y)
            if not port.drawn:
                texts += label
            elif row.actor in HIGH[row.actor.side]:
                free_lanes[row.actor.side] -= 1
                x = near - outward * (FIRST_LANE + LANE * free_lanes[row.actor.side])
                routes.append(_route(row.actor, port, ((edge, y), (x, y), (x, staf.y)), label))
            else:
                routes.append(_route(row.actor, port, ((edge, y), (near, y)), label))
            y += GAP
    return tuple(routes), tuple(texts)


def _drawn(row: _Row) -> list[_Port]:
    return [port for port in row.ports if port.drawn]


def _label_texts(port: _Port, middle: float, y: float) -> tuple[Text, ...]:
    last = y - LABEL_LIFT if port.drawn else y - 4
    first = last - LINE_HEIGHT * (len(port.label) - 1)
    quiet = port.dashed or not port.drawn
    return tuple(
        Text(middle, first + LINE_HEIGHT * at, words, bold=verb, quiet=quiet)
        for at, (words, verb) in enumerate(port.label)
    )


def _route(actor: Actor, port: _Port, points: tuple[tuple[float, float], ...], label: tuple[Text, ...]) -> Route:
    return Route(actor, points, port.head_at_actor, port.head_at_staf, port.dashed, label)


def _staf(regiostaf: Regiostaf, top: float, lowest: float) -> tuple[Box, Rect | None, tuple[Text, ...]]:
    """The regiostaf with its facts, and in it, dashed, what is open without a line."""
    x = (WIDTH - STAF_WIDTH) / 2
    middle, y = WIDTH / 2, top + 30
    texts = [Text(middle, y, Actor.REGIOSTAF.value, size=TITLE, bold=True, inverse=True)]
    y += 8
    for fact in regiostaf.facts:
        for line in in_lines(with_number(FACT_WORDS[fact.code], fact.code), STAF_WIDTH - 20, SMALL):
            y += LINE_HEIGHT
            texts.append(Text(middle, y, line, inverse=True))
        y += 6
    open_words = [with_number(OPEN_WORDS[one.number], one.number) for one in regiostaf.open if one.number in OPEN_WORDS]
    inset, inset_texts = None, []
    if open_words:
        y += 6
        inset = Rect(x + 10, y, STAF_WIDTH - 20, LINE_HEIGHT * (len(open_words) + 1) + 14)
        y += 3
        for at, line in enumerate((f"{NOT_SETTLED}:", *open_words)):
            y += LINE_HEIGHT
            inset_texts.append(Text(middle, y, line, bold=at == 0))
        y = inset.bottom
    height = max(y + 12, lowest) - top
    rect = Rect(x, top, STAF_WIDTH, height)
    return Box(Actor.REGIOSTAF, rect, tuple(texts), involved=True, dashed=False), inset, tuple(inset_texts)
