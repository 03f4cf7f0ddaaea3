"""Characters that the fonts of the PDF lack. A missing glyph fails PDF/UA, so they are printed as a square."""

import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path

from checklist.export.pdf.resources import FONTS

SQUARE = "□"
_WHITE_SPACE = frozenset(map(ord, "\t\n\r "))


@cache
def available_characters() -> frozenset[int]:
    """The code points that all fonts of the PDF have, and white space. Reads four files the first time (20 ms)."""
    fonts = [_characters_of(path) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*fonts) | _WHITE_SPACE


def _characters_of(font: Path) -> frozenset[int]:
    with import_module("fontTools.ttLib").TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def replace_missing(text: str, available: frozenset[int]) -> tuple[str, frozenset[str]]:
    """The text with □ for each character that isn't available, and which characters those were. Pure.

    Joiners and variation selectors show nothing of their own: they are left out without a square. Markup is ASCII, so
    HTML comes through whole.
    """
    missing = {character for character in set(text) if ord(character) not in available}
    if not missing:
        return text, frozenset()
    invisible = {character for character in missing if _is_invisible(character)}
    seen = missing - invisible
    table = dict.fromkeys(map(ord, seen), SQUARE) | dict.fromkeys(map(ord, invisible), "")
    return text.translate(table), frozenset(seen)


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(character, "")
