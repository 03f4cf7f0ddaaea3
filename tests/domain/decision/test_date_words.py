"""Dates as people type them at a step."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.decision.date_words import date_in
from tests.strategies import PURE, typed_texts

THE_DAY = date(2027, 2, 18)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2027-02-18",
            "18 februari 2027",
            "18 Februari 2027",
            "18 feb 2027",
            "18 feb. 2027",
            "18-2-2027",
            "18-02-2027",
        ),
        *("18/2/2027", "18.2.2027", "donderdag 18 februari 2027", "do 18 feb 2027", "do. 18 feb. 2027"),
        *("  18\u00a0februari  2027 ",),
    ],
)
def test_a_date_is_read(text: str) -> None:
    assert date_in(text) == THE_DAY


@pytest.mark.parametrize("name", ["mrt", "mrt.", "maa", "maart"])
def test_a_month_may_be_shortened(name: str) -> None:
    assert date_in(f"1 {name} 2027") == date(2027, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        *("", "voorjaar 2027", "18 februari", "uiterlijk 18 februari 2027", "30 februari 2027", "2027-02-30", "gedaan"),
        *("18 feb 27", "18-2-27", "18-2/2027", "0 maart 2027", "1 march 2027", "1-13-2027", "٣ maart 2027", "1 2 2027"),
        "18 februari 0000",
    ],
)
def test_something_else_stays_words(text: str) -> None:
    assert date_in(text) is None


@PURE
@given(st.one_of(typed_texts(), st.from_regex(r"\d{1,4}[-/. ](\d{1,2}|[a-z]{3,9})[-/. ]\d{1,4}", fullmatch=True)))
def test_no_text_is_too_odd(text: str) -> None:
    assert date_in(text) is None or isinstance(date_in(text), date)
