"""Rows that may be damaged: read some at a time, and each looked at before anything is made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
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
)
_SETS: dict[str, type[Organ | Outcome]] = {"organ": Organ, "outcome": Outcome}
# Rows whose large columns are in memory at the same time.
_AT_ONCE = 4


@dataclass(frozen=True)
class _Column:
    """What a column may hold; `allowed` is empty where anything of its type may stand."""

    name: str
    words: str
    empty: bool
    type: type
    allowed: frozenset[object]

    def may_be(self, value: object) -> bool:
        """Whether a value is possible here; moments are in whole seconds."""
        if value is None:
            return self.empty
        if type(value) is not self.type or (isinstance(value, datetime) and value.microsecond):
            return False
        return not self.allowed or value in self.allowed


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
    large columns are left to who reads them."""
    for column in _columns(type(row)):
        value = getattr(row, column.name)
        if not column.may_be(value):
            yield f"{column.words}: {'ontbreekt' if value is None else 'kan niet worden gelezen'}"


def stored_bytes(rows: "QuerySet[Row]", *columns: str) -> Iterator[tuple[Any, tuple[bytes | None, ...]]]:
    """Return the primary key of each row with its large columns, some rows at a time; None for what can't be read as
    bytes. One query when all can be read."""
    found, done = rows.order_by("pk").values_list("pk", *columns), set()
    try:
        for key, *values in found.iterator(chunk_size=_AT_ONCE):
            done.add(key)
            yield key, tuple(map(_bytes, values))
    except _UNREADABLE:
        for key in [*rows.exclude(pk__in=done).values_list("pk", flat=True)]:
            yield key, _bytes_of(found.filter(pk=key), len(columns))


def _bytes_of(row: "QuerySet[Row, Any]", number: int) -> tuple[bytes | None, ...]:
    try:
        return tuple(map(_bytes, row.get()[1:]))
    except _UNREADABLE:
        return (None,) * number


def _bytes(value: object) -> bytes | None:
    return bytes(value) if isinstance(value, bytes | memoryview) else None


def _one(rows: "QuerySet[Row]", key: object, faults: list[Fault]) -> Row | None:
    try:
        return rows.filter(pk=key).first()
    except _UNREADABLE:
        faults.append(Fault(f"{rows.model._meta.verbose_name}, rij {key}", "kan niet worden gelezen"))
        return None


@cache
def _columns(model: type[models.Model]) -> tuple[_Column, ...]:
    return tuple(
        _Column(field.attname, str(field.verbose_name), field.null, _type_of(field), _allowed(field))
        for field in model._meta.concrete_fields
        if not isinstance(field, models.BinaryField | models.UUIDField | models.ForeignKey)
    )


def _type_of(field: "models.Field[Any, Any]") -> type:
    return next(kind for of, kind in _TYPES if isinstance(field, of))


def _allowed(field: "models.Field[Any, Any]") -> frozenset[object]:
    if field.choices:
        return frozenset(value for value, _ in field.flatchoices)
    return frozenset({each.value for each in _SETS[field.name]} | {""}) if field.name in _SETS else frozenset()
