"""Tables: fixed columns, lines between the rows alone, a head that each page repeats."""

from collections.abc import Iterator

from checklist.export.blocks.tables import TEXT_WIDTH, widths_of
from checklist.export.blocks.value import Row, Table
from checklist.export.docx.elements import Xml, mm, w
from checklist.export.docx.looks import INK
from checklist.export.docx.paragraphs import Place, paragraph
from checklist.export.docx.runs import References
from checklist.export.docx.styles import TABLE, style_id

# A table of so many rows doesn't break; of a longer one the first and the last rows stay together.
_UNBROKEN = 6
_TOGETHER = 2
# The last on a page that must hold all.
_TIGHT = {"planning"}
# The styles of what heads a row or a column, and of all else: facts are set as the text is.
_FACTS = ("Naam van feit", "Feit")
_CELLS = ("Tabelkop", "Tabeltekst")


def table_xml(table: Table, references: References) -> Iterator[Xml]:
    """Its caption, and the table."""
    if table.caption:
        caption = references.around(table.anchor, references.runs(table.caption))
        yield paragraph(Place("Caption", keep_next=True), caption)
    rows = (*table.head, *table.rows)
    widths = [mm(width) for width in widths_of(table.kind, len(rows[0].cells))]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    made = w("tbl", _properties(table), grid)
    for position, row in enumerate(rows):
        head = position < len(table.head)
        keep = head or _stays(position - len(table.head), len(table.rows))
        properties = w("trPr", w("cantSplit"), *((w("tblHeader"),) if head else ()))
        made.append(w("tr", properties, *_cells(table, row, widths, references, keep_next=keep)))
    yield made


def _stays(position: int, of: int) -> bool:
    """Whether a row stays with the next."""
    last = of - 1
    return position < last and (of <= _UNBROKEN or position < _TOGETHER or position >= last - _TOGETHER)


def _properties(table: Table) -> Xml:
    made = w("tblPr", w("tblStyle", val=style_id(TABLE)), w("tblW", w=mm(TEXT_WIDTH), type="dxa"))
    if not table.head:
        made.append(w("tblBorders", w("top", val="single", sz=6, space=0, color=INK)))
    made.append(w("tblLayout", type="fixed"))
    if table.kind in _TIGHT:
        made.append(w("tblCellMar", w("top", w=mm(0.3), type="dxa"), w("bottom", w=mm(0.4), type="dxa")))
    first_row = int(bool(table.head))
    flags = {"firstRow": first_row, "lastRow": 0, "firstColumn": 1, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    value = 0x20 * first_row + 0x80 + 0x200 + 0x400
    made.append(w("tblLook", val=f"{value:04X}", **flags))
    return made


def _cells(table: Table, row: Row, widths: list[int], references: References, *, keep_next: bool) -> Iterator[Xml]:
    head, other = _CELLS if table.head else _FACTS
    anchor = row.anchor
    for cell, width in zip(row.cells, widths, strict=True):
        place = Place(head if cell.head else other, keep_next=keep_next, right=cell.right)
        inside = references.around(anchor, references.runs(cell.runs))
        yield w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph(place, inside))
        anchor = ""
