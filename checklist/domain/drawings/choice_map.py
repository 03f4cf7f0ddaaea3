"""The keuzekaart: all questions with all options in a few words, what the kring chose, and a model laid over it."""

from collections.abc import Collection
from dataclasses import dataclass

from checklist.domain.content import Content, GovernanceModel, Option, Question
from checklist.domain.dutch import capital
from models_catalogue.reading import OTHER, SILENT

# How an option of which nothing was read is called in a cell.
_WORDS = {SILENT: "zwijgt", OTHER: "iets anders"}


@dataclass(frozen=True)
class MapCell:
    """One option. `words`: its few words, or those of the booklet when it has none. `stance`: what the model laid over
    it says (kenmerkend, past, past-niet, mogelijk for one of two readers, anders, zwijgt); `stance_words`: how that
    reads; both are empty without a model."""

    code: str
    words: str
    chosen: bool
    stance: str = ""
    stance_words: str = ""


@dataclass(frozen=True)
class MapRow:
    """One question; `cells` has None where another question has one option more. Open: nothing is chosen."""

    number: int
    short_name: str
    cells: tuple[MapCell | None, ...]

    @property
    def open(self) -> bool:
        """Whether it is 'nog niet bepaald'."""
        return not any(cell and cell.chosen for cell in self.cells)


@dataclass(frozen=True)
class ChoiceMap:
    """The whole map. `letters` head its columns; `model` is the short name of the model laid over it, or empty."""

    letters: tuple[str, ...]
    rows: tuple[MapRow, ...]
    model: str


def choice_map(content: Content, chosen: Collection[str], model: GovernanceModel | None = None) -> ChoiceMap:
    """Return the map of the chosen options, with a model laid over it or without. Pure; one pass over the options."""
    most = max((len(question.options) for question in content.questions), default=0)
    return ChoiceMap(
        letters=tuple("abcdefgh"[:most]),
        rows=tuple(_row(question, chosen, model, most) for question in content.questions),
        model=model.short_name if model else "",
    )


def _row(question: Question, chosen: Collection[str], model: GovernanceModel | None, most: int) -> MapRow:
    cells = [_cell(option, chosen, model) for option in question.options]
    return MapRow(question.number, question.short_name, (*cells, *[None] * (most - len(cells))))


def _cell(option: Option, chosen: Collection[str], model: GovernanceModel | None) -> MapCell:
    words = capital(option.words)
    return MapCell(option.code, words, option.code in chosen, *(_stance(option.code, model) if model else ()))


def _stance(code: str, model: GovernanceModel) -> tuple[str, str]:
    trait = model.trait_of.get(code)
    state = model.state_of(code)
    return state, trait.word if trait else _WORDS[state]
