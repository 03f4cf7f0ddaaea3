"""Each kind of block as the text of an ODT."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from xml.etree.ElementTree import Element

from checklist.export.blocks.value import (
    Block,
    Box,
    Contents,
    Drawing,
    Heading,
    Listing,
    Paragraph,
    QrCode,
    Signing,
    Style,
    Table,
)
from checklist.export.odt.contents import add_contents
from checklist.export.odt.lists import add_list
from checklist.export.odt.making import Making
from checklist.export.odt.pictures import add_picture
from checklist.export.odt.runs import plain
from checklist.export.odt.tables import add_table
from checklist.export.odt.xml import add

_LONG_TITLE = 60
_BELOW_BOX, _BELOW_SIGNING = "2mm", "2mm"
_STYLES = {
    Style.BODY: "Text_20_body",
    Style.KIND: "Soort",
    Style.LEAD: "Subtitle",
    Style.MARK: "Merkteken",
    Style.INTRO: "Inleiding",
    Style.POINT: "Besluitpunt_20_zonder_20_nummer",
    Style.NOTE: "Toelichting",
    Style.LAST: "Slot",
}


def add_blocks(making: Making, parent: Element, blocks: Sequence[Block]) -> None:
    """Write blocks in their order."""
    for block, following in zip_longest(blocks, blocks[1:]):
        match block:
            case Heading():
                _add_heading(making, parent, block)
            case Paragraph():
                _add_paragraph(making, parent, block, keep=isinstance(following, Listing | Signing))
            case Listing():
                add_list(making, parent, block)
            case Table():
                add_table(making, parent, block)
            case Box():
                _add_box(making, parent, block)
            case Signing():
                _add_signing(making, parent, block)
            case Drawing() | QrCode():
                add_picture(making, parent, block)
            case Contents():
                add_contents(making, parent, block)


def is_long(title: Heading) -> bool:
    """Whether a title must be smaller, and the cover leaves no room above it."""
    return len(plain(title.runs)) > _LONG_TITLE


def targets_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The anchors that links can lead to."""
    for block in blocks:
        match block:
            case Contents() | QrCode() | Signing():
                continue
            case Listing():
                yield from _targets_in_list(block)
                continue
            case Box():
                yield from targets_of(block.blocks)
            case Table():
                yield from (row.anchor for row in block.rows if row.anchor)
        if block.anchor:
            yield block.anchor


def _targets_in_list(listing: Listing) -> Iterator[str]:
    for item in listing.items:
        if item.anchor:
            yield item.anchor
        for inner in item.inner:
            yield from _targets_in_list(inner)


def _add_heading(making: Making, parent: Element, heading: Heading) -> None:
    if heading.level == 1:
        style = "Title" if making.on_cover and not is_long(heading) else "Lange_20_titel"
        making.paragraph(parent, style, heading.runs, anchor=heading.anchor)
        return
    level = min(heading.level - 1, 4)
    style = "Aanhef" if heading.opening else f"Heading_20_{level}"
    look = making.look(style, heading.runs, making.start_page(heading.mark) if heading.new_page else {})
    place = add(parent, "text:h", {"text:style-name": look, "text:outline-level": str(level)})
    making.fill(place, heading.runs, anchor=heading.anchor)


def _add_paragraph(making: Making, parent: Element, paragraph: Paragraph, keep: bool) -> None:
    style = _STYLES[paragraph.style]
    if paragraph.style == Style.KIND and making.room_on_cover:
        style = "Soort_20_op_20_omslag"
    if paragraph.style == Style.LEAD and not making.on_cover:
        style = _STYLES[Style.INTRO]
    if paragraph.number:
        style = "Besluitpunt" if paragraph.style == Style.POINT else "Alinea"
    keep = keep or paragraph.with_next
    making.paragraph(parent, style, paragraph.runs, number=paragraph.number, anchor=paragraph.anchor, keep=keep)


def _add_box(making: Making, parent: Element, box: Box) -> None:
    """A box has no element of its own: its paragraphs, with one border and no room between them, are it."""
    style = "Kader_20_stop" if box.stop else "Kader_20_let_20_op"
    making.anchor = box.anchor
    for block, following in zip_longest(box.blocks, box.blocks[1:]):
        below = "" if following else _BELOW_BOX
        if isinstance(block, Paragraph):
            keep = following is not None
            making.paragraph(
                parent, style, block.runs, number=block.number, anchor=block.anchor, keep=keep, below=below
            )
        elif isinstance(block, Listing):
            add_list(making, parent, block, style, below)
        else:
            add_blocks(making, parent, (block,))


def _add_signing(making: Making, parent: Element, signing: Signing) -> None:
    for number, line in enumerate(signing.lines, start=1):
        last = number == len(signing.lines)
        style = "Ondertekening_20_met_20_ruimte" if signing.own and last else "Ondertekening"
        making.paragraph(parent, style, line, keep=not last, below=_BELOW_SIGNING if last else "")
