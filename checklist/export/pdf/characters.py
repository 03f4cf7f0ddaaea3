"""Characters that the fonts of the PDF lack. A missing glyph fails PDF/UA, so they are printed as a square."""

import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path

from checklist.export.pdf.resources import FONTS

SQUARE = "□"
_WHITE_SPACE = frozenset(map(ord, "\t\n\r "))
# Letters that a font of their own has. Only such as are heard and copied as they were typed: of Hebrew without points,
# as a point and its letter come out of a PDF as something else. So do joined Arabic letters, with whatever font.
_HEBREW = frozenset({*range(0x05D0, 0x05EB), *range(0x05F0, 0x05F5), 0x05BE})


@cache
def available_characters() -> frozenset[int]:
    """The code points that the PDF has in all weights, and white space: those of its font (Greek and Cyrillic too) and
    Hebrew letters. Reads six files the first time (30 ms)."""
    own, hebrew = _all_have("SourceSans3-*.ttf"), _all_have("NotoSansHebrew_*.ttf")
    return own | (hebrew & _HEBREW) | _WHITE_SPACE


def _all_have(fonts: str) -> frozenset[int]:
    return frozenset.intersection(*(_characters_of(path) for path in sorted(FONTS.glob(fonts))))


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
