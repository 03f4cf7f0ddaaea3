"""What a document may load: our own files, by name, the logo that it is made with, and pictures that stand in it.
Loaded in the renderer only, because it needs WeasyPrint."""

import binascii
from base64 import b64decode
from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path
from urllib.error import URLError

from weasyprint.urls import URLFetcher, URLFetcherResponse

from checklist.export.pdf.resources import FOLDER, HOUSE_LOGO, SCHEME
from checklist.export.qr import is_qr_svg

_SERVED = {".css", ".svg", ".png", ".ttf"}
# The two kinds of picture that a document of ours has in itself, each with how one sees that it is that kind: an SVG of
# another make could load things.
_IN_ITSELF: dict[str, Callable[[bytes], bool]] = {
    "image/png": lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"),
    "image/svg+xml": is_qr_svg,
}


def _own_files() -> dict[str, Path]:
    return {
        f"{SCHEME}{path.relative_to(FOLDER).as_posix()}": path
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in _SERVED and path.is_file()
    }


class OwnFilesFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of the PDF folder as `regiostaf:NAME`, a logo as `HOUSE_LOGO` when there is one, and a
    PNG or a QR code that stands in the document; refuses every other address with `URLError`.

    The list of names is made once, so an address is compared with it and never turned into a path.
    """

    def __init__(self, logo: bytes = b"") -> None:
        super().__init__(allowed_protocols=())
        self._files = _own_files()
        self._logo = logo

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if self._logo and url == HOUSE_LOGO:
            return URLFetcherResponse(url, self._logo, {"Content-Type": "image/png"})
        if url.startswith("data:"):
            return _picture(url)
        path = self._files.get(url)
        if path is None:
            raise URLError(f"refused: {url[:80]}")
        content_type = guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": content_type})


def _picture(url: str) -> URLFetcherResponse:
    head, _, written = url.partition(";base64,")
    kind = head.removeprefix("data:")
    try:
        content = b64decode(written, validate=True)
    except binascii.Error:
        content = b""
    if kind not in _IN_ITSELF or not _IN_ITSELF[kind](content):
        raise URLError(f"refused: {url[:80]}")
    return URLFetcherResponse(url, content, {"Content-Type": kind})
