"""The organigram: nothing in it touches what it doesn't belong to, whatever was chosen; it says what the list says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from PIL import ImageFont

from checklist.domain.drawings.regiostaf import Regiostaf, regiostaf_of
from checklist.domain.drawings.regiostaf_parts import FACTS, NOT_SETTLED, OPEN, PARTS, Actor
from checklist.export.organigram.drawing import HEAD_HALF, HEAD_LENGTH, organigram_svg
from checklist.export.organigram.layout import WIDTH, Drawing, Rect, Route, Text, layout_of
from checklist.export.organigram.words import FACT_WORDS, OPEN_WORDS, THROUGH_WORDS
from tests.content import real_content
from tests.strategies import at_most, chosen_codes

FONTS = Path(__file__).resolve().parents[2] / "static" / "pdf" / "fonts"
MANY = at_most(300)
SINGLE = ["", *real_content().option_of]
ALL = " ".join(real_content().option_of)
SVG = "{http://www.w3.org/2000/svg}"


def made(codes: str) -> Regiostaf:
    return regiostaf_of(real_content(), codes.split())


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
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def inside(one: Rect, other: Rect) -> bool:
    return other.x <= one.x and one.right <= other.right and other.y <= one.y and one.bottom <= other.bottom


def shrunk(rect: Rect, by: float = 0.5) -> Rect:
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


@dataclass(frozen=True)
class Parts:
    """A drawing's words: `free` stand beside lines or in a side, `fixed` in a box."""

    free: list[Text]
    fixed: list[tuple[Text, Rect]]


def parts(drawing: Drawing) -> Parts:
    free = [*drawing.texts, *(text for route in drawing.routes for text in route.label)]
    fixed = [(text, box.rect) for box in (*drawing.boxes, *drawing.frames) for text in box.texts]
    fixed += [(text, drawing.inset) for text in drawing.inset_texts if drawing.inset]
    return Parts(free, fixed)


def words_of(drawing: Drawing) -> list[str]:
    found = parts(drawing)
    return [text.words for text in (*found.free, *(text for text, _ in found.fixed))]


def words_of_svg(regiostaf: Regiostaf) -> list[str]:
    """The words in the picture, in the order in which they are drawn."""
    svg = fromstring(organigram_svg(regiostaf))  # noqa: S314  # our own text
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


HEAD = re.compile(r"M([\d.]+) ([\d.]+)l(-?[\d.]+) ?(-?[\d.]+)[vh]-[\d.]+z")


def pointed_at_in_svg(regiostaf: Regiostaf) -> list[Actor]:
    """Whose box the tip of each head in the picture touches, from outside it."""
    svg = fromstring(organigram_svg(regiostaf))  # noqa: S314  # our own text
    heads_path = "".join(path.attrib["d"] for path in svg.iter(f"{SVG}path") if "stroke" not in path.attrib)
    assert HEAD.sub("", heads_path) == ""
    found = []
    for x, y, over, down in (map(float, head) for head in HEAD.findall(heads_path)):
        tip, behind = Rect(x, y, 0, 0), Rect(x + over, y + down, 0, 0)
        (box,) = [box for box in layout_of(regiostaf).boxes if inside(tip, box.rect)]
        assert not inside(behind, box.rect)
        found.append(box.actor)
    return found


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


@pytest.mark.parametrize("codes", [*SINGLE, ALL], ids=[*SINGLE[1:], "nothing", "all"])
def test_nothing_touches_what_it_should_not_with_one_option_with_none_and_with_all(codes: str) -> None:
    assert faults(layout_of(made(codes))) == []


@MANY
@given(chosen_codes())
def test_nothing_touches_what_it_should_not_whatever_was_chosen(chosen: frozenset[str]) -> None:
    assert faults(layout_of(regiostaf_of(real_content(), chosen))) == []


@MANY
@given(chosen_codes())
def test_the_drawing_says_what_the_list_says_and_no_more(chosen: frozenset[str]) -> None:
    regiostaf = regiostaf_of(real_content(), chosen)
    drawn = " ".join(words_of(layout_of(regiostaf)))
    said = " ".join(regiostaf.sentences)
    in_drawing = set(re.findall(r"\d+[a-d]\b", drawn)), set(re.findall(r"\((\d+)\)", drawn))
    in_list = set(re.findall(r"\((\d+[a-d])\)", said)), set(re.findall(r"\(vraag (\d+)\)", said))
    assert in_drawing == in_list


@MANY
@given(chosen_codes())
def test_each_relation_has_a_line_that_points_the_right_way(chosen: frozenset[str]) -> None:
    regiostaf = regiostaf_of(real_content(), chosen)
    routes = layout_of(regiostaf).routes
    for relation in regiostaf.relations:
        actor = relation.target if relation.source is Actor.REGIOSTAF else relation.source
        code = rf"\b{relation.code}\b"
        (route,) = [
            route
            for route in routes
            if route.actor is actor
            and (route.head_at_actor if relation.target is actor else route.head_at_staf)
            and any(re.search(code, text.words) for text in route.label)
        ]
        assert relation.label.split()[0] in " ".join(text.words for text in route.label)
        assert not route.dashed


def test_only_what_is_open_is_dashed_and_says_so() -> None:
    drawing = layout_of(made("2a 3b 7a"))
    for route in drawing.routes:
        assert route.dashed == any(text.words.startswith(NOT_SETTLED) for text in route.label)
        assert route.dashed != (route.head_at_actor or route.head_at_staf)
    assert {route.actor for route in drawing.routes if route.dashed} == {Actor.RADEN, Actor.CGS, Actor.VEILIGHEIDSREGIO}


def test_a_box_is_dashed_when_only_what_is_open_may_give_it_a_relation() -> None:
    def dashed(codes: str) -> set[Actor]:
        return {box.actor for box in layout_of(made(codes)).boxes if box.dashed}

    assert dashed("2b 3b 7a") == {
        *(Actor.RADEN, Actor.GRIFFIERS, Actor.CGS),
        *(Actor.VEILIGHEIDSBESTUUR, Actor.VEILIGHEIDSDIRECTIE),
    }
    assert dashed("1b 2b 3b 4a 5a 6a 7b 8a 9a 10c 11a 12a") == set()
    assert dashed("1b 2b 3b 4a 6a 7b 8a 9a 10c 11a 12a") == {Actor.VEILIGHEIDSDIRECTIE}


def test_a_relation_that_goes_both_ways_has_two_heads() -> None:
    routes = {route.actor: route for route in layout_of(made("4b 5a")).routes}
    assert routes[Actor.GRIFFIERS].head_at_actor
    assert routes[Actor.GRIFFIERS].head_at_staf


@pytest.mark.parametrize(
    ("code", "pointed_at"),
    [
        ("1a", [Actor.REGIOSTAF]),
        ("2a", [Actor.VEILIGHEIDSBESTUUR]),
        ("4b", [Actor.GRIFFIERS, Actor.REGIOSTAF]),
    ],
)
def test_the_picture_has_a_head_where_the_relation_points_and_nowhere_else(code: str, pointed_at: list[Actor]) -> None:
    assert pointed_at_in_svg(made(code)) == pointed_at


def test_no_relation_is_said_without_a_line() -> None:
    drawing = layout_of(made("3a 4a 5a 11a"))
    assert drawing.routes == ()
    assert [text.words.split("\N{NO-BREAK SPACE}")[1] for text in drawing.texts if "(" in text.words] == [
        *("(4a)", "(3a)", "(11a)", "(5a)")
    ]


def test_centrumgemeente_and_bureau_stand_in_it_only_when_they_take_part() -> None:
    def actors(codes: str) -> set[Actor]:
        return {box.actor for box in layout_of(made(codes)).boxes}

    assert actors("7c 9c") - actors("7a 9a") == {Actor.CENTRUMGEMEENTE, Actor.BUREAU}


def test_everything_the_design_can_say_has_short_words() -> None:
    assert set(FACT_WORDS) == set(FACTS)
    assert set(OPEN_WORDS) == {number for number, relation in OPEN.items() if not relation.dashed}
    assert set(THROUGH_WORDS) == {part.through for found in PARTS.values() for part in found} - {""}


def test_the_svg_has_a_title_and_no_style_or_script() -> None:
    svg = fromstring(organigram_svg(made(ALL)))  # noqa: S314  # our own text
    title, description = svg[0], svg[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
    assert title.text
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {"svg", "title", "desc", "rect", "path", "text"}
    assert not [element for element in svg.iter() if "style" in element.attrib]


def test_the_same_design_gives_the_same_drawing_in_whatever_order() -> None:
    codes = ["1a", "2a", "2c", "5b", "7a", "12c"]
    assert organigram_svg(made(" ".join(codes))) == organigram_svg(made(" ".join(reversed(codes))))


def test_all_words_of_the_layout_are_in_the_svg() -> None:
    assert sorted(words_of_svg(made(ALL))) == sorted(words_of(layout_of(made(ALL))))
