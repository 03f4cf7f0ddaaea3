"""How a text starts: its first sentence, for the line below a point; its first clause, for a row of the overview. And
how amounts are written."""

from decimal import Decimal

import pytest

from checklist.domain.dutch import euros, first_clause, first_sentence, small


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ""),
        ("Eén zin", "Eén zin"),
        ("Eén zin. En nog een.", "Eén zin."),
        ("Kan dat? ‘Ja’, zegt de kring.", "Kan dat?"),
        ("Een regel\nen de volgende.", "Een regel"),
        ("  Vooraf wit. Daarna niet.", "Vooraf wit."),
        ("Dat mag bijv. niet in de zomer. Dus wachten wij.", "Dat mag bijv. niet in de zomer."),
    ],
)
def test_the_first_sentence_of_a_text(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("", ""),
        ("Wij wachten. Tot maart.", "Wij wachten"),
        ("Wij wachten op Oss, want dat hoort zo, zegt men", "Wij wachten op Oss, want dat hoort zo"),
        ("Wij wachten op de griffiers; die komen in maart bijeen.", "Wij wachten op de griffiers"),
        ("Eerst, voordat wij ergens aan beginnen of iets kiezen", "Eerst, voordat wij ergens aan beginnen …"),
        ("Eerst weten of Oss (de grootste gemeente) meedoet aan", "Eerst weten of Oss (de grootste …"),
        ("A" * 80, "A" * 39 + " …"),
    ],
)
def test_the_first_clause_of_a_text_of_at_most_so_many_characters(text: str, clause: str) -> None:
    assert first_clause(text, 40) == clause


@pytest.mark.parametrize(
    ("text", "begun"), [("", ""), ("De keuze.", "de keuze."), ("CGS en co.", "CGS en co."), ("U", "u"), ("Eén", "één")]
)
def test_a_text_goes_on_after_a_colon(text: str, begun: str) -> None:
    assert small(text) == begun


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "€ 0"),
        ("950", "€ 950"),
        ("24000", "€ 24.000"),
        ("24000.00", "€ 24.000"),
        ("1234567.5", "€ 1.234.567,50"),
        ("0.05", "€ 0,05"),
    ],
)
def test_an_amount_has_points_between_thousands_and_cents_when_there_are_any(amount: str, text: str) -> None:
    assert euros(Decimal(amount)) == text
