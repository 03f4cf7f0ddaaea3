"""A document as an ODT."""

from collections.abc import Mapping
from datetime import datetime

from checklist.domain.house_style import HouseStyle
from checklist.export.blocks.value import Document, Heading, QrCode, Table
from checklist.export.odt.automatic import Automatic
from checklist.export.odt.blocks import add_blocks, is_long, targets_of
from checklist.export.odt.making import Making
from checklist.export.odt.package import CONTENT, STYLES, packed
from checklist.export.odt.pages import FIRST_PAGE, pages_of
from checklist.export.odt.pictures import LOGO, QR_CODE, add_issuer, path_of
from checklist.export.odt.styles import styles_part
from checklist.export.odt.xml import add, root, written
from checklist.export.qr import qr_png

# Of the facts on the cover, with room above its first line.
_MOST_FACTS = 10


def write_odt(
    document: Document, house: HouseStyle, pictures: Mapping[str, bytes], made: datetime | None = None
) -> bytes:
    """The document as an ODT in a house style. `pictures`: a PNG for each drawing, by its name; one without is told in
    its words. `made`: the moment that it bears, if any. The same gives the same bytes. Pure; a tenth of a second."""
    drawn = {name: pictures[name] for name in sorted(document.drawings) if name in pictures}
    if house.organisation and house.logo:
        drawn[LOGO] = house.logo
    for block in document.blocks:
        if isinstance(block, QrCode):
            drawn[QR_CODE] = qr_png(block.address)
    content = _content(document, house, drawn)
    parts = {CONTENT: content, STYLES: styles_part(document, pages_of(document), house.colour)}
    return packed(document, parts, {path_of(name): png for name, png in drawn.items()}, made)


def _content(document: Document, house: HouseStyle, pictures: Mapping[str, bytes]) -> bytes:
    content = root("office:document-content")
    automatic = Automatic(add(content, "office:automatic-styles"))
    text = add(add(content, "office:body"), "office:text")
    blocks = (*document.cover, *document.blocks)
    targets, first = frozenset(targets_of(blocks)), "Omslag" if document.cover else FIRST_PAGE
    making = Making(automatic, targets, pictures, pages_of(document), master=first)
    add_issuer(making, text, house)
    making.on_cover, making.room_on_cover = True, _has_room(document, house)
    add_blocks(making, text, document.cover)
    making.on_cover = making.room_on_cover = False
    add_blocks(making, text, document.blocks)
    return written(content).encode()


def _has_room(document: Document, house: HouseStyle) -> bool:
    """Whether the cover can leave room above its first line: not with who issues it there, a title of more lines or
    the facts of all that was done with it, because the contents must stand below them."""
    titles = [block for block in document.cover if isinstance(block, Heading)]
    facts = sum(len(block.rows) for block in document.cover if isinstance(block, Table))
    return not house.organisation and not any(map(is_long, titles)) and facts <= _MOST_FACTS
