"""How a text starts: its first sentence, for the line below a point; its first clause, for a row of the overview."""

import pytest

from checklist.domain.dutch import first_clause, first_sentence


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
