"""What touches what it shouldn't in an organigram: its lines, heads, words and boxes measured."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

from PIL import ImageFont

from checklist.domain.drawings.regiostaf_parts import Actor
from checklist.export.organigram.drawing import HEAD_HALF, HEAD_LENGTH
from checklist.export.organigram.layout import WIDTH, Drawing, Rect, Route, Text
from tests.export.organigram import inside, parts

FONTS = Path(__file__).resolve().parents[2] / "static" / "pdf" / "fonts"


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    name = "SourceSans3-Semibold.ttf" if bold else "SourceSans3-Regular.ttf"
    return ImageFont.truetype(FONTS / name, 1000)


@cache
def _width(words: str, bold: bool) -> float:
    return _font(bold).getlength(words) / 1000


def area(text: Text) -> Rect:
    """Where the words stand, from the highest letter to the lowest."""
    width = _width(text.words, text.bold) * text.size
    x = {"start": text.x, "middle": text.x - width / 2}[text.anchor]
    return Rect(x, text.y - 0.72 * text.size, width, 0.94 * text.size)


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a part."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def shrunk(rect: Rect, by: float = 0.5) -> Rect:
    """A rectangle without its rim: two that share a side alone don\'t touch."""
    return Rect(rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by)


def segments(route: Route) -> list[Rect]:
    """The line in straight parts, each as a rectangle as wide as its stroke."""
    return [
        Rect(min(a[0], b[0]) - 0.9, min(a[1], b[1]) - 0.9, abs(a[0] - b[0]) + 1.8, abs(a[1] - b[1]) + 1.8)
        for a, b in pairwise(route.points)
    ]


def heads(route: Route) -> Iterator[Rect]:
    """The place of each head of an arrow."""
    for there, tip, behind in (
        (route.head_at_actor, route.points[0], route.points[1]),
        (route.head_at_staf, route.points[-1], route.points[-2]),
    ):
        if there and tip[1] == behind[1]:
            x = tip[0] if behind[0] > tip[0] else tip[0] - HEAD_LENGTH
            yield Rect(x, tip[1] - HEAD_HALF, HEAD_LENGTH, 2 * HEAD_HALF)
        elif there:
            yield Rect(tip[0] - HEAD_HALF, tip[1] - HEAD_LENGTH, 2 * HEAD_HALF, HEAD_LENGTH)


def faults(drawing: Drawing) -> list[str]:
    """Everything that touches what it shouldn't."""
    return [*_line_faults(drawing), *_word_faults(drawing), *_box_faults(drawing)]


def _line_faults(drawing: Drawing) -> Iterator[str]:
    for route in drawing.routes:
        for segment in segments(route):
            for box in drawing.boxes:
                ends = box.actor in {route.actor, Actor.REGIOSTAF}
                if overlap(segment, shrunk(box.rect, 2) if ends else box.rect):
                    yield f"the line of {route.actor.value} goes through {box.actor.value}"
            for frame in drawing.frames:
                if overlap(segment, frame.rect) and frame.actor.side is not route.actor.side:
                    yield f"the line of {route.actor.value} goes into the side {frame.actor.value}"
    drawn = [(route.actor.value, segments(route), [*heads(route)]) for route in drawing.routes]
    for (one, parts_of_one, heads_of_one), (other, parts_of_other, heads_of_other) in combinations(drawn, 2):
        if any(overlap(a, b) for a in (*parts_of_one, *heads_of_one) for b in (*parts_of_other, *heads_of_other)):
            yield f"the lines of {one} and {other} meet"


def _word_faults(drawing: Drawing) -> Iterator[str]:
    found = parts(drawing)
    every = [(text, area(text)) for text in (*found.free, *(text for text, _ in found.fixed))]
    strokes = [part for route in drawing.routes for part in (*segments(route), *heads(route))]
    for (one, its_area), (other, other_area) in combinations(every, 2):
        if overlap(its_area, other_area):
            yield f"{one.words} and {other.words} overlap"
    for text, its_area in every:
        yield from (f"{text.words} stands on a line" for stroke in strokes if overlap(its_area, stroke))
        if text.size < 13:
            yield f"{text.words} is small"
    for text in found.free:
        yield from (f"{text.words} stands on {b.actor.value}" for b in drawing.boxes if overlap(area(text), b.rect))
        for frame in drawing.frames:
            if overlap(area(text), frame.rect) and not inside(area(text), shrunk(frame.rect, 3)):
                yield f"{text.words} stands on the edge of {frame.actor.value}"
    for text, rect in found.fixed:
        if not inside(area(text), shrunk(rect, 3)):
            yield f"{text.words} doesn't fit"


def _box_faults(drawing: Drawing) -> Iterator[str]:
    whole = Rect(0, 0, WIDTH, drawing.height)
    for one, other in combinations(drawing.boxes, 2):
        if overlap(one.rect, other.rect):
            yield f"{one.actor.value} and {other.actor.value} overlap"
    for box in (*drawing.boxes, *drawing.frames):
        if not inside(box.rect, whole):
            yield f"{box.actor.value} sticks out"
    for box in drawing.boxes:
        sides = [frame for frame in drawing.frames if overlap(frame.rect, box.rect)]
        if [frame.actor.side for frame in sides] != [box.actor.side] * (box.actor is not Actor.REGIOSTAF):
            yield f"{box.actor.value} stands on a wrong side"
        elif not all(inside(box.rect, frame.rect) for frame in sides):
            yield f"{box.actor.value} sticks out of its side"
    if drawing.inset and not inside(drawing.inset, shrunk(drawing.boxes[-1].rect, 5)):
        yield "what is open sticks out of the regiostaf"
