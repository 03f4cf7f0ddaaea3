"""Two to four designs in one table."""

from collections.abc import Callable, Iterable, Sequence

from checklist.domain.content import Content, Question, Tension
from checklist.domain.decision.date_words import day_in_words
from checklist.domain.decision_content import Organ
from checklist.domain.dutch import capital, in_words
from checklist.domain.proposal import Frequency
from checklist.domain.variants import words
from checklist.domain.variants.value import LETTERS, Cell, Heading, Row, VariantTable
from checklist.domain.variants.variant import Variant

OPEN = "nog niet bepaald"
NONE = "geen"
NOT_THERE = "niet aan de orde"
NOT_FILLED_IN = "niet ingevuld"


def table_of(content: Content, variants: Sequence[Variant]) -> VariantTable:
    """Return two to four designs in columns. Pure."""
    return VariantTable(
        headings=tuple(_heading(letter, one) for letter, one in zip(LETTERS, variants, strict=False)),
        questions=tuple(_question(question, variants) for question in content.questions),
        tensions=tuple(_tension(content, tension, variants) for tension in _in_any(content, variants)),
        results=tuple(row for row in _results(content, variants) if row is not None),
    )


def _heading(letter: str, variant: Variant) -> Heading:
    dossier = variant.dossier
    return Heading(letter, dossier.title, variant.region, day_in_words(dossier.date))


def _question(question: Question, variants: Sequence[Variant]) -> Row:
    return Row(question.words, tuple(_answer(question, one) for one in variants), OPEN, question.number)


def _answer(question: Question, variant: Variant) -> Cell:
    """What was chosen; below it what that leaves open: the answer, or the question that a decision waits for."""
    details = words.details_of(question, variant)
    lines = (f"{capital(one.answer)}." if one.answer else f"Nog te kiezen: {one.question}" for one in details)
    waited_for = (line for line, one in zip(lines, details, strict=True) if one.answer or one.required)
    return Cell(words.answer_words(question, variant), tuple(waited_for))


def _in_any(content: Content, variants: Sequence[Variant]) -> Iterable[Tension]:
    return (tension for tension in content.tensions if any(tension in one.tensions for one in variants))


def _tension(content: Content, tension: Tension, variants: Sequence[Variant]) -> Row:
    states = (words.state_of(tension, one) if tension in one.tensions else "" for one in variants)
    return Row(words.pair_of(content, tension), tuple(Cell(state) for state in states), NOT_THERE)


def _results(content: Content, variants: Sequence[Variant]) -> Sequence[Row | None]:
    def row(name: str, nothing: str, told: Callable[[Variant], Sequence[str]]) -> Row:
        return Row(name, tuple(_cell(told(one)) for one in variants), nothing)

    def known(name: str, told: Callable[[Variant], str]) -> Row | None:
        """A row of what a kring may fill in: none when nobody did."""
        cells = tuple(_cell([text] if (text := told(one)) else []) for one in variants)
        return Row(name, cells, NOT_FILLED_IN) if any(cell.words for cell in cells) else None

    return (
        row("Nog niet bepaald", "niets", lambda one: tuple(words.open_questions(content, one))),
        *(row(state, NONE, _pairs_in(state)) for state in words.TENSION_STATES),
        row("Het dichtst bij", "nog niets gekozen", words.nearest_words),
        row("Besluiten en afspraken", NONE, _decided),
        row("Laatste besluit vóór het begin", NONE, lambda one: tuple(filter(None, [words.last_moment_words(one)]))),
        row("Begin op zijn vroegst", NONE, lambda one: tuple(filter(None, [words.start_words(one)]))),
        known("Kosten per jaar", lambda one: words.costs_words(one, Frequency.YEARLY)),
        known("Eenmalige kosten", lambda one: words.costs_words(one, Frequency.ONCE)),
    )


def _pairs_in(state: str) -> Callable[[Variant], Sequence[str]]:
    """How many pairs of choices are in this state."""

    def counted(variant: Variant) -> Sequence[str]:
        number = sum(words.state_of(tension, variant) == state for tension in variant.tensions)
        return [f"{in_words(number)} {'paar' if number == 1 else 'paren'} keuzes"] if number else []

    return counted


def _decided(variant: Variant) -> tuple[str, ...]:
    """How many decisions each organ is asked, and how much the kring and the secretarissen agree."""
    counts = ((organ, len(words.decisions_in(variant.asked.of(organ)))) for organ in Organ)
    return tuple(f"{organ.value}: {count}" for organ, count in counts if count)


def _cell(lines: Sequence[str]) -> Cell:
    """One line stands as words, more as lines below each other."""
    found = [capital(line) for line in lines]
    return Cell(found[0], tuple(found[1:])) if found else Cell("")
