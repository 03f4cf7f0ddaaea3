"""Writes a document as DOCX."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from docx.document import Document as Docx

from checklist.domain.house_style import HouseStyle
from checklist.export.blocks.value import Block, Document, Heading, Run
from checklist.export.docx.body import Body
from checklist.export.docx.elements import Xml
from checklist.export.docx.looks import looks_of
from checklist.export.docx.package import empty_file, packed, write_properties
from checklist.export.docx.page import begin_section, set_pages, write_head
from checklist.export.docx.paragraphs import Place, paragraph
from checklist.export.docx.pictures import picture_xml
from checklist.export.docx.runs import run_xml
from checklist.export.docx.styles import write_styles

_LOGO = (70.0, 18.0)


def write_docx(
    document: Document, house: HouseStyle, pictures: Mapping[str, bytes], made: datetime | None = None
) -> bytes:
    """Return a document as DOCX, in the style of a house. `pictures`: a PNG for each drawing, by its name; one without
    is told in its words. `made`: the moment that it bears, now if none is given. Pure but for that; half a second."""
    colour = house.colour.removeprefix("#").upper()
    docx = empty_file()
    write_styles(docx, looks_of(document, house), colour)
    write_properties(docx, document, made or datetime.now(UTC))
    set_pages(docx, document, colour)
    body = Body(docx, pictures)
    _add(docx, _house(docx, house))
    for _, elements in body.written(document.cover):
        _add(docx, elements)
    _write_pages(docx, document, body)
    return packed(docx)


def _write_pages(docx: Docx, document: Document, body: Body) -> None:
    """The blocks, in a section of its own where the head of the pages has another mark."""
    mark = document.mark
    for block, elements in body.written(document.blocks):
        own = _mark_of(block, mark, document.mark)
        if own != mark:
            section = begin_section(docx)
            write_head(section, document.head, own)
            mark = own
        _add(docx, elements)


def _mark_of(block: Block, mark: str, usual: str) -> str:
    """The mark from this block on."""
    return (block.mark or usual) if isinstance(block, Heading) and block.new_page else mark


def _house(docx: Docx, house: HouseStyle) -> Iterator[Xml]:
    """Who issues the document, as on the cover of the PDF: its logo, or else its name."""
    if house.organisation:
        name = run_xml(Run(house.organisation))
        shown = picture_xml(docx.part, house.logo, _LOGO, house.organisation, "logo") if house.logo else name
        yield paragraph(Place("Organisatie", right=True), (shown,))


def _add(docx: Docx, elements: Iterator[Xml] | tuple[Xml, ...]) -> None:
    end = docx.element.body.sectPr
    for element in elements:
        end.addprevious(element)
