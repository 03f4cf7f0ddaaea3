"""A backup made while people save is whole, and is the database as it was at one moment."""

from pathlib import Path

import pytest

from checklist.backup.archive import read_archive
from checklist.backup.making import make_backup
from checklist.backup.sqlite import contents_when_sound
from tests.backup.looking import rows, versions_of_choices
from tests.backup.saving import saving
from tests.live import served

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

BACKUPS = 20
SAVES_PER_BACKUP = 5
HALF_MADE = """SELECT dossier.id FROM checklist_dossier dossier LEFT JOIN checklist_choice choice
    ON choice.dossier_id = dossier.id GROUP BY dossier.id HAVING count(choice.id) <> 12"""


def test_twenty_backups_under_saves_are_each_a_state_that_was_there(database: Path, tmp_path: Path) -> None:
    before: dict[int, int] = {}
    with served(settings={"DATABASE_URL": f"sqlite:///{database}"}) as server, saving(server, database) as saved:
        for number in range(BACKUPS):
            saved.wait_for(SAVES_PER_BACKUP)
            file, copy = tmp_path / f"{number}.tar", tmp_path / f"{number}.sqlite3"
            confirmed = dict(saved.versions)
            manifest = make_backup(database, file)
            assert read_archive(file, copy) == manifest
            assert contents_when_sound(copy) == manifest.contents
            assert rows(copy, HALF_MADE) == []
            found = versions_of_choices(copy)
            # Each text with the version with which it was saved, and no other.
            assert all(found[number][1].startswith(f"{found[number][0] - 1} ") for number in confirmed)
            versions = {number: version for number, (version, _) in found.items()}
            assert all(versions[number] >= version for number, version in (before | confirmed).items())
            before = versions
    assert sum(before.values()) >= BACKUPS
