"""What a drawing is made of: rectangles, lines of words, and arrows."""

from dataclasses import dataclass

from checklist.export.organigram.measures import FONT
from checklist.export.organigram.text import width_of

# How wide and high the octagon of a contradiction is.
CROSS = 20.0


@dataclass(frozen=True)
class Rect:
    """A rectangle, in the drawing's units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Halfway its width."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class Text:
    """One line of words: `x` where it starts, or its middle when `centred`; `y` the middle of its height.

    `colour` is a name of the drawing's palette.
    """

    words: str
    x: float
    y: float
    size: float = FONT
    weight: int = 400
    colour: str = "ink"
    centred: bool = True

    @property
    def width(self) -> float:
        """How wide it is at most."""
        return width_of(self.words, self.size, self.weight)

    @property
    def baseline(self) -> float:
        """Where its letters stand."""
        return self.y + 0.34 * self.size


@dataclass(frozen=True)
class Box:
    """A rectangle with words: a party, or a field of the regiostaf. `dashed`: not settled. `cross`: where the octagon
    of a contradiction stands, or None."""

    rect: Rect
    texts: tuple[Text, ...]
    dashed: bool = False
    cross: tuple[float, float] | None = None


@dataclass(frozen=True)
class Arrow:
    """A vertical line at `x` between its `ends`, in pieces from top to bottom: it leaves room for its words."""

    x: float
    ends: tuple[float, float]
    pieces: tuple[tuple[float, float], ...]
    head_at_party: bool
    head_at_staf: bool
    dashed: bool
    clash: bool
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Drawing:
    """A whole organigram: two `sides` with their headings, a box per party, the arrows below each, `plates` over arrows
    that contradict something, and the bar of the regiostaf with its fields."""

    height: float
    sides: tuple[Box, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[Arrow, ...], ...]
    plates: tuple[Box, ...]
    bar: Box
    fields: tuple[Box, ...]
