"""Tables: in fixed columns, with rules between the rows alone, header rows that repeat, and rows that stay whole."""

from xml.etree.ElementTree import Element

from checklist.export.blocks.tables import TEXT_WIDTH, widths_of
from checklist.export.blocks.value import Cell, Row, Table
from checklist.export.odt.making import Making
from checklist.export.odt.runs import plain
from checklist.export.odt.xml import add

_FACTS = "facts"
_TIGHT = "planning"  # the last on a page that must hold all
_ROOM_MM, _TIGHT_MM = (0.7, 0.8), (0.3, 0.3)
_SHORT = 6  # a table of no more rows doesn't break
_RULE = "0.5pt solid #c9c3b6"
_HEAD_RULE = "0.8pt solid #1b2428"


def add_table(making: Making, parent: Element, table: Table) -> None:
    """Write a table below its caption."""
    if table.caption:
        making.paragraph(parent, "Caption", table.caption, anchor=table.anchor)
    else:
        making.anchor = table.anchor
    place = add(parent, "table:table", {"table:name": _name(making, table), "table:style-name": _style(making, table)})
    for width in widths_of(table.kind, max(len(row.cells) for row in (*table.head, *table.rows))):
        style = making.automatic.other("table-column", f"Kolom_{width:g}mm", {"style:column-width": f"{width:g}mm"})
        add(place, "table:table-column", {"table:style-name": style})
    if table.head:
        head = add(place, "table:table-header-rows")
        for row in table.head:
            _add_row(making, head, row, table.kind, "Kop")
    for number, row in enumerate(table.rows):
        _add_row(making, place, row, table.kind, "Rij" if number or table.head else "Eerste rij")


def _name(making: Making, table: Table) -> str:
    """How the Navigator of LibreOffice lists a table; no two have one name."""
    making.tables += 1
    return plain(table.caption) or f"Tabel zonder nummer {making.tables}"


def _style(making: Making, table: Table) -> str:
    short = len(table.rows) <= _SHORT
    return making.automatic.other(
        "table",
        "Korte_tabel" if short else "Tabel",
        {
            "style:width": f"{TEXT_WIDTH}mm",
            "fo:margin-bottom": "2mm",
            "table:align": "left",
            "table:border-model": "collapsing",
            "style:may-break-between-rows": "false" if short else "true",
        },
    )


def _add_row(making: Making, place: Element, row: Row, kind: str, where: str) -> None:
    style = making.automatic.other("table-row", "Hele_20_rij", {"fo:keep-together": "always"})
    place = add(place, "table:table-row", {"table:style-name": style})
    anchor = row.anchor
    for cell in row.cells:
        look = _cell_style(making, kind, where, last=cell is row.cells[-1])
        written = add(place, "table:table-cell", {"table:style-name": look, "office:value-type": "string"})
        making.paragraph(written, _paragraph_style(cell, kind, where == "Kop"), cell.runs, anchor=anchor)
        anchor = ""


def _cell_style(making: Making, kind: str, where: str, *, last: bool) -> str:
    """`where` the row stands: "Kop", "Eerste rij" (of a table without a head) or "Rij"."""
    above, below = _TIGHT_MM if kind == _TIGHT else _ROOM_MM
    return making.automatic.other(
        "table-cell",
        "_20_".join([*where.split(), *(["krap"] if kind == _TIGHT else []), *(["einde"] if last else [])]),
        {
            "fo:border-bottom": _HEAD_RULE if where == "Kop" else _RULE,
            "fo:border-left": "none",
            "fo:border-right": "none",
            "fo:border-top": _HEAD_RULE if where == "Eerste rij" else "none",
            "fo:padding-top": f"{above}mm",
            "fo:padding-bottom": f"{below}mm",
            "fo:padding-left": "0mm",
            "fo:padding-right": "0mm" if last else "2.5mm",
            "style:vertical-align": "bottom" if where == "Kop" else "top",
        },
    )


def _paragraph_style(cell: Cell, kind: str, in_head: bool) -> str:
    if kind == _FACTS:
        return "Naam_20_van_20_feit" if cell.head else "Feit"
    if in_head:
        return "Kop_20_boven_20_bedrag" if cell.right else "Table_20_Heading"
    if cell.right:
        return "Bedrag"
    return "Rijkop" if cell.head else "Table_20_Contents"
