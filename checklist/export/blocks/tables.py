"""Tables of a document, and how wide their columns are."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from checklist.export.blocks.inline import runs_of
from checklist.export.blocks.markup import UnknownMarkupError, classes_of
from checklist.export.blocks.value import Cell, Row, Runs, Table, Whose

# In mm, together as wide as the text: with room for a letter wider than our own, where a computer has no other.
TEXT_WIDTH = 156
WIDTHS: Mapping[str, tuple[int, ...]] = {
    "facts": (48, 108),
    "planning": (52, 64, 40),
    "choices": (42, 80, 34),
    "costs": (62, 44, 22, 28),
    "risks": (13, 58, 47, 38),
    "steps": (13, 72, 36, 35),
    "findings": (13, 70, 30, 43),
    "indicators": (66, 90),
    "models": (50, 37, 29, 20, 20),
    "sources": (9, 47, 37, 25, 38),
    "advies-decisions": (16, 97, 43),
    "advies-models": (13, 35, 27, 19, 12, 17, 16, 17),
    "advies-actions": (52, 46, 32, 26),
    "choice-map": (28, 32, 32, 32, 32),
}
# Classes that say how a table looks on a screen or on paper, not what it tells.
_LOOKS = {"vs-table", "vs-four", "vs-stacked", "utrecht-table", "advies-table"}


def widths_of(kind: str, columns: int) -> tuple[float, ...]:
    """How wide each column of a table is, in mm; a kind without measures has columns of one width."""
    widths = WIDTHS.get(kind, ())
    return widths if len(widths) == columns else (TEXT_WIDTH / columns,) * columns


def table_of(element: Element, whose: Whose) -> Table:
    """A table as a block. Raises UnknownMarkupError for one of no kind, or with something else than rows in it."""
    kinds = sorted(classes_of(element) - _LOOKS)
    if len(kinds) != 1:
        raise UnknownMarkupError(f"a table of the kinds {kinds}")
    caption: Runs = ()
    head: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()
    for part in element:
        match part.tag:
            case "caption":
                caption = runs_of(part, whose)
            case "thead":
                head = tuple(_rows(part, whose))
            case "tbody":
                rows = tuple(_rows(part, whose))
            case _:
                raise UnknownMarkupError(f"<{part.tag}> within a table")
    return Table(kinds[0].removeprefix("vs-"), head, rows, caption, element.get("id", ""))


def _rows(part: Element, whose: Whose) -> Iterator[Row]:
    for row in part:
        cells = tuple(Cell(runs_of(cell, whose), cell.tag == "th", "vs-amount" in classes_of(cell)) for cell in row)
        yield Row(cells, row.get("id", ""), "vs-sum" in classes_of(row))
