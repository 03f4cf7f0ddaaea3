"""Where the PDF's own files are: the stylesheet, the images, the fonts and the font configuration."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "static" / "pdf"
STYLESHEET = FOLDER / "advies.css"
FONTS = FOLDER / "fonts"
FONT_CONFIGURATION = FOLDER / "fonts.conf"
