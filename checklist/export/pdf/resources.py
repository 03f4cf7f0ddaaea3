"""Where the PDF's own files are: the stylesheets, the images, the fonts and the font configuration."""

from enum import StrEnum
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "static" / "pdf"
FONTS = FOLDER / "fonts"
FONT_CONFIGURATION = FOLDER / "fonts.conf"
# The addresses that a document may load from: our own files by name, and the logo that it is made with.
SCHEME = "regiostaf:"
HOUSE_LOGO = f"{SCHEME}huisstijl/logo.png"


class Stylesheet(StrEnum):
    """The stylesheets that a document can be made with, each by the name of its file; there are no others."""

    VOORSTEL = "voorstel.css"
    VERSLAG = "verslag.css"
    WORKSHEET = "worksheet.css"

    @property
    def path(self) -> Path:
        """The file."""
        return FOLDER / self.value
