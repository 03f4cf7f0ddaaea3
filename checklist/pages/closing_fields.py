"""Fields of the proposal as somebody types them: from what is stored to texts in controls, and back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from checklist.domain.dutch import capital
from checklist.domain.proposal import MOST_EUROS, Field, Kind, Proposal, data_of
from checklist.domain.text import clean_line, clean_text
from checklist.forms import CleanField

Cells = Mapping[str, str]
Words = Mapping[str, str]

# More rows than a table on a page can have.
_MOST_ROWS = 100
_WHOLE, _CENTS = r"(?:\d{1,3}(?:\.\d{3})+|\d+)", r"(?:,\d{1,2})?"
_DUTCH_EUROS = re.compile(f"{_WHOLE}{_CENTS}", re.ASCII)
_PLAIN_EUROS = re.compile(r"\d+\.\d{1,2}", re.ASCII)
_NO_EUROS = "Vul een bedrag in euro’s in, bijvoorbeeld 1.250 of 1.250,50."


@dataclass(frozen=True)
class Typed:
    """What stands in the controls of a field: a text, or the cells of each row of a table."""

    text: str = ""
    rows: tuple[Cells, ...] = ()


@dataclass(frozen=True)
class Known:
    """What can be chosen: the words of gemeenten, options, steps, parts and articles by their keys, in their order."""

    words: Mapping[Kind, Words]

    def choices(self, asked: Field) -> Words:
        """Return the answers to choose from."""
        if asked.kind is Kind.CHOICE:
            return {str(choice.value): capital(str(choice.value)) for choice in asked.choices}
        return self.words.get(asked.kind, {})


@dataclass(frozen=True)
class Cleaned:
    """What was typed as plain data (`data_of`), and why some of it can't be saved, by the name of the control."""

    plain: Any
    errors: Mapping[str, str] = field(default_factory=dict)


def of_gemeenten(table: Field) -> bool:
    """Whether a table has a row for each gemeente, which can't be added or left out."""
    return table.kind is Kind.TABLE and not table.rows


def cell_name(table: Field, at: object, column: str) -> str:
    """Return the name of the control of a cell. `at`: which row, by its place or by its gemeente."""
    return f"{table.key}-{at}-{column}"


def stored_typed(proposal: Proposal, asked: Field, known: Known) -> Typed:
    """Return what the controls of a field hold when the page is opened."""
    plain = data_of(proposal).get(asked.key, "")
    if asked.kind is not Kind.TABLE:
        return Typed(_as_typed(plain))
    rows = tuple({key: _as_typed(cell) for key, cell in row.items()} for row in plain or ())
    if not of_gemeenten(asked):
        return Typed(rows=rows)
    by_gemeente = {row["gemeente"]: row for row in rows}
    return Typed(rows=tuple(by_gemeente.get(code, {"gemeente": code}) for code in known.words[Kind.GEMEENTE]))


def _as_typed(plain: Any) -> str:
    if isinstance(plain, float):
        return f"{plain:.2f}".replace(".", ",")
    return str(plain)


def sent_typed(sent: QueryDict, asked: Field, known: Known) -> Typed:
    """Return what the controls of a field held when the form was sent. Raises `SuspiciousOperation` (400) for a form
    that no page has."""
    if asked.kind is not Kind.TABLE:
        text = sent.get(asked.key)
        if text is None:
            raise SuspiciousOperation("the form lacks a field")
        return Typed(text)
    if of_gemeenten(asked):
        codes = known.words[Kind.GEMEENTE]
        return Typed(rows=tuple({"gemeente": code, **_sent_cells(sent, asked, code)} for code in codes))
    places = sent.getlist(asked.key)
    if len(places) > _MOST_ROWS or not all(re.fullmatch(r"\d{1,3}", at, re.ASCII) for at in places):
        raise SuspiciousOperation("the form has rows that no page has")
    rows = (_sent_cells(sent, asked, at) for at in places)
    return Typed(rows=tuple(cells for cells in rows if any(text.strip() for text in cells.values())))


def _sent_cells(sent: QueryDict, table: Field, at: str) -> Cells:
    keys = (column.key for column in table.columns if column.kind is not Kind.GEMEENTE)
    return {key: sent.get(cell_name(table, at, key), "") for key in keys}


def cleaned(asked: Field, typed: Typed, known: Known) -> Cleaned:
    """Return what was typed as plain data, with what is wrong with it."""
    if asked.kind is Kind.TABLE:
        return _cleaned_rows(asked, typed.rows, known)
    try:
        return Cleaned(_cell(asked, typed.text, known))
    except forms.ValidationError as error:
        return Cleaned("", {asked.key: str(error.messages[0])})


def _cleaned_rows(table: Field, rows: Sequence[Cells], known: Known) -> Cleaned:
    errors: dict[str, str] = {}
    plain: list[dict[str, Any]] = []
    seen: set[tuple[Any, ...]] = set()
    for place, cells in enumerate(rows):
        at = cells["gemeente"] if of_gemeenten(table) else place
        row: dict[str, Any] = {}
        for column in table.columns:
            try:
                row[column.key] = _cell(column, cells.get(column.key, ""), known)
            except forms.ValidationError as error:
                errors[cell_name(table, at, column.key)] = str(error.messages[0])
        row = {key: cell for key, cell in row.items() if cell != ""}
        if not ({*row} - {"gemeente"} if of_gemeenten(table) else row):
            continue
        errors = {**_missing(table, at, row), **errors}
        same = tuple(row.get(key) for key in table.once)
        if table.once and same in seen:
            errors.setdefault(cell_name(table, at, table.once[0]), "Dit staat er al. Zet het in één regel.")
        seen.add(same)
        plain.append(row)
    if table.rows and len(plain) > table.rows:
        errors.setdefault(cell_name(table, 0, table.columns[0].key), f"Hier passen {table.rows} regels in.")
    return Cleaned(plain, errors)


def _missing(table: Field, at: object, row: Mapping[str, Any]) -> dict[str, str]:
    """What a row that says something still lacks."""
    missing = {
        cell_name(table, at, column.key): "Vul dit ook in, of maak de regel leeg."
        for column in table.columns
        if column.needed and column.key not in row
    }
    if table.name == "rules" and ("sleutel" in row) == ("artikel" in row):
        missing[cell_name(table, at, "sleutel")] = "Kies een onderdeel, of een artikel voor een eigen lid."
    return missing


def _cell(asked: Field, typed: str, known: Known) -> Any:
    """Return the plain value of one control, empty when nothing stands in it; raises `ValidationError`."""
    match asked.kind:
        case Kind.LINE | Kind.TEXT:
            clean = clean_text if asked.kind is Kind.TEXT else clean_line
            return CleanField(clean=clean, cap=asked.cap, required=False).clean(typed)
        case Kind.DATE:
            day = _DATE.clean(typed)
            return day.isoformat() if day else ""
        case Kind.EUROS:
            return _euros(clean_line(typed[:200]))
        case _:
            if typed and typed not in known.choices(asked):
                raise forms.ValidationError("Kies een antwoord uit de lijst.")
            return typed


_DATE = forms.DateField(
    required=False,
    input_formats=["%Y-%m-%d", "%d-%m-%Y"],
    error_messages={"invalid": "Vul een bestaande datum in, bijvoorbeeld 18-02-2027."},
)


def _euros(typed: str) -> int | float | str:
    digits = typed.removeprefix("€").replace(" ", "").replace("\xa0", "").removesuffix(",-")
    if not digits:
        return ""
    if _DUTCH_EUROS.fullmatch(digits):
        amount = Decimal(digits.replace(".", "").replace(",", "."))
    elif _PLAIN_EUROS.fullmatch(digits):
        amount = Decimal(digits)
    else:
        raise forms.ValidationError(_NO_EUROS)
    if amount > MOST_EUROS:
        raise forms.ValidationError("Dit bedrag is te hoog. Vul minder dan een miljard euro in.")
    return int(amount) if amount == int(amount) else float(amount)
