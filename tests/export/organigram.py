"""What stands in an organigram: its words, and whom its arrows point at."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import fromstring

from checklist.domain.drawings.regiostaf import Regiostaf, regiostaf_of
from checklist.domain.drawings.regiostaf_parts import Actor
from checklist.export.organigram.drawing import organigram_svg
from checklist.export.organigram.layout import Drawing, Rect, Text, layout_of
from tests.content import real_content

SVG = "{http://www.w3.org/2000/svg}"


def made(codes: str) -> Regiostaf:
    """The regiostaf of these options."""
    return regiostaf_of(real_content(), codes.split())


def inside(one: Rect, other: Rect) -> bool:
    """Whether one rectangle lies within another."""
    return other.x <= one.x and one.right <= other.right and other.y <= one.y and one.bottom <= other.bottom


@dataclass(frozen=True)
class Parts:
    """A drawing's words: `free` stand beside lines or in a side, `fixed` in a box."""

    free: list[Text]
    fixed: list[tuple[Text, Rect]]


def parts(drawing: Drawing) -> Parts:
    """The words of a drawing, with the box that holds them."""
    free = [*drawing.texts, *(text for route in drawing.routes for text in route.label)]
    fixed = [(text, box.rect) for box in (*drawing.boxes, *drawing.frames) for text in box.texts]
    fixed += [(text, drawing.inset) for text in drawing.inset_texts if drawing.inset]
    return Parts(free, fixed)


def words_of(drawing: Drawing) -> list[str]:
    """All words of a drawing."""
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
