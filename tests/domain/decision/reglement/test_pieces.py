"""Templates become pieces: gaps filled, our words giving way to the same words of the kring, one full stop."""

import pytest

from checklist.domain.decision.reglement.pieces import gaps_in, known, own_sentence, pieces_of, typed
from checklist.domain.decision.reglement.value import Piece, Source, Text
from tests.domain.decision.reglement.reading import words


def filled(template: str, value: str) -> Text:
    return pieces_of(template, lambda key: typed(value))


@pytest.mark.parametrize(
    ("template", "value", "expected"),
    [
        ("Dit is {x}.", "iets", "Dit is iets."),
        ("Dit is {x}.", "iets.", "Dit is iets."),
        ("Dit is {x} ook.", "iets.", "Dit is iets ook."),
        ("Dit is {x} ook.", "X B.V.", "Dit is X B.V. ook."),
        ("Dit is {x} ook.", "oefening e.d.", "Dit is oefening e.d. ook."),
        ("Dit is {x} ook.", "stoelen enz.", "Dit is stoelen enz. ook."),
        ("{x} is er.", "de kring", "De kring is er."),
        ("Er is. {x} is er.", "één", "Er is. Eén is er."),
        ("Dit is {x}.", "Het einde", "Dit is het einde."),
        ("Van {x}.", "Van den Berg", "Van Van den Berg."),
        ("Binnen {x} na de start van dit.", "binnen een jaar na de start", "binnen een jaar na de start van dit."),
        ("Zij komt {x} bijeen.", "vaak bijeen.", "Zij komt vaak bijeen."),
        ("Dit is {x}.", "{y} en [z]", "Dit is {y} en [z]."),
        ("Dit is [nog {leeg}] {x}.", "iets", "Dit is [nog iets] iets."),
    ],
)
def test_a_sentence_reads_well(template: str, value: str, expected: str) -> None:
    assert words(filled(template, value)) == expected


def test_what_is_between_square_brackets_is_open() -> None:
    text = pieces_of("Het is [nog open] en {x}.", lambda key: known("[nog leeg]"))
    assert [piece.source for piece in text] == [Source.OURS, Source.GAP, Source.OURS, Source.GAP, Source.OURS]
    assert gaps_in([text, filled("Er is {x}.", "[iets]")]) == 2


def test_gaps_beside_each_other_are_two_places() -> None:
    assert gaps_in([pieces_of("{a}{b}", lambda key: known("[open]"))]) == 2


def test_nothing_empty_is_left() -> None:
    assert pieces_of("{x}", lambda key: ()) == ()
    assert filled("op {x}", "op") == (Piece("op", Source.KRING),)


@pytest.mark.parametrize(
    ("text", "expected"), [("zo is het", "Zo is het."), ("Zo is het!", "Zo is het!"), ("zie: a;", "Zie: a;.")]
)
def test_an_own_sentence_has_a_capital_and_an_end(text: str, expected: str) -> None:
    assert words(own_sentence(text)) == expected
