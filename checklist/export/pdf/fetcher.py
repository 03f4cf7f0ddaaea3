"""What a document may load: our own files, by name, the logo that it is made with, and pictures that stand in it.
Loaded in the renderer only, because it needs WeasyPrint."""

import binascii
from base64 import b64decode
from mimetypes import guess_type
from pathlib import Path
from urllib.error import URLError

from weasyprint.urls import URLFetcher, URLFetcherResponse

from checklist.export.pdf.resources import FOLDER, HOUSE_LOGO, SCHEME
from checklist.export.qr import is_qr_svg

_SERVED = {".css", ".svg", ".png", ".ttf"}
# The one picture that a document of ours has in itself; an SVG of another make could load things.
_QR_CODE = "data:image/svg+xml;base64,"


def _own_files() -> dict[str, Path]:
    return {
        f"{SCHEME}{path.relative_to(FOLDER).as_posix()}": path
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in _SERVED and path.is_file()
    }


class OwnFilesFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of the PDF folder as `regiostaf:NAME`, a logo as `HOUSE_LOGO` when there is one, and a
    QR code that stands in the document; refuses every other address with `URLError`.

    The list of names is made once, so an address is compared with it and never turned into a path.
    """

    def __init__(self, logo: bytes = b"") -> None:
        super().__init__(allowed_protocols=())
        self._files = _own_files()
        self._logo = logo

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if self._logo and url == HOUSE_LOGO:
            return URLFetcherResponse(url, self._logo, {"Content-Type": "image/png"})
        if url.startswith(_QR_CODE):
            return _qr_code(url)
        path = self._files.get(url)
        if path is None:
            raise URLError(f"refused: {url[:80]}")
        content_type = guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": content_type})


def _qr_code(url: str) -> URLFetcherResponse:
    try:
        content = b64decode(url.removeprefix(_QR_CODE), validate=True)
    except binascii.Error:
        content = b""
    if not is_qr_svg(content):
        raise URLError(f"refused: {url[:80]}")
    return URLFetcherResponse(url, content, {"Content-Type": "image/svg+xml"})
