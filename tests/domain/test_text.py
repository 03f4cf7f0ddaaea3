"""Typed text is made clean in one way (rule 7)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.text import clean_line, clean_lines, clean_text, one_text
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
