"""What a document may load: our own files, by name, and the logo that it is made with. Loaded in the renderer only,
because it needs WeasyPrint."""

from mimetypes import guess_type
from pathlib import Path
from urllib.error import URLError

from weasyprint.urls import URLFetcher, URLFetcherResponse

from checklist.export.pdf.resources import FOLDER, HOUSE_LOGO, SCHEME

_SERVED = {".css", ".svg", ".png", ".ttf"}


def _own_files() -> dict[str, Path]:
    return {
        f"{SCHEME}{path.relative_to(FOLDER).as_posix()}": path
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in _SERVED and path.is_file()
    }


class OwnFilesFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves the files of the PDF folder as `regiostaf:NAME`, a logo as `HOUSE_LOGO` when there is one, and refuses
    every other address with `URLError`.

    The list of names is made once, so an address is compared with it and never turned into a path.
    """

    def __init__(self, logo: bytes = b"") -> None:
        super().__init__(allowed_protocols=())
        self._files = _own_files()
        self._logo = logo

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if self._logo and url == HOUSE_LOGO:
            return URLFetcherResponse(url, self._logo, {"Content-Type": "image/png"})
        path = self._files.get(url)
        if path is None:
            raise URLError(f"refused: {url[:80]}")
        content_type = guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": content_type})
