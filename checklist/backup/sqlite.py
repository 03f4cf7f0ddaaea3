"""The database file of SQLite: copied while it is used, looked through, and replaced while nobody has it.

Not through Django's connection: a backup is looked at that isn't the site's database, and a restore must be the only
one that has the site's database open.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from checklist.backup.manifest import Contents
from checklist.backup.refused import refused

# As long as the site waits for another's write (`timeout` in the settings).
_WAIT_SECONDS = 20
_REASONS = {
    sqlite3.SQLITE_BUSY: "de database is in gebruik",
    sqlite3.SQLITE_CANTOPEN: "de database is er niet, of u hebt er geen rechten voor",
    sqlite3.SQLITE_CORRUPT: "de database is beschadigd",
    sqlite3.SQLITE_FULL: "de schijf is vol",
    sqlite3.SQLITE_IOERR: "lezen of schrijven op de schijf lukt niet",
    sqlite3.SQLITE_NOTADB: "de database is beschadigd",
    sqlite3.SQLITE_PERM: "u hebt geen rechten voor de database",
    sqlite3.SQLITE_READONLY: "u hebt geen rechten om in de database te schrijven",
}


@contextmanager
def explained(outcome: str) -> Iterator[None]:
    """Turn what SQLite says into a refusal that starts with `outcome`, such as 'Er is niets teruggezet'."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the first byte tells the kind
        raise refused(f"{outcome}: {_REASONS.get(code, str(error))}.") from error


def copy_database(database: Path, copy: Path) -> None:
    """Write the database as it is at one moment to a new file, while others go on saving. Raises `sqlite3.Error`.

    `VACUUM INTO` reads inside one transaction, so the copy is a state that was there; it leaves out what was deleted.
    """
    with closing(_connect(database, timeout=_WAIT_SECONDS)) as connection:
        connection.execute("VACUUM INTO ?", [str(copy)])


def contents_when_sound(copy: Path) -> Contents | None:
    """What is in this copy; None when something isn't where it should be, a row points at one that isn't there, or it
    is no database of Django. Reads all of it."""
    try:
        with closing(_connect(copy)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return None
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                return None
            migrations = connection.execute("SELECT app || '.' || name FROM django_migrations")
            return Contents(
                tuple(sorted(name for (name,) in migrations)),
                {table: rows_in(connection, table) for table in tables_of(connection)},
            )
    except sqlite3.DatabaseError:
        return None


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables, without SQLite's own."""
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [name for (name,) in found]


def rows_in(connection: sqlite3.Connection, table: str) -> int:
    """The number of rows of a table, whose name comes from the database itself or from the code."""
    quoted = table.replace('"', '""')
    count: int = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0]  # noqa: S608 - a name, quoted
    return count


def rows_with(connection: sqlite3.Connection, table: str, column: str, value: str) -> int:
    """The number of rows of a table with this value; the names come from the code."""
    sql = f'SELECT count(*) FROM "{table}" WHERE "{column}" = ?'  # noqa: S608 - names of the code
    count: int = connection.execute(sql, (value,)).fetchone()[0]
    return count


@contextmanager
def held_alone(database: Path) -> Iterator[sqlite3.Connection]:
    """The database, made when it isn't there, with nobody else in it for the block. Raises `OSError` when it can't be
    written, and at once `sqlite3.OperationalError` with SQLITE_BUSY when any process has it open, also one that does
    nothing with it.

    In WAL mode every open connection holds a lock on the file, and leaving that mode takes the only one. It also brings
    the write-ahead log into the file and removes it, so none is left that could be mixed with what is put in its place.
    """
    # Before SQLite has it: whoever closes a file loses all locks on it.
    os.close(os.open(database, os.O_RDWR | os.O_CREAT, 0o600))
    with closing(_connect(database, timeout=0)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        # After a loss of power too the database is what it was or what it became.
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays, that is what the mode is for
        yield connection


def replace_content(connection: sqlite3.Connection, copy: Path) -> None:
    """Put the content of this copy in place of the database's, in one transaction: killed in the middle, the next who
    opens it finds the old. The file stays the same one, with its owner and rights. Raises `sqlite3.Error`."""
    with closing(_connect(copy)) as source:
        source.backup(connection)


def _connect(path: Path, timeout: float = 0) -> sqlite3.Connection:
    """Open a file that is there; to write too, for SQLite checks no constraint of a table that it has to read only."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=timeout, isolation_level=None)
