"""The pages: A4 with its margins, what stands at their head and foot, and a bar along the cover."""

from copy import deepcopy

from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from checklist.export.blocks.value import Document, Run
from checklist.export.docx.contents import field
from checklist.export.docx.elements import Xml, w
from checklist.export.docx.pictures import bar_xml
from checklist.export.docx.runs import run_xml

_HEAD_FROM_EDGE, _FOOT_FROM_EDGE = 8, 8


def set_pages(docx: Docx, document: Document, colour: str) -> None:
    """The pages of a document; a cover has no head and no foot, and a bar in the colour of the house along its edge."""
    section = docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(36), Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    section.header_distance, section.footer_distance = Mm(_HEAD_FROM_EDGE), Mm(_FOOT_FROM_EDGE)
    section.gutter = Mm(0)
    section.different_first_page_header_footer = bool(document.cover)
    _fill(
        section.footer.paragraphs[0],
        document.foot,
        (*field("PAGE", "1"), run_xml(Run(" van ")), *field("NUMPAGES", "1")),
    )
    write_head(section, document.head, document.mark)
    if document.cover:
        section.first_page_header.paragraphs[0]._p.append(bar_xml(section.first_page_header.part, colour))


def write_head(section: Section, head: str, mark: str) -> None:
    """What stands at the head of the pages of a section."""
    section.header.is_linked_to_previous = False
    _fill(section.header.paragraphs[0], head, (run_xml(Run(mark, strong=True)),))


def begin_section(docx: Docx) -> Section:
    """A section that starts a page after what there is so far; it has the foot of the one before, and no head yet.

    The one before ends in its last paragraph, in an empty one only after a table."""
    ending = docx.sections[-1]
    last = ending._sectPr.getprevious()
    if last.tag != qn("w:p"):
        last = w("p")
        ending._sectPr.addprevious(last)
    last.get_or_add_pPr().append(deepcopy(ending._sectPr))
    # Not by the library, which drops the part although the section before has it too.
    for kind in ("w:headerReference", "w:footerReference"):
        for reference in ending._sectPr.findall(qn(kind)):
            ending._sectPr.remove(reference)
    ending.different_first_page_header_footer = False
    ending.start_type = WD_SECTION.NEW_PAGE
    return ending


def _fill(line: Paragraph, left: str, right: tuple[Xml, ...]) -> None:
    line._p.extend((run_xml(Run(left)), w("r", w("tab")), *right))
