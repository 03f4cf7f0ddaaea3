"""Lists with real marks: bullets, numbers or letters."""

from xml.etree.ElementTree import Element

from checklist.export.blocks.value import Listing, Marks, Style
from checklist.export.odt.making import Making
from checklist.export.odt.xml import add

LEVELS = 3
_NAMES = {
    Marks.BULLETS: "Opsomming",
    Marks.NUMBERS: "Nummering",
    Marks.LETTERS: "Lettering",
    Marks.NONE: "Zonder_20_teken",
}
_FORMATS = {Marks.NUMBERS: "1", Marks.LETTERS: "a", Marks.NONE: ""}
_PARAGRAPHS = {Style.POINT: "Lijst_20_bij_20_besluitpunt", Style.NOTE: "Lijst_20_bij_20_toelichting"}
_INDENTS_MM = {Marks.BULLETS: 4.5, Marks.NUMBERS: 6.0, Marks.LETTERS: 6.0, Marks.NONE: 0.0}
_IN_BOX = "_20_in_20_kader"
_BOX_PADDING_MM = 4.5
_BELOW = "1mm"


def add_list(making: Making, parent: Element, listing: Listing, box_style: str = "", below: str = "") -> None:
    """Write a list with what is in it; it counts from its own first item. `box_style`: that of the paragraphs of the
    box it stands in. `below`: the room below its last item, if not that of its style."""
    look = box_style or _PARAGRAPHS.get(listing.style, "List")
    place = add(parent, "text:list", {"text:style-name": _NAMES[listing.marks] + _IN_BOX * bool(box_style)})
    for number, item in enumerate(listing.items, start=1):
        # Said of the first item, so that no reader goes on counting from the list before.
        starts = {"text:start-value": "1"} if number == 1 and listing.marks in {Marks.NUMBERS, Marks.LETTERS} else {}
        last = number == len(listing.items)
        written = add(place, "text:list-item", starts)
        room = (below or _BELOW * (not box_style)) if last else ""
        making.paragraph(written, look, item.runs, anchor=item.anchor, below="" if item.inner else room)
        for inner in item.inner:
            add_list(making, written, inner, box_style, room)


def list_styles(place: Element) -> None:
    """Write the styles of lists, each with its twin for in a box."""
    for marks, name in _NAMES.items():
        for in_box in (False, True):
            full_name = name + _IN_BOX * in_box
            attributes = {"style:name": full_name, "style:display-name": full_name.replace("_20_", " ")}
            style = add(place, "text:list-style", attributes)
            for level in range(1, LEVELS + 1):
                _add_level(style, marks, level, _BOX_PADDING_MM * in_box)


def _add_level(style: Element, marks: Marks, level: int, shift: float) -> None:
    """One level of a list. `shift`: how far the edge of a box moves its text, and not its tabs."""
    number = {"text:level": str(level)}
    if marks == Marks.BULLETS:
        look = add(style, "text:list-level-style-bullet", number | {"text:bullet-char": "•" if level == 1 else "–"})
    else:
        suffix = {"style:num-suffix": "."} if _FORMATS[marks] else {}
        look = add(style, "text:list-level-style-number", number | {"style:num-format": _FORMATS[marks]} | suffix)
    indent = _INDENTS_MM[marks]
    margin = indent * level
    mode = {"text:list-level-position-and-space-mode": "label-alignment"}
    followed = {"text:label-followed-by": "listtab", "text:list-tab-stop-position": f"{margin + shift}mm"}
    if marks == Marks.NONE:
        followed = {"text:label-followed-by": "nothing"}
    room = {"fo:text-indent": f"-{indent}mm", "fo:margin-left": f"{margin}mm"}
    add(add(look, "style:list-level-properties", mode), "style:list-level-label-alignment", followed | room)
