"""What a backup doesn't bring back of a meeting."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from checklist.backup.making import make_backup
from checklist.backup.meetings import renew_screens
from checklist.backup.restoring import restore_backup
from tests.backup.looking import rows, write

pytestmark = pytest.mark.django_db

SCREENS = "SELECT phone_token, screen_token, chair_token FROM checklist_meeting ORDER BY id"
JOINING = "SELECT code, join_token, version FROM checklist_meeting ORDER BY id"
LINKS = "code, join_token, phone_token, screen_token, chair_token"


def insert(dossier: int, state: str, links: str) -> str:
    """The statement that makes a meeting of a dossier."""
    fields = "dossier_id, mode, state, version, showing, plan, names, sittings, to_clean"
    values = f"{dossier}, 'open', '{state}', 7, 'doemee', '{{}}', 0, '[]', 0"
    return f"INSERT INTO checklist_meeting ({fields}, {LINKS}) VALUES ({values}, {links})"  # noqa: S608 - of this test


def test_screens_have_other_links_after_a_restore_and_the_invitation_still_works(
    database: Path, new_database: Path, tmp_path: Path
) -> None:
    first, second = (pk for (pk,) in rows(database, "SELECT id FROM checklist_dossier ORDER BY id"))
    live, over = "'BCDFGHJK', 'a', 'b', 'c', 'd'", "NULL, NULL, NULL, NULL, NULL"
    write(database, insert(first, "bezig", live), insert(second, "gesloten", over))
    make_backup(database, tmp_path / "kopie.tar")
    restore_backup(tmp_path / "kopie.tar", new_database)
    before, after = rows(database, SCREENS), rows(new_database, SCREENS)
    assert after[1] == before[1] == (None, None, None)
    assert len({*before[0], *after[0]}) == 6
    assert rows(new_database, JOINING) == rows(database, JOINING)


def test_a_database_from_before_there_were_meetings_is_put_back_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "oud"
    with closing(sqlite3.connect(old)) as made:
        made.execute("CREATE TABLE checklist_dossier (id)")
    renew_screens(old)
    assert rows(old, "SELECT name FROM sqlite_schema") == [("checklist_dossier",)]
