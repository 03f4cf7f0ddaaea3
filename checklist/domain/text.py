"""The one way in which typed text is made clean, for forms, uploads and commands."""

import re
import unicodedata

TITLE_CAP = 200
TEXT_CAP = 10_000
PRESENT_LINE_CAP = 200
PRESENT_LINES_CAP = 60

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_NONCHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_REMOVED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters except the line end
    "\ud800-\udfff\ufdd0-\ufdef"  # surrogates, noncharacters
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # invisible, or turning the direction of reading
    + _NONCHARACTERS
    + "]"
)


def clean_text(typed: str) -> str:
    """Return the text as it is counted, compared and stored (design, rule 7).

    Line ends become `\\n` and tabs spaces; control characters, surrogates, noncharacters and invisible marks are
    removed; then NFC, and white space at both ends is trimmed. Cleaning a clean text changes nothing.
    """
    text = _LINE_END.sub("\n", typed).replace("\t", " ")
    return unicodedata.normalize("NFC", _REMOVED.sub("", text)).strip()


def clean_line(typed: str) -> str:
    """Return the text on one line: cleaned, with a space for every line end."""
    return clean_text(typed).replace("\n", " ")


def clean_lines(typed: str) -> tuple[str, ...]:
    """Return the cleaned lines of a text, empty ones left out."""
    return tuple(line for raw in clean_text(typed).split("\n") if (line := clean_line(raw)))


def one_text(theirs: str, mine: str) -> str:
    """Return both texts as one, mine below theirs; mine alone when it starts with theirs already, as after an earlier
    conflict."""
    if not theirs or mine == theirs or mine.startswith(f"{theirs}\n\n"):
        return mine
    return f"{theirs}\n\n{mine}" if mine else theirs
