"""How typed text becomes paragraphs and lists."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.text import clean_text
from checklist.domain.typed import Typed, paragraphs
from tests.strategies import PURE, typed_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("Eén alinea.", (Typed("Eén alinea."),)),
        ("Eén.\n\nTwee.", (Typed("Eén."), Typed("Twee."))),
        ("Eén.\n \n\nTwee.", (Typed("Eén."), Typed("Twee."))),
        ("Eén\nregel verder.", (Typed("Eén\nregel verder."),)),
        ("Wij denken aan:\n- a;\n- b.", (Typed("Wij denken aan:", ("a;", "b.")),)),
        ("Wij denken aan:\n\n- a;\n- b.", (Typed("Wij denken aan:", ("a;", "b.")),)),
        ("* a\n• b\n- c", (Typed("", ("a", "b", "c")),)),
        ("Twee stappen:\n1. eerst\n2. dan", (Typed("Twee stappen:", ("eerst", "dan"), ordered=True),)),
        ("- een gedachtestreep", (Typed("- een gedachtestreep"),)),
        ("Dit\n- en dat", (Typed("Dit\n- en dat"),)),
        ("- a\n\n- b", (Typed("- a"), Typed("- b"))),
        ("- a\n- b\nNa de lijst.", (Typed("", ("a", "b")), Typed("Na de lijst."))),
        ("Eerst\n- a\n- b\n\n- c\n- d", (Typed("Eerst", ("a", "b")), Typed("", ("c", "d")))),
        ("3. drie\n4. vier", (Typed("3. drie\n4. vier"),)),
        ("1. een\n3. drie", (Typed("1. een\n3. drie"),)),
        ("1. een\n2. twee\n1. een\n2. twee", (Typed("", ("een", "twee"), True), Typed("", ("een", "twee"), True))),
        ("2026 was een jaar.\n2027 ook.", (Typed("2026 was een jaar.\n2027 ook."),)),
        ("**vet** en # kop\n_schuin_", (Typed("**vet** en # kop\n_schuin_"),)),
        ("-a\n-b", (Typed("-a\n-b"),)),
    ],
)
def test_paragraphs_and_lists(text: str, found: tuple[Typed, ...]) -> None:
    """Empty lines part paragraphs, and lines with a mark are a list when there are two or more."""
    assert paragraphs(text) == found


LINES = st.sampled_from(["- a", "* b", "• c", "1. d", "2. e", "3. f", "g", "", " ", "- ", "1.", "- - h"])


@PURE
@given(st.one_of(typed_texts(), st.lists(LINES, max_size=9).map("\n".join)))
def test_no_word_is_lost_but_the_marks_of_lists(text: str) -> None:
    """All words come back, in order."""
    text = clean_text(text)
    found = paragraphs(text)
    words = [word for part in found for line in (part.text, *part.items) for word in line.split()]
    left = iter(text.split())
    assert all(any(word == other for other in left) for word in words)
    lost = len(text.split()) - len(words)
    assert lost == sum(len(part.items) for part in found)
    assert all(part for part in found)
    assert not [part for part in found if part.items and any(re.match(r"\s|$", item) for item in part.items)]
