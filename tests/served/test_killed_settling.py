"""Killed at any point, a dossier is settled or it isn't, never half; and what is missing is made once."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from checklist.models import Dossier
from tests.dossiers import full_dossier
from tests.live import ROOT, database_url
from tests.served import killed_process as at

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

KILLS = 6
TABLES = ("settledadvies", "adviesact", "chainrecord", "adviesfile")
# Versions, acts, records and files: what is found afterwards.
NOTHING, NO_FILES, WHOLE = (0, 0, 0, 0), (1, 1, 1, 0), (1, 1, 2, at.QUICK_FILES)
FOUND = {
    at.BEFORE_RECORD: NOTHING,
    at.BEFORE_COMMIT: NOTHING,
    at.SETTLED: NO_FILES,
    at.RENDERED: NO_FILES,
    at.BETWEEN_FILES: NO_FILES,
    at.STORED: WHOLE,
}


@dataclass(frozen=True)
class Own:
    """A database of its own, with one dossier in it."""

    url: str
    key: str

    def start(self, point: str, *options: str) -> "subprocess.Popen[str]":
        """A process that settles and makes files, and dies at this point."""
        return self._program("-m", "tests.served.killed_process", point, self.key, *options)

    def end_of(self, point: str, *options: str) -> tuple[int, str]:
        """How such a process ended, and the last thing it said."""
        process = self.start(point, *options)
        said, _ = process.communicate()
        return process.returncode, said.split("\n")[-2] if said else ""

    def counts(self) -> tuple[int, ...]:
        """How many rows each table has."""
        return tuple(len(self._all(f"SELECT 1 FROM checklist_{table}")) for table in TABLES)  # noqa: S608 - ours

    def hashes(self) -> list[str]:
        """The hashes of the files."""
        return [str(row[0]) for row in self._all("SELECT sha256 FROM checklist_adviesfile ORDER BY kind")]

    def verified(self) -> int:
        """How `verify_adviezen` ends: 0 when everything is as it was recorded."""
        process = self._program("manage.py", "verify_adviezen")
        process.communicate()
        return process.returncode

    def _program(self, *arguments: str) -> "subprocess.Popen[str]":
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "regiostaf.settings", "DATABASE_URL": self.url}
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )

    def _all(self, query: str) -> list[tuple[object, ...]]:
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as opened:
                return opened.execute(query).fetchall()
        with psycopg.connect(self.url) as opened_there:
            return opened_there.execute(query.encode()).fetchall()


@contextmanager
def copied(dossier: Dossier, directory: Path) -> Iterator[Own]:
    """A copy of the tests' database, gone after the block."""
    name = f"own_{uuid4().hex}"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(directory / name)])
        with closing(sqlite3.connect(directory / name)) as copy:
            copy.execute("PRAGMA journal_mode = WAL")
        yield Own(f"sqlite:///{directory / name}", dossier.edit_key)
        return
    template, server = database_url().rpartition("/")[2], database_url().rpartition("/")[0]
    connection.close()  # no database is copied while somebody uses it
    with psycopg.connect(f"{server}/postgres", autocommit=True) as maintenance:
        maintenance.execute(f'CREATE DATABASE {name} TEMPLATE "{template}"'.encode())
        try:
            yield Own(f"{server}/{name}", dossier.edit_key)
        finally:
            maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Own]:
    """A database of its own."""
    with copied(full_dossier(), tmp_path) as made:
        yield made


@pytest.mark.parametrize("point", FOUND)
def test_what_was_killed_is_settled_or_not_and_the_retry_makes_what_is_missing_once(own: Own, point: str) -> None:
    assert own.end_of(point, "--quick") == (-signal.SIGKILL, "ready")
    assert own.counts() == FOUND[point]
    said = "there already" if point == at.STORED else "made"
    assert own.end_of(at.NOWHERE, "--quick") == (0, said)
    assert own.counts() == WHOLE
    assert own.verified() == 0


def test_what_was_killed_while_it_was_really_rendered_is_settled_and_rendered_by_the_retry(own: Own) -> None:
    assert own.end_of(at.RENDERING) == (-signal.SIGKILL, "ready")
    assert own.counts() == NO_FILES
    assert own.end_of(at.NOWHERE) == (0, "made")
    made = own.hashes()
    assert own.counts() == (1, 1, 2, len(made))
    assert own.end_of(at.NOWHERE) == (0, "there already")
    assert own.hashes() == made
    assert own.verified() == 0


def test_killed_at_any_moment_it_is_never_half(tmp_path: Path) -> None:
    dossier = full_dossier()
    with copied(dossier, tmp_path) as own:
        process = own.start(at.NOWHERE, "--quick")
        started = wait_until_ready(process)
        process.communicate()
        takes = monotonic() - started
    for number in range(KILLS):
        with copied(dossier, tmp_path) as own:
            process = own.start(at.NOWHERE, "--quick")
            wait_until_ready(process)
            sleep(takes * (number + 1) / (KILLS + 1))
            process.kill()
            process.communicate()
            assert own.counts() in {NOTHING, NO_FILES, WHOLE}
            assert own.end_of(at.NOWHERE, "--quick")[0] == 0
            assert own.counts() == WHOLE


def wait_until_ready(process: "subprocess.Popen[str]") -> float:
    """Wait until a process begins; return when that was."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return monotonic()
