"""What touches what it shouldn't in an organigram: its lines, heads, words and boxes, measured in the font itself."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from PIL import ImageFont

from checklist.export.organigram.measures import HEAD_HALF, HEAD_LENGTH, STROKE, WIDTH
from checklist.export.organigram.shapes import CROSS, Arrow, Box, Drawing, Rect, Text
from tests.export.organigram import texts_of

T = TypeVar("T")

FONTS = Path(__file__).resolve().parents[2] / "static" / "pdf" / "fonts"
FILES = {400: "Regular", 600: "Semibold", 700: "Bold"}


@cache
def measured(words: str, weight: int) -> float:
    """How wide these words are in a size of 1."""
    return ImageFont.truetype(FONTS / f"SourceSans3-{FILES[weight]}.ttf", 1000).getlength(words) / 1000


def area(text: Text) -> Rect:
    """Where the words stand, from the highest letter to the lowest."""
    width = measured(text.words, text.weight) * text.size
    x = text.x - width / 2 if text.centred else text.x
    return Rect(x, text.baseline - 0.72 * text.size, width, 0.93 * text.size)


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a part."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def inside(one: Rect, other: Rect, rim: float = 0) -> bool:
    """Whether one rectangle lies within another, this far from its edge."""
    across = other.x + rim <= one.x and one.right <= other.right - rim
    return across and other.y + rim <= one.y and one.bottom <= other.bottom - rim


def strokes(arrow: Arrow) -> list[Rect]:
    """What is drawn of an arrow: its pieces and its heads."""
    top, bottom = arrow.ends
    found = [Rect(arrow.x - STROKE / 2, start, STROKE, end - start) for start, end in arrow.pieces]
    if arrow.head_at_party:
        found.append(Rect(arrow.x - HEAD_HALF, top, 2 * HEAD_HALF, HEAD_LENGTH))
    if arrow.head_at_staf:
        found.append(Rect(arrow.x - HEAD_HALF, bottom - HEAD_LENGTH, 2 * HEAD_HALF, HEAD_LENGTH))
    return found


def faults(drawing: Drawing) -> list[str]:
    """Everything that touches what it shouldn't."""
    arrows = [arrow for column in drawing.arrows for arrow in column]
    return [
        *_line_faults(drawing, arrows),
        *_plate_faults(drawing, arrows),
        *_word_faults(drawing, arrows),
        *_box_faults(drawing),
    ]


def _name(arrow: Arrow) -> str:
    return " ".join(text.words for text in arrow.texts)


def _line_faults(drawing: Drawing, arrows: Sequence[Arrow]) -> Iterator[str]:
    for column, box in zip(drawing.arrows, drawing.boxes, strict=True):
        if len(column) > 2:
            yield "more than two lines"
        for arrow in column:
            if not box.rect.x < arrow.x < box.rect.right:
                yield f"{_name(arrow)} stands outside its column"
            if not box.rect.bottom < arrow.ends[0] < arrow.ends[1] < drawing.bar.rect.y:
                yield f"{_name(arrow)} runs into a box"
    yield from (f"{_name(a)} has no room" for a in arrows if any(start >= end for start, end in a.pieces))
    for (one, _), (other, _) in _overlapping([(arrow, stroke) for arrow in arrows for stroke in strokes(arrow)]):
        if one is not other:
            yield f"the lines of {_name(one)} and {_name(other)} meet"


def _plate_faults(drawing: Drawing, arrows: Sequence[Arrow]) -> Iterator[str]:
    for plate in drawing.plates:
        for arrow in arrows:
            parts = strokes(arrow)
            if not arrow.clash and any(overlap(plate.rect, stroke) for stroke in parts):
                yield f"a plate stands on {_name(arrow)}"
            if any(overlap(plate.rect, head) for head in parts[len(arrow.pieces) :]):
                yield f"a plate stands on the head of {_name(arrow)}"


def _word_faults(drawing: Drawing, arrows: Sequence[Arrow]) -> Iterator[str]:
    every = [(text, area(text)) for text in texts_of(drawing)]
    for (one, _), (other, _) in _overlapping(every):
        yield f"{one.words} and {other.words} overlap"
    yield from (f"{text.words} is wider than was thought" for text, there in every if text.width < there.width)
    # A plate is drawn over its lines.
    over = {text for plate in drawing.plates for text in plate.texts}
    drawn: list[tuple[Text | str, Rect]] = [(text, there) for text, there in every if text not in over]
    drawn += [(_name(arrow), stroke) for arrow in arrows for stroke in strokes(arrow)]
    for (first, _), (second, _) in _overlapping(drawn):
        if isinstance(first, Text) != isinstance(second, Text):
            yield f"{first} stands on {second}"
    for arrow in arrows:
        for text in arrow.texts:
            if not area(text).x < arrow.x < area(text).right:
                yield f"{text.words} stands beside its line"
            for box in (*drawing.sides, *drawing.boxes, *drawing.plates, drawing.bar):
                if overlap(area(text), box.rect):
                    yield f"{text.words} stands on a box"


def _overlapping(areas: Iterable[tuple[T, Rect]]) -> Iterator[tuple[tuple[T, Rect], tuple[T, Rect]]]:
    """Every two that share a part."""
    ordered = sorted(areas, key=lambda one: one[1].x)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other[1].x >= one[1].right:
                break
            if overlap(one[1], other[1]):
                yield one, other


def _box_faults(drawing: Drawing) -> Iterator[str]:
    groups = (drawing.sides, drawing.boxes, drawing.plates, (drawing.bar,), drawing.fields)
    whole = Rect(0, 0, WIDTH, drawing.height)
    for group in groups:
        for one, other in combinations(group, 2):
            if overlap(one.rect, other.rect):
                yield f"{_box_name(one)} and {_box_name(other)} overlap"
        for box in group:
            if not inside(box.rect, whole):
                yield f"{_box_name(box)} is cut off"
            yield from (
                f"{text.words} doesn't fit its box" for text in box.texts if not inside(area(text), box.rect, 2)
            )
    for box in (*drawing.boxes, *drawing.fields):
        if not any(inside(box.rect, around.rect, 2) for around in (*drawing.sides, drawing.bar)):
            yield f"{_box_name(box)} sticks out"
    name = area(drawing.bar.texts[0])
    yield from ("the name stands on a field" for field in drawing.fields if overlap(name, field.rect))
    yield from _cross_faults((*drawing.plates, *drawing.fields))


def _cross_faults(boxes: Sequence[Box]) -> Iterator[str]:
    for box in boxes:
        if box.cross:
            x, y = box.cross
            cross = Rect(x - CROSS / 2, y - CROSS / 2, CROSS, CROSS)
            if not inside(cross, box.rect, 1) or any(overlap(cross, area(text)) for text in box.texts):
                yield f"the octagon of {_box_name(box)} has no room"


def _box_name(box: Box) -> str:
    return " ".join(text.words for text in box.texts)
