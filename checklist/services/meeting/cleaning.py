"""What is left of deleted secret answers in the files of the database is wiped (rule 18).

After a DELETE they still stand in the write-ahead log of SQLite, and in dead rows of PostgreSQL. A reader can be in the
way of wiping; then it is tried again, now and after the next acts, and until it is done the meeting says so.
"""

from typing import Any

from django.db import OperationalError, connection
from django.db.models import F
from django.utils import timezone

from checklist.models import Meeting, SecretBallot

# Two seconds in all: somebody waits for the page.
_TRIES, _WAIT = 5, 400  # milliseconds


def clean(meeting_id: int) -> bool:
    """Wipe what is deleted, outside a transaction; return whether that was done, which the meeting and its record then
    say too.

    A meeting that was deleted itself says nothing. Who wrote in the meeting while it was wiped may have deleted more:
    then it is done once more. Four queries a try on
    SQLite, nine on PostgreSQL.
    """
    wipe = _wipe_sqlite if connection.vendor == "sqlite" else _wipe_postgresql
    meeting = Meeting.objects.filter(pk=meeting_id).values_list("version", "record")
    for _ in range(_TRIES):
        seen = meeting.first()
        if wipe() and (seen is None or _say_so(meeting_id, *seen)):
            return True
    return False


def _say_so(meeting_id: int, version: int, record: dict[str, Any] | None) -> bool:
    moment = timezone.now()
    told = {"record": record | {"cleaned": timezone.localdate(moment).isoformat()}} if record else {}
    rows = Meeting.objects.filter(pk=meeting_id, version=version)
    return rows.update(to_clean=False, cleaned_at=moment, version=F("version") + 1, **told) > 0


def _wipe_sqlite() -> bool:
    """Write the log into the file, where what is deleted is overwritten (`secure_delete`), and empty it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        [usual] = cursor.fetchone()
        try:
            cursor.execute(f"PRAGMA busy_timeout = {_WAIT}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _, _ = cursor.fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
    return not busy


def _wipe_postgresql() -> bool:
    """Write the table of the answers anew. Whoever isn't its owner is told so in a warning alone, hence the look at its
    file; and a row that another transaction may still see is kept, hence the look at its size."""
    table = SecretBallot._meta.db_table
    with connection.cursor() as cursor:
        before = _file(table)
        try:
            cursor.execute(f"SET lock_timeout = {_WAIT}")
            cursor.execute(f"VACUUM FULL {table}")
        except OperationalError:
            return False  # somebody reads or writes it
        finally:
            cursor.execute("RESET lock_timeout")
    after, size = _file(table), _size(table)
    return before != after and (size == 0 or SecretBallot.objects.exists())


def _file(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_filenode(%s::regclass)", [table])
        number: int = cursor.fetchone()[0]
        return number


def _size(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_size(%s::regclass)", [table])
        size: int = cursor.fetchone()[0]
        return size
