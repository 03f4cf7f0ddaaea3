"""The one way in which typed text is made clean, for forms, uploads and commands.

Composing (NFC) puts the marks on a letter in order, which takes time that is the square of their number, and no other
thread of the process runs meanwhile. So length (`capped`) and runs of marks (`clean_text`) are bounded before it.
"""

import re
import unicodedata
from collections.abc import Callable

TITLE_CAP = 200
TEXT_CAP = 10_000
# Of an action: what is done, who does it, and when.
WHAT_CAP = 400
WHO_CAP = 120
WHEN_CAP = 40
PRESENT_LINE_CAP = 200
PRESENT_LINES_CAP = 60
# All lines at their cap, each with its line end.
PRESENT_CAP = PRESENT_LINES_CAP * (PRESENT_LINE_CAP + 1)

# So many times its cap a text may be before it is cleaned: no letter takes more than four characters that become one
# (ᾂ), and a line end takes two. The text of a conflict, theirs and mine, is at most twice its cap.
MARGIN = 4
# Most marks on one letter, the bound of Unicode's stream-safe text format (UAX #15): 'significantly beyond what is
# required for any linguistic or technical usage'. That format keeps the marks above it behind an invisible character;
# here they are removed, as all else that nobody can read: stored, counted and printed they would only do harm.
MARKS_CAP = 30

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_NONCHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_REMOVED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters except the line end
    "\ud800-\udfff\ufdd0-\ufdef"  # surrogates, noncharacters
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # invisible, or turning the direction of reading
    + _NONCHARACTERS
    + "]"
)
# The characters that are two marks in one: NFC takes them apart, so they are taken apart before marks are counted.
_TWO_MARKS = "\u0344\u0f73\u0f75\u0f81"
# All marks are in the first two planes. A letter has up to three of its own, so a run of 28 can be too long already.
_MARKS = "".join(chr(code) for code in range(0x300, 0x20000) if unicodedata.combining(chr(code)))
_LONG_RUN = re.compile(f"[{_MARKS}]{{{MARKS_CAP - 2},}}")


class TooLongError(ValueError):
    """A text of `count` characters is over its `cap`."""

    def __init__(self, count: int, cap: int) -> None:
        super().__init__(f"{count} characters, at most {cap}")
        self.count = count
        self.cap = cap


def clean_text(typed: str) -> str:
    """Return the text as it is counted, compared and stored (rule 7).

    Line ends become `\\n` and tabs spaces; control characters, surrogates, noncharacters, invisible marks and what is
    above `MARKS_CAP` on one letter are removed; then NFC, and white space at both ends is trimmed. Cleaning a clean
    text changes nothing. It takes a time that grows with the length, and no faster.
    """
    text = _REMOVED.sub("", _LINE_END.sub("\n", typed).replace("\t", " "))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _LONG_RUN.sub(_first_marks, _apart(text)))
    return text.strip()


def clean_line(typed: str) -> str:
    """Return the text on one line: cleaned, with a space for every line end."""
    return clean_text(typed).replace("\n", " ")


def clean_lines(typed: str) -> tuple[str, ...]:
    """Return the cleaned lines of a text, empty ones left out."""
    return tuple(line for raw in clean_text(typed).split("\n") if (line := raw.strip()))


def refuse_far_over(typed: str, cap: int) -> None:
    """Raise `TooLongError` for a text that is over `MARGIN` times its cap as it was typed."""
    if len(typed) > MARGIN * cap:
        raise TooLongError(len(typed), cap)


def capped(typed: str, cap: int, clean: Callable[[str], str] = clean_text) -> str:
    """Return the cleaned text. Raises `TooLongError` when it is over its cap; a text that is far over it isn't even
    cleaned, and counts as it was typed."""
    refuse_far_over(typed, cap)
    text = clean(typed)
    if len(text) > cap:
        raise TooLongError(len(text), cap)
    return text


def shortened(typed: str, most: int, clean: Callable[[str], str] = clean_text) -> str:
    """Return the start of a text that is only shown, cleaned; with an ellipsis when it is more than `most` characters
    as it was typed."""
    return f"{clean(typed[:most])}…" if len(typed) > most else clean(typed)


def one_text(theirs: str, mine: str) -> str:
    """Return both texts as one, mine below theirs; mine alone when it starts with theirs already, as after an earlier
    conflict."""
    if not theirs or mine == theirs or mine.startswith(f"{theirs}\n\n"):
        return mine
    return f"{theirs}\n\n{mine}" if mine else theirs


def _apart(text: str) -> str:
    for both in _TWO_MARKS:
        text = text.replace(both, unicodedata.normalize("NFD", both))
    return text


def _first_marks(run: re.Match[str]) -> str:
    """The marks of a run that there is room for: those of the letter before it count too."""
    letter = unicodedata.normalize("NFD", run.string[max(run.start() - 1, 0) : run.start()])
    return run[0][: MARKS_CAP - sum(unicodedata.combining(one) > 0 for one in letter)]
