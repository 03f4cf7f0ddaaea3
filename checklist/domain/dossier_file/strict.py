"""JSON read strictly: what isn't as it should be is refused with its place."""

import json
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable
from datetime import date, time
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, NoReturn, TypeVar

from checklist.domain.dossier_file.schema import DATE, Shape
from checklist.domain.text import TooLongError, capped, clean_text

# Bytes. A dossier with every text at its cap, 35 tensions kept (as many as there can be at once), 200 actions, a
# proposal with all its rows and a meeting of 26 gemeenten takes 1.9 MB when all of it is in letters like é (two bytes),
# 2.8 MB in characters of three bytes. All of it in characters of four, like emoji, is too large; its download says so.
FILE_CAP = 3_000_000

# Objects and lists: some seven for each answer, one for each kept tension, for each of at most 200 actions, for each of
# at most 200 rows of the proposal, and for each of at most 200 parked texts: 1,000. Of a meeting three for each answer
# of 26 gemeenten to twelve questions, one for what was counted of each option, some five for each question: 1,100.
_MOST_PARTS = 2_100
_DATE = re.compile(DATE["pattern"])
_TIME = re.compile(r"\d{2}:\d{2}", re.ASCII)
# A text in JSON, also one that isn't closed: whatever stands behind a quote is looked at once.
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)


class Object(dict[str, Any]):
    """A JSON object, with the key that stands in it twice, if any: Python would silently keep the last."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.doubled = next((key for key in times if times[key] > 1), None)


Kind = TypeVar("Kind", str, int, list[Any], Object)
Word = TypeVar("Word", bound=Enum)
_KIND_NAMES = {str: "een tekst", int: "een geheel getal", list: "een lijst", Object: "een object"}


class ExchangeError(ValueError):
    """The file is refused; the message is one Dutch line that names the place."""


def refuse(place: str, reason: str) -> NoReturn:
    """Raise `ExchangeError`: what is wrong at this place."""
    raise ExchangeError(f"Fout bij {place}: {reason}.")


def within(sentence: str) -> str:
    """Return a sentence of a form as a reason: without its capital and its full stop."""
    return f"{sentence[0].lower()}{sentence[1:].rstrip('.')}"


def shown(value: str) -> str:
    """A value from the file between quotes, on one line: what can't be seen is shown by its code."""
    return repr(f"{value[:40]}…" if len(value) > 40 else value)


def json_of(raw: bytes) -> object:
    """Return what stands in a file; raises `ExchangeError` when it is too large or can't be read as JSON."""
    if len(raw) > FILE_CAP:
        refuse("bestand", f"het is groter dan {FILE_CAP // 1_000_000} MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse("bestand", "het is geen UTF-8")
    bones = _TEXT.sub(b"", raw)
    if bones.count(b"{") + bones.count(b"[") > _MOST_PARTS:
        refuse("bestand", "er staan meer onderdelen in dan een dossier kan hebben")
    try:
        return json.loads(text, object_pairs_hook=Object, parse_constant=_no_constant, parse_float=_fraction)
    except ExchangeError:
        raise
    except RecursionError:
        refuse("bestand", "het is te diep genest")
    except json.JSONDecodeError as error:
        refuse(f"regel {error.lineno}, teken {error.colno}", "dit is geen dossierbestand, of het is beschadigd")
    except ValueError:
        refuse("bestand", "er staat een getal in dat te groot is")


def _no_constant(name: str) -> NoReturn:
    refuse("bestand", f"{name} hoort niet in een dossierbestand")


def _fraction(digits: str) -> Decimal:
    """A number that isn't whole, exactly as it is written."""
    try:
        return Decimal(digits)
    except InvalidOperation as error:
        raise ValueError(digits) from error


def of_kind(value: object, kind: type[Kind], place: str) -> Kind:
    """Return the value when it is of this kind; a truth is no number."""
    if not isinstance(value, kind) or isinstance(value, bool):
        refuse(place, f"hier moet {_KIND_NAMES[kind]} staan")
    return value


def truth(value: object, place: str) -> bool:
    """Return a truth."""
    if not isinstance(value, bool):
        refuse(place, "hier moet true of false staan")
    return value


def number_at(value: object, place: str, least: int, most: int) -> int:
    """Return a whole number from `least` to `most`."""
    found = of_kind(value, int, place)
    if not least <= found <= most:
        refuse(place, f"hier moet een getal van {least} tot en met {most} staan")
    return found


def word_at(value: object, place: str, words: type[Word]) -> Word:
    """Return one of these words."""
    text = of_kind(value, str, place)
    try:
        return words(text)
    except ValueError:
        refuse(place, f"hier moet {' of '.join(word.value for word in words if word.value)} staan")


def date_at(value: object, place: str) -> date:
    """Return a date, written as 2026-11-24."""
    text = of_kind(value, str, place)
    if not _DATE.fullmatch(text):
        refuse(place, "schrijf de datum als jjjj-mm-dd")
    try:
        return date.fromisoformat(text)
    except ValueError:
        refuse(place, f"de datum {text} bestaat niet")


def time_at(value: object, place: str) -> time:
    """Return a time of the day, written as 12:00."""
    text = of_kind(value, str, place)
    if not _TIME.fullmatch(text):
        refuse(place, "schrijf de tijd als uu:mm")
    try:
        return time.fromisoformat(text)
    except ValueError:
        refuse(place, f"de tijd {text} bestaat niet")


def object_at(value: object, place: str) -> dict[str, Any]:
    """Return an object without doubled keys."""
    found = of_kind(value, Object, place)
    if found.doubled is not None:
        refuse(place, f"de sleutel {shown(found.doubled)} staat er twee keer in")
    return found


def record(value: object, place: str, shape: Shape) -> dict[str, Any]:
    """Return an object with the keys that this shape requires, and none but those that it has."""
    found = object_at(value, place)
    check_required(found, place, shape.get("required", ()))
    check_known(found, place, shape["properties"])
    return found


def check_required(found: dict[str, Any], place: str, required: Iterable[str]) -> None:
    """Refuse an object that lacks a key."""
    for key in required:
        if key not in found:
            refuse(place, f"{key} ontbreekt")


def check_known(found: dict[str, Any], place: str, known: Container[str]) -> None:
    """Refuse an object with a key that isn't known."""
    for key in found:
        if key not in known:
            refuse(place, f"de sleutel {shown(key)} is onbekend")


def capped_text(value: object, place: str, cap: int, clean: Callable[[str], str] = clean_text) -> str:
    """Return a text, cleaned; refuse one that is then longer than its cap."""
    try:
        return capped(of_kind(value, str, place), cap, clean)
    except TooLongError as error:
        refuse(place, f"de tekst is {error.count} tekens lang; er mogen er {cap} in")


def text_at(key: str, found: dict[str, Any], place: str, shape: Shape, clean: Callable[[str], str] = clean_text) -> str:
    """Return the text at a key of an object of this shape, cleaned and within its cap; empty when it isn't there."""
    return capped_text(found.get(key, ""), f"{place}, {key}", shape["properties"][key]["maxLength"], clean)


def listed(value: object, place: str, shape: Shape, items: str) -> list[Any]:
    """Return a list with no more items than this shape allows; `items`: what they are called."""
    found: list[Any] = of_kind(value, list, place)
    most = shape.get("maxItems", len(found))
    if len(found) > most:
        refuse(place, f"er staan {len(found)} {items}; er mogen er {most} in")
    return found
