"""The stamp of the content: one random value that is a new one after every change of a text of the site.

What was made of the content, values or pieces of pages, holds for as long as the stamp is the same. The database itself
puts a new one, with triggers on every table of content, in the transaction that writes: no writer can forget it, be it
the beheer, a load, a put back or a statement by hand. It is random and no count, because a transaction that is rolled
back and the next one would count to the same number with other texts.

A migration on SQLite makes some tables anew and drops their triggers without a word. So all of them are taken away
before `migrate` and put back after it.
"""

from secrets import token_hex
from typing import Any

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import ContentStamp

_EVENTS = ("INSERT", "UPDATE", "DELETE")
_RANDOM = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "replace(gen_random_uuid()::text, '-', '')"}


def current() -> QuerySet[ContentStamp, str]:
    """Return the query for the stamp as it is now, to be read by itself or within another query."""
    return ContentStamp.objects.values_list("value", flat=True)


def tables() -> tuple[str, ...]:
    """Return the names of the tables with content: what `load_content` makes and editors may change."""
    return tuple(sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, FixtureRow)))


def take_triggers_away(using: str, **kwargs: Any) -> None:
    """Drop the triggers, before `migrate`: one that names a table which is made anew stops that."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        existing = connections[using].introspection.table_names(cursor)
        for table in tables():
            if table in existing:
                _drop(cursor, table)


def put_triggers(using: str, **kwargs: Any) -> None:
    """Make the triggers and put a new stamp, after `migrate`."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        table_of_stamp = ContentStamp._meta.db_table
        if table_of_stamp not in connections[using].introspection.table_names(cursor):
            return  # migrated back to before there was a stamp
        ContentStamp.objects.using(using).update_or_create(id=1, defaults={"value": token_hex(16)})
        new_stamp = f"UPDATE {table_of_stamp} SET value = {_RANDOM[cursor.db.vendor]}"  # noqa: S608 - of our own names
        if cursor.db.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION new_content_stamp() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN {new_stamp}; RETURN NULL; END; $$"
            )
        for table in tables():
            _drop(cursor, table)
            _put(cursor, table, new_stamp)


def _put(cursor: CursorWrapper, table: str, new_stamp: str) -> None:
    # Before, not after: who changes content then holds the stamp's row before any other, so that two of them wait for
    # each other and never both for the other.
    if cursor.db.vendor == "postgresql":
        cursor.execute(
            f"CREATE TRIGGER new_stamp BEFORE {' OR '.join(_EVENTS)} OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION new_content_stamp()"
        )
        return
    for event in _EVENTS:
        cursor.execute(f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} BEGIN {new_stamp}; END")


def _drop(cursor: CursorWrapper, table: str) -> None:
    if cursor.db.vendor == "postgresql":
        cursor.execute(f"DROP TRIGGER IF EXISTS new_stamp ON {table}")
        return
    for event in _EVENTS:
        cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{event.lower()}")
