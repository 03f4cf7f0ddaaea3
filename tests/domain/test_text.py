"""Typed text is made clean in one way (rule 7)."""

import sys
import unicodedata
from itertools import groupby
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.text import (
    MARGIN,
    MARKS_CAP,
    TooLongError,
    capped,
    clean_line,
    clean_lines,
    clean_text,
    one_text,
    shortened,
)
from tests.strategies import PURE, marked_texts, typed_texts

REMOVED_MARKS = [0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\r\t"]
NONCHARACTERS = [*range(0xFDD0, 0xFDF0), *(plane * 0x10000 + end for plane in range(17) for end in (0xFFFE, 0xFFFF))]
SURROGATES = [0xD800, 0xDBFF, 0xDC00, 0xDFFF]


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\nb", "a\nb"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("a\n\rb", "a\n\nb"),
        ("a\u2028b", "a\nb"),
        ("a\u2029b", "a\nb"),
    ],
)
def test_a_line_end_is_one_newline(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


def test_a_tab_is_a_space() -> None:
    assert clean_text("a\tb") == "a b"


@pytest.mark.parametrize(
    "code", [*CONTROLS, *REMOVED_MARKS, *NONCHARACTERS, *SURROGATES], ids=lambda code: f"{code:04X}"
)
def test_is_removed(code: int) -> None:
    assert clean_text(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize("kept", ["\u00a0", "\u00ad", "\u200c", "\u200d", "\u2010", "\u202f", "\ufffd", "\ue000", "😀"])
def test_is_kept_within_a_text(kept: str) -> None:
    assert clean_text(f"a{kept}b") == f"a{kept}b"


@pytest.mark.parametrize(
    ("typed", "clean"),
    [("e\u0301", "é"), ("A\u030a", "Å"), ("\u212b", "Å"), ("\u1112\u1161\u11ab", "한"), ("ﬁ", "ﬁ"), ("²", "²")],
)
def test_is_composed_but_not_replaced_by_what_looks_like_it(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


@pytest.mark.parametrize("around", [" ", "\n", "\t", "\r\n", "\u00a0", "\u3000", "\u2028", " \n \t"])
def test_white_space_around_is_trimmed(around: str) -> None:
    assert clean_text(f"{around}a b{around}") == "a b"


def test_white_space_within_stays() -> None:
    assert clean_text("a  b\n\n\n c") == "a  b\n\n\n c"


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        pytest.param("e\u200b\u0301", "é", id="removal-before-composing"),
        pytest.param("\u200b \ufeff a \x00\n", "a", id="removal-before-trimming"),
        pytest.param("a\r\x00\nb", "a\n\nb", id="line-ends-before-removal"),
        pytest.param("\ud83d\u200b\ude00", "", id="two-halves-do-not-become-one"),
        pytest.param("\t\x00\t", "", id="tab-before-trimming"),
    ],
)
def test_the_order_of_the_steps(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


def test_a_line_has_a_space_for_every_line_end() -> None:
    assert clean_line(" a\r\nb\u2028c\td ") == "a b c d"


def test_lines_are_cleaned_one_by_one_and_empty_ones_left_out() -> None:
    assert clean_lines("  Oss \r\n\r\n \u200b \r Vught\te.o.\u2028Boxtel\n") == ("Oss", "Vught e.o.", "Boxtel")


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


@pytest.mark.parametrize(
    "worst",
    [
        "\u0301\u0316" * 250_000,
        ("a" + "\u0301\u0316" * 15) * 16_000,
        "\u0344\u0316" * 250_000,
        "\u1112\u1161\u11ab" * 165_000,
        "\U0001d160" * 250_000,
        "\r" * 500_000,
        "a\n" * 250_000,
    ],
    ids=["marks", "runs-of-thirty", "two-in-one", "jamo", "three-of-one", "line-ends", "lines"],
)
def test_half_a_million_characters_are_cleaned_within_a_second(worst: str) -> None:
    for clean in (clean_text, clean_line, clean_lines):
        start = thread_time()
        clean(worst)
        assert thread_time() - start < 1


def test_a_text_at_its_cap_fits_however_it_was_typed() -> None:
    assert capped("α\u0313\u0300\u0345" * 10, 10) == "ᾂ" * 10
    assert capped("a\r\n" * 9 + "a", 19) == "a\n" * 9 + "a"


@pytest.mark.parametrize(
    ("typed", "count"), [("é" * 11, 11), ("e\u0301" * 11, 11), (" " + "x" * 11, 11), ("x" * 41, 41)]
)
def test_a_text_over_its_cap_is_refused_with_its_length(typed: str, count: int) -> None:
    with pytest.raises(TooLongError) as refused:
        capped(typed, 10)
    assert (refused.value.count, refused.value.cap) == (count, 10)


def test_a_text_far_over_its_cap_is_not_even_cleaned() -> None:
    def clean(typed: str) -> str:
        raise AssertionError

    with pytest.raises(TooLongError) as refused:
        capped(" " * 41, 10, clean)
    assert refused.value.count == 41


@PURE
@given(st.one_of(typed_texts(), marked_texts()), st.integers(0, 40))
def test_what_is_not_refused_is_clean_and_within_its_cap(typed: str, cap: int) -> None:
    try:
        text = capped(typed, cap)
    except TooLongError:
        text = ""
        assert len(typed) > MARGIN * cap or len(clean_text(typed)) > cap
    else:
        assert text == clean_text(typed)
    assert len(text) <= cap


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("abcde", "abcde"), ("abcdef", "abcde…"), ("\u200bb\r\nc", "b\nc"), ("a\u200bb\ncdef", "ab\nc…")],
)
def test_a_text_that_is_only_shown_is_cut(typed: str, shown: str) -> None:
    assert shortened(typed, 5) == shown


@PURE
@given(st.one_of(typed_texts(), marked_texts()))
def test_cleaning_twice_is_cleaning_once(typed: str) -> None:
    for clean in (clean_text, clean_line):
        assert clean(clean(typed)) == clean(typed)


@PURE
@given(st.one_of(typed_texts(), marked_texts()))
def test_a_clean_text_is_composed_trimmed_and_holds_nothing_that_is_removed(typed: str) -> None:
    text = clean_text(typed)
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    assert {character for character in text if unicodedata.category(character) in {"Cc", "Cs"}} <= {"\n"}
    assert not {chr(code) for code in (*REMOVED_MARKS, *NONCHARACTERS)} & set(text)


@PURE
@given(typed_texts())
def test_a_clean_text_can_be_stored_and_sent(typed: str) -> None:
    assert clean_text(typed).encode().decode() == clean_text(typed)


@PURE
@given(typed_texts())
def test_a_line_is_one_line(typed: str) -> None:
    assert len(clean_line(typed).splitlines()) <= 1


@PURE
@given(st.one_of(typed_texts(), marked_texts()))
def test_lines_are_clean_lines(typed: str) -> None:
    for line in clean_lines(typed):
        assert line
        assert clean_line(line) == line


@PURE
@given(typed_texts())
def test_lines_come_back_from_the_form_that_shows_them(typed: str) -> None:
    lines = clean_lines(typed)
    assert clean_lines("\r\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        ("Hun", "Mijn", "Hun\n\nMijn"),
        ("Hun", "Hun", "Hun"),
        ("", "Mijn", "Mijn"),
        ("Hun", "", "Hun"),
        ("", "", ""),
        ("Hun", "Hun\n\nMijn", "Hun\n\nMijn"),
        ("Hun", "Hunebed", "Hun\n\nHunebed"),
    ],
)
def test_two_texts_become_one_without_saying_the_same_twice(theirs: str, mine: str, both: str) -> None:
    assert one_text(theirs, mine) == both
