"""Rows that may be damaged: read some at a time, and each looked at before anything is made of it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import models
from django.db.models import QuerySet
from django.db.utils import OperationalError

from checklist.domain.decision_content import Organ
from checklist.domain.settled.link import Fault
from checklist.domain.state import Outcome

Row = TypeVar("Row", bound=models.Model)

# SQLite stores anything in any column: a date that is none, a text that is no UTF-8.
_UNREADABLE = (ValueError, TypeError, OverflowError, OperationalError)
_TYPES: "tuple[tuple[type[models.Field[Any, Any]], type], ...]" = (
    (models.BooleanField, bool),
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.IntegerField, int),
    (models.TextField, str),
    (models.CharField, str),
    (models.BinaryField, bytes),
)
_SETS: dict[str, type[Organ | Outcome]] = {"organ": Organ, "outcome": Outcome}


def batches(rows: "QuerySet[Row]", size: int, faults: list[Fault]) -> Iterator[list[Row]]:
    """Return all rows in the order of their primary key, so many at a time. A row that can't be read is left out and
    named in `faults`. One query a batch."""
    rows = rows.order_by("pk")
    last: object = None
    while True:
        part = rows if last is None else rows.filter(pk__gt=last)
        keys = [*part.values_list("pk", flat=True)[:size]]
        if not keys:
            return
        last = keys[-1]
        yield read(rows.filter(pk__in=keys), faults)


def read(rows: "QuerySet[Row]", faults: list[Fault]) -> list[Row]:
    """Return rows; one that can't be read is left out and named in `faults`. One query when all can be read."""
    try:
        return [*rows]
    except _UNREADABLE:
        found = (_one(rows, key, faults) for key in [*rows.values_list("pk", flat=True)])
        return [row for row in found if row is not None]


def odd(row: models.Model) -> Iterator[str]:
    """Return what of a row can't be: empty where it must not be, or a value of another kind than its column. No query:
    columns that weren't read are left."""
    for column in row._meta.concrete_fields:
        if column.attname in row.get_deferred_fields():
            continue
        value = getattr(row, column.attname)
        if value is None:
            if not column.null:
                yield f"{column.verbose_name}: ontbreekt"
        elif not _possible(column, value):
            yield f"{column.verbose_name}: kan niet worden gelezen"


def _one(rows: "QuerySet[Row]", key: object, faults: list[Fault]) -> Row | None:
    try:
        return rows.filter(pk=key).first()
    except _UNREADABLE:
        faults.append(Fault(f"{rows.model._meta.verbose_name}, rij {key}", "kan niet worden gelezen"))
        return None


def _possible(column: "models.Field[Any, Any]", value: Any) -> bool:
    kind = next((kind for of, kind in _TYPES if isinstance(column, of)), object)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return False
    if isinstance(value, datetime):
        return value.microsecond == 0
    if column.choices:
        return value in dict(column.flatchoices)
    names = _SETS.get(column.name)
    return not (names and value) or value in {each.value for each in names}


def stored_bytes(row: "QuerySet[Row]", *columns: str) -> tuple[bytes | None, ...]:
    """Return large columns of one row, None for what can't be read as bytes. One query."""
    try:
        found = row.values_list(*columns).get()
    except _UNREADABLE:
        return (None,) * len(columns)
    return tuple(None if isinstance(value, str) else bytes(value) for value in found)
