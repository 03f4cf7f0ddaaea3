"""What the drawing of a time line is made of."""

from dataclasses import dataclass

from checklist.domain.decision.tijdlijn import Stand
from checklist.export.organigram.shapes import Rect, Text

# Half the width of a mark, and the height of the stroke of a step without words.
MARK, TICK = 8.0, 12.0
# How large the dot in a ring is, and how far the arms of a cross reach.
DOT, ARM = 3.0, 4.0


@dataclass(frozen=True)
class Mark:
    """A moment, by its middle."""

    x: float
    y: float
    stand: Stand


@dataclass(frozen=True)
class Bar:
    """A legal term. `dashed`: its end isn't certain yet."""

    rect: Rect
    dashed: bool


@dataclass(frozen=True)
class Line:
    """A straight line. `strong`: it parts two lanes, else it is one of the axis."""

    start: tuple[float, float]
    end: tuple[float, float]
    strong: bool = False


@dataclass(frozen=True)
class Drawing:
    """A whole time line. `ticks`: where the strokes of steps without words begin, at their upper end."""

    height: float
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, float], ...]
    texts: tuple[Text, ...]
