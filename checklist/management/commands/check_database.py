"""`manage.py check_database`: can this site save? Asked before each start, so that nobody finds out by typing."""

import getpass
import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, close_old_connections, connection

from checklist.models import SecretBallot
from checklist.settled_triggers import TABLES

# What a meeting easily writes.
_ROOM_WANTED = 20_000_000
_CANNOT_SAVE = "Regiostaf kan niets opslaan"
_OWNS = (
    "Let op: Regiostaf is zelf eigenaar van de tabellen met wat is vastgesteld, en kan dus uitzetten wat de database "
    "daar weigert. Geef de tabellen een andere eigenaar: deploy/README.md zegt hoe."
)
_OWNS_NO_BALLOTS = (
    "Let op: Regiostaf is geen eigenaar van de tabel met geheime antwoorden, en kan die na een stemming dus niet van "
    "de schijf wissen. Draai roles.sql nog een keer: deploy/README.md zegt hoe."
)


class Command(BaseCommand):
    """Says what is wrong and what to do about it. A full disk is a warning: the site can still be read; so is a site
    that owns its tables, or doesn't own the one table that it wipes."""

    help = "Kijkt of er in de database kan worden geschreven. Kan dat niet, dan staat erbij waarom en wat u kunt doen."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Raise `CommandError` when the database can't be opened or written. Writes nothing; at most four queries."""
        try:
            if connection.vendor == "sqlite":
                self._check_file(Path(connection.settings_dict["NAME"]).absolute())
            else:
                _check_server()
                if any(_owned(TABLES)):
                    self.stderr.write(_OWNS)
                if not all(_owned([SecretBallot._meta.db_table])):
                    self.stderr.write(_OWNS_NO_BALLOTS)
        finally:
            close_old_connections()

    def _check_file(self, file: Path) -> None:
        try:
            _begin_to_write()
        except Error as error:
            if getattr(error.__cause__, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
                raise CommandError(
                    f"{_CANNOT_SAVE}: de database {file} kan niet worden geopend om te schrijven ({error}). "
                    + _what_to_do(file)
                ) from error
        free = shutil.disk_usage(file.parent).free
        if free < _ROOM_WANTED:
            self.stderr.write(
                f"Let op: de schijf met de database {file} is bijna vol, er is nog {free // 1_000_000} MB. Is er niets "
                "meer, dan kan niemand iets opslaan. Maak ruimte."
            )


def _begin_to_write() -> None:
    """Change something and take it back: refused where nothing can be written. It never comes to the disk, so that it
    is allowed when the disk is full."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        try:
            cursor.execute("PRAGMA user_version = 1")
        finally:
            cursor.execute("ROLLBACK")


def _what_to_do(file: Path) -> str:
    directory = file.parent
    if not directory.is_dir():
        return f"De map {directory} is er niet: maak haar, of geef een andere plaats op met VAR_DIR of DATABASE_URL."
    if os.statvfs(directory).f_flag & os.ST_RDONLY:
        return f"De schijf waar {directory} op staat, is alleen te lezen: koppel haar opnieuw aan om te schrijven."
    if not shutil.disk_usage(directory).free:
        return "De schijf is vol: maak ruimte."
    files = [str(directory), str(file), f"{file}-wal", f"{file}-shm"]
    closed = [each for each in files if Path(each).exists() and not os.access(each, os.W_OK)]
    if closed:
        return f"Geef gebruiker {getpass.getuser()} het recht om te schrijven in: {', '.join(closed)}."
    return "Kijk of dit bestand een database van Regiostaf is, of zet een reservekopie terug."


def _check_server() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW transaction_read_only")
            read_only = cursor.fetchone() == ("on",)
    except Error as error:
        raise CommandError(
            f"{_CANNOT_SAVE}: de databaseserver antwoordt niet ({error}). Kijk of PostgreSQL draait en of DATABASE_URL "
            "klopt."
        ) from error
    if read_only:
        raise CommandError(
            f"{_CANNOT_SAVE}: de database {connection.settings_dict['NAME']} op deze server is alleen te lezen. Laat "
            "DATABASE_URL naar de hoofdserver wijzen, of zet default_transaction_read_only uit."
        )


def _owned(tables: Iterable[str]) -> list[bool]:
    """Whether this role may do with each of these tables, of those that there are, what only an owner may: drop its
    triggers, write it anew."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE relname = ANY(%s) AND pg_table_is_visible(oid)",
            [list(tables)],
        )
        return [owned for (owned,) in cursor.fetchall()]
