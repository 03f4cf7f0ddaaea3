"""Spaces that don't break and quotes as they are printed, in every text of a document, typed or ours.

No visible character changes but straight quotes. Sources: the agreed typography of the voorstel, its fixed spaces and
its quotes.
"""

import re
import unicodedata

NBSP = "\N{NO-BREAK SPACE}"

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# Each finds one space, or two, that must not break: the groups are what stands around them.
_KEPT_TOGETHER = (
    re.compile(r"(€|\b(?:art\.|artikel|lid|hoofdstuk|vraag|tabel|figuur|nr\.|Stb\.)) (?=\d)", re.IGNORECASE),
    re.compile(rf"(\bStb\.{NBSP}\d{{4}},) (?=\d)"),
    re.compile(rf"(\d) (?=(?:fte|uur|procent|{_MONTHS})\b)", re.IGNORECASE),
    re.compile(r"(\b[Bb]ijlage) (?=[A-D]\b)"),
    re.compile(r"(\b\d{1,2}[a-d]) (?=met[ \xa0]\d{1,2}[a-d]\b)"),
    re.compile(rf"(\b\d{{1,2}}[a-d]{NBSP}met) (?=\d{{1,2}}[a-d]\b)"),
)

_ADDRESS = r"(?:https?://|www\.)[^\s\"<>‘’“”]*[^\s\"<>‘’“”'.,;:!?()\[\]]"
# An apostrophe for what is left out, ’s and ’t, is no quote; a letter between quotes is.
_LEFT_OUT = r"['‘](?=[stnmkrSTNMKR](?![\w'’]))"
_QUOTES = re.compile(rf"(?P<address>{_ADDRESS})|(?P<left_out>{_LEFT_OUT})|(?P<quote>['\"])")
_OPENING = {"'": "‘", '"': "“"}
_CLOSING = {"'": "’", '"': "”"}


def typeset(text: str) -> str:
    """Return a text as it is printed: composed (NFC), with curly quotes outside web addresses, and with spaces that
    don't break in an amount, a date, an article, a pair of codes and the like. Typesetting such a text changes
    nothing."""
    text = _QUOTES.sub(_printed, unicodedata.normalize("NFC", text))
    for pattern in _KEPT_TOGETHER:
        text = pattern.sub(rf"\1{NBSP}", text)
    return text


def _printed(found: re.Match[str]) -> str:
    if found["address"]:
        return found["address"]
    if found["left_out"]:
        return "’"
    before = found.string[: found.start()].rstrip("'\"‘“")
    opens = not before or before[-1].isspace() or before[-1] in "([{"
    return (_OPENING if opens else _CLOSING)[found["quote"]]
