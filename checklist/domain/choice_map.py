"""The keuzekaart: all questions with all options in a few words, what the kring chose, and a model laid over it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from checklist.domain.content import Content, GovernanceModel, Option, Question

# Each option in a few words, below the name of its question; the booklet's words stand with the question itself.
OPTION_WORDS: Mapping[str, str] = {
    "1a": "De kring stelt de regiostaf in",
    "1b": "Het veiligheidsbestuur stelt hem in",
    "1c": "De colleges stellen hem in",
    "1d": "Vastgelegd in regeling of verordening",
    "2a": "Adviseert het veiligheidsbestuur",
    "2b": "Adviseert de gemeenten",
    "2c": "Stemt beleid af in de voorbereiding",
    "2d": "Organiseert samenwerking van gemeenten",
    "3a": "Geen directe relatie",
    "3b": "Adviseert een stuurgroep uit de colleges",
    "3c": "Adviseert een commissie met wethouders",
    "4a": "Geen directe relatie",
    "4b": "Werkt samen met griffiers",
    "4c": "Adviseert een overleg uit de raden",
    "5a": "Geen directe relatie",
    "5b": "Vaste relatie met het bestuur",
    "5c": "Vaste relatie met het management",
    "5d": "Deel van het management",
    "6a": "Alleen rampen en crises",
    "6b": "Alles van de veiligheidsregio",
    "6c": "Ook sociale en integrale veiligheid",
    "7a": "Bij overleg van secretarissen of adviseurs",
    "7b": "Bij de taak van de CGS",
    "7c": "Bij de centrumgemeente",
    "7d": "Bij een afdeling van de veiligheidsregio",
    "8a": "Vertegenwoordiging van secretarissen",
    "8b": "Vrijgestelde functionaris",
    "9a": "Medewerkers van gemeenten",
    "9b": "Vrijgestelde medewerkers bij één gemeente",
    "9c": "Bureau van de veiligheidsregio",
    "10a": "Niet: gesloten beurzen",
    "10b": "Uit het budget van de veiligheidsregio",
    "10c": "Aparte bijdrage van gemeenten",
    "11a": "CGS los van de regiostaf",
    "11b": "CGS is deel van de regiostaf",
    "11c": "CGS is voorzitter",
    "12a": "Blijft bij de veiligheidsregio",
    "12b": "Wordt organisator van brede samenwerking",
    "12c": "Wordt breed: voor alle regelingen",
}


@dataclass(frozen=True)
class MapCell:
    """One option. `stance`: what the model laid over it says (kenmerkend, past, past-niet, mogelijk for one of two
    readers, zwijgt); `stance_words`: how that reads; both are empty without a model."""

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
    words = OPTION_WORDS.get(option.code, option.label)
    return MapCell(option.code, words, option.code in chosen, *(_stance(option.code, model) if model else ()))


def _stance(code: str, model: GovernanceModel) -> tuple[str, str]:
    trait = model.trait_of.get(code)
    if trait is None:
        return "zwijgt", "zwijgt"
    words = trait.stance.replace("-", " ")
    return (trait.stance, words) if trait.counts else ("mogelijk", f"mogelijk {words}")
