"""Two to four designs in one table."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.dossier import Kept
from checklist.domain.proposal import Cost, Frequency, Proposal
from checklist.domain.variants.table import table_of
from checklist.domain.variants.value import Cell, Row, VariantTable
from checklist.domain.variants.variant import Variant
from tests.content import real_content
from tests.domain.decision.random_designs import random_dossier
from tests.domain.variants.designs import variant, worked_out
from tests.strategies import CHOICES


def table(*variants: Variant) -> VariantTable:
    return table_of(real_content(), variants)


def result(found: VariantTable, name: str) -> Row:
    (row,) = [row for row in found.results if row.name == name]
    return row


@CHOICES
@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=4))
def test_every_row_has_a_cell_for_every_design(numbers: list[int]) -> None:
    found = table(*(worked_out(random_dossier(number)) for number in numbers))
    assert [heading.letter for heading in found.headings] == list("ABCD"[: len(numbers)])
    assert [row.number for row in found.questions] == list(range(1, 13))
    assert all(len(row.cells) == len(numbers) for row in (*found.questions, *found.results))
    assert all(row.nothing and row.name for row in (*found.questions, *found.results))


@CHOICES
@given(st.integers(0, 10_000))
def test_a_design_beside_itself_is_the_same_in_every_row(number: int) -> None:
    found = table(worked_out(random_dossier(number)), worked_out(random_dossier(number)))
    assert all(row.same for row in (*found.questions, *found.results))


def test_a_question_tells_the_words_of_each_choice() -> None:
    row = table(variant("1a"), variant("1b"), variant("")).questions[0]
    assert (row.name, row.number, row.same) == ("Wie richt de regiostaf op?", 1, False)
    assert [cell.words for cell in row.cells] == ["De kring zelf", "Het bestuur", ""]
    assert row.nothing == "nog niet bepaald"


def test_a_question_tells_what_its_choice_leaves_open() -> None:
    row = table(variant("1d", {"1d": {"vastlegging": "beide"}}), variant("1d")).questions[0]
    answered, waiting = row.cells
    assert answered.lines == ("In beide.",)
    (line,) = waiting.lines
    assert line.startswith("Nog te kiezen: Waar wordt de regiostaf vastgelegd")


@pytest.mark.parametrize(("number", "words"), [(2, "in beide varianten gelijk"), (3, "in alle varianten gelijk")])
def test_what_is_the_same_says_so(number: int, words: str) -> None:
    assert table(*[variant("1a")] * number).all_of_them == words


def test_open_questions_and_the_number_of_clashes_stand_below() -> None:
    found = table(variant("2a 5a"), variant("1a 2b"))
    assert "Vraag 1, " in result(found, "Nog niet bepaald").cells[0].words
    assert result(found, "Botst").cells == (Cell("Eén paar keuzes"), Cell(""))
    assert result(found, "Botst").nothing == "geen"


def test_each_pair_that_clashes_somewhere_tells_how_each_design_stands_to_it() -> None:
    agreed = variant("2a 5a", kept=(Kept("2a", "5a", "Met opzet."),))
    (row,) = table(variant("2a 5a"), agreed, variant("2a 5b")).tensions
    assert row.name == "‘advies aan het bestuur’ (vraag 2) en ‘geen directe relatie’ (vraag 5, Veiligheidsregio)"
    assert [cell.words for cell in row.cells] == ["Botst", "Afgesproken", ""]
    assert row.nothing == "niet aan de orde"


def test_the_nearest_models_have_their_counts() -> None:
    found = result(table(variant("7a 2a"), variant("")), "Het dichtst bij")
    assert found.cells[0].words == "De managementraad: alle 2 keuzes passen; beide hoofdkenmerken gekozen"
    assert (found.cells[1].words, found.nothing) == ("", "nog niets gekozen")


def test_decisions_are_counted_by_organ() -> None:
    cell = result(table(variant("10b"), variant("10c")), "Besluiten en afspraken").cells[0]
    assert cell.words.startswith("Algemeen bestuur: ")


def test_costs_stand_there_when_one_kring_knows_them() -> None:
    costs = Proposal(cost_items=(Cost("Uren", Decimal(1250), Frequency.YEARLY),))
    found = result(table(variant("1a", proposal=costs), variant("1a")), "Kosten per jaar")
    assert [cell.words for cell in found.cells] == ["€ 1.250", ""]
    assert found.nothing == "niet ingevuld"
    assert "Kosten per jaar" not in [row.name for row in table(variant("1a"), variant("1a")).results]
