"""The axis of a time line: where a day stands, and at which months it has a line with words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checklist.domain.decision.tijdlijn_words import SHORT_MONTHS
from checklist.export.organigram.measures import EDGE, WIDTH

# Right of the names of the lanes; the last words may stand out of the last month.
START, END = 188.0, WIDTH - EDGE - 8
# Between two lines, so that their words don't touch.
_LEAST = 54.0
_AT_LEAST_MONTHS = 3
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_YEAR = 12


@dataclass(frozen=True)
class Axis:
    """Months are counted from the first of the calendar; it begins with month `first` and ends before `last`, with a
    line each `step` months."""

    first: int
    last: int
    step: int

    def x(self, day: date) -> float:
        """Where a day stands."""
        start, end = _ordinal(self.first), _ordinal(self.last)
        return START + (END - START) * (day.toordinal() - start) / (end - start)

    def lines(self) -> Iterator[tuple[float, str, str]]:
        """Where it has a line, with the month and the year there; each is empty where it isn't said."""
        start, end = _ordinal(self.first), _ordinal(self.last)
        for month in range(self.first, self.last + 1, self.step):
            x = START + (END - START) * (_ordinal(month) - start) / (end - start)
            of_year = month % _YEAR
            said = self.step < _YEAR
            is_first = month == self.first or of_year < self.step
            year = str(month // _YEAR) if is_first and month < self.last else ""
            yield x, SHORT_MONTHS[of_year] if said and month < self.last else "", year


def axis_of(days: Sequence[date]) -> Axis:
    """Return the axis in which all these days stand, with as many lines as have room for words."""
    low, high = _month(days[0]), _month(days[-1]) + 1
    high = max(high, low + _AT_LEAST_MONTHS)
    for step in _STEPS:
        first, last = low // step * step, -(-high // step) * step
        if (END - START) * step / (last - first) >= _LEAST:
            break
    return Axis(first, last, step)


def _month(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _ordinal(month: int) -> int:
    """The first day of a month as a number; months before and after the calendar follow on."""
    year, of_year = divmod(month, _YEAR)
    if date.min.year <= year <= date.max.year:
        return date(year, of_year + 1, 1).toordinal()
    return (date.min if year < date.min.year else date.max).toordinal()
