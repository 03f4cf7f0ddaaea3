"""The first sentence of a text: what the line below a point, and the clash line, tell of it."""

import pytest

from checklist.domain.dutch import first_sentence


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
