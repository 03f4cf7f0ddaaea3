"""Real lists: a definition per kind of mark, and for each counted list a beginning of its own."""

from docx.document import Document as Docx

from checklist.export.blocks.value import Marks
from checklist.export.docx.elements import Xml, mm, w
from checklist.export.docx.looks import LIST_ROOM

_KINDS = {Marks.BULLETS: ("bullet", "•"), Marks.NUMBERS: ("decimal", "%{}."), Marks.LETTERS: ("lowerLetter", "%{}.")}
_DEEPEST = 3


class Lists:
    """The lists of one file."""

    def __init__(self, docx: Docx) -> None:
        self._numbering: Xml = docx.part.numbering_part.element
        for child in list(self._numbering):
            self._numbering.remove(child)
        self._numbering.extend(_definition(number, *_KINDS[marks]) for number, marks in enumerate(_KINDS))
        self._next = 1
        self._bullets = self._begin(Marks.BULLETS)

    def number_of(self, marks: Marks) -> int:
        """The number by which the items of a list name it; a counted one begins anew."""
        return self._bullets if marks == Marks.BULLETS else self._begin(marks)

    def _begin(self, marks: Marks) -> int:
        number, self._next = self._next, self._next + 1
        made = w("num", w("abstractNumId", val=list(_KINDS).index(marks)), numId=number)
        if marks != Marks.BULLETS:
            made.extend(w("lvlOverride", w("startOverride", val=1), ilvl=level) for level in range(_DEEPEST))
        self._numbering.append(made)
        return number


def _definition(number: int, form: str, mark: str) -> Xml:
    levels = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=form),
            w("lvlText", val=mark.format(level + 1)),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=mm(LIST_ROOM * (level + 1)), hanging=mm(LIST_ROOM))),
            ilvl=level,
        )
        for level in range(_DEEPEST)
    )
    return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)
