"""A logo that somebody uploads: refused with a reason, or written anew as a PNG of our own.

What comes in is never served: only its picture elements are, so that nothing else of the file reaches a browser or a
document. Its size is read from its first bytes, before anything is decoded.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile

BYTES_CAP = 500_000
LARGEST = (2000, 1000)
SMALLEST = (24, 24)
# In which it is kept: twice what a cover shows, so that it is sharp on paper.
KEPT_WITHIN = (800, 240)

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">8sI4sII")
_BROKEN = "Dit bestand is beschadigd of onvolledig. Kies een ander PNG-bestand."


class LogoRefusedError(ValueError):
    """A file that can't be the logo, with the reason in Dutch."""


def logo_of(content: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return the logo as a new PNG with its width and height in pixels, within `KEPT_WITHIN`. Raises
    `LogoRefusedError`. The largest takes some 50 ms."""
    if len(content) > BYTES_CAP:
        raise LogoRefusedError("Dit bestand is groter dan 500 kB. Maak het logo kleiner.")
    _refuse_size(_told_size(content))
    image = _on_white(_decoded(content))
    if image.getextrema() == ((255, 255),) * 3:
        raise LogoRefusedError("Op wit is van dit logo niets te zien.")
    image.thumbnail(KEPT_WITHIN)
    written = BytesIO()
    # Of the picture elements alone: an image carries what its file said of itself.
    Image.frombytes(image.mode, image.size, image.tobytes()).save(written, "PNG", optimize=True)
    return written.getvalue(), image.size


def _told_size(content: bytes) -> tuple[int, int]:
    if not content.startswith(_SIGNATURE):
        raise LogoRefusedError("Dit is geen PNG-bestand. Bewaar het logo als PNG en kies dat bestand.")
    if len(content) < _HEADER.size:
        raise LogoRefusedError(_BROKEN)
    _, _, kind, width, height = _HEADER.unpack_from(content)
    if kind != b"IHDR":
        raise LogoRefusedError(_BROKEN)
    return width, height


def _refuse_size(size: tuple[int, int]) -> None:
    told = f"{size[0]} bij {size[1]} beeldpunten"
    if size[0] > LARGEST[0] or size[1] > LARGEST[1]:
        raise LogoRefusedError(f"Dit logo is {told}. Het mag hooguit 2000 bij 1000 zijn.")
    if size[0] < SMALLEST[0] or size[1] < SMALLEST[1]:
        raise LogoRefusedError(f"Dit logo is {told}. Het moet minstens 24 bij 24 zijn.")


def _on_white(image: Image.Image) -> Image.Image:
    """The logo as it is read everywhere: the bar of the site or a dark reader would show through it."""
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def _decoded(content: bytes) -> Image.Image:
    try:
        with _whole_files_alone(), Image.open(BytesIO(content), formats=["PNG"]) as image:
            _refuse_size(image.size)  # what is decoded: a file may tell its size twice
            # Sixteen bits of grey: Pillow would cut off what eight can't hold.
            grey = image.convert("I").point(lambda value: value / 257) if image.mode.startswith("I") else image
            return grey.convert("RGBA")
    except LogoRefusedError:
        raise
    except Exception as error:  # a broken file makes Pillow raise many kinds, of its own and of Python
        raise LogoRefusedError(_BROKEN) from error


@contextmanager
def _whole_files_alone() -> Iterator[None]:
    """Let Pillow refuse a file that is cut off: WeasyPrint, where it is loaded, lets it fill in the rest."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
