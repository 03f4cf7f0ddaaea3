"""How every text of a document is printed: spaces that don't break, and quotes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.typeset import NBSP, typeset
from tests.strategies import PURE, typed_texts


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("het kost € 42.000 per jaar", "het kost €~42.000 per jaar"),
        ("Wgr art. 24 lid 2", "Wgr art.~24 lid~2"),
        ("Artikel 24", "Artikel~24"),
        ("zie bijlage B", "zie bijlage~B"),
        ("hoofdstuk 2 en vraag 10", "hoofdstuk~2 en vraag~10"),
        ("0,6 fte, 120 uur, 12 procent", "0,6~fte, 120~uur, 12~procent"),
        ("Stb. 2022, 18, nr. 272", "Stb.~2022,~18, nr.~272"),
        ("op 18 februari 2027", "op 18~februari 2027"),
        ("1a met 10b", "1a~met~10b"),
        ("1a met 10b met 2c", "1a~met~10b~met~2c"),
        ("een lid van elk college", "een lid van elk college"),
        ("bijlage bij de brief", "bijlage bij de brief"),
        ("twee uur", "twee uur"),
    ],
)
def test_what_belongs_together_stays_together(text: str, printed: str) -> None:
    """Each case of the typography; a tilde stands for the space."""
    assert typeset(text) == printed.replace("~", NBSP)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("'ja' en \"nee\"", "‘ja’ en “nee”"),
        ("('ja')", "(‘ja’)"),
        ("'hij zei \"ja\"'", "‘hij zei “ja”’"),
        ("'s-Hertogenbosch", "’s-Hertogenbosch"),
        ("‘s-Hertogenbosch", "’s-Hertogenbosch"),
        ("in 's-Gravenhage en 't Gooi", "in ’s-Gravenhage en ’t Gooi"),
        ("foto's", "foto’s"),
        ("de letter 's'", "de letter ‘s’"),
        ("zie https://x.nl/?a='b' en 'dit'", "zie https://x.nl/?a='b’ en ‘dit’"),
        ('"https://x.nl/a"', "“https://x.nl/a”"),
        ("‘al goed’", "‘al goed’"),
    ],
)
def test_straight_quotes_become_curly_by_their_place(text: str, printed: str) -> None:
    """They open after a space or a bracket and close elsewhere; an apostrophe for what is left out is no quote."""
    assert typeset(text) == printed


def test_a_mark_and_its_letter_are_one_character() -> None:
    """Composed, as the font has it."""
    assert typeset("e\u0301e\u0301n") == "één"


# What the typography looks for, in any order.
PIECES = ("€", "art.", "lid", "Stb.", "2022,", "18", "1a", "10b", "met", "mei", "fte", "'", '"', "‘s", "’", " ", "\n")
TEXTS = st.one_of(
    typed_texts(),
    st.lists(st.sampled_from((*PIECES, NBSP, "www.", "https://", "x", "s", "t", "(", ".")), max_size=20).map("".join),
)


@PURE
@given(TEXTS)
def test_typesetting_twice_is_typesetting_once(text: str) -> None:
    """A text that passed through it already may pass again."""
    assert typeset(typeset(text)) == typeset(text)


@PURE
@given(TEXTS)
def test_nothing_else_changes(text: str) -> None:
    """Told apart from spaces and quotes, the text is what it was."""
    alike = str.maketrans({NBSP: " ", **dict.fromkeys("‘’“”", "'"), '"': "'"})
    assert typeset(text).translate(alike) == unicodedata.normalize("NFC", text).translate(alike)
