"""How the product uses its database: connections that are kept, and on SQLite a file that holds nothing that was
deleted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, close_old_connections, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from checklist import services
from checklist.domain.dossier import Answer
from checklist.models import Dossier
from regiostaf.sqlite.base import DatabaseWrapper
from tests.dossiers import make_dossier, opened

pytestmark = pytest.mark.django_db

real_transactions = pytest.mark.django_db(transaction=True)


@pytest.mark.both_databases
@real_transactions
def test_a_connection_is_kept_between_requests_and_one_that_broke_is_made_anew() -> None:
    connection.ensure_connection()
    kept = connection.connection
    close_old_connections()
    assert connection.connection is kept
    if connection.vendor == "postgresql":
        end_session_of(connection)
        close_old_connections()
        assert Dossier.objects.count() == 0
        assert connection.connection is not kept


def end_session_of(used: BaseDatabaseWrapper) -> None:
    """Let the server end it, as a restart does."""
    with used.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [pid] = cursor.fetchone()
    other = used.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [pid])
            assert cursor.fetchone() == (True,)
    finally:
        other.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[DatabaseWrapper]:
    """A connection of its own to a database of its own."""
    wrapper = DatabaseWrapper({**connection.settings_dict, "NAME": tmp_path / "own.sqlite3"}, alias="own")
    ask(wrapper)
    yield wrapper
    wrapper.close()


def ask(wrapper: DatabaseWrapper) -> None:
    """What the first query of a request does."""
    wrapper.close_if_unusable_or_obsolete()
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT 1")


@pytest.mark.parametrize("replaced", [True, False])
def test_nothing_is_read_or_saved_after_the_file_was_replaced_or_removed(own: DatabaseWrapper, replaced: bool) -> None:
    path = Path(own.settings_dict["NAME"])
    path.rename(path.with_name("away.sqlite3"))
    if replaced:
        path.touch()
    for _ in range(2):
        with pytest.raises(OperationalError, match=rf"De database {path} is vervangen of weggehaald"):
            ask(own)
    path.with_name("away.sqlite3").replace(path)
    ask(own)


def test_a_file_that_is_still_there_is_not_opened_anew(own: DatabaseWrapper) -> None:
    raw = own.connection
    own.force_debug_cursor = True
    ask(own)
    assert own.connection is raw
    assert [query["sql"] for query in own.queries] == ["SELECT 1"]


def test_a_database_in_memory_has_no_file_to_look_for() -> None:
    own = DatabaseWrapper({**connection.settings_dict, "NAME": ":memory:"}, alias="memory")
    ask(own)
    ask(own)
    own.close()


TEXT = "Deze motivering staat nergens anders in de database"


def holds_text(path: Path) -> bool:
    return TEXT.encode() in path.read_bytes()


def all_files(path: Path) -> list[Path]:
    return [each for each in path.parent.glob(f"{path.name}*") if each.is_file()]


@real_transactions
@pytest.mark.parametrize("length", [1, 150])
def test_what_was_deleted_is_not_left_in_the_file(length: int) -> None:
    path = Path(connection.settings_dict["NAME"])
    dossier = make_dossier({1: Answer(("1a",), motivation=TEXT * length)})
    checkpoint()
    assert holds_text(path)
    services.delete_dossier(opened(dossier))
    checkpoint()
    assert not holds_text(path)


@real_transactions
def test_after_the_daily_clean_up_it_is_not_left_in_the_journal_either() -> None:
    path = Path(connection.settings_dict["NAME"])
    dossier = make_dossier({1: Answer(("1a",), motivation=TEXT)})
    services.delete_dossier(opened(dossier))
    assert any(holds_text(file) for file in all_files(path))
    call_command("clean_up", verbosity=0)
    assert not any(holds_text(file) for file in all_files(path))


def checkpoint() -> None:
    """Write all that is saved into the database's own file."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
