"""The time line as SVG, for page and PDF alike: no style, no script, no typed text.

The same path gives the same bytes. Everything reads without colour: each stand of a date has a shape of its own that
the legend names, and what can't be on its date says so.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from checklist.domain.decision.tijdlijn import Stand, Tijdlijn
from checklist.export.organigram.drawing import COLOURS, DASHES, FAMILY, OUTLINE, PLAIN, add_rect, add_texts, number
from checklist.export.organigram.measures import STROKE, WIDTH
from checklist.export.tijdlijn.layout import layout_of
from checklist.export.tijdlijn.shapes import ARM, DOT, MARK, TICK, Drawing, Line, Mark


def tijdlijn_svg(line: Tijdlijn, told: str) -> str:
    """Return the drawing as one `<svg>` to put in a page. `told`: what it says to whoever doesn't see it."""
    drawing = layout_of(line)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "tijdlijn__svg",
            "viewBox": f"0 0 {number(WIDTH)} {number(drawing.height)}",
            "role": "img",
            "aria-labelledby": "tijdlijn-titel",
            "font-family": FAMILY,
            **PLAIN,
        },
    )
    SubElement(svg, "title", {"id": "tijdlijn-titel"}).text = told
    _draw(svg, drawing)
    return tostring(svg, encoding="unicode")


def _draw(svg: Element, drawing: Drawing) -> None:
    for strong, colour in ((False, "grid"), (True, "control")):
        _lines(svg, [line for line in drawing.lines if line.strong is strong], colour)
    for bar in drawing.bars:
        add_rect(svg, bar.rect, rx="4", fill=COLOURS["paper"], **OUTLINE, **(DASHES if bar.dashed else {}))
    if drawing.ticks:
        path = "".join(f"M{number(x)} {number(y)}v{TICK:g}" for x, y in drawing.ticks)
        SubElement(svg, "path", {"d": path, "stroke": COLOURS["ink"], "stroke-width": f"{STROKE:g}"})
    for mark in drawing.marks:
        _mark(svg, mark)
    add_texts(svg, drawing.texts)


def _lines(svg: Element, lines: Sequence[Line], colour: str) -> None:
    path = "".join(
        f"M{number(line.start[0])} {number(line.start[1])}L{number(line.end[0])} {number(line.end[1])}"
        for line in lines
    )
    SubElement(svg, "path", {"d": path, "stroke": COLOURS[colour], "stroke-width": "1"})


def _mark(svg: Element, mark: Mark) -> None:
    """A filled disc for what is done, a ring around a dot for a date, a ring for a first possible day, and a square
    with a cross for what can't be."""
    x, y = number(mark.x), number(mark.y)
    if mark.stand is Stand.TOO_EARLY:
        corner = {"x": number(mark.x - MARK), "y": number(mark.y - MARK)}
        side = f"{2 * MARK:g}"
        SubElement(svg, "rect", {**corner, "width": side, "height": side, "rx": "2", "fill": COLOURS["brick"]})
        start = f"M{number(mark.x - ARM)} {number(mark.y - ARM)}"
        arms = f"{start}l{2 * ARM:g} {2 * ARM:g}m0 -{2 * ARM:g}l-{2 * ARM:g} {2 * ARM:g}"
        SubElement(svg, "path", {"d": arms, "stroke": COLOURS["surface"], "stroke-width": "2.4"})
        return
    filled = mark.stand is Stand.DONE
    radius = MARK if filled else MARK - STROKE / 2
    look = {"fill": COLOURS["ink" if filled else "surface"]}
    look |= {} if filled else {"stroke": COLOURS["ink"], "stroke-width": f"{STROKE:g}"}
    SubElement(svg, "circle", {"cx": x, "cy": y, "r": f"{radius:g}", **look})
    if mark.stand is Stand.ON:
        SubElement(svg, "circle", {"cx": x, "cy": y, "r": f"{DOT:g}", "fill": COLOURS["ink"]})
