"""A typed text has a cap: one over it is refused with its length, and soon (rule 7)."""

from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.text import MARGIN, TooLongError, capped, clean_line, clean_lines, clean_text, shortened
from tests.strategies import PURE, marked_texts, typed_texts


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
