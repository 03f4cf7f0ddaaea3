"""The proposal as plain data, as files and rows hold it: what is empty isn't in it."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any

from checklist.domain.proposal.fields import FIELD, FIELDS, Field, Kind
from checklist.domain.proposal.value import Proposal

# Characters.
MARK_LENGTH = 16
_CENT = Decimal("0.01")


def data_of(proposal: Proposal) -> dict[str, Any]:
    """Return what is filled in, by key: texts, numbers, and a list of objects for a table."""
    return _data(proposal, FIELDS)


def proposal_of(data: Mapping[str, Any]) -> Proposal:
    """Return the proposal that `data_of` made this of, or that a file has after it was checked."""
    return Proposal(**_values(data, FIELDS))


def mark_of(proposal: Proposal, key: str) -> str:
    """Return the mark of what a field holds: the same for the same, whatever the order of its gemeenten."""
    plain = data_of(proposal).get(key)
    if FIELD[key].kind is Kind.TABLE and not FIELD[key].rows:
        plain = sorted(plain or [], key=lambda row: str(row["gemeente"])) or None
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:MARK_LENGTH]


def _data(holder: object, columns: Iterable[Field]) -> dict[str, Any]:
    values = ((column.key, getattr(holder, column.name), column) for column in columns)
    return {key: _plain(value, column) for key, value, column in values if value not in (None, "", ())}


def _plain(value: Any, column: Field) -> Any:
    if column.kind is Kind.TABLE:
        return [_data(row, column.columns) for row in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _values(data: Mapping[str, Any], columns: Iterable[Field]) -> dict[str, Any]:
    return {
        column.name: _value(data[column.key], column) for column in columns if data.get(column.key) not in (None, "")
    }


def _value(plain: Any, column: Field) -> Any:
    if column.kind is Kind.TABLE:
        return tuple(column.row(**_values(row, column.columns)) for row in plain)
    if column.kind is Kind.CHOICE:
        return next(choice for choice in column.choices if choice.value == plain)
    if column.kind is Kind.DATE:
        return date.fromisoformat(plain)
    return Decimal(str(plain)).quantize(_CENT) if column.kind is Kind.EUROS else plain
