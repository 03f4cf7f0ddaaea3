"""A database that somebody has open isn't replaced: not by a server that is busy, and not by one that does nothing."""

import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from tests.backup.looking import everything, rows, run, versions_of_choices, wait_until
from tests.backup.saving import saving
from tests.live import Server, served

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

TRIES = 5


def server_of(database: Path, workers: int = 2) -> AbstractContextManager[Server]:
    """The product on this database."""
    return served(workers, {"DATABASE_URL": f"sqlite:///{database}"})


def processes_that_have_open(file: Path) -> int:
    """How many processes have this file open, as the kernel tells it."""
    found = set()
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if link.readlink() == file:
                found.add(link.parts[2])
        except OSError:
            continue
    return len(found)


def assert_in_use(archive: Path, database: Path) -> None:
    ended = run(database, "restore", archive)
    assert (ended.code, ended.printed) == (2, "")
    assert ended.said == f"CommandError: Er is niets teruggezet: {database} is in gebruik. Stop eerst Regiostaf.\n"


def test_every_process_that_serves_has_the_database_open_before_anybody_asks_it_anything(new_database: Path) -> None:
    # Only one of the three answered the knock that says the server is ready.
    with server_of(new_database, workers=3):
        wait_until(lambda: processes_that_have_open(new_database) == 3, "a process doesn't have the database open")
    assert processes_that_have_open(new_database) == 0


def test_a_server_that_does_nothing_is_seen(archive: Path, new_database: Path) -> None:
    before = everything(new_database)
    with server_of(new_database):
        assert_in_use(archive, new_database)
        assert everything(new_database) == before
    assert run(new_database, "restore", archive).code == 0


def test_a_server_that_is_busy_is_seen_and_not_disturbed(archive: Path, new_database: Path) -> None:
    assert run(new_database, "restore", archive).code == 0
    with server_of(new_database) as server, saving(server, new_database) as saved:
        for _ in range(TRIES):
            saved.wait_for(2)
            assert_in_use(archive, new_database)
    assert rows(new_database, "PRAGMA integrity_check") == [("ok",)]
    stored = versions_of_choices(new_database)
    assert {number: stored[number][0] for number in saved.versions} == saved.versions


def test_a_server_that_was_killed_holds_nothing(archive: Path, new_database: Path, database: Path) -> None:
    with server_of(new_database) as server:
        server.kill()
        assert run(new_database, "restore", archive).code == 0
    assert everything(new_database) == everything(database)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_another_program_in_the_middle_of_reading_is_seen(archive: Path, new_database: Path, mode: str) -> None:
    with closing(sqlite3.connect(new_database, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM django_migrations").fetchall()
        assert_in_use(archive, new_database)


def test_a_backup_that_is_being_made_is_seen(archive: Path, new_database: Path) -> None:
    with closing(sqlite3.connect(new_database)) as connection:
        connection.execute("SELECT count(*) FROM django_migrations").fetchall()
        assert_in_use(archive, new_database)
