"""The bar of the regiostaf: its name and its fields, in one row as long as that fits, else in two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checklist.domain.drawings.regiostaf import Field, State
from checklist.export.organigram.measures import EDGE, FONT, LEADING, SIDE_PADDING, WIDTH, Measures
from checklist.export.organigram.shapes import CROSS, Box, Rect, Text
from checklist.export.organigram.text import in_lines, narrowest, width_of

BOLD = 700
# Inside a field, between two, and around the name.
PADDING, GAP, INSET = 11.0, 8.0, 4.0
BEFORE_NAME, AFTER_NAME = 22.0, 16.0
NAME = "Regiostaf"


@dataclass(frozen=True)
class _Row:
    """Fields beside each other, each with its width and the lines of its words."""

    fields: tuple[Field, ...]
    widths: tuple[float, ...]
    words: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> float:
        """Of all fields, as close as they may stand."""
        return sum(self.widths) + GAP * (len(self.widths) - 1)

    @property
    def height(self) -> float:
        """Of the highest field: its label and its words."""
        return LEADING * (1 + max(map(len, self.words))) + 2 * INSET

    def boxes(self, start: float, end: float, y: float) -> Iterator[Box]:
        """Its fields, with the room that is left between them."""
        gap = GAP + (end - start - self.width) / (len(self.fields) - 1)
        x = start
        for field, width, words in zip(self.fields, self.widths, self.words, strict=True):
            yield _box(field, words, Rect(x, y, width, self.height))
            x += width + gap


def bar_of(fields: Sequence[Field], measures: Measures, top: float) -> tuple[Box, tuple[Box, ...]]:
    """Return the bar, as high as it has to be, and its fields."""
    x = EDGE + SIDE_PADDING
    name_x = x + BEFORE_NAME
    start = name_x + width_of(NAME, measures.title, BOLD) + AFTER_NAME
    end = WIDTH - x - GAP
    rows = _rows(fields, end - start)
    rect = Rect(x, top, WIDTH - 2 * x, sum(row.height for row in rows) + 2 * measures.bar_padding)
    name = Text(NAME, name_x, top + rect.height / 2, measures.title, BOLD, "surface", centred=False)
    boxes: list[Box] = []
    y = top + measures.bar_padding
    for row in rows:
        boxes += row.boxes(start, end, y)
        y += row.height
    return Box(rect, (name,)), tuple(boxes)


def _rows(fields: Sequence[Field], room: float) -> tuple[_Row, ...]:
    """In one row with words in as few lines as fit; two rows take whatever there can be."""
    for most in (1, 2, 3):
        row = _row(fields, most)
        if row.width <= room:
            return (row,)
    half = (len(fields) + 1) // 2
    return _row(fields[:half], 2), _row(fields[half:], 2)


def _row(fields: Sequence[Field], most: int) -> _Row:
    """Fields as narrow as they can be with words in at most so many lines."""
    widths = [max(_label_width(field), narrowest(field.words, most, FONT)) for field in fields]
    words = (in_lines(field.words, width, FONT) for field, width in zip(fields, widths, strict=True))
    return _Row(tuple(fields), tuple(width + 2 * PADDING for width in widths), tuple(words))


def _label(field: Field) -> str:
    return f"{field.label} botst" if field.state is State.CLASH else field.label


def _cross_width(field: Field) -> float:
    return CROSS + 6 if field.state is State.CLASH else 0


def _label_width(field: Field) -> float:
    return _cross_width(field) + width_of(_label(field), FONT, BOLD)


def _box(field: Field, words: Sequence[str], rect: Rect) -> Box:
    is_open = field.state is State.OPEN
    colour = "ink" if is_open else "surface"
    x, y = rect.x + PADDING, rect.y + INSET + LEADING / 2
    label = Text(_label(field), x + _cross_width(field), y, FONT, BOLD, colour, centred=False)
    texts = (Text(line, x, y + LEADING * at, colour=colour, centred=False) for at, line in enumerate(words, 1))
    cross = (x + CROSS / 2, y) if field.state is State.CLASH else None
    return Box(rect, (label, *texts), dashed=is_open, cross=cross)
