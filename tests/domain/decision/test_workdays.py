"""On which days legal terms end, and holidays of the Algemene termijnenwet, art. 3."""

from datetime import date

import pytest

from checklist.domain.decision.workdays import easter, end_of_term, holidays, is_workday, safe_day


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, date(1818, 3, 22)),
        (1943, date(1943, 4, 25)),
        (1954, date(1954, 4, 18)),
        (1981, date(1981, 4, 19)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2028, date(2028, 4, 16)),
        (2030, date(2030, 4, 21)),
        (2038, date(2038, 4, 25)),
        (2049, date(2049, 4, 18)),
    ],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_the_holidays_of_a_year() -> None:
    assert holidays(2027) == {
        date(2027, 1, 1),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 4, 27),
        date(2027, 5, 5),
        date(2027, 5, 6),
        date(2027, 5, 17),
        date(2027, 12, 25),
        date(2027, 12, 26),
    }


def test_the_kings_birthday_on_a_sunday_is_the_day_before() -> None:
    assert date(2031, 4, 26) in holidays(2031)
    assert date(2031, 4, 27) not in holidays(2031)


def test_easter_on_a_sunday_needs_no_holiday() -> None:
    assert not is_workday(easter(2027))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2027, 2, 18), 56, date(2027, 4, 15)),
        (date(2026, 12, 17), 84, date(2027, 3, 11)),
        # A Saturday: on to Monday.
        (date(2027, 2, 13), 56, date(2027, 4, 12)),
        # Good Friday: on to the Tuesday after Easter.
        (date(2027, 1, 29), 56, date(2027, 3, 30)),
        # Boxing Day on a Sunday, after Christmas on a Saturday.
        (date(2027, 10, 30), 56, date(2027, 12, 27)),
        (date(9999, 12, 1), 56, date.max),
    ],
)
def test_a_term_ends_on_a_workday(start: date, days: int, end: date) -> None:
    assert end_of_term(start, days) == end


@pytest.mark.parametrize(
    ("end", "days", "start"),
    [
        (date(2027, 6, 15), -56, date(2027, 4, 20)),
        (date(2027, 7, 1), -84, date(2027, 4, 8)),
        # Easter Monday: back to the Thursday before Good Friday.
        (date(2027, 5, 24), -56, date(2027, 3, 25)),
        (date(2027, 6, 20), -56, date(2027, 4, 23)),
        (date(2026, 12, 11), 14, date(2026, 12, 24)),
        (date(1, 1, 5), -56, date.min),
    ],
)
def test_what_is_counted_back_is_the_workday_before(end: date, days: int, start: date) -> None:
    assert safe_day(end, days) == start
