"""Pictures in the text, with the words for who can't see them."""

from xml.etree.ElementTree import Element

from checklist.domain.dutch import capital
from checklist.domain.house_style import HouseStyle
from checklist.export.blocks.value import Drawing, QrCode, Run
from checklist.export.odt.making import Making
from checklist.export.odt.xml import add
from checklist.export.qr import SIZE_MM

LOGO, QR_CODE = "logo", "QR-code"
_WIDEST_MM, _HIGHEST_MM = 156.0, 200.0
_LOGO_WIDEST_MM, _LOGO_HIGHEST_MM = 60.0, 12.0


def add_picture(making: Making, parent: Element, picture: Drawing | QrCode) -> None:
    """Write a picture: a drawing above its caption, or in its words where there is no picture of it; a QR code as
    large as a telephone needs it."""
    if isinstance(picture, Drawing):
        _add_drawing(making, parent, picture)
    else:
        _add_frame(making.paragraph(parent, "Slot"), QR_CODE, picture.alternative, (SIZE_MM, SIZE_MM))


def _add_drawing(making: Making, parent: Element, drawing: Drawing) -> None:
    keep = bool(drawing.caption)
    if png := making.pictures.get(drawing.name):
        paragraph = making.paragraph(parent, "Figuur", anchor=drawing.anchor, keep=keep)
        _add_frame(paragraph, drawing.name, drawing.alternative, _fitting(size_of(png), _WIDEST_MM, _HIGHEST_MM))
    else:
        making.paragraph(parent, "Text_20_body", (Run(drawing.alternative),), anchor=drawing.anchor, keep=keep)
    if drawing.caption:
        making.paragraph(parent, "Bijschrift_20_figuur", drawing.caption)


def add_issuer(making: Making, parent: Element, house: HouseStyle) -> None:
    """Write who issues the document, as its PDF shows it: the logo, or else the name."""
    if not house.organisation:
        return
    paragraph = making.paragraph(parent, "Organisatie", () if house.logo else (Run(house.organisation),))
    if house.logo:
        size = _fitting(house.logo_size, _LOGO_WIDEST_MM, _LOGO_HIGHEST_MM)
        _add_frame(paragraph, LOGO, house.organisation, size)


def path_of(name: str) -> str:
    """Where a picture is kept in the file."""
    return f"Pictures/{name}.png"


def size_of(png: bytes) -> tuple[int, int]:
    """The width and height of a PNG in pixels, from its first chunk."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _fitting(pixels: tuple[int, int], widest: float, highest: float) -> tuple[float, float]:
    scale = min(widest / pixels[0], highest / pixels[1])
    return pixels[0] * scale, pixels[1] * scale


def _add_frame(paragraph: Element, name: str, alternative: str, size: tuple[float, float]) -> None:
    width, height = (f"{length:.2f}mm" for length in size)
    place = {"text:anchor-type": "as-char", "svg:width": width, "svg:height": height, "draw:z-index": "0"}
    frame = add(paragraph, "draw:frame", {"draw:style-name": "Afbeelding", "draw:name": name} | place)
    kept = {"xlink:href": path_of(name), "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    add(frame, "draw:image", kept)
    add(frame, "svg:title", text=capital(name))
    add(frame, "svg:desc", text=alternative)
