"""`manage.py backup`: what it writes, and how it refuses."""

import hashlib
import json
import os
import shutil
import stat
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError

from checklist.backup.making import make_backup
from tests.backup.looking import everything, files_in, run, write

pytestmark = pytest.mark.django_db


def refusal(database: Path, file: Path) -> str:
    """Why no backup is made."""
    with pytest.raises(CommandError) as caught:
        make_backup(database, file)
    assert caught.value.returncode == 2
    return str(caught.value)


def test_the_file_is_a_tar_with_the_database_its_manifest_and_a_checksum(archive: Path) -> None:
    with tarfile.open(archive) as tar:
        assert tar.getnames() == ["manifest.json", "manifest.json.sha256", "regiostaf.sqlite3"]


def test_the_database_in_it_has_all_that_the_original_has(archive: Path, database: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(archive, tmp_path, "tar", filter="data")
    assert everything(tmp_path / "regiostaf.sqlite3") == everything(database)


def test_the_manifest_says_what_is_in_it(archive: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(archive, tmp_path, "tar", filter="data")
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert manifest["format"] == "regiostaf-backup/1"
    assert manifest["version"] == "0.1.0"
    assert datetime.now(UTC) - timedelta(hours=1) < datetime.fromisoformat(manifest["made_at"]) < datetime.now(UTC)
    assert manifest["sha256"] == hashlib.sha256((tmp_path / "regiostaf.sqlite3").read_bytes()).hexdigest()
    assert "checklist.0001_content" in manifest["migrations"]
    assert manifest["rows"]["checklist_dossier"] == 2
    assert manifest["rows"]["checklist_choice"] == 24
    assert manifest["rows"]["checklist_action"] == 1


def test_the_checksum_is_one_for_sha256sum(archive: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(archive, tmp_path, "tar", filter="data")
    digest = hashlib.sha256((tmp_path / "manifest.json").read_bytes()).hexdigest()
    assert (tmp_path / "manifest.json.sha256").read_text() == f"{digest}  manifest.json\n"


def test_what_was_deleted_is_not_in_it(database: Path, tmp_path: Path) -> None:
    deleted = b"Dit wilde de kring niet bewaren"
    write(
        database,
        "PRAGMA secure_delete = OFF",
        "UPDATE checklist_choice SET motivation = 'Dit wilde de kring niet bewaren'",
        "UPDATE checklist_choice SET motivation = ''",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    )
    assert deleted in database.read_bytes()
    make_backup(database, tmp_path / "kopie.tar")
    assert deleted not in (tmp_path / "kopie.tar").read_bytes()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_its_owner_can_read_it(database: Path, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        make_backup(database, tmp_path / "kopie.tar")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "kopie.tar").stat().st_mode) == 0o600


def test_nothing_but_the_file_is_left(database: Path, tmp_path: Path) -> None:
    make_backup(database, tmp_path / "kopie.tar")
    assert files_in(tmp_path) == ["kopie.tar", "var"]


def test_a_file_that_is_there_is_left_alone(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    file.write_text("een ander bestand")
    assert refusal(database, file) == f"{file} bestaat al. Kies een andere naam, of gebruik --overwrite."
    assert file.read_text() == "een ander bestand"


def test_a_file_that_is_there_is_replaced_when_asked(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    file.touch(mode=0o644)
    make_backup(database, file, overwrite=True)
    assert tarfile.is_tarfile(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "reason"),
    [("weg/kopie.tar", "bestand of map bestaat niet"), ("bestand/kopie.tar", "een deel van het pad is geen map")],
)
def test_a_place_that_cannot_be_written_is_refused(database: Path, tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "bestand").touch()
    assert refusal(database, tmp_path / name) == f"Kan {tmp_path / name} niet schrijven: {reason}."


def test_a_directory_is_not_replaced(database: Path, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(CommandError, match="het is een map"):
        make_backup(database, tmp_path / "map", overwrite=True)


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "weg.sqlite3", tmp_path / "kopie.tar").startswith(
        "Er is geen reservekopie gemaakt: de database is er niet"
    )
    assert files_in(tmp_path) == []


def damage_every_page(database: Path) -> None:
    """Overwrite the start of every table and index but the schema's own."""
    with database.open("r+b") as file:
        for page in range(1, database.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xff" * 64)


def point_at_nothing(database: Path) -> None:
    """Leave the choices of a dossier behind without the dossier."""
    write(database, "PRAGMA foreign_keys = OFF", "DELETE FROM checklist_dossier")


def break_a_rule(database: Path) -> None:
    """Store what a constraint of the table forbids."""
    write(database, "PRAGMA ignore_check_constraints = ON", "UPDATE checklist_dossier SET present = 'geen json'")


def lose_the_migrations(database: Path) -> None:
    """Take away the table without which it is no database of Django."""
    write(database, "DROP TABLE django_migrations")


@pytest.mark.parametrize("damage", [damage_every_page, point_at_nothing, break_a_rule, lose_the_migrations])
def test_a_damaged_database_gives_no_backup(database: Path, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    damage(database)
    assert refusal(database, tmp_path / "kopie.tar") == "Er is geen reservekopie gemaakt: de database is beschadigd."
    assert files_in(tmp_path) == ["var"]


# As a user runs it


@pytest.mark.slow
def test_the_command_says_what_it_made(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    ended = run(database, "backup", file)
    assert (ended.code, ended.said) == (0, "")
    assert ended.printed == f"{file}: {file.stat().st_size} bytes, dossiers: 2.\n"


@pytest.mark.slow
def test_the_command_takes_overwrite(database: Path, archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    file.touch()
    refused = run(database, "backup", file)
    assert (refused.code, refused.printed) == (2, "")
    assert refused.said == f"CommandError: {file} bestaat al. Kies een andere naam, of gebruik --overwrite.\n"
    assert run(database, "backup", file, "--overwrite").code == 0


@pytest.mark.slow
def test_without_rights_there_it_is_refused(database: Path, tmp_path: Path) -> None:
    (tmp_path / "dicht").mkdir(mode=0o500)
    file = tmp_path / "dicht" / "kopie.tar"
    ended = run(database, "backup", file, bound=True)
    assert (ended.code, ended.said) == (2, f"CommandError: Kan {file} niet schrijven: u hebt er geen rechten voor.\n")


@pytest.mark.slow
def test_without_rights_for_the_database_it_is_refused(database: Path, tmp_path: Path) -> None:
    database.chmod(0)
    ended = run(database, "backup", tmp_path / "kopie.tar", bound=True)
    assert ended.code == 2
    assert ended.said.startswith("CommandError: Er is geen reservekopie gemaakt: de database is er niet")


# A disk that is full: when the database is copied, and when the copy fits and the file around it doesn't.
@pytest.mark.slow
@pytest.mark.parametrize(("room", "reason"), [(100_000, "op de schijf"), (None, "te groot voor deze schijf")])
def test_on_a_full_disk_nothing_is_written(
    database: Path, archive: Path, tmp_path: Path, room: int | None, reason: str
) -> None:
    with tarfile.open(archive) as tar:
        copy = tar.getmember("regiostaf.sqlite3").size
    file = tmp_path / "kopie.tar"
    file.write_text("de vorige")
    ended = run(database, "backup", file, "--overwrite", limit=room or copy + 512)
    assert ended.code == 2
    assert reason in ended.said
    assert ended.said.count("\n") == 1
    assert (files_in(tmp_path), file.read_text()) == (["kopie.tar", "var"], "de vorige")
