"""How the last minutes of a meeting are divided over the parts of what is left to talk about."""

from collections.abc import Sequence

LAST_MINUTES = 10


def minutes_of(points: Sequence[int], total: int = LAST_MINUTES) -> tuple[int, ...]:
    """Return the minutes for each part, by the number of its points: one at least, none for a part without points. Each
    next minute goes to the part that has fewest of them for each point, the first of equals."""
    minutes = [min(number, 1) for number in points]
    talked = [at for at, number in enumerate(points) if number]
    while talked and sum(minutes) < total:
        minutes[max(talked, key=lambda at: points[at] / minutes[at])] += 1
    return tuple(minutes)
