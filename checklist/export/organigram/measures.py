"""The sizes of a drawing, in its own units. It is as wide as the page of a laptop (1280 pixels), and smaller with a
smaller window: the words are large enough to have 16 pixels in one of 1024."""

from dataclasses import dataclass

WIDTH = 1232.0
FONT, LEADING = 20.5, 24.0
EDGE, SIDE_GAP = 1.0, 8.0
# A box as wide as its widest words, with the least between two of them.
BOX_WIDTH, BOX_GAP, SIDE_PADDING, BOX_PADDING = 166.0, 6.0, 7.0, 3.0
HEAD_LENGTH, HEAD_HALF = 14.0, 7.0
STROKE = 2.2


@dataclass(frozen=True)
class Measures:
    """What differs between the drawing on its own page and the small one."""

    heading: float
    box_padding: float
    room_for_lines: float
    between_words: float
    bar_padding: float
    title: float


PAGE = Measures(heading=42, box_padding=14, room_for_lines=202, between_words=24, bar_padding=20, title=31.5)
SMALL = Measures(heading=32, box_padding=5, room_for_lines=96, between_words=4, bar_padding=8, title=26)
