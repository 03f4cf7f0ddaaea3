"""Ways to change or delete rows that are settled, by what they are called: through the ORM and with statements."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import connection
from django.db.models import F, Model

from checklist.models import ChainRecord
from checklist.settled_triggers import TABLES
from tests.refusals.rows import MODELS

Attack = Callable[[Model], object]

# What is changed of a row to make another one of it, by column.
_OTHER = {
    "id": "id + 1000",
    "sequence": "sequence + 1000",
    "version": "version + 1000",
    "number": "number + 1000",
    "code": "'Z' || substr(code, 2)",
    "previous": "'z' || substr(previous, 2)",
    "sha256": "'z' || substr(sha256, 2)",
}
# What must be another one for the row to meet the stored one in its key only, by table and by that key.
_MEETING: dict[str, dict[str, tuple[str, ...]]] = {
    "checklist_settledadvies": {"id": ("code", "version"), "code": ("id", "version"), "version": ("id", "code")},
    "checklist_adviesact": {"id": ("number",), "number": ("id",)},
    "checklist_adviesfile": {"id": ("kind",), "kind": ("id",)},
    "checklist_chainrecord": {
        "rowid": ("sequence", "previous", "sha256"),
        "sequence": ("previous", "sha256"),
        "previous": ("sequence", "sha256"),
        "sha256": ("sequence", "previous"),
    },
}


def of_orm() -> dict[str, Attack]:
    """The ways of Django, which write what is there already: even that is refused."""
    return {
        "save": lambda row: row.save(),
        "save of one column": lambda row: row.save(update_fields=[_column(row)]),
        "update": lambda row: _rows(row).update(**{_column(row): F(_column(row))}),
        "bulk_update": lambda row: _rows(row).bulk_update([row], [_column(row)]),
        "bulk_create over what is there": _upsert,
        "update_or_create": lambda row: _rows(row).update_or_create(
            pk=row.pk, defaults={_column(row): getattr(row, _column(row))}
        ),
        "delete": lambda row: row.delete(),
        "delete of all": lambda row: _rows(row).delete(),
        "raw delete": lambda row: _rows(row)._raw_delete(connection.alias),
        "the delete of the admin": _collect_and_delete,
    }


def in_sql(table: str) -> dict[str, tuple[str, ...]]:
    """Statements for the database that the tests run on."""
    key = "sequence" if table == "checklist_chainrecord" else "id"
    both = {
        "update that changes nothing": (f"UPDATE {table} SET {key} = {key}",),
        "update of the key": (f"UPDATE {table} SET {key} = {key} + 1000",),
        "delete": (f"DELETE FROM {table}",),
        "delete within a select": (f"DELETE FROM {table} WHERE {key} IN (SELECT {key} FROM {table})",),
        "delete that returns": (f"DELETE FROM {table} RETURNING {key}",),
    }
    if table != "checklist_chainrecord":
        both["update of the term"] = (f"UPDATE {table} SET keep_until = '2000-01-01'",)
    return both | (_of_sqlite(table, key) if connection.vendor == "sqlite" else _of_postgresql(table, key))


def all_in_sql() -> list[tuple[str, str]]:
    """Each table with the name of each of its attacks."""
    return [(table, name) for table in TABLES for name in in_sql(table)]


def _of_sqlite(table: str, key: str) -> dict[str, tuple[str, ...]]:
    columns = ", ".join(_columns(table))
    upsert = f"WHERE true ON CONFLICT ({key}) DO UPDATE SET {key} = excluded.{key}"
    return {
        "replace": (f"REPLACE INTO {table} SELECT * FROM {table}",),
        "insert or replace": (f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}",),
        "upsert": (f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} {upsert}",),
        "update or replace": (f"UPDATE OR REPLACE {table} SET {key} = {key}",),
        "update from": (f"UPDATE {table} SET {key} = other.{key} FROM {table} AS other",),
        "replace with recursive triggers off": (
            "PRAGMA recursive_triggers = OFF",
            f"REPLACE INTO {table} SELECT * FROM {table}",
        ),
        **{f"replace of what has its {met}": (_replace(table, met),) for met in _MEETING[table]},
    }


def _replace(table: str, met: str) -> str:
    columns = _columns(table)
    others = _OTHER | {"kind": "'odt'"} if table == "checklist_adviesfile" else _OTHER
    values = [others[column] if column in _MEETING[table][met] else column for column in columns]
    own = ["rowid"] if met == "rowid" else []
    return (
        f"INSERT OR REPLACE INTO {table} ({', '.join(own + columns)}) "
        f"SELECT {', '.join(own + values)} FROM {table} WHERE true LIMIT 1"
    )


def _of_postgresql(table: str, key: str) -> dict[str, tuple[str, ...]]:
    columns = ", ".join(_columns(table))
    of_dossiers = "truncate of the dossiers, cascade"
    as_replica = "SET LOCAL session_replication_role = replica"
    return {
        "upsert": (
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} "
            f"ON CONFLICT ({key}) DO UPDATE SET {key} = excluded.{key}",
        ),
        "merge that updates": (
            f"MERGE INTO {table} t USING {table} s ON t.{key} = s.{key} WHEN MATCHED THEN UPDATE SET {key} = s.{key}",
        ),
        "merge that deletes": (f"MERGE INTO {table} t USING {table} s ON t.{key} = s.{key} WHEN MATCHED THEN DELETE",),
        "delete using": (f"DELETE FROM {table} t USING {table} s WHERE t.{key} = s.{key}",),
        "delete in a with": (f"WITH gone AS (DELETE FROM {table} RETURNING {key}) SELECT count(*) FROM gone",),
        "update from": (f"UPDATE {table} t SET {key} = s.{key} FROM {table} s WHERE t.{key} = s.{key}",),
        "truncate": (f"TRUNCATE {table}",),
        "truncate cascade": (f"TRUNCATE {table} CASCADE",),
        **({of_dossiers: ("TRUNCATE checklist_dossier CASCADE",)} if table == "checklist_settledadvies" else {}),
        "update as a replica": (as_replica, f"UPDATE {table} SET {key} = {key}"),
        "delete as a replica": (as_replica, f"DELETE FROM {table}"),
        "truncate as a replica": (as_replica, f"TRUNCATE {table} CASCADE"),
    }


def stored() -> dict[str, list[tuple[object, ...]]]:
    """All rows of the four tables, as the database gives them."""
    rows: dict[str, list[tuple[object, ...]]] = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            columns = _columns(table)
            cursor.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {columns[0]}")
            rows[table] = [tuple(_plain(value) for value in row) for row in cursor.fetchall()]
    return rows


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def _columns(table: str) -> list[str]:
    (model,) = [model for model in MODELS if model._meta.db_table == table]
    return [column for field in model._meta.fields if (column := field.column)]


def _rows(row: Model) -> Any:
    return type(row)._default_manager.all()


def _column(row: Model) -> str:
    return "event" if isinstance(row, ChainRecord) else "kind"


def _upsert(row: Model) -> None:
    key = "sequence" if isinstance(row, ChainRecord) else "id"
    _rows(row).bulk_create([row], update_conflicts=True, unique_fields=[key], update_fields=[_column(row)])


def _collect_and_delete(row: Model) -> None:
    collector = NestedObjects(using=connection.alias)
    collector.collect([row])
    collector.protected = set()
    collector.delete()
