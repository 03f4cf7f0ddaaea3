"""The table of contents: a field that the editor can renew, with its rows filled in as links."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from checklist.export.blocks.value import Contents, ContentsRow, Run
from checklist.export.docx.elements import Xml, tell, w
from checklist.export.docx.paragraphs import Place, paragraph
from checklist.export.docx.runs import bookmark_name, run_xml


def contents_xml(contents: Contents) -> Iterator[Xml]:
    """Its heading and its rows. Where pages begin is for whoever shows them to count: a row asks for the number."""
    yield paragraph(Place("TOC Heading"), (run_xml(Run(contents.heading)),))
    deepest = max((row.level for row in contents.rows), default=1)
    for position, row in enumerate(contents.rows):
        inside = [_row(row)]
        if position == 0:
            inside[:0] = _begin(f'TOC \\o "1-{deepest}" \\h \\z')
        if position == len(contents.rows) - 1:
            inside.append(_mark("end"))
        yield paragraph(Place(f"toc {row.level}"), inside)


def field(instruction: str, shown: str = "") -> Iterator[Xml]:
    """A field with what it shows until it is counted."""
    yield from _begin(instruction)
    if shown:
        yield w("r", *tell(shown))
    yield _mark("end")


def _row(row: ContentsRow) -> Xml:
    name = bookmark_name(row.anchor)
    link = w("hyperlink", w("r", *tell(row.text)), w("r", w("tab")), *field(f"PAGEREF {name} \\h"), history=1)
    link.set(qn("w:anchor"), name)
    return link


def _begin(instruction: str) -> list[Xml]:
    told = w("instrText")
    told.text = f" {instruction} "
    told.set(qn("xml:space"), "preserve")
    return [_mark("begin"), w("r", told), _mark("separate")]


def _mark(kind: str) -> Xml:
    return w("r", w("fldChar", fldCharType=kind))
