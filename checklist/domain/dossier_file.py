"""The exchange format of a dossier, `regiostaf-dossier/1`: read strictly, written so that it reads back the same."""

import json
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable
from datetime import date
from typing import Any, NoReturn, TypeVar

from checklist.domain.choices.consistency import selection_refusal, tension_of_pair
from checklist.domain.content import Content
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.domain.text import (
    MARGIN,
    PRESENT_LINE_CAP,
    PRESENT_LINES_CAP,
    TEXT_CAP,
    TITLE_CAP,
    TooLongError,
    capped,
    clean_line,
    clean_text,
)

FORMAT = "regiostaf-dossier/1"
# Bytes. A dossier with every text at its cap and 32 tensions kept (as many as there can be at once) takes 1.1 MB when
# all of it is in letters like é (two bytes), 1.7 MB in characters of three bytes, 2.3 MB in those of four, like emoji.
FILE_CAP = 2_000_000

# Objects and lists: two for each answer, one for each kept tension, a few around them; some hundred in all.
_MOST_PARTS = 1_000
# A text in JSON, also one that isn't closed: whatever stands behind a quote is looked at once.
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class _Object(dict[str, Any]):
    """A JSON object, with the key that stands in it twice, if any: Python would silently keep the last."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.doubled = next((key for key in times if times[key] > 1), None)


Kind = TypeVar("Kind", str, list[Any], _Object)
_KIND_NAMES = {str: "een tekst", list: "een lijst", _Object: "een object"}


class ExchangeError(ValueError):
    """The file is refused; the message is one Dutch line that names the place."""


def parse_dossier(raw: bytes, content: Content, regions: Container[str]) -> DossierValue:
    """Read a dossier file against the content and the region codes it refers to; every text comes out cleaned.

    Raises `ExchangeError` for anything that docs/exchange_format.md does not allow; never another exception.
    """
    if len(raw) > FILE_CAP:
        _refuse("bestand", "het is groter dan 2 MB")
    top = _record(
        _json(raw),
        "bestand",
        required=("format", "title", "veiligheidsregio", "date", "choices"),
        optional=("present", "kept"),
    )
    if _kind(top["format"], str, "format") != FORMAT:
        _refuse("format", f"hier moet {FORMAT} staan")
    region = _kind(top["veiligheidsregio"], str, "veiligheidsregio")
    if region not in regions:
        _refuse("veiligheidsregio", f"er is geen veiligheidsregio {_shown(region)}")
    answers = _answers(top["choices"], content)
    dossier = DossierValue(
        title=_title(top["title"]),
        veiligheidsregio=region,
        date=_date(top["date"]),
        present=_present(top.get("present", [])),
        answers=answers,
    )
    kept = _kept(top.get("kept", []), content, dossier.chosen)
    return DossierValue(dossier.title, region, dossier.date, dossier.present, answers, kept)


def export_dossier(dossier: DossierValue) -> dict[str, Any]:
    """Return the dossier as an object to write as JSON; `parse_dossier` reads it back as an equal value."""
    return {
        "format": FORMAT,
        "title": dossier.title,
        "veiligheidsregio": dossier.veiligheidsregio,
        "date": dossier.date.isoformat(),
        "present": list(dossier.present),
        "choices": {str(number): _exported_answer(answer) for number, answer in sorted(dossier.answers.items())},
        "kept": [{"a": kept.a, "b": kept.b, "motivation": kept.motivation} for kept in dossier.kept],
    }


def write_dossier(dossier: DossierValue) -> bytes:
    """Return the dossier as a file; `parse_dossier` reads it unless it is larger than `FILE_CAP`."""
    return json.dumps(export_dossier(dossier), ensure_ascii=False, indent=1).encode()


def _exported_answer(answer: Answer) -> dict[str, Any]:
    texts = {"motivation": answer.motivation, "minority": answer.minority}
    return {"options": list(answer.options), **{name: text for name, text in texts.items() if text}}


def _refuse(place: str, reason: str) -> NoReturn:
    raise ExchangeError(f"Fout bij {place}: {reason}.")


def _shown(value: str) -> str:
    """A value from the file between quotes, on one line: what can't be seen is shown by its code."""
    return repr(f"{value[:40]}…" if len(value) > 40 else value)


def _json(raw: bytes) -> object:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse("bestand", "het is geen UTF-8")
    bones = _TEXT.sub(b"", raw)
    if bones.count(b"{") + bones.count(b"[") > _MOST_PARTS:
        _refuse("bestand", "er staan meer onderdelen in dan een dossier kan hebben")
    try:
        return json.loads(text, object_pairs_hook=_Object, parse_constant=_no_constant)
    except ExchangeError:
        raise
    except RecursionError:
        _refuse("bestand", "het is te diep genest")
    except json.JSONDecodeError as error:
        _refuse(f"regel {error.lineno}, teken {error.colno}", "dit is geen dossierbestand, of het is beschadigd")
    except ValueError:
        _refuse("bestand", "er staat een getal in dat te groot is")


def _no_constant(name: str) -> NoReturn:
    _refuse("bestand", f"{name} hoort niet in een dossierbestand")


def _kind(value: object, kind: type[Kind], place: str) -> Kind:
    if not isinstance(value, kind):
        _refuse(place, f"hier moet {_KIND_NAMES[kind]} staan")
    return value


def _object(value: object, place: str) -> dict[str, Any]:
    found = _kind(value, _Object, place)
    if found.doubled is not None:
        _refuse(place, f"de sleutel {_shown(found.doubled)} staat er twee keer in")
    return found


def _record(value: object, place: str, required: Iterable[str], optional: Iterable[str]) -> dict[str, Any]:
    found = _object(value, place)
    for key in required:
        if key not in found:
            _refuse(place, f"{key} ontbreekt")
    for key in found:
        if key not in {*required, *optional}:
            _refuse(place, f"de sleutel {_shown(key)} is onbekend")
    return found


def _capped(value: object, place: str, cap: int, clean: Callable[[str], str] = clean_text) -> str:
    try:
        return capped(_kind(value, str, place), cap, clean)
    except TooLongError as error:
        _refuse(place, f"de tekst is {error.count} tekens lang; er mogen er {cap} in")


def _title(value: object) -> str:
    title = _capped(value, "title", TITLE_CAP, clean_line)
    if not title:
        _refuse("title", "de titel is leeg")
    return title


def _date(value: object) -> date:
    text = _kind(value, str, "date")
    if not _DATE.fullmatch(text):
        _refuse("date", "schrijf de datum als jjjj-mm-dd")
    try:
        return date.fromisoformat(text)
    except ValueError:
        _refuse("date", f"de datum {text} bestaat niet")


def _present(value: object) -> tuple[str, ...]:
    raw: list[Any] = _kind(value, list, "present")
    if len(raw) > MARGIN * PRESENT_LINES_CAP:
        _refuse_lines(len(raw))
    lines = (
        _capped(line, f"present, regel {at}", PRESENT_LINE_CAP, clean_line) for at, line in enumerate(raw, start=1)
    )
    present = tuple(line for line in lines if line)
    if len(present) > PRESENT_LINES_CAP:
        _refuse_lines(len(present))
    return present


def _refuse_lines(number: int) -> NoReturn:
    _refuse("present", f"er staan {number} regels; er mogen er {PRESENT_LINES_CAP} in")


def _answers(value: object, content: Content) -> dict[int, Answer]:
    choices = _object(value, "choices")
    numbers = {str(question.number): question.number for question in content.questions}
    for key in choices:
        if key not in numbers:
            _refuse("choices", f"er is geen vraag {_shown(key)}")
    return {numbers[key]: _answer(choice, numbers[key], content) for key, choice in choices.items()}


def _answer(value: object, number: int, content: Content) -> Answer:
    place = f"vraag {number}"
    choice = _record(value, place, required=(), optional=("options", "motivation", "minority"))
    raw: list[Any] = _kind(choice.get("options", []), list, f"{place}, options")
    codes = [_kind(code, str, f"{place}, options") for code in raw]
    for code in codes:
        if code not in content.option_of:
            _refuse(place, f"er is geen optie {_shown(code)}")
        if content.option_of[code].question_number != number:
            _refuse(place, f"optie {code} hoort bij een andere vraag")
    if refusal := selection_refusal(content.question_of[number], codes):
        _refuse(place, f"{refusal[0].lower()}{refusal[1:].rstrip('.')}")
    return Answer(
        options=content.in_order(codes),
        motivation=_capped(choice.get("motivation", ""), f"{place}, motivation", TEXT_CAP),
        minority=_capped(choice.get("minority", ""), f"{place}, minority", TEXT_CAP),
    )


def _kept(value: object, content: Content, chosen: frozenset[str]) -> tuple[Kept, ...]:
    raw: list[Any] = _kind(value, list, "kept")
    kept: dict[int, Kept] = {}
    for at, item in enumerate(raw, start=1):
        place = f"kept, regel {at}"
        pair = _record(item, place, required=("a", "b"), optional=("motivation",))
        a, b = _kind(pair["a"], str, place), _kind(pair["b"], str, place)
        tension = tension_of_pair(content, a, b)
        if tension is None:
            _refuse(place, f"tussen {_shown(a)} en {_shown(b)} is geen spanning bekend")
        if not {a, b} <= chosen:
            _refuse(place, f"{a} en {b} zijn niet allebei gekozen")
        if tension.number in kept:
            _refuse(place, f"de spanning tussen {a} en {b} staat er twee keer in")
        kept[tension.number] = Kept(
            tension.a, tension.b, _capped(pair.get("motivation", ""), f"{place}, motivation", TEXT_CAP)
        )
    return tuple(kept[number] for number in sorted(kept))
