"""The organigram as SVG, for page and PDF alike: no style, no script, no typed text.

The same regiostaf gives the same bytes. Everything reads without colour: what is open is dashed, what contradicts has a
plate with a word, each line has its verb.
"""

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.export.organigram.layout import layout_of
from checklist.export.organigram.measures import FONT, HEAD_HALF, HEAD_LENGTH, PAGE, SMALL, STROKE, WIDTH
from checklist.export.organigram.shapes import CROSS, Arrow, Box, Drawing, Rect, Text

COLOURS = {
    "paper": "#f7f5f0",
    "surface": "#ffffff",
    "ink": "#1b2428",
    "muted": "#525d64",
    "control": "#7b858b",
    "grid": "#d3d8da",
    "petrol": "#0a4f57",
    "brick": "#9b1c1f",
}
FAMILY = "'Source Sans 3', 'Source Sans 3 Variable', sans-serif"
# How words look, said once for the whole drawing; a text says in what it differs.
PLAIN = {"font-size": f"{FONT:g}", "font-weight": "400", "text-anchor": "middle", "fill": COLOURS["ink"]}
DASHES = {"stroke-dasharray": "6 5"}
OUTLINE = {"stroke": COLOURS["ink"], "stroke-width": "1.6"}

TITLE = "De regiostaf in beeld; de lijst eronder zegt hetzelfde in woorden"


def organigram_svg(regiostaf: Regiostaf, *, small: bool = False, told: str = TITLE) -> str:
    """Return the drawing as one `<svg>` to put in a page; `small` where it is one thing among others. `told`: what it
    says to whoever doesn't see it."""
    drawing = layout_of(regiostaf, SMALL if small else PAGE)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "organigram__svg",
            "viewBox": f"0 0 {number(WIDTH)} {number(drawing.height)}",
            "role": "img",
            "aria-labelledby": "organigram-titel",
            "font-family": FAMILY,
            **PLAIN,
        },
    )
    SubElement(svg, "title", {"id": "organigram-titel"}).text = told
    _draw(svg, drawing)
    return tostring(svg, encoding="unicode")


def _draw(svg: Element, drawing: Drawing) -> None:
    for side in drawing.sides:
        _box(svg, side, rx="8", fill=COLOURS["surface"], stroke=COLOURS["control"])
    for box in drawing.boxes:
        fill = COLOURS["surface" if box.dashed else "paper"]
        _box(svg, box, rx="6", fill=fill, **OUTLINE, **(DASHES if box.dashed else {}))
    arrows = [arrow for column in drawing.arrows for arrow in column]
    for clash in (False, True):
        alike = [arrow for arrow in arrows if arrow.clash is clash]
        _arrows(svg, alike, COLOURS["brick" if clash else "ink"])
    for plate in drawing.plates:
        _box(svg, plate, rx="4", fill=COLOURS["brick"])
        _cross(svg, plate, COLOURS["brick"])
    _box(svg, drawing.bar, rx="8", fill=COLOURS["petrol"])
    for field in drawing.fields:
        if field.dashed:
            add_rect(svg, field.rect, rx="5", fill=COLOURS["surface"], **OUTLINE, **DASHES)
        add_texts(svg, field.texts)
        _cross(svg, field, COLOURS["petrol"])


def _box(svg: Element, box: Box, **attributes: str) -> None:
    add_rect(svg, box.rect, **attributes)
    add_texts(svg, box.texts)


def _arrows(svg: Element, arrows: Sequence[Arrow], colour: str) -> None:
    line = {"stroke": colour, "stroke-width": f"{STROKE:g}"}
    _path(svg, (_pieces(arrow) for arrow in arrows if not arrow.dashed), **line)
    _path(svg, (_pieces(arrow) for arrow in arrows if arrow.dashed), **line, **DASHES)
    _path(svg, (head for arrow in arrows for head in _heads(arrow)), fill=colour)
    for arrow in arrows:
        add_texts(svg, arrow.texts)


def _path(svg: Element, parts: Iterable[str], **attributes: str) -> None:
    """All that looks the same is one path."""
    if path := "".join(parts):
        SubElement(svg, "path", {"d": path, **attributes})


def _pieces(arrow: Arrow) -> str:
    return "".join(f"M{number(arrow.x)} {number(top)}V{number(bottom)}" for top, bottom in arrow.pieces)


def _heads(arrow: Arrow) -> Iterator[str]:
    top, bottom = arrow.ends
    for there, tip, length in (
        (arrow.head_at_party, top, HEAD_LENGTH),
        (arrow.head_at_staf, bottom, -HEAD_LENGTH),
    ):
        if there:
            yield f"M{number(arrow.x)} {number(tip)}l{HEAD_HALF:g} {length:g}h-{2 * HEAD_HALF:g}z"


def _cross(svg: Element, box: Box, colour: str) -> None:
    """The octagon with a cross that means 'botst', in the colour of what it stands on."""
    if box.cross:
        x, y = box.cross
        side, corner, arm = CROSS * 0.4, CROSS * 0.3, CROSS * 0.2
        octagon = (
            f"M{number(x - side / 2)} {number(y - CROSS / 2)}h{side:g}l{corner:g} {corner:g}v{side:g}"
            f"l-{corner:g} {corner:g}h-{side:g}l-{corner:g} -{corner:g}v-{side:g}z"
        )
        SubElement(svg, "path", {"d": octagon, "fill": COLOURS["surface"]})
        arms = f"M{number(x - arm)} {number(y - arm)}l{2 * arm:g} {2 * arm:g}m0 -{2 * arm:g}l-{2 * arm:g} {2 * arm:g}"
        SubElement(svg, "path", {"d": arms, "stroke": colour, "stroke-width": "2.4"})


def add_rect(svg: Element, rect: Rect, **attributes: str) -> None:
    """Draw a rectangle."""
    sizes = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    SubElement(svg, "rect", {name: number(value) for name, value in sizes.items()} | attributes)


def add_texts(svg: Element, texts: Iterable[Text]) -> None:
    """Write words; each says in what it differs from `PLAIN`."""
    for text in texts:
        look = {
            "font-size": f"{text.size:g}",
            "font-weight": str(text.weight),
            "text-anchor": "middle" if text.centred else "start",
            "fill": COLOURS[text.colour],
        }
        differs = {name: value for name, value in look.items() if value != PLAIN[name]}
        SubElement(svg, "text", {"x": number(text.x), "y": number(text.baseline), **differs}).text = text.words


def number(value: float) -> str:
    """A length as an attribute: one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
