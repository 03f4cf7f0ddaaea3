"""The organigram as SVG, for page and PDF alike: no style, no script, no typed text; the same design, the same bytes.

Everything reads without colour: what is open is dashed, who takes no part has a thin line, each line has its label.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from checklist.domain.design import Design
from checklist.export.organigram_layout import WIDTH, Box, Drawing, Rect, Route, Text, layout_of

PAPER, SURFACE, EDGE_COLOUR, INK, MUTED, CONTROL, PETROL = (
    *("#f7f5f0", "#ffffff", "#d8d3c7"),
    *("#1b2428", "#525d64", "#7b858b", "#0a4f57"),
)
FONT = "Source Sans 3, Source Sans 3 Variable, sans-serif"
DASHES = "5 4"
HEAD_LENGTH, HEAD_HALF = 10, 4.5

TITLE = "Organigram van de regiostaf; de lijst bij het beeld zegt hetzelfde in woorden"
DESCRIPTION = "Links de gemeenten, rechts de veiligheidsregio, in het midden de regiostaf."


def organigram_svg(design: Design, prefix: str = "organigram") -> str:
    """Return the drawing as one `<svg>` to put in a page. `prefix` begins its ids, for a page with more than one."""
    drawing = layout_of(design)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "organigram__svg",
            "viewBox": f"0 0 {WIDTH} {_number(drawing.height)}",
            "role": "img",
            "aria-labelledby": f"{prefix}-titel {prefix}-beschrijving",
            "font-family": FONT,
        },
    )
    SubElement(svg, "title", {"id": f"{prefix}-titel"}).text = TITLE
    SubElement(svg, "desc", {"id": f"{prefix}-beschrijving"}).text = DESCRIPTION
    _draw(svg, drawing)
    return tostring(svg, encoding="unicode")


def _draw(svg: Element, drawing: Drawing) -> None:
    _rect(svg, Rect(0, 0, WIDTH, drawing.height), fill=SURFACE)
    for frame in drawing.frames:
        _rect(svg, frame.rect, rx="10", fill=PAPER, stroke=EDGE_COLOUR)
        _texts(svg, frame.texts)
    for box in drawing.boxes:
        _box(svg, box)
    if drawing.inset:
        _rect(svg, drawing.inset, rx="5", fill=SURFACE, stroke=INK, **{"stroke-dasharray": DASHES})
        _texts(svg, drawing.inset_texts)
    for route in drawing.routes:
        _route(svg, route)
    _texts(svg, drawing.texts)


def _box(svg: Element, box: Box) -> None:
    if box.texts[0].inverse:
        _rect(svg, box.rect, rx="8", fill=PETROL, stroke=PETROL)
    elif box.dashed:
        _rect(svg, box.rect, rx="6", fill=SURFACE, stroke=INK, **{"stroke-dasharray": DASHES})
    elif box.involved:
        _rect(svg, box.rect, rx="6", fill=SURFACE, stroke=INK, **{"stroke-width": "1.75"})
    else:
        _rect(svg, box.rect, rx="6", fill=PAPER, stroke=CONTROL, **{"stroke-width": "0.75"})
    _texts(svg, box.texts)


def _route(svg: Element, route: Route) -> None:
    points = list(route.points)
    if route.head_at_actor:
        points[0] = _towards(points[0], points[1])
    if route.head_at_staf:
        points[-1] = _towards(points[-1], points[-2])
    line = {"d": "M" + "L".join(map(_pair, points)), "fill": "none", "stroke": INK, "stroke-width": "1.75"}
    SubElement(svg, "path", line | ({"stroke-dasharray": DASHES} if route.dashed else {}))
    if route.head_at_actor:
        _head(svg, route.points[0], route.points[1])
    if route.head_at_staf:
        _head(svg, route.points[-1], route.points[-2])
    _texts(svg, route.label)


Point = tuple[float, float]


def _direction(tip: Point, behind: Point) -> Point:
    """From the tip of an arrow back along its line, as one step; lines are horizontal or vertical."""
    (x, y), (other_x, other_y) = tip, behind
    return float((other_x > x) - (other_x < x)), float((other_y > y) - (other_y < y))


def _towards(tip: Point, behind: Point) -> Point:
    """Where a line ends that has a head: inside the head, so that the tip stays sharp."""
    (x, y), (step_x, step_y) = tip, _direction(tip, behind)
    return x + step_x * (HEAD_LENGTH - 2), y + step_y * (HEAD_LENGTH - 2)


def _head(svg: Element, tip: Point, behind: Point) -> None:
    (x, y), (step_x, step_y) = tip, _direction(tip, behind)
    base = x + step_x * HEAD_LENGTH, y + step_y * HEAD_LENGTH
    one = base[0] + step_y * HEAD_HALF, base[1] + step_x * HEAD_HALF
    other = base[0] - step_y * HEAD_HALF, base[1] - step_x * HEAD_HALF
    SubElement(svg, "path", {"d": "M" + "L".join(map(_pair, (tip, one, other))) + "z", "fill": INK})


def _rect(svg: Element, rect: Rect, **attributes: str) -> None:
    sizes = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    SubElement(svg, "rect", {name: _number(value) for name, value in sizes.items()} | attributes)


def _texts(svg: Element, texts: Sequence[Text]) -> None:
    for text in texts:
        attributes = {
            "x": _number(text.x),
            "y": _number(text.y),
            "font-size": str(text.size),
            "text-anchor": text.anchor,
            "fill": SURFACE if text.inverse else MUTED if text.quiet else INK,
        }
        SubElement(svg, "text", attributes | ({"font-weight": "600"} if text.bold else {})).text = text.words


def _pair(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
