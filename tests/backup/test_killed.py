"""Killed at any moment, a command leaves what was there or what it made, never half of it."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest

from checklist.backup.archive import read_archive
from checklist.backup.making import make_backup
from checklist.backup.manifest import Contents
from checklist.backup.sqlite import contents_when_sound
from tests.backup.looking import rows, run, start, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

KILLS = 12


def fill(database: Path, sessions: int, name: str) -> None:
    """Make a database so large (4 kB a session) that there is a middle of writing it to be killed in."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.executemany(
            "INSERT INTO django_session VALUES (? || ?, hex(randomblob(2000)), '2026-11-27')",
            ((name, number) for number in range(sessions)),
        )


@pytest.fixture
def large(database: Path) -> Path:
    """A database in use, of some 40 MB."""
    fill(database, 8000, "nieuw")
    return database


def seconds_of_writing(process: subprocess.Popen[str], directory: Path, pattern: str) -> float:
    """How long it takes from when a file like this is there, when nobody kills it."""
    wait_until(lambda: list(directory.glob(pattern)), "nothing is written")
    started = monotonic()
    process.communicate()
    assert process.returncode == 0
    return monotonic() - started


def kill(process: subprocess.Popen[str], directory: Path, pattern: str, after: float) -> None:
    """Kill the process so many seconds after a file like this is there, unless it has ended."""
    wait_until(lambda: list(directory.glob(pattern)) or process.poll() is not None, "nothing is written")
    sleep(after)
    process.kill()
    process.communicate()


def as_the_next_finds_it(database: Path) -> Contents | None:
    """What is in a database, for the next who opens it."""
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    return contents_when_sound(database)


def test_a_restore_that_is_killed_leaves_the_old_or_the_new(large: Path, new_database: Path, tmp_path: Path) -> None:
    new = make_backup(large, tmp_path / "kopie.tar").contents
    fill(new_database, 2000, "oud")
    untouched = new_database.read_bytes()
    old = as_the_next_finds_it(new_database)
    takes = seconds_of_writing(restore(new_database, tmp_path), new_database.parent, "*-journal")
    found, half_written = [], 0
    for number in range(KILLS):
        new_database.write_bytes(untouched)
        Path(f"{new_database}-journal").unlink(missing_ok=True)
        kill(restore(new_database, tmp_path), new_database.parent, "*-journal", takes * number / KILLS)
        half_written += Path(f"{new_database}-journal").exists() and new_database.read_bytes() != untouched
        found.append(as_the_next_finds_it(new_database))
    assert all(contents in (old, new) for contents in found)
    assert half_written > 0
    # What was left behind is in nobody's way.
    new_database.write_bytes(untouched)
    assert run(new_database, "restore", tmp_path / "kopie.tar").code == 0
    assert as_the_next_finds_it(new_database) == new


def restore(database: Path, directory: Path) -> subprocess.Popen[str]:
    return start(database, "restore", directory / "kopie.tar")


def clear_away(directory: Path) -> None:
    """Remove what a killed command left, so that the next is waited for."""
    for left in directory.glob(".regiostaf-*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()


@pytest.mark.parametrize("before", [b"de vorige", None])
def test_a_backup_that_is_killed_leaves_the_old_file_or_the_new(
    large: Path, tmp_path: Path, before: bytes | None
) -> None:
    file, found = tmp_path / "kopie.tar", set()
    takes = seconds_of_writing(start(large, "backup", file), tmp_path, ".regiostaf-*")
    for number in range(KILLS):
        file.unlink(missing_ok=True)
        if before:
            file.write_bytes(before)
        kill(start(large, "backup", file, "--overwrite"), tmp_path, ".regiostaf-*", takes * number / KILLS)
        content = file.read_bytes() if file.exists() else None
        if content != before:
            read_archive(file, tmp_path / f"{number}")
        found.add(content == before)
        clear_away(tmp_path)
    assert True in found
