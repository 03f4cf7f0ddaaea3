"""Before each start: what can't be saved is said, with its name and what to do about it."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from http import HTTPStatus
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from checklist.management.commands import check_database
from regiostaf.sqlite.base import DatabaseWrapper
from tests.live import Browser, served

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DatabaseWrapper]:
    """A database of its own, in the place of the site's."""
    options = connection.settings_dict["OPTIONS"] | {"timeout": 0.01}
    name = tmp_path / "own.sqlite3"
    wrapper = DatabaseWrapper({**connection.settings_dict, "NAME": str(name), "OPTIONS": options}, alias="own")
    monkeypatch.setattr(check_database, "connection", wrapper)
    yield wrapper
    wrapper.close()


def check() -> str:
    """What the command says when it doesn't stop."""
    errors = StringIO()
    call_command("check_database", stderr=errors)
    return errors.getvalue()


def test_a_database_that_can_be_written_is_left_as_it_is_and_nothing_is_said(own: DatabaseWrapper) -> None:
    assert check() == ""
    with own.cursor() as cursor:
        assert cursor.execute("PRAGMA user_version").fetchone() == (0,)


def test_somebody_who_is_saving_is_no_problem(own: DatabaseWrapper) -> None:
    other = DatabaseWrapper(own.settings_dict, alias="other")
    with other.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        assert check() == ""
    other.close()


def make_read_only(own: DatabaseWrapper) -> None:
    with own.cursor() as cursor:
        cursor.execute("CREATE TABLE something (word TEXT)")
        cursor.execute("PRAGMA query_only = ON")


def may_not(path: str) -> Callable[[DatabaseWrapper, pytest.MonkeyPatch], None]:
    """To root all is allowed, so that the refusal is made up."""

    def refuse(own: DatabaseWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
        make_read_only(own)
        monkeypatch.setattr(os, "access", lambda each, _: Path(each).name != path)

    return refuse


def read_only_disk(own: DatabaseWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
    make_read_only(own)
    found = os.statvfs("/")
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result([*found[:8], found.f_flag | os.ST_RDONLY, 255]))


def no_directory(own: DatabaseWrapper, _: pytest.MonkeyPatch) -> None:
    own.settings_dict["NAME"] = str(Path(own.settings_dict["NAME"]).parent / "weg" / "own.sqlite3")


def other_file(own: DatabaseWrapper, _: pytest.MonkeyPatch) -> None:
    Path(own.settings_dict["NAME"]).write_text("Dit is een brief." * 100)


def full_disk(own: DatabaseWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
    no_room(monkeypatch, 0)
    other_file(own, monkeypatch)


class Room(NamedTuple):
    """What a disk has left."""

    free: int


def no_room(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Room(free))


@pytest.mark.parametrize(
    ("spoil", "what_to_do"),
    [
        (may_not("own.sqlite3"), "het recht om te schrijven in: {directory}/own.sqlite3."),
        (may_not("own.sqlite3-wal"), "het recht om te schrijven in: {directory}/own.sqlite3-wal."),
        (read_only_disk, "De schijf waar {directory} op staat, is alleen te lezen"),
        (no_directory, "De map {directory}/weg is er niet"),
        (other_file, "Kijk of dit bestand een database van Regiostaf is"),
        (full_disk, "De schijf is vol: maak ruimte."),
    ],
)
def test_what_cannot_be_written_is_named_with_what_to_do(
    own: DatabaseWrapper,
    spoil: Callable[[DatabaseWrapper, pytest.MonkeyPatch], None],
    what_to_do: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoil(own, monkeypatch)
    with pytest.raises(CommandError) as refusal:
        check()
    assert str(refusal.value).startswith(f"Regiostaf kan niets opslaan: de database {own.settings_dict['NAME']} kan")
    assert what_to_do.format(directory=tmp_path) in str(refusal.value)


def test_a_disk_that_is_almost_full_is_said_and_stops_nothing(
    own: DatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_room(monkeypatch, 3_500_000)
    assert f"de database {own.settings_dict['NAME']} is bijna vol, er is nog 3 MB" in check()


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_the_site_s_own_database_can_be_written_until_its_server_says_otherwise() -> None:
    # The role of the tests owns its tables on PostgreSQL; tests/project/test_roles.py has one that doesn't.
    assert ("zelf eigenaar" in check()) == (connection.vendor == "postgresql")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = on")
        with pytest.raises(CommandError, match="op deze server is alleen te lezen"):
            check()
        connection.close()  # it would be kept as it is, for the next test


@pytest.mark.slow
def test_a_server_that_says_nothing_is_given_up_soon() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        url = f"postgresql://regiostaf:geheim@127.0.0.1:{silent.getsockname()[1]}/regiostaf"
        result = subprocess.run(
            [sys.executable, "manage.py", "check_database"],
            cwd=ROOT,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "regiostaf.settings", "DATABASE_URL": url},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert result.returncode == 1
    assert "Regiostaf kan niets opslaan: de databaseserver antwoordt niet" in result.stderr
    assert "geheim" not in result.stderr


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_server_that_is_started_without_it_says_so_once_in_its_log_and_can_be_read() -> None:
    read_only = quote(f"file:{connection.settings_dict['NAME']}?mode=ro", safe="")
    with served(settings={"DATABASE_URL": f"sqlite:///{read_only}"}) as server:
        assert Browser(server).get("/").status == HTTPStatus.OK
        log = server.log.read_text()
    assert log.count("Regiostaf kan niets opslaan") == 1
