"""The organigram as SVG, for page and PDF alike: no style, no script, no typed text.

The same regiostaf gives the same bytes. Everything reads without colour: what is open is dashed, who takes no part has
a thin line, each line has its label.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.domain.drawings.regiostaf_parts import Actor
from checklist.export.organigram.layout import SMALL, WIDTH, Box, Drawing, Rect, Route, Text, layout_of

PAPER, SURFACE, EDGE_COLOUR, INK, MUTED, CONTROL, PETROL = (
    *("#f7f5f0", "#ffffff", "#d8d3c7"),
    *("#1b2428", "#525d64", "#7b858b", "#0a4f57"),
)
FONT = "Source Sans 3, Source Sans 3 Variable, sans-serif"
# How words look, said once for the whole drawing; a text says in what it differs.
PLAIN = {"font-size": str(SMALL), "font-weight": "400", "text-anchor": "middle", "fill": INK}
LINE = {"stroke": INK, "stroke-width": "1.75"}
DASHED = {"stroke": INK, "stroke-dasharray": "5 4"}
HEAD_LENGTH, HEAD_HALF = 10, 4.5
# The head of an arrow from its tip, by the step from there back along its line.
HEADS = {
    (1, 0): f"l{HEAD_LENGTH} {HEAD_HALF}v-{2 * HEAD_HALF:g}z",
    (-1, 0): f"l-{HEAD_LENGTH} {HEAD_HALF}v-{2 * HEAD_HALF:g}z",
    (0, -1): f"l{HEAD_HALF}-{HEAD_LENGTH}h-{2 * HEAD_HALF:g}z",
}

TITLE = "Organigram van de regiostaf; de lijst bij het beeld zegt hetzelfde in woorden"
DESCRIPTION = "Links de gemeenten, rechts de veiligheidsregio, in het midden de regiostaf."


def organigram_svg(regiostaf: Regiostaf) -> str:
    """Return the drawing as one `<svg>` to put in a page."""
    drawing = layout_of(regiostaf)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "organigram__svg",
            "viewBox": f"0 0 {WIDTH} {_number(drawing.height)}",
            "role": "img",
            "aria-labelledby": "organigram-titel organigram-beschrijving",
            "font-family": FONT,
            **PLAIN,
        },
    )
    SubElement(svg, "title", {"id": "organigram-titel"}).text = TITLE
    SubElement(svg, "desc", {"id": "organigram-beschrijving"}).text = DESCRIPTION
    _draw(svg, drawing)
    return tostring(svg, encoding="unicode")


def _draw(svg: Element, drawing: Drawing) -> None:
    _rect(svg, Rect(0, 0, WIDTH, drawing.height), fill=SURFACE)
    for frame in drawing.frames:
        _rect(svg, frame.rect, rx="10", fill=PAPER, stroke=EDGE_COLOUR)
    for box in drawing.boxes:
        _rect(svg, box.rect, **_look(box))
    if drawing.inset:
        _rect(svg, drawing.inset, rx="5", fill=SURFACE, **DASHED)
    _path(svg, (_line(route) for route in drawing.routes if not route.dashed), fill="none", **LINE)
    _path(svg, (_line(route) for route in drawing.routes if route.dashed), fill="none", **LINE | DASHED)
    _path(svg, (head for route in drawing.routes for head in _heads(route)))
    for owner in (*drawing.frames, *drawing.boxes):
        _texts(svg, owner.texts)
    _texts(svg, drawing.inset_texts)
    for route in drawing.routes:
        _texts(svg, route.label)
    _texts(svg, drawing.texts)


def _look(box: Box) -> dict[str, str]:
    if box.actor is Actor.REGIOSTAF:
        return {"rx": "8", "fill": PETROL, "stroke": PETROL}
    if box.dashed:
        return {"rx": "6", "fill": SURFACE, **DASHED}
    if box.involved:
        return {"rx": "6", "fill": SURFACE, **LINE}
    return {"rx": "6", "fill": PAPER, "stroke": CONTROL, "stroke-width": "0.75"}


Point = tuple[float, float]


def _line(route: Route) -> str:
    """Straight, or first straight and then down. It ends inside its heads, so that their tips stay sharp."""
    points = list(route.points)
    if route.head_at_actor:
        points[0] = _inside_head(points[0], points[1])
    if route.head_at_staf:
        points[-1] = _inside_head(points[-1], points[-2])
    (x, y), (end, _), *down = points
    return f"M{_number(x)} {_number(y)}H{_number(end)}" + "".join(f"V{_number(bottom)}" for _, bottom in down)


def _heads(route: Route) -> Iterator[str]:
    if route.head_at_actor:
        yield _head(route.points[0], route.points[1])
    if route.head_at_staf:
        yield _head(route.points[-1], route.points[-2])


def _head(tip: Point, behind: Point) -> str:
    return f"M{_number(tip[0])} {_number(tip[1])}{HEADS[_step(tip, behind)]}"


def _inside_head(tip: Point, behind: Point) -> Point:
    (x, y), (step_x, step_y) = tip, _step(tip, behind)
    return x + step_x * (HEAD_LENGTH - 2), y + step_y * (HEAD_LENGTH - 2)


def _step(tip: Point, behind: Point) -> tuple[int, int]:
    """From the tip of an arrow back along its line; lines are horizontal or vertical."""
    (x, y), (other_x, other_y) = tip, behind
    return (other_x > x) - (other_x < x), (other_y > y) - (other_y < y)


def _path(svg: Element, parts: Iterable[str], **attributes: str) -> None:
    """All that looks the same is one path."""
    if path := "".join(parts):
        SubElement(svg, "path", {"d": path, **attributes})


def _rect(svg: Element, rect: Rect, **attributes: str) -> None:
    sizes = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    SubElement(svg, "rect", {name: _number(value) for name, value in sizes.items()} | attributes)


def _texts(svg: Element, texts: Iterable[Text]) -> None:
    for text in texts:
        look = {
            "font-size": str(text.size),
            "font-weight": "600" if text.bold else "400",
            "text-anchor": text.anchor,
            "fill": SURFACE if text.inverse else MUTED if text.quiet else INK,
        }
        differs = {name: value for name, value in look.items() if value != PLAIN[name]}
        SubElement(svg, "text", {"x": _number(text.x), "y": _number(text.y), **differs}).text = text.words


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
