"""What is settled moves to another database whole, and never over what is there (docs/rules.md, rule 16)."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from checklist import settled_triggers
from checklist.editors import EDITORS_GROUP
from checklist.models import AdviesFile, ChainRecord, SettledAdvies
from tests.backup.looking import rows, run
from tests.live import ROOT
from tests.refusals import triggers

pytestmark = [pytest.mark.slow, pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

README = ROOT / "README.md"
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
    (line,) = re.findall(r"manage.py (dumpdata .*)", README.read_text(encoding="utf-8"))
    ended = run(old, *line.replace("all.json", str(file)).split())
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
    rights = Group.objects.get(name=EDITORS_GROUP).permissions.values_list("codename", flat=True)
    assert "change_question" in rights
    assert len(rights) == rows(old, "SELECT count(*) FROM auth_group_permissions")[0][0]


@pytest.mark.usefixtures("loaded")
def test_a_second_time_it_is_refused(dump: Path) -> None:
    with pytest.raises(IntegrityError, match="wijzigen kan niet"), transaction.atomic():
        call_command("loaddata", str(dump), verbosity=0)
