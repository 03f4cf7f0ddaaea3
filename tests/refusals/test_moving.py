"""What is settled moves to another database whole, and never over what is there (docs/rules.md, rule 16)."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from checklist import settled_triggers
from checklist.models import AdviesFile, ChainRecord, SettledAdvies
from tests.backup.looking import rows, run
from tests.refusals import triggers

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

SETTLE = "from tests.settled import offered_with_files; offered_with_files(); offered_with_files(keep_until=None)"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of SQLite with two settled versions."""
    database = tmp_path_factory.mktemp("old") / "regiostaf.sqlite3"
    for command in (("migrate",), ("load_content",), ("shell", "--command", SETTLE)):
        ended = run(database, *command)
        assert ended.code == 0, ended.said
    return database


@pytest.fixture
def dump(old: Path, tmp_path: Path) -> Path:
    """All of it, as a file of Django."""
    file = tmp_path / "all.json"
    ended = run(old, "dumpdata", "--exclude=contenttypes", "--exclude=auth.permission", f"--output={file}")
    assert ended.code == 0, ended.said
    return file


@pytest.fixture
def loaded(dump: Path, transactional_db: None) -> None:
    """That file in the database of the tests, emptied first."""
    triggers.drop_to_flush()
    call_command("flush", interactive=False, verbosity=0)
    call_command("loaddata", str(dump), verbosity=0)


@pytest.mark.usefixtures("loaded")
def test_all_bytes_arrive(old: Path) -> None:
    assert settled_triggers.look(connection).in_place == 12
    chain = [(row.sequence, bytes(row.body), row.sha256) for row in ChainRecord.objects.all()]
    assert chain == rows(old, "SELECT sequence, body, sha256 FROM checklist_chainrecord ORDER BY sequence")
    files = [(row.name, bytes(row.content)) for row in AdviesFile.objects.order_by("pk")]
    assert files == rows(old, "SELECT name, content FROM checklist_adviesfile ORDER BY id")
    versions = [(row.code, bytes(row.snapshot), bytes(row.html)) for row in SettledAdvies.objects.order_by("pk")]
    assert versions == rows(old, "SELECT code, snapshot, html FROM checklist_settledadvies ORDER BY id")
    assert (len(chain), len(files), len(versions)) == (8, 8, 2)


@pytest.mark.usefixtures("loaded")
def test_a_second_time_it_is_refused(dump: Path) -> None:
    with pytest.raises(IntegrityError, match="wijzigen kan niet"), transaction.atomic():
        call_command("loaddata", str(dump), verbosity=0)
