"""A letter has so many marks at most, in a typed text (rule 7)."""

import sys
import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.text import MARGIN, MARKS_CAP, clean_text
from tests.strategies import PURE, marked_texts, typed_texts

EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]


def marks_in_a_row(text: str) -> int:
    """The longest run of combining marks, of composed letters too."""
    apart = unicodedata.normalize("NFD", text)
    runs = (len(list(run)) for is_mark, run in groupby(apart, lambda one: unicodedata.combining(one) > 0) if is_mark)
    return max(runs, default=0)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        pytest.param("x" + "\u0316" * 30, "x" + "\u0316" * 30, id="as-many-as-may-be"),
        pytest.param("x" + "\u0316" * 31, "x" + "\u0316" * 30, id="one-more"),
        pytest.param("\u0316" * 31 + "x", "\u0316" * 30 + "x", id="without-a-letter"),
        pytest.param("x" + "\u0316" * 50 + "y" + "\u0316" * 50, ("x" + "\u0316" * 30 + "y" + "\u0316" * 30), id="each"),
        pytest.param("e" + "\u0301" * 31, "é" + "\u0301" * 29, id="one-becomes-part-of-the-letter"),
        pytest.param("é" + "\u0301" * 30, "é" + "\u0301" * 29, id="one-is-part-of-the-letter"),
        pytest.param("ᾂ" + "\u0301" * 28, "ᾂ" + "\u0301" * 27, id="three-are-part-of-the-letter"),
        pytest.param("q" + "\u0344" * 16, "q" + "\u0308\u0301" * 15, id="two-marks-in-one"),
        pytest.param("x" + "\u0f73" * 16, "x" + "\u0f71" * 15 + "\u0f72" * 15, id="two-marks-in-no-mark"),
        pytest.param("x" + "\u0316" * 20 + "\u200b" + "\u0316" * 20, "x" + "\u0316" * 30, id="removal-before-counting"),
        pytest.param("x" + "\u0301" * 30 + "\u0316", "x" + "\u0301" * 30, id="the-first-as-typed"),
    ],
)
def test_a_letter_keeps_its_first_thirty_marks(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


def test_what_is_said_of_marks_holds_for_every_character() -> None:
    marks = [one for one in EVERY_CHARACTER if unicodedata.combining(one)]
    assert max(marks) < "\U00020000"
    apart = {one: unicodedata.normalize("NFD", one) for one in EVERY_CHARACTER if not "가" <= one <= "힣"}
    marked = {one: text for one, text in apart.items() if any(map(unicodedata.combining, text)) and text != one}
    in_one = {one for one, text in marked.items() if unicodedata.combining(text[0]) and len(text) > 1}
    assert in_one == set("\u0344\u0f73\u0f75\u0f81")
    # A letter with its marks behind it: at most three, so that the letter is four characters.
    own = {one: [bool(unicodedata.combining(part)) for part in text] for one, text in marked.items()}
    assert all(sorted(kinds) == kinds for kinds in own.values())
    assert max(sum(kinds) for kinds in own.values()) == 3
    assert max(map(len, apart.values())) == MARGIN


@PURE
@given(st.one_of(typed_texts(), marked_texts()))
def test_no_letter_has_more_marks_than_may_be(typed: str) -> None:
    assert marks_in_a_row(clean_text(typed)) <= MARKS_CAP


@PURE
@given(marked_texts(most=MARKS_CAP - 3))
def test_a_text_with_so_many_marks_is_only_composed(typed: str) -> None:
    assert clean_text(f"<{typed}>") == unicodedata.normalize("NFC", f"<{typed}>")
