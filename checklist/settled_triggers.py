"""What the database itself refuses for the four tables of what is settled (`models/settled.py`; docs/rules.md, rule
16): UPDATE always; DELETE until the day after `keep_until` (UTC), of the chain's records always; and the ways around
these: on SQLite an INSERT that meets a row, because REPLACE deletes that without firing delete triggers, on PostgreSQL
TRUNCATE. Twelve triggers on each.

No trigger looks in another table: with one that does, Django can't make that table anew on SQLite. It drops the
triggers of a table that it makes anew, without a word. So they are put by a migration and again after each `migrate`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

_NO_UPDATE, _NO_DELETE = "wijzigen kan niet", "verwijderen kan nog niet"
_NO_REPLACE, _NO_TRUNCATE = "vervangen kan niet", "leegmaken kan niet"

# By table: what is unique in it, each as the columns together, and whether its rows may go after a date. `rowid` is a
# column of its own where the primary key isn't a plain INTEGER, and REPLACE deletes the row that has it too.
_TABLES: dict[str, tuple[tuple[tuple[str, ...], ...], bool]] = {
    "checklist_settledadvies": ((("id",), ("code",), ("dossier_id", "kind", "version")), True),
    "checklist_adviesact": ((("id",), ("advies_id", "number")), True),
    "checklist_adviesfile": ((("id",), ("act_id", "kind")), True),
    "checklist_chainrecord": ((("rowid",), ("sequence",), ("previous",), ("sha256",)), False),
}
TABLES = tuple(_TABLES)

_FUNCTION = "advies_refuse"
_SOURCE = """
BEGIN
  RAISE EXCEPTION 'vastgesteld: %', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END """
# What PostgreSQL adds, in one version more than in another, when it tells how a trigger was made.
_ADDED = re.compile(r"[\s()]|::text")


@dataclass(frozen=True)
class Trigger:
    """One refusal: the trigger's name, its table and the statement that makes it."""

    name: str
    table: str
    statement: str


@dataclass(frozen=True)
class Refusals:
    """The names of all triggers, in order, of those that aren't there, and of those that aren't ours any more or are
    switched off."""

    all: tuple[str, ...]
    missing: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def in_place(self) -> int:
        """How many are there as they should be."""
        return len(self.all) - len(self.missing) - len(self.altered)


def triggers_of(vendor: str) -> tuple[Trigger, ...]:
    """Return the triggers for SQLite ('sqlite') or PostgreSQL ('postgresql')."""
    return tuple(_on_sqlite() if vendor == "sqlite" else _on_postgresql())


def look(connection: BaseDatabaseWrapper) -> Refusals:
    """Return which triggers are in place, compared by their texts. One query; needs no more than the right to read."""
    triggers = triggers_of(connection.vendor)
    with connection.cursor() as cursor:
        found = _found(cursor)
    return Refusals(
        all=tuple(trigger.name for trigger in triggers),
        missing=tuple(trigger.name for trigger in triggers if trigger.name not in found),
        altered=tuple(
            trigger.name
            for trigger in triggers
            if found.get(trigger.name, right := _as_found(connection.vendor, trigger)) != right
        ),
    )


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers that are missing or altered. Nothing happens when all are right, nor before there are tables.
    One transaction; one or two queries when there is nothing to do. Raises `django.db.Error` for who isn't the owner
    of the tables."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if not set(TABLES) <= set(connection.introspection.table_names(cursor)):
            return
        seen = look(connection)
        wrong = {*seen.missing, *seen.altered}
        if wrong and connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $${_SOURCE}$$"
            )
        for trigger in triggers_of(connection.vendor):
            if trigger.name in wrong:
                _put(cursor, trigger)


def install_after_migrate(using: str, **kwargs: Any) -> None:
    """The receiver of `post_migrate`."""
    install(connections[using])


def _on_sqlite() -> Iterator[Trigger]:
    for table, (unique, may_go) in _TABLES.items():
        kept = "\n  WHEN (OLD.keep_until IS NULL OR OLD.keep_until >= date('now'))" if may_go else ""
        meets = " OR ".join(_same(columns) for columns in unique)
        exists = f"\n  WHEN EXISTS (SELECT 1 FROM {table} WHERE {meets})"  # noqa: S608 - of our own names
        for name, event, when, said in (
            ("no_update", "UPDATE", "", _NO_UPDATE),
            ("no_delete", "DELETE", kept, _NO_DELETE),
            ("no_replace", "INSERT", exists, _NO_REPLACE),
        ):
            yield Trigger(
                f"{table}_{name}",
                table,
                f"CREATE TRIGGER {table}_{name}\n  BEFORE {event} ON {table}{when}\n"
                f"BEGIN\n  SELECT RAISE(ABORT, 'vastgesteld: {said}');\nEND",
            )


def _same(columns: tuple[str, ...]) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
    return f"({same})" if len(columns) > 1 else same


def _on_postgresql() -> Iterator[Trigger]:
    for table, (_unique, may_go) in _TABLES.items():
        kept = " WHEN (OLD.keep_until IS NULL OR OLD.keep_until >= (now() AT TIME ZONE 'UTC')::date)" if may_go else ""
        for name, event, each, said in (
            ("no_update", "UPDATE", "ROW", _NO_UPDATE),
            ("no_delete", "DELETE", f"ROW{kept}", _NO_DELETE),
            ("no_truncate", "TRUNCATE", "STATEMENT", _NO_TRUNCATE),
        ):
            yield Trigger(
                f"{table}_{name}",
                table,
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION {_FUNCTION}('{said}')",
            )


def _found(cursor: CursorWrapper) -> dict[str, tuple[str, ...]]:
    if cursor.db.vendor == "sqlite":
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {name: (text,) for name, text in cursor.fetchall()}
    # The source is that of the trigger's own function: another of the same name doesn't count.
    cursor.execute(
        "SELECT tgname, pg_get_triggerdef(pg_trigger.oid, true), tgenabled::text, lanname, prosrc FROM pg_trigger "
        "JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid "
        "JOIN pg_language ON pg_language.oid = prolang WHERE pg_table_is_visible(tgrelid) AND relname = ANY(%s) "
        "AND starts_with(tgname, relname)",
        [list(TABLES)],
    )
    return {name: (_bare(text), *how) for name, text, *how in cursor.fetchall()}


def _as_found(vendor: str, trigger: Trigger) -> tuple[str, ...]:
    if vendor == "sqlite":
        return (trigger.statement,)
    # 'A': it fires under session_replication_role = replica too.
    return (_bare(trigger.statement), "A", "plpgsql", _SOURCE)


def _bare(text: str) -> str:
    return _ADDED.sub("", text).lower()


def _put(cursor: CursorWrapper, trigger: Trigger) -> None:
    if cursor.db.vendor == "sqlite":
        cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}")
        cursor.execute(trigger.statement)
        return
    cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}")
    cursor.execute(trigger.statement)
    cursor.execute(f"ALTER TABLE {trigger.table} ENABLE ALWAYS TRIGGER {trigger.name}")
