"""Fields of the afronding as the page shows them: their controls, and what somebody else stored in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from django.utils.formats import date_format

from checklist.domain.decision_content import FieldText
from checklist.domain.dutch import capital, euros
from checklist.domain.proposal import FIELD, Field, Kind
from checklist.pages.closing_fields import Cells, Known, Typed, cell_name, of_gemeenten
from checklist.pages.closing_form import ClosingForm
from checklist.pages.closing_words import COLUMNS, PARTIES

# Of the empty sentences of a field, those that say something of the design have braces: the document alone fills them.
_WITH_BRACES = re.compile(r"[^.]*\{[^}]*\}\.?")
_SHAPES = {Kind.LINE: "line", Kind.TEXT: "text", Kind.DATE: "date", Kind.EUROS: "euros"}
_RADIOS = ("besluit_orgaan", "stand")
# Characters from which a line is shown in a control that grows.
_LONG = 200


@dataclass(frozen=True)
class Control:
    """One control: `shape` is how it looks; `choices` are the values with their words; `help_id`: of what explains
    it, empty for a cell of a table."""

    name: str
    label: str
    shape: str
    value: str
    cap: int
    choices: tuple[tuple[str, str], ...]
    suggestions: tuple[str, ...]
    error: str
    help_id: str = ""

    @property
    def described_by(self) -> str:
        """The ids of what explains it and of what is wrong with it."""
        return " ".join(filter(None, [self.help_id, f"{self.name}-fout" if self.error else ""]))


@dataclass(frozen=True)
class Row:
    """A row of a table: its place or its gemeente, its name, and its controls."""

    at: str
    name: str
    controls: tuple[Control, ...]


@dataclass(frozen=True)
class ShownField:
    """A field: one control, or rows; `fixed` when these are the gemeenten. `empty`: what the document says as long as
    nothing is filled in; `mark`: of what the page showed; `theirs`: what somebody else stored, where both wrote."""

    key: str
    label: str
    help: str
    empty: str
    mark: str
    filled: bool
    control: Control | None
    rows: tuple[Row, ...]
    fixed: bool
    conflicts: bool
    theirs: tuple[str, ...]

    @property
    def controls(self) -> Iterator[Control]:
        """All its controls, as they stand on the page."""
        if self.control:
            yield self.control
        for row in self.rows:
            yield from row.controls


@dataclass(frozen=True)
class Fields:
    """Makes the fields of a form. `texts`: their words by key."""

    form: ClosingForm
    texts: Mapping[str, FieldText]
    known: Known

    def shown(self, key: str) -> ShownField:
        """Return a field."""
        asked, typed, text = FIELD[key], self.form.typed[key], self.texts[key]
        filled, conflicts, table = _says_something(typed), key in self.form.conflicts, asked.kind is Kind.TABLE
        return ShownField(
            key=key,
            label=text.label,
            help=text.help,
            empty="" if filled else _WITH_BRACES.sub("", text.empty).strip(),
            mark=self.form.shown[key],
            filled=filled,
            control=None if table else self._control(asked, key, text.label, typed.text),
            rows=tuple(self._rows(asked, typed)) if table else (),
            fixed=of_gemeenten(asked),
            conflicts=conflicts,
            theirs=tuple(self._told(asked)) if conflicts else (),
        )

    def _rows(self, table: Field, typed: Typed) -> Iterator[Row]:
        """Its rows, and an empty one when there is room."""
        if of_gemeenten(table):
            for cells in typed.rows:
                code = cells["gemeente"]
                yield self._row(table, code, self.known.words[Kind.GEMEENTE][code], cells)
            return
        rows = (*typed.rows, {}) if len(typed.rows) < table.rows else typed.rows
        for at, cells in enumerate(rows):
            yield self._row(table, str(at), f"Regel {at + 1}", cells)

    def _row(self, table: Field, at: str, name: str, cells: Cells) -> Row:
        columns = (column for column in table.columns if column.kind is not Kind.GEMEENTE)
        controls = (
            self._control(column, cell_name(table, at, column.key), COLUMNS[column.key], cells.get(column.key, ""))
            for column in columns
        )
        return Row(at, name, tuple(controls))

    def _control(self, asked: Field, name: str, label: str, value: str) -> Control:
        return Control(
            name=name,
            label=label,
            shape=_shape(asked),
            value=value,
            cap=asked.cap,
            choices=tuple(self.known.choices(asked).items()),
            suggestions=PARTIES if asked.key == "partij" else (),
            error=self.form.errors.get(name, ""),
            help_id=f"veld-{name}-uitleg" if name == asked.key else "",
        )

    def _told(self, asked: Field) -> Iterator[str]:
        """What somebody else stored, in words: a line for each row."""
        value = getattr(self.form.theirs, asked.name)
        if asked.kind is not Kind.TABLE:
            yield self._words(asked, value)
            return
        for row in value:
            cells = ((column, getattr(row, column.name)) for column in asked.columns)
            yield " · ".join(words for column, cell in cells if (words := self._words(column, cell)))

    def _words(self, asked: Field, value: object) -> str:
        match value:
            case None:
                return ""
            case date():
                return date_format(value, "j F Y")
            case Decimal():
                return euros(value)
            case Enum():
                return capital(str(value.value))
            case _:
                return self.known.choices(asked).get(str(value), str(value))


def _shape(asked: Field) -> str:
    if asked.kind is Kind.LINE and asked.cap >= _LONG:
        return "long"
    return "radios" if asked.key in _RADIOS else _SHAPES.get(asked.kind, "select")


def _says_something(typed: Typed) -> bool:
    return bool(typed.text) or any(text for row in typed.rows for key, text in row.items() if key != "gemeente")
