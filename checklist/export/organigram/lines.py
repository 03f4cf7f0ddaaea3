"""The lines between a party and the regiostaf: two at most, so relations share one, their verbs below each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from checklist.domain.drawings.parties import NOT_SETTLED, Direction
from checklist.domain.drawings.regiostaf import Column, Relation, State

MOST = 2


@dataclass(frozen=True)
class Verb:
    """What stands at a line; `clash`: it contradicts something."""

    words: str
    clash: bool = False


@dataclass(frozen=True)
class Line:
    """One line, its heads and its verbs. `dashed`: not settled, or the second side of a contradiction."""

    verbs: tuple[Verb, ...]
    head_at_party: bool = False
    head_at_staf: bool = False
    dashed: bool = False

    @property
    def clash(self) -> bool:
        """Whether one of its verbs contradicts something."""
        return any(verb.clash for verb in self.verbs)


_OPEN = Line((Verb(NOT_SETTLED),), dashed=True)


def lines_of(column: Column) -> tuple[Line, ...]:
    """The lines of a column, from left to right. What isn't settled has one of its own as long as there is room."""
    chosen = [relation for relation in column.relations if relation.drawn and relation.state is not State.OPEN]
    second = _second_side(column, chosen)
    if second:
        first = [relation for relation in chosen if relation not in second]
        return (*([_line(first)] if first else []), _line(second, dashed=True))
    lines = [_line(group) for group in _by_direction(chosen)]
    is_open = any(relation.state is State.OPEN for relation in column.relations)
    return (*lines, _OPEN) if is_open and len(lines) < MOST else tuple(lines)


def _second_side(column: Column, chosen: Sequence[Relation]) -> list[Relation]:
    """What contradicts the other line: the choice for no relation, else the later options of pairs in this column.

    What takes part in no pair joins it only where its arrow points the way of these alone.
    """
    if none := [relation for relation in chosen if relation.direction is None]:
        return none
    codes = {relation.code for relation in chosen}
    pairs = [clash for clash in column.clashes if {clash.a, clash.b} <= codes]
    firsts = {clash.a for clash in pairs}
    later = [one for one in chosen if one.code in {clash.b for clash in pairs} - firsts]
    others = [one for one in chosen if one.code not in firsts and one not in later]
    ways = {one.direction for one in later} - {one.direction for one in chosen if one.code in firsts}
    return later + [one for one in others if one.direction in ways]


def _by_direction(relations: Sequence[Relation]) -> list[list[Relation]]:
    """What points the same way shares a line; what goes both ways joins the shortest of two others."""
    groups = {way: [one for one in relations if one.direction is way] for way in Direction}
    found = [group for group in groups.values() if group]
    if len(found) > MOST:
        min(groups[Direction.FROM_STAF], groups[Direction.TO_STAF], key=len).extend(groups[Direction.BOTH])
        found.remove(groups[Direction.BOTH])
    return found


def _line(relations: Sequence[Relation], *, dashed: bool = False) -> Line:
    ways = {relation.direction for relation in relations}
    verbs: dict[str, bool] = {}
    for relation in relations:
        words = relation.verb
        # Where the heads of the line don't say it, an arrow before the verb does.
        if len(ways) > 1 and relation.direction in {Direction.TO_STAF, Direction.FROM_STAF}:
            words = f"{relation.direction.value}\N{NO-BREAK SPACE}{words}"
        verbs[words] = verbs.get(words, False) or relation.state is State.CLASH
    return Line(
        verbs=tuple(Verb(words, clash) for words, clash in verbs.items()),
        head_at_party=bool(ways & {Direction.FROM_STAF, Direction.BOTH}),
        head_at_staf=bool(ways & {Direction.TO_STAF, Direction.BOTH}),
        dashed=dashed,
    )
