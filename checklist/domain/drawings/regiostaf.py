"""The resulting regiostaf: parties with their relations, the regiostaf's own fields, what contradicts, what is open.

A drawing shows it and a list says it; within a party everything is in the booklet's order.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content, question_of_code
from checklist.domain.drawings.names import BoxWords, words_of
from checklist.domain.drawings.parties import (
    FIELDS,
    NOT_SETTLED,
    OPEN_FIELDS,
    OPEN_PARTIES,
    OPEN_WORDS,
    Direction,
    Party,
    Side,
    parts_of,
)


class State(Enum):
    """Whether it is chosen, not settled, or chosen with what contradicts it."""

    YES = "yes"
    OPEN = "open"
    CLASH = "clash"


@dataclass(frozen=True)
class Relation:
    """Between a party and the regiostaf. Without a direction there is none: it isn't settled, or `code` says so.

    `verb` stands at the line; `who` and `words` are for the list. `code` is empty as long as it is open.
    """

    verb: str
    direction: Direction | None
    who: str
    words: str
    code: str
    state: State

    @property
    def drawn(self) -> bool:
        """Whether it has a line: the choice for no relation has one only where something contradicts it."""
        return self.direction is not None or self.state is not State.YES


@dataclass(frozen=True)
class Clash:
    """Two chosen options that can't both hold. `kept`: the kring keeps them on purpose."""

    a: str
    b: str
    words: str
    kept: bool

    @property
    def numbers(self) -> tuple[int, int]:
        """Their questions."""
        return question_of_code(self.a), question_of_code(self.b)


@dataclass(frozen=True)
class Column:
    """A party. `box` has its words."""

    party: Party
    box: BoxWords
    relations: tuple[Relation, ...]
    clashes: tuple[Clash, ...]

    @property
    def open(self) -> bool:
        """Whether the question about it isn't settled."""
        return any(relation.state is State.OPEN for relation in self.relations)

    @property
    def apart(self) -> bool:
        """Whether it stands without a line."""
        return not any(relation.drawn for relation in self.relations)


@dataclass(frozen=True)
class Field:
    """What the regiostaf is itself, under a label in its bar."""

    label: str
    words: str
    state: State
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True)
class OpenQuestion:
    """A question that isn't settled; `words` name it in the legend."""

    number: int
    words: str


@dataclass(frozen=True)
class Regiostaf:
    """The regiostaf that the choices make."""

    columns: tuple[Column, ...]
    fields: tuple[Field, ...]
    clashes: tuple[Clash, ...]
    open: tuple[OpenQuestion, ...]

    @property
    def gemeenten(self) -> tuple[Column, ...]:
        """The columns at the left."""
        return tuple(column for column in self.columns if column.party.side is Side.GEMEENTEN)

    @property
    def veiligheidsregio(self) -> tuple[Column, ...]:
        """The columns at the right."""
        return tuple(column for column in self.columns if column.party.side is Side.VEILIGHEIDSREGIO)

    @property
    def has_arrows(self) -> bool:
        """Whether a relation is chosen."""
        return any(one.direction for column in self.columns for one in column.relations)

    @property
    def has_apart(self) -> bool:
        """Whether a party stands without a line."""
        return any(column.apart for column in self.columns)


# Where something stands in the drawing: a column, or a field of the bar by its label.
Place = Party | str


@dataclass(frozen=True)
class _Choices:
    """What is chosen, in order too; the numbers that are open; the contradictions with where they show."""

    chosen: frozenset[str]
    codes: tuple[str, ...]
    open: tuple[int, ...]
    seen: Mapping[Clash, frozenset[Place]]

    def clashes_at(self, place: Place) -> tuple[Clash, ...]:
        return tuple(clash for clash, places in self.seen.items() if place in places)

    def state(self, code: str, place: Place) -> State:
        return State.CLASH if any(code in (clash.a, clash.b) for clash in self.clashes_at(place)) else State.YES


def regiostaf_of(
    content: Content, chosen: Collection[str], kept: Collection[tuple[str, str]] = frozenset()
) -> Regiostaf:
    """Return the regiostaf that the chosen options make.

    In: codes of the booklet, and the pairs that the kring keeps on purpose. Pure; well under a millisecond.
    """
    codes = content.in_order(chosen)
    taken = frozenset(codes)
    answered = {question_of_code(code) for code in codes}
    clashes = (
        Clash(tension.a, tension.b, tension.explanation, (tension.a, tension.b) in kept)
        for tension in tensions_between(content, taken)
        if tension.contradiction
    )
    choices = _Choices(
        taken,
        codes,
        tuple(question.number for question in content.questions if question.number not in answered),
        {clash: _places_of(clash, taken) for clash in clashes},
    )
    return Regiostaf(
        columns=tuple(_column(party, choices) for party in Party),
        fields=tuple(_fields(choices)),
        clashes=tuple(choices.seen),
        open=tuple(OpenQuestion(number, OPEN_WORDS[number]) for number in choices.open),
    )


def _places_of(clash: Clash, chosen: frozenset[str]) -> frozenset[Place]:
    """Where a contradiction shows: in the columns that have both its sides, else wherever one of them stands."""
    a, b = ({part.party for part in parts_of(code, chosen)} for code in (clash.a, clash.b))
    if a & b:
        return frozenset(a & b)
    return frozenset([*a, *b, *(FIELDS[code][0] for code in (clash.a, clash.b) if code in FIELDS)])


def _column(party: Party, choices: _Choices) -> Column:
    relations = tuple(
        Relation(part.verb, part.direction, part.who, part.words, code, choices.state(code, party))
        for code in choices.codes
        for part in parts_of(code, choices.chosen)
        if part.party is party
    )
    if any(party in OPEN_PARTIES.get(number, ()) for number in choices.open):
        relations += (Relation(NOT_SETTLED, None, party.value, NOT_SETTLED, "", State.OPEN),)
    others = any(relation.code != "7c" for relation in relations)
    box = words_of(party, choices.chosen, with_medewerkers=others)
    return Column(party, box, relations, choices.clashes_at(party))


def _fields(choices: _Choices) -> Iterator[Field]:
    for number, open_label in OPEN_FIELDS.items():
        said = [(code, *FIELDS[code]) for code in choices.codes if question_of_code(code) == number and code in FIELDS]
        if said:
            label = said[0][1]
            clash = any(choices.state(code, label) is State.CLASH for code, _, _ in said)
            words = " en ".join(words for _, _, words in said)
            yield Field(label, words, State.CLASH if clash else State.YES, choices.clashes_at(label))
        elif number in choices.open:
            yield Field(open_label, NOT_SETTLED, State.OPEN)
