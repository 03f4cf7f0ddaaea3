"""The days on which a legal term can end: no Saturday, Sunday or holiday (Algemene termijnenwet, art. 1 and 3)."""

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_SUNDAY = 6


def easter(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, over = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    weekday = (32 + 2 * over + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """Return the holidays of a year: Good Friday counts as one, and so does 5 May every year. When the King's birthday
    is a Sunday, it is celebrated the day before."""
    kings_day = date(year, 4, 27)
    moving = (easter(year) + timedelta(days=days) for days in (-2, 1, 39, 50))
    return frozenset(
        (
            date(year, 1, 1),
            kings_day - _DAY if kings_day.weekday() == _SUNDAY else kings_day,
            date(year, 5, 5),
            *moving,
            date(year, 12, 25),
            date(year, 12, 26),
        )
    )


def is_workday(day: date) -> bool:
    """Whether a term can end on this day."""
    return day.weekday() < _SUNDAY - 1 and day not in holidays(day.year)


def end_of_term(start: date, days: int) -> date:
    """Return when a term of so many days ends: on a workday, the next one if need be."""
    return _from(_later(start, days), _DAY)


def safe_day(start: date, days: int) -> date:
    """Return the day so many days on, or back when negative, as a workday: the one before if need be. The law lengthens
    no term that is counted back, nor a last date of ours."""
    return _from(_later(start, days), -_DAY)


def _from(day: date, step: timedelta) -> date:
    try:
        while not is_workday(day):
            day += step
    except OverflowError:
        return day
    return day


def _later(day: date, days: int) -> date:
    """The day so many days on, or the last or first that there is: dates of dossiers may be of any year."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
