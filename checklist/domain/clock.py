"""The clock of a meeting: what time it is, and how long until it has to be done."""

from dataclasses import dataclass
from datetime import date, datetime, time
from math import ceil


@dataclass(frozen=True)
class Clock:
    """The time; `until` is when the meeting has to be done, None when that isn't later today."""

    now: datetime
    until: datetime | None

    @property
    def minutes_left(self) -> int:
        """The minutes until then, begun ones count; 0 when nothing says when."""
        return ceil((self.until - self.now).total_seconds() / 60) if self.until else 0


def clock_of(day: date, until: time | None, now: datetime) -> Clock:
    """Return the clock at a moment in local time, for a meeting on a day that has to be done at a time, if it says."""
    if until is None or now.date() != day:
        return Clock(now, None)
    done = datetime.combine(day, until, tzinfo=now.tzinfo)
    return Clock(now, done if done > now else None)
