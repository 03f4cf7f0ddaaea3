"""One lane of a time line: its moments below each other in as few rows as their words allow."""

from collections.abc import Iterable
from dataclasses import dataclass

from checklist.domain.decision.tijdlijn import Lane, Moment, Stand
from checklist.domain.decision.tijdlijn_words import label_of
from checklist.export.organigram.measures import FONT, LEADING
from checklist.export.organigram.shapes import Rect, Text
from checklist.export.organigram.text import width_of
from checklist.export.tijdlijn.axis import END, START, Axis
from checklist.export.tijdlijn.shapes import MARK, TICK, Bar, Mark

ROW, PADDING = LEADING + 4, 6.0
_ABOVE_TICKS = 2.0
# From a mark to its words, and between what stands beside each other.
_BESIDE, _APART = 6.0, 10.0


@dataclass(frozen=True)
class _Placed:
    """A moment with its words: where it stands across the lane; `bar`: from where to where its term runs."""

    moment: Moment
    x: float
    words: str
    words_at: float
    bar: tuple[float, float] | None

    @property
    def start(self) -> float:
        """Its left end."""
        return min(self.x - MARK, self.words_at, self.bar[0] if self.bar else self.x)

    @property
    def end(self) -> float:
        """Its right end."""
        return max(self.x + MARK, self.words_at + width_of(self.words, FONT))


@dataclass(frozen=True)
class PlacedLane:
    """A lane from `top` on: what is drawn in it, and how high it is."""

    height: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, float], ...]
    texts: tuple[Text, ...]


def placed(lane: Lane, axis: Axis, top: float) -> PlacedLane:
    """Place a lane. Nothing in it touches anything else."""
    rows = _rows(_place(moment, axis) for moment in lane.moments)
    bars: list[Bar] = []
    marks: list[Mark] = []
    texts = [Text(lane.name, 8, top + PADDING + ROW / 2, FONT, 600, centred=False)]
    for at, row in enumerate(rows):
        y = top + PADDING + ROW * (at + 0.5)
        for one in row:
            if one.bar:
                rect = Rect(one.bar[0], y - LEADING / 2, one.bar[1] - one.bar[0], LEADING)
                bars.append(Bar(rect, one.moment.stand is Stand.FROM))
            marks.append(Mark(one.x, y, one.moment.stand))
            texts.append(Text(one.words, one.words_at, y, colour=_colour(one.moment), centred=False))
    at_ticks, height = _strip(len(rows), ticks=bool(lane.others))
    ticks = sorted({round(axis.x(day), 1) for day in lane.others})
    return PlacedLane(height, tuple(bars), tuple(marks), tuple((x, top + at_ticks) for x in ticks), tuple(texts))


def _strip(rows: int, *, ticks: bool) -> tuple[float, float]:
    """Where the strokes stand below the top of a lane with so many rows, and how high it is: they have a row of their
    own below these, or the first one where there is none."""
    if not rows:
        return PADDING + (ROW - TICK) / 2, ROW + 2 * PADDING
    below = PADDING + ROW * rows
    return below + _ABOVE_TICKS, below + (_ABOVE_TICKS + TICK if ticks else 0) + PADDING


def _colour(moment: Moment) -> str:
    return "brick" if moment.stand is Stand.TOO_EARLY else "ink"


def _place(moment: Moment, axis: Axis) -> _Placed:
    """The words stand right of the mark, left where there is no room, and in a bar that is long enough."""
    x, words = axis.x(moment.on), label_of(moment)
    width = width_of(words, FONT)
    bar = (max(axis.x(moment.began), START), x) if moment.began else None
    left_of = (bar[0] if bar else x - MARK) - _BESIDE - width
    if bar and bar[1] - bar[0] >= width + 2 * _BESIDE + MARK:
        at = bar[0] + _BESIDE
    elif x + MARK + _BESIDE + width <= END:
        at = x + MARK + _BESIDE
    else:
        at = max(left_of, START)
    return _Placed(moment, x, words, at, bar)


def _rows(moments: Iterable[_Placed]) -> list[list[_Placed]]:
    """Each in the first row in which it has room."""
    rows: list[list[_Placed]] = []
    for one in moments:
        free = (row for row in rows if all(one.start >= it.end + _APART or one.end + _APART <= it.start for it in row))
        row = next(free, None)
        if row is None:
            rows.append([one])
        else:
            row.append(one)
    return rows
