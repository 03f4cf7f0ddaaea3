"""`manage.py restore`: what it puts back, and everything for which it refuses."""

import os
import shutil
import sqlite3
import stat
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError

from checklist.backup.archive import read_archive, write_archive
from checklist.backup.making import make_backup
from checklist.backup.restoring import restore_backup
from checklist.backup.sqlite import held_alone
from tests.backup.looking import everything, files_in, rows, run, write, write_and_die

pytestmark = pytest.mark.django_db

OUT_OF_THE_WAY = "Geef dat bestand eerst een andere naam, of zet het ergens anders."


def refusal(file: Path, database: Path) -> str:
    """Why nothing is put back."""
    with pytest.raises(CommandError) as caught:
        restore_backup(file, database)
    assert caught.value.returncode == 2
    return str(caught.value)


def test_what_was_backed_up_is_back(archive: Path, database: Path, new_database: Path) -> None:
    assert not restore_backup(archive, new_database).older
    assert everything(new_database) == everything(database)
    assert files_in(new_database.parent) == ["regiostaf.sqlite3"]


def test_without_a_database_one_is_made_for_its_owner_only(archive: Path, database: Path, tmp_path: Path) -> None:
    restored = tmp_path / "regiostaf.sqlite3"
    before = os.umask(0o022)
    try:
        restore_backup(archive, restored)
    finally:
        os.umask(before)
    assert everything(restored) == everything(database)
    assert stat.S_IMODE(restored.stat().st_mode) == 0o600


def test_the_file_stays_the_same_one(archive: Path, new_database: Path) -> None:
    """With the owner and the rights it has: whoever runs the command needn't be who runs the server."""
    new_database.chmod(0o640)
    before = new_database.stat()
    restore_backup(archive, new_database)
    after = new_database.stat()
    assert (after.st_ino, after.st_uid, after.st_mode) == (before.st_ino, before.st_uid, before.st_mode)


def leave_a_write_ahead_log(database: Path) -> None:
    """Leave a row in the write-ahead log."""
    write_and_die(database, "INSERT INTO django_session VALUES ('oud', '', '2026-11-27')")
    assert files_in(database.parent) == ["regiostaf.sqlite3", "regiostaf.sqlite3-shm", "regiostaf.sqlite3-wal"]


def test_the_write_ahead_log_of_the_old_database_goes_with_it(
    archive: Path, database: Path, new_database: Path
) -> None:
    leave_a_write_ahead_log(new_database)
    restore_backup(archive, new_database)
    assert files_in(new_database.parent) == ["regiostaf.sqlite3"]
    assert everything(new_database) == everything(database)


@pytest.mark.parametrize("left", ["-wal", "-journal"])
def test_what_was_left_beside_a_database_that_was_put_away_is_not_mixed_in(
    archive: Path, database: Path, new_database: Path, left: str
) -> None:
    leave_a_write_ahead_log(new_database)
    if left == "-journal":
        Path(f"{new_database}-wal").replace(f"{new_database}-journal")
    new_database.replace(new_database.parent / "opzij")
    restore_backup(archive, new_database)
    assert not Path(f"{new_database}{left}").exists()
    assert everything(new_database) == everything(database)


def test_a_backup_of_a_restored_database_has_the_same_in_it(archive: Path, new_database: Path, tmp_path: Path) -> None:
    first = restore_backup(archive, new_database).manifest
    assert make_backup(new_database, tmp_path / "weer.tar").contents == first.contents


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_nobody_comes_in_while_it_is_replaced(new_database: Path, mode: str) -> None:
    write(new_database, f"PRAGMA journal_mode = {mode}")
    with held_alone(new_database), pytest.raises(sqlite3.OperationalError, match="locked"):
        write(new_database, "UPDATE checklist_question SET number = 1 WHERE number = 1")


# What isn't empty


def test_a_database_with_dossiers_is_left_alone(archive: Path, database: Path) -> None:
    before = everything(database)
    assert refusal(archive, database) == (f"Er is niets teruggezet: in {database} staan dossiers (2). {OUT_OF_THE_WAY}")
    assert everything(database) == before


def test_a_dossier_in_the_write_ahead_log_counts(archive: Path, database: Path, new_database: Path) -> None:
    copied = "INSERT INTO checklist_dossier SELECT * FROM other.checklist_dossier LIMIT 1"
    write_and_die(new_database, f"ATTACH '{database}' AS other", copied)
    assert "staan dossiers (1)" in refusal(archive, new_database)
    assert rows(new_database, "SELECT count(*) FROM checklist_dossier") == [(2,)]  # the sample too


def test_a_database_that_is_left_alone_can_be_put_away_as_one_file(archive: Path, database: Path) -> None:
    """What was saved last may stand in the write-ahead log, which is easily forgotten."""
    write_and_die(database, "UPDATE checklist_dossier SET title = 'Net opgeslagen'")
    refusal(archive, database)
    assert files_in(database.parent) == ["regiostaf.sqlite3"]
    assert rows(database, "SELECT DISTINCT title FROM checklist_dossier") == [("Net opgeslagen",)]


def test_texts_that_a_redacteur_changed_count_too(archive: Path, new_database: Path) -> None:
    write(
        new_database,
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO django_admin_log (action_time, object_repr, action_flag, change_message, user_id)"
        " VALUES ('2026-11-27', 'Vraag 1', 2, '', 1)",
    )
    assert "staan wijzigingen in het beheer (1)" in refusal(archive, new_database)


def test_over_a_chain_of_which_the_dossiers_are_gone_nothing_is_put_back(archive: Path, new_database: Path) -> None:
    write(new_database, "INSERT INTO checklist_chainrecord VALUES (1, 'CODE', 'vastgesteld', '', x'00', '')")
    assert "staan schakels van wat is vastgesteld (1)" in refusal(archive, new_database)


@pytest.mark.slow
def test_an_account_alone_does_not_count(archive: Path, new_database: Path) -> None:
    assert run(new_database, "create_first_admin").code == 0
    restore_backup(archive, new_database)


def another_product(database: Path) -> None:
    database.unlink()
    write(database, "CREATE TABLE something (it)")


def no_database(database: Path) -> None:
    database.write_bytes(b"Geen database. " * 1000)


def damaged(database: Path) -> None:
    write(database, "PRAGMA journal_mode = DELETE")
    with database.open("r+b") as file:
        file.seek(4096 - 3000)
        file.write(b"\xff" * 3000)


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (another_product, "is geen database van Regiostaf."),
        (no_database, "is geen database van Regiostaf."),
        (damaged, "is beschadigd."),
    ],
)
def test_a_file_that_is_something_else_is_left_alone(
    archive: Path, new_database: Path, what: Callable[[Path], None], reason: str
) -> None:
    what(new_database)
    before = new_database.read_bytes()
    assert refusal(archive, new_database) == f"Er is niets teruggezet: {new_database} {reason} {OUT_OF_THE_WAY}"
    assert new_database.read_bytes() == before


# Versions


def forget_a_migration(database: Path) -> None:
    write(database, "DELETE FROM django_migrations WHERE name = '0010_help_texts'")


def add_a_migration(database: Path) -> None:
    write(
        database, "INSERT INTO django_migrations (app, name, applied) VALUES ('checklist', '9999_later', '2030-01-01')"
    )


def test_a_backup_of_a_newer_version_is_refused(
    archive: Path, database: Path, new_database: Path, tmp_path: Path
) -> None:
    before = everything(new_database)
    add_a_migration(database)
    make_backup(database, tmp_path / "nieuw.tar")
    assert refusal(tmp_path / "nieuw.tar", new_database) == (
        f"{tmp_path}/nieuw.tar is gemaakt met een nieuwere versie van Regiostaf: installeer eerst die versie."
    )
    assert everything(new_database) == before


def test_a_backup_of_a_newer_format_is_refused(
    archive: Path, new_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = read_archive(archive, tmp_path / "copy")
    with monkeypatch.context() as later, (tmp_path / "nieuw.tar").open("wb") as out:
        later.setattr("checklist.backup.manifest.FORMAT", "regiostaf-backup/2")
        write_archive(out, manifest, tmp_path / "copy")
    assert "nieuwere versie" in refusal(tmp_path / "nieuw.tar", new_database)


@pytest.mark.slow
def test_a_backup_of_an_older_version_is_put_back_and_says_what_is_left_to_do(
    database: Path, new_database: Path, tmp_path: Path
) -> None:
    forget_a_migration(database)
    make_backup(database, tmp_path / "oud.tar")
    ended = run(new_database, "restore", tmp_path / "oud.tar")
    assert (ended.code, ended.said) == (0, "")
    first, second = ended.printed.splitlines()
    assert first.startswith("Teruggezet: de reservekopie van ")
    assert (
        second == "Zij komt van een oudere versie. Voer nu uit: manage.py migrate, en daarna: manage.py load_content."
    )


# Files, rights and room


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("weg.tar", "bestand of map bestaat niet"),
        ("map", "het is een map"),
        ("bestand/kopie.tar", "een deel van het pad is geen map"),
    ],
)
def test_a_backup_that_cannot_be_read_is_refused(new_database: Path, tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").touch()
    assert refusal(tmp_path / name, new_database) == f"Kan {tmp_path / name} niet lezen: {reason}."


def test_without_the_directory_of_the_database_it_is_refused(archive: Path, tmp_path: Path) -> None:
    database = tmp_path / "weg" / "regiostaf.sqlite3"
    assert refusal(archive, database) == f"Kan {database} niet schrijven: bestand of map bestaat niet."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "rights_and_reason"),
    [
        ("kopie.tar", (0, "niet lezen: u hebt er geen rechten voor")),
        ("new", (0o500, "niet schrijven: u hebt er geen rechten voor")),
        ("new/regiostaf.sqlite3", (0o400, "niet schrijven: u hebt er geen rechten voor")),
        ("new/regiostaf.sqlite3", (0, "niet schrijven: u hebt er geen rechten voor")),
    ],
)
def test_without_rights_it_is_refused(
    archive: Path, new_database: Path, tmp_path: Path, path: str, rights_and_reason: tuple[int, str]
) -> None:
    rights, reason = rights_and_reason
    before = everything(new_database)
    shutil.copy(archive, tmp_path / "kopie.tar")
    (tmp_path / path).chmod(rights)
    ended = run(new_database, "restore", tmp_path / "kopie.tar", bound=True)
    (tmp_path / path).chmod(0o700)
    assert ended.code == 2
    assert reason in ended.said
    assert ended.said.count("\n") == 1
    assert everything(new_database) == before


@pytest.mark.slow
def test_without_room_for_the_copy_nothing_changes(archive: Path, new_database: Path) -> None:
    before = everything(new_database)
    ended = run(new_database, "restore", archive, limit=100_000)
    assert (ended.code, ended.said) == (
        2,
        f"CommandError: Kan {archive} niet uitpakken: het wordt te groot voor deze schijf.\n",
    )
    assert everything(new_database) == before
    assert files_in(new_database.parent) == ["regiostaf.sqlite3"]


@pytest.mark.slow
def test_without_room_in_the_middle_of_it_nothing_changes(archive: Path, database: Path, new_database: Path) -> None:
    # A larger database than the one in the backup: what SQLite keeps of it, to be able to go back, takes more room.
    write(new_database, "INSERT INTO django_session VALUES ('groot', hex(zeroblob(4000000)), '2026-11-27')")
    before = everything(new_database)
    with tarfile.open(archive) as tar:
        limit = tar.getmember("regiostaf.sqlite3").size
    ended = run(new_database, "restore", archive, limit=limit)
    assert (ended.code, ended.said) == (
        2,
        "CommandError: Er is niets teruggezet: lezen of schrijven op de schijf lukt niet.\n",
    )
    assert everything(new_database) == before
    assert files_in(new_database.parent) == ["regiostaf.sqlite3"]


@pytest.mark.slow
def test_the_command_says_what_it_put_back(archive: Path, new_database: Path) -> None:
    ended = run(new_database, "restore", archive)
    assert (ended.code, ended.said) == (0, "")
    assert ended.printed.startswith("Teruggezet: de reservekopie van ")
    assert ended.printed.endswith(", dossiers: 2.\n")
    assert ended.printed.count("\n") == 1
