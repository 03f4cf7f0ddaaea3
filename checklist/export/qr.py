"""QR codes: on the last page of a document, which leads to the public page of a settled version, and on the beamer."""

import re
from base64 import b64encode
from io import BytesIO

import segno

# A quiet zone of four modules is what readers ask for (ISO/IEC 18004). At 30 mm a code is read back from a page at 50
# dots an inch wherever it stands on it; at 28 mm in 16 of 20 places.
QUIET_ZONE, SIZE_MM = 4, 30.0
# A fifteenth of the picture may be unreadable.
_ERROR, _ERROR_ON_SCREEN = "m", "l"
_PIXELS_PER_MODULE = 8
_SVG = re.compile(
    rb'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 \d+ \d+">'
    rb'<path fill="#fff" d="[Mhvz\d. -]+"/><path stroke="#000" d="[Mmh\d. -]+"/></svg>'
)


def qr_svg(address: str) -> bytes:
    """Return the code of an address as SVG, black on white whatever it stands on. The same gives the same bytes. Some 2
    KB."""
    return _written(
        address, "svg", _ERROR, xmldecl=False, nl=False, svgclass=None, lineclass=None, omitsize=True, light="#fff"
    )


def qr_inline(address: str) -> str:
    """Return the SVG to stand in a page itself, with no more modules than it needs: for a screen, where nothing is
    unreadable. Of at most 53 bytes it has 29 × 29 modules (version 3). Some 2 KB."""
    return _written(
        address,
        "svg",
        _ERROR_ON_SCREEN,
        xmldecl=False,
        svgns=False,
        nl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        light="#fff",
    ).decode()


def qr_png(address: str) -> bytes:
    """Return the same as PNG, for files that hold no SVG. Half a KB."""
    return _written(address, "png", _ERROR, scale=_PIXELS_PER_MODULE)


def qr_data_address(address: str) -> str:
    """Return the SVG as an address that has the picture in itself."""
    return f"data:image/svg+xml;base64,{b64encode(qr_svg(address)).decode()}"


def qr_alternative(address: str) -> str:
    """Return what the picture says to who can't see it."""
    return f"QR-code naar {address}"


def is_qr_svg(content: bytes) -> bool:
    """Whether this is a picture as `qr_svg` writes it: two paths and nothing else."""
    return _SVG.fullmatch(content) is not None


def _written(address: str, kind: str, error: str, **how: object) -> bytes:
    file = BytesIO()
    segno.make(address, error=error, micro=False).save(file, kind=kind, border=QUIET_ZONE, **how)
    return file.getvalue()
