"""What commands that delete do at their end."""

from django.db import connection


def empty_journal() -> None:
    """SQLite's journal (`-wal`) still holds what was deleted, until it is written over; nothing to do on PostgreSQL."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
