"""Taking away what the database refuses, so that a test can empty its tables or damage a row. The product can't."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from checklist.settled_triggers import TABLES, install, triggers_of


def drop() -> None:
    """Drop the triggers that are there."""
    with connection.cursor() as cursor:
        for trigger in triggers_of(connection.vendor):
            on = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}{on}")


def drop_to_flush() -> None:
    """Drop them where emptying the tables would be refused: on PostgreSQL always, on SQLite when there is a row. The
    flush puts them back, because it gives the signal of a migration."""
    if connection.vendor == "postgresql" or _any_rows():
        drop()


@contextmanager
def without_triggers() -> Iterator[None]:
    """No refusals in this block."""
    drop()
    try:
        yield
    finally:
        install(connection)


def _any_rows() -> bool:
    models = [model for model in apps.get_app_config("checklist").get_models() if model._meta.db_table in TABLES]
    return any(model._default_manager.exists() for model in models)
