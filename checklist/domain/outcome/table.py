"""What each model says of each answer, with its ground: the table of models beside the kring's choices."""

from collections.abc import Collection
from dataclasses import dataclass

from checklist.domain.content import Content, Option, Question, Trait
from checklist.domain.outcome.matching import ModelMatch, Outcome
from checklist.domain.outcome.silence import Silence, silence_of
from models_catalogue import reading

PAST, PAST_NIET, OPEN = "past", "past-niet", "open"


@dataclass(frozen=True)
class Said:
    """What a model says of one chosen option, in its few `words`. `state`: past, past-niet, or mogelijk when one reader
    read it."""

    code: str
    words: str
    trait: Trait

    @property
    def state(self) -> str:
        """The shape and word that go with it."""
        return PAST if self.trait.counts and self.trait.fits else self.trait.state

    @property
    def stance(self) -> str:
        """The stance in words: kenmerkend, past, past niet."""
        return self.trait.stance.replace("-", " ")


@dataclass(frozen=True)
class Mark:
    """One state in a cell, with the options it holds for."""

    state: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """One model beside one answer. `silence`: which of the four, or None when two readers read something."""

    slug: str
    silence: Silence | None
    said: tuple[Said, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What stands in the cell: past, past niet and mogelijk with their options; else the one silence."""
        if self.silence in _EMPTY:
            return (Mark(_EMPTY[self.silence], ()),)
        states = {state: tuple(said.code for said in self.said if said.state == state) for state in _ORDER}
        return tuple(Mark(state, codes) for state, codes in states.items() if codes)


_ORDER = (PAST, PAST_NIET, reading.POSSIBLE)
_EMPTY = {Silence.OPEN: OPEN, Silence.BOOKLET: reading.SILENT, Silence.OTHER: reading.OTHER}


@dataclass(frozen=True)
class Row:
    """One question with the kring's answer (no options is open) and a cell per model, in the outcome's order."""

    number: int
    short_name: str
    options: tuple[Option, ...]
    cells: tuple[Cell, ...]

    @property
    def open(self) -> bool:
        """Whether nothing is chosen."""
        return not self.options

    @property
    def several(self) -> bool:
        """Whether more than one option is chosen."""
        return len(self.options) > 1


def outcome_rows(content: Content, chosen: Collection[str], outcome: Outcome) -> tuple[Row, ...]:
    """Return the twelve questions beside the models, in the order of the outcome."""
    return tuple(
        Row(
            number=question.number,
            short_name=question.short_name,
            options=(options := tuple(option for option in question.options if option.code in chosen)),
            cells=tuple(_cell(match, question, options) for match in outcome.matches),
        )
        for question in content.questions
    )


def _cell(match: ModelMatch, question: Question, options: tuple[Option, ...]) -> Cell:
    traits = match.model.trait_of
    said = tuple(Said(option.code, option.words, traits[option.code]) for option in options if option.code in traits)
    return Cell(match.model.slug, silence_of(match, question, [option.code for option in options]), said)
