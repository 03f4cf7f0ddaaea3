"""The lines of one party with their words, in the width of its column."""

from dataclasses import dataclass, replace

from checklist.domain.drawings.regiostaf import Column
from checklist.export.organigram.lines import Line, lines_of
from checklist.export.organigram.measures import FONT, HEAD_LENGTH, LEADING
from checklist.export.organigram.shapes import CROSS, Arrow, Box, Rect, Text
from checklist.export.organigram.text import in_lines, width_of

# Where two lines stand in the width of their column, and how far words stay from the other line and from each other.
LEFT, RIGHT = 0.27, 0.73
BESIDE, OVER = 8.0, 2.0
# From a box to the tip of a line, and from the head of a line to its words.
FROM_BOX, FROM_HEAD = 3.0, 2.0
PLATE_HEIGHT, PLATE_WIDTH = 30.0, 106.0
MARGIN = FROM_BOX + HEAD_LENGTH + FROM_HEAD


@dataclass(frozen=True)
class Label:
    """A line at `x` with its words, and how far these may reach; their height isn't settled yet."""

    line: Line
    x: float
    reach: tuple[float, float]
    words: tuple[tuple[str, bool], ...]

    @property
    def width(self) -> float:
        """Of its widest words."""
        return max(width_of(words, FONT) for words, _ in self.words)

    @property
    def middle(self) -> float:
        """Where the middle of its words stands: at the line, or as near as its reach allows."""
        low, high = self.reach
        return _between(low + self.width / 2, self.x, high - self.width / 2)

    @property
    def on_its_line(self) -> bool:
        """Whether its line comes out of its words, and not beside them."""
        return abs(self.middle - self.x) <= self.width / 2 - BESIDE

    @property
    def height(self) -> float:
        """Of all its words."""
        return LEADING * len(self.words)


@dataclass(frozen=True)
class Lines:
    """What stands below one box. `beside`: the words of two lines stand beside each other, else `between` apart."""

    labels: tuple[Label, ...]
    beside: bool
    between: float

    @property
    def words_height(self) -> float:
        """Of the words of all lines."""
        heights = [label.height for label in self.labels]
        return max(heights) if self.beside else sum(heights) + self.between

    @property
    def height(self) -> float:
        """What it needs between box and bar."""
        if not self.labels:
            return 0
        plate = PLATE_HEIGHT + self.between if any(label.line.clash for label in self.labels) else 0
        return self.words_height + plate + 2 * MARGIN

    def arrows(self, top: float, bottom: float) -> tuple[Arrow, ...]:
        """Its lines from box to bar."""
        if not self.labels:
            return ()
        y = self._first(top, bottom)
        found = []
        for label in self.labels:
            height = self.words_height if self.beside else label.height
            start = y + (height - label.height) / 2
            found.append(_arrow(label, start, top + FROM_BOX, bottom - FROM_BOX))
            y += 0 if self.beside else label.height + self.between
        return tuple(found)

    def plate(self, top: float, bottom: float) -> Box | None:
        """The plate over the lines that contradict something."""
        clashing = [label for label in self.labels if label.line.clash]
        if not clashing:
            return None
        # It stays in the column, and off a line that contradicts nothing.
        low, high = self.labels[0].reach[0], self.labels[-1].reach[1]
        x = sum(label.x for label in clashing) / len(clashing)
        for other in (label.x for label in self.labels if not label.line.clash):
            low, high = (low, other - BESIDE) if other > x else (other + BESIDE, high)
        middle = _between(low + PLATE_WIDTH / 2, x, high - PLATE_WIDTH / 2)
        below = self._first(top, bottom) + self.words_height + self.between
        rect = Rect(middle - PLATE_WIDTH / 2, below, PLATE_WIDTH, PLATE_HEIGHT)
        y = rect.y + PLATE_HEIGHT / 2
        word = Text("Botst", rect.x + BESIDE + CROSS + BESIDE, y, weight=700, colour="surface", centred=False)
        return Box(rect, (word,), cross=(rect.x + BESIDE + CROSS / 2, y))

    def _first(self, top: float, bottom: float) -> float:
        """Where the words begin: all of it stands halfway."""
        return (top + bottom - (self.height - 2 * MARGIN)) / 2


def lines_below(column: Column, box: Rect, between: float) -> Lines:
    """The lines of a party whose box stands here."""
    lines = lines_of(column)
    low, high = box.x - OVER, box.right + OVER
    if len(lines) < 2:
        return Lines(tuple(_label(line, box.middle, (low, high)) for line in lines), True, between)
    left, right = box.x + LEFT * box.width, box.x + RIGHT * box.width
    first = _label(lines[0], left, (low, right - BESIDE))
    second = _label(lines[1], right, (left + BESIDE, high))
    # As near to the middle of the column as both words allow.
    split = _between(low + first.width + BESIDE / 2, box.middle, high - second.width - BESIDE / 2)
    pair = replace(first, reach=(low, split - BESIDE / 2)), replace(second, reach=(split + BESIDE / 2, high))
    fits = first.width + BESIDE + second.width <= high - low and all(label.on_its_line for label in pair)
    return Lines(pair if fits else (first, second), fits, between)


def _between(low: float, value: float, high: float) -> float:
    return min(max(low, value), high)


def _label(line: Line, x: float, reach: tuple[float, float]) -> Label:
    words = [(part, verb.clash) for verb in line.verbs for part in in_lines(verb.words, reach[1] - reach[0], FONT)]
    return Label(line, x, reach, tuple(words))


def _arrow(label: Label, start: float, top: float, bottom: float) -> Arrow:
    line = label.line
    texts = tuple(
        Text(words, label.middle, start + LEADING * (at + 0.5), colour="brick" if clash else "ink")
        for at, (words, clash) in enumerate(label.words)
    )
    # The line ends inside its heads, so that their tips stay sharp.
    upper = top + (HEAD_LENGTH - 2 if line.head_at_party else 0)
    lower = bottom - (HEAD_LENGTH - 2 if line.head_at_staf else 0)
    return Arrow(
        x=label.x,
        ends=(top, bottom),
        pieces=((upper, start), (start + label.height, lower)),
        head_at_party=line.head_at_party,
        head_at_staf=line.head_at_staf,
        dashed=line.dashed,
        clash=line.clash,
        texts=texts,
    )
