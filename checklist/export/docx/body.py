"""The blocks of a document as what Word knows: paragraphs, lists and tables."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from docx.document import Document as Docx

from checklist.export.blocks.tables import TEXT_WIDTH
from checklist.export.blocks.value import (
    Block,
    Box,
    Contents,
    Drawing,
    Heading,
    Listing,
    Marks,
    Paragraph,
    QrCode,
    Run,
    Runs,
    Signing,
    Style,
    Table,
)
from checklist.export.docx.contents import contents_xml
from checklist.export.docx.elements import Xml, tell, w
from checklist.export.docx.lists import Lists
from checklist.export.docx.looks import BOX_ROOM, LIST_ROOM, LISTS, NUMBER, NUMBERED, PARAGRAPHS
from checklist.export.docx.paragraphs import Place, paragraph
from checklist.export.docx.pictures import picture_xml
from checklist.export.docx.runs import References, run_xml
from checklist.export.docx.styles import style_id
from checklist.export.docx.tables import table_xml
from checklist.export.qr import SIZE_MM, qr_png

_HEADINGS = {1: "Title", 2: "Heading 1", 3: "Heading 2", 4: "Heading 3", 5: "Heading 4"}
_LARGEST = (TEXT_WIDTH, 98.0)
# Room that a table can't leave below it itself, and that a line to sign on needs above it, in points.
_AFTER_TABLE, _TO_SIGN, _AFTER_SIGNING = 6, 24, 8


class Body:
    """Writes the blocks of one file."""

    def __init__(self, docx: Docx, pictures: Mapping[str, bytes]) -> None:
        self._docx, self._pictures = docx, pictures
        self._references, self._lists = References(docx), Lists(docx)
        self._boxes = 0

    def written(self, blocks: tuple[Block, ...]) -> Iterator[tuple[Block, tuple[Xml, ...]]]:
        """Each block with what it is in the file."""
        for before, (block, after) in zip((None, *blocks), pairwise((*blocks, None)), strict=False):
            if block is not None:
                yield block, tuple(self._block(block, before, after))

    def _block(self, block: Block, before: Block | None, after: Block | None) -> Iterator[Xml]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block, before, after)
            case Listing():
                yield from self._listing(block, LISTS.get(block.style, ""), depth=0)
            case Table():
                yield from table_xml(block, self._references)
            case Box():
                yield from self._box(block)
            case Signing():
                yield from self._signing(block)
            case Drawing():
                yield from self._drawing(block)
            case QrCode():
                yield self._qr_code(block)
            case Contents():
                yield from contents_xml(block)

    def _heading(self, heading: Heading) -> Xml:
        style = "Aanhef besluit" if heading.opening else _HEADINGS[heading.level]
        place = Place(style, new_page=heading.new_page, before=0 if heading.new_page else None)
        return self._said(place, heading.runs, heading.anchor)

    def _paragraph(self, block: Paragraph, before: Block | None, after: Block | None) -> Xml:
        style = NUMBERED.get(block.style, PARAGRAPHS[block.style]) if block.number else PARAGRAPHS[block.style]
        place = Place(
            style,
            keep_next=block.with_next or isinstance(after, Listing | Signing),
            to_write_on=any(run.blank for run in block.runs),
            before=_room_above(block, before),
        )
        return self._said(place, block.runs, block.anchor, block.number)

    def _said(self, place: Place, runs: Runs, anchor: str = "", number: str = "") -> Xml:
        inside = self._references.around(anchor, self._numbered(number, runs))
        return paragraph(place, inside)

    def _numbered(self, number: str, runs: Runs) -> Iterator[Xml]:
        if number:
            yield w("r", w("rPr", w("rStyle", val=style_id(NUMBER))), *tell(number), w("tab"))
        yield from self._references.runs(runs)

    def _listing(self, block: Listing, style: str, depth: int) -> Iterator[Xml]:
        number = self._lists.number_of(block.marks) if block.marks != Marks.NONE else 0
        usual = {Marks.NONE: "List", Marks.BULLETS: "List Bullet"}.get(block.marks, "List Number")
        for item in block.items:
            listed = (number, depth) if number else None
            yield self._said(Place(style or usual, listed=listed), item.runs, item.anchor)
            for inner in item.inner:
                yield from self._listing(inner, style, depth + 1)

    def _box(self, box: Box) -> Iterator[Xml]:
        style = "Kader stop" if box.stop else "Kader let op"
        self._boxes += 1
        apart = self._boxes % 2 == 0
        anchor = box.anchor
        for block in box.blocks:
            match block:
                case Paragraph():
                    yield self._said(Place(style, apart=apart), block.runs, anchor or block.anchor)
                case Listing():
                    number = self._lists.number_of(block.marks)
                    for item in block.items:
                        indent = (BOX_ROOM + LIST_ROOM, LIST_ROOM)
                        place = Place(style, listed=(number, 0), indent=indent, apart=apart)
                        yield self._said(place, item.runs, item.anchor)
                case _:
                    raise ValueError(f"a {type(block).__name__} in a box")
            anchor = ""

    def _signing(self, block: Signing) -> Iterator[Xml]:
        last = len(block.lines) - 1
        for position, runs in enumerate(block.lines):
            before = _TO_SIGN if block.own and position else None
            after = _AFTER_SIGNING if position == last else None
            yield self._said(Place("Ondertekening", keep_next=position < last, before=before, after=after), runs)

    def _drawing(self, block: Drawing) -> Iterator[Xml]:
        png = self._pictures.get(block.name)
        inside = picture_xml(self._docx.part, png, _LARGEST, block.alternative, block.name) if png else None
        place = Place("Figuur" if block.caption else PARAGRAPHS[Style.BODY])
        yield paragraph(place, (inside if inside is not None else run_xml(Run(block.alternative)),))
        if block.caption:
            yield self._said(Place("Caption"), block.caption, block.anchor)

    def _qr_code(self, block: QrCode) -> Xml:
        size = (SIZE_MM, SIZE_MM)
        picture = picture_xml(self._docx.part, qr_png(block.address), size, block.alternative, "QR-code")
        return paragraph(Place(PARAGRAPHS[Style.LAST], before=0), (picture,))


def _room_above(block: Paragraph, before: Block | None) -> float | None:
    """The room above a paragraph, where it isn't that of its style."""
    if block.style == Style.LAST:
        return 0 if isinstance(before, Paragraph) and before.style == Style.LAST else None
    return _AFTER_TABLE if isinstance(before, Table) else None
