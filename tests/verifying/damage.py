"""Damage to what is settled, as who owns the database can do it: past the ORM's manners and without the refusals."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction

from checklist.domain.settled.link import Head
from checklist.models import ChainRecord
from checklist.verifying import Report, verify


def found(head: Head | None = None) -> list[str]:
    """What verify finds, but for the refusals that aren't there in these tests."""
    return [str(fault) for fault in report(head).faults if not fault.place.startswith("weigering")]


def report(head: Head | None = None) -> Report:
    """The whole report."""
    return verify(head)


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is taken back, so that no constraint has to hold at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def write(row: models.Model, **columns: Any) -> None:
    """Write values into columns as they are, whatever they mean there."""
    table, key = row._meta.db_table, row._meta.pk.column
    values = ", ".join(f"{column} = %s" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {values} WHERE {key} = %s", [*columns.values(), row.pk])  # noqa: S608


def remove(row: models.Model) -> None:
    """Delete a row and nothing with it."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {row._meta.db_table} WHERE {row._meta.pk.column} = %s", [row.pk])  # noqa: S608


def again(row: models.Model, **other: Any) -> models.Model:
    """Insert a row once more, with other values."""
    values = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    return type(row)._default_manager.create(**values | other)


def flipped(content: bytes | memoryview, at: int, bit: int = 0) -> bytes:
    """The bytes with one bit of one byte turned over."""
    changed = bytearray(content)
    changed[at] ^= 1 << bit
    return bytes(changed)


def link(sequence: int) -> ChainRecord:
    """A record of the chain."""
    return ChainRecord.objects.get(sequence=sequence)


def head() -> Head:
    """The last record of the chain now."""
    last = ChainRecord.objects.order_by("sequence").last()
    assert last
    return Head(last.sequence, last.sha256)
