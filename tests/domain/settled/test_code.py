"""The code of a version, as it is typed from paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.settled.code import ALPHABET, LENGTH, new_code, read_code, shown_code


@pytest.mark.parametrize(
    "typed",
    ["7K2M9QXR4TBD", "7K2M-9QXR-4TBD", "7k2m 9qxr 4tbd", " 7K2M-9QXR-4TBD\n", "7-K2M9QXR4T-BD"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "7K2M9QXR4TBD"


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert read_code("oOiI-lL00-1111") == "001111001111"


@pytest.mark.parametrize(
    "typed", ["", "7K2M9QXR4TB", "7K2M9QXR4TBDD", "7K2M9QXR4TBU", "7K2M_9QXR_4TBD", "７K2M9QXR4TBD"]
)
def test_what_can_be_no_code_is_none(typed: str) -> None:
    assert read_code(typed) == ""


@given(st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_a_shown_code_reads_back_as_the_code(code: str) -> None:
    assert read_code(shown_code(code)) == code


def test_a_new_code_is_a_code_and_another_one_each_time() -> None:
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert all(read_code(code) == code for code in codes)
