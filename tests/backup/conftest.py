"""A database in use, a backup of it, and an installation that nobody has used yet."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from checklist.backup.making import make_backup
from checklist.domain.dossier import Action, Answer
from checklist.models import Dossier
from tests.dossiers import make_dossier


def write_copy(to: Path) -> None:
    """Copy the tests' database as far as it is committed, to a file in WAL mode, as the product leaves it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(to)])
    with closing(sqlite3.connect(to)) as copy:
        copy.execute("PRAGMA journal_mode = WAL")


@pytest.fixture(scope="session")
def templates(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Path:
    """A directory with two databases, `used` (two dossiers) and `new` (content and the sample)."""
    directory = tmp_path_factory.mktemp("databases")
    with django_db_blocker.unblock():
        # A test with real transactions may have emptied the tables.
        call_command("load_content", verbosity=0)
        write_copy(directory / "new")
        Dossier.objects.all().delete()
        dossiers = [make_dossier({1: Answer(("1a",))}, actions=(Action("", "Beginnen"),)), make_dossier()]
        try:
            write_copy(directory / "used")
        finally:
            for dossier in dossiers:
                dossier.delete()
    return directory


def _place(template: Path, directory: Path) -> Path:
    directory.mkdir(mode=0o700)
    return Path(shutil.copyfile(template, directory / "regiostaf.sqlite3"))


@pytest.fixture
def database(templates: Path, tmp_path: Path) -> Path:
    """A database with two dossiers, alone in a directory."""
    return _place(templates / "used", tmp_path / "var")


@pytest.fixture
def new_database(templates: Path, tmp_path: Path) -> Path:
    """The database of an installation that nobody has used yet, alone in a directory."""
    return _place(templates / "new", tmp_path / "new")


@pytest.fixture(scope="session")
def archive(templates: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of `database`; not to be changed."""
    file = tmp_path_factory.mktemp("archive") / "kopie.tar"
    make_backup(templates / "used", file)
    return file
