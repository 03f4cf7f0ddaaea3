"""What stands within a paragraph: looks, whose words, links, and what links point at."""

import re
from collections.abc import Iterator

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from checklist.export.blocks.value import Run, Runs, Whose
from checklist.export.docx.elements import Xml, plain, tell, w
from checklist.export.docx.looks import BESLUIT, KRING, LINK, MUTED, QUIET
from checklist.export.docx.styles import style_id

_STYLES = {Whose.OURS: "", Whose.KRING: KRING, Whose.BESLUIT: BESLUIT}
# As long as the name of a bookmark may be.
_LONGEST_NAME = 40


class References:
    """The bookmarks and links of one file."""

    def __init__(self, docx: Docx) -> None:
        self._part = docx.part
        self._known: set[str] = set()

    def around(self, anchor: str, inside: Iterator[Xml]) -> Iterator[Xml]:
        """What stands at an anchor, between the ends of its bookmark; each anchor once."""
        name = bookmark_name(anchor)
        if not anchor or name in self._known:
            yield from inside
            return
        number = len(self._known)
        self._known.add(name)
        yield w("bookmarkStart", id=number, name=name)
        yield from inside
        yield w("bookmarkEnd", id=number)

    def runs(self, runs: Runs) -> Iterator[Xml]:
        """The runs of a paragraph; one with a link stands in it."""
        for run in runs:
            yield self._link(run) if run.href else run_xml(run)

    def _link(self, run: Run) -> Xml:
        link = w("hyperlink", run_xml(run), history=1)
        if run.href.startswith("#"):
            link.set(qn("w:anchor"), bookmark_name(run.href[1:]))
        else:
            target = self._part.relate_to(plain(run.href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), target)
        if run.label:
            link.set(qn("w:tooltip"), plain(run.label))
        return link


def bookmark_name(anchor: str) -> str:
    """The name of a bookmark: letters, digits and lines alone."""
    return re.sub(r"\W", "_", anchor)[:_LONGEST_NAME]


def run_xml(run: Run) -> Xml:
    """A run with its look; whose words it has is the name of its style, which looks like nothing."""
    made = w("r", _look(run))
    if run.break_before:
        made.append(w("br"))
    if run.blank:
        made.append(w("tab"))
    made.extend(tell(run.text))
    return made


def _look(run: Run) -> Xml:
    style = LINK if run.href else _STYLES[run.whose] or (QUIET if run.muted else "")
    look = w("rPr")
    if style:
        look.append(w("rStyle", val=style_id(style)))
    if run.strong:
        look.extend((w("b"), w("bCs")))
    if run.italic:
        look.extend((w("i"), w("iCs")))
    if run.muted and style != QUIET:
        look.append(w("color", val=MUTED))
    if run.raised:
        look.append(w("vertAlign", val="superscript"))
    return look
