"""A paragraph with its place: its style, its list, what it stays with."""

from collections.abc import Iterable
from dataclasses import dataclass

from checklist.export.blocks.tables import TEXT_WIDTH
from checklist.export.docx.elements import Xml, mm, pt, w
from checklist.export.docx.styles import style_id


@dataclass(frozen=True)
class Place:
    """`style` is the name of one. `listed`: the number of its list and its depth in it. `before` and `after`: the room
    above and below it, in points, where it isn't that of the style. `indent`: left and hanging, in mm, where they
    aren't. `apart`: not in one box with its neighbour."""

    style: str
    keep_next: bool = False
    new_page: bool = False
    listed: tuple[int, int] | None = None
    to_write_on: bool = False
    before: float | None = None
    after: float | None = None
    indent: tuple[float, float] | None = None
    apart: bool = False
    right: bool = False


def paragraph(place: Place, inside: Iterable[Xml]) -> Xml:
    """A paragraph at its place."""
    return w("p", _properties(place), *inside)


def _properties(place: Place) -> Xml:
    made = w("pPr", w("pStyle", val=style_id(place.style)))
    if place.keep_next:
        made.append(w("keepNext"))
    if place.new_page:
        made.append(w("pageBreakBefore"))
    if place.listed:
        number, depth = place.listed
        made.append(w("numPr", w("ilvl", val=depth), w("numId", val=number)))
    if place.to_write_on:
        made.append(w("tabs", w("tab", val="left", leader="underscore", pos=mm(TEXT_WIDTH - 0.5))))
    spaces = {"before": place.before, "after": place.after}
    spacing = {name: pt(space) for name, space in spaces.items() if space is not None}
    if spacing:
        made.append(w("spacing", **spacing))
    indent = _indent(place)
    if indent:
        made.append(w("ind", **indent))
    if place.right:
        made.append(w("jc", val="right"))
    return made


def _indent(place: Place) -> dict[str, int]:
    made = {}
    if place.indent:
        left, hanging = place.indent
        made = {"left": mm(left), "hanging": mm(hanging)}
    # Paragraphs with the same borders and edges share one box; a twentieth of a point keeps two boxes apart.
    return {**made, "right": 1} if place.apart else made
