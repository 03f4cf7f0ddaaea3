"""Puts a backup back."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from django.contrib.admin.models import LogEntry
from django.db.migrations.loader import MigrationLoader

from checklist.backup import archive, sqlite
from checklist.backup.manifest import Manifest
from checklist.backup.meetings import renew_screens
from checklist.backup.refused import refused
from checklist.backup.workspace import workspace
from checklist.domain.dutch import in_a_row
from checklist.domain.text import clean_line
from checklist.files import refusal
from checklist.keys import SAMPLE
from checklist.models import ChainRecord, Dossier

_NOT_RESTORED = "Er is niets teruggezet"
# What people made. A new installation has content, the sample dossier and an account, and none of these.
# The chain stays when the dossiers are gone.
_MADE_BY_PEOPLE = {
    Dossier._meta.db_table: "dossiers",
    LogEntry._meta.db_table: "wijzigingen in het beheer",
    ChainRecord._meta.db_table: "schakels van wat is vastgesteld",
}
_OUT_OF_THE_WAY = "Geef dat bestand eerst een andere naam, of zet het ergens anders."
_WHAT_TO_DO = {
    sqlite3.SQLITE_BUSY: "is in gebruik. Stop eerst Regiostaf.",
    sqlite3.SQLITE_CORRUPT: f"is beschadigd. {_OUT_OF_THE_WAY}",
    sqlite3.SQLITE_NOTADB: f"is geen database van Regiostaf. {_OUT_OF_THE_WAY}",
}


@dataclass(frozen=True)
class Restored:
    """What was put back; `older`: this version has migrations that must be applied to it first."""

    manifest: Manifest
    older: bool


def restore_backup(file: Path, database: Path) -> Restored:
    """Put a backup in place of a database that holds nothing people made, or of none.

    Everything is checked before the database is touched: each byte of the file, the database in it, and that this
    version knows all its migrations. Raises `CommandError` with exit code 2 when any of that is wrong, when a server or
    anybody else has the database open, when it isn't empty, and when there is no room or are no rights. Killed at any
    moment, the database is the old one or the new one. Needs room for the database twice beside it, for a moment.
    """
    with workspace(database) as directory, sqlite.explained(_NOT_RESTORED):
        copy = directory / archive.DATABASE
        manifest = archive.read_archive(file, copy)
        if sqlite.contents_when_sound(copy) != manifest.contents:
            raise archive.damaged(file, archive.DATABASE)
        known, applied = _known_migrations(), set(manifest.contents.migrations)
        if not applied <= known:
            raise archive.newer(file)
        renew_screens(copy)
        _replace(database, copy)
    return Restored(manifest, older=applied < known)


def _replace(database: Path, copy: Path) -> None:
    try:
        with sqlite.held_alone(database) as connection:
            _check_empty(database, connection)
            sqlite.replace_content(connection, copy)
    except OSError as error:
        raise refusal(database, "schrijven", error) from error
    except sqlite3.DatabaseError as error:
        what_to_do = _WHAT_TO_DO.get(error.sqlite_errorcode)
        if what_to_do is None:
            raise
        raise refused(f"{_NOT_RESTORED}: {clean_line(str(database))} {what_to_do}") from error


def _check_empty(database: Path, connection: sqlite3.Connection) -> None:
    tables = sqlite.tables_of(connection)
    if not tables:
        return
    if Dossier._meta.db_table not in tables:
        raise refused(f"{_NOT_RESTORED}: {clean_line(str(database))} is geen database van Regiostaf. {_OUT_OF_THE_WAY}")
    counts = {words: sqlite.rows_in(connection, table) for table, words in _MADE_BY_PEOPLE.items() if table in tables}
    counts["dossiers"] -= sqlite.rows_with(connection, Dossier._meta.db_table, "read_key", SAMPLE)
    found = [f"{words} ({count})" for words, count in counts.items() if count]
    if found:
        raise refused(f"{_NOT_RESTORED}: in {clean_line(str(database))} staan {in_a_row(found)}. {_OUT_OF_THE_WAY}")


def _known_migrations() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
