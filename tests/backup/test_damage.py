"""A backup that isn't, byte for byte, what was written is refused, and so is one that says what isn't so."""

import random
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError

from checklist.backup.archive import read_archive, sha256_of, write_archive
from checklist.backup.making import make_backup
from checklist.backup.manifest import Contents, Manifest, from_json, to_json
from checklist.backup.restoring import restore_backup
from tests.backup.looking import everything, files_in, rows, write

pytestmark = pytest.mark.django_db

SAMPLE = 250
PARTS = ("manifest.json", "manifest.json.sha256", "regiostaf.sqlite3", "het einde van het bestand")


@pytest.fixture
def file(archive: Path, tmp_path: Path) -> Path:
    """A backup that a test may damage."""
    file = tmp_path / "kopie.tar"
    file.write_bytes(archive.read_bytes())
    return file


@pytest.fixture
def manifest(archive: Path, tmp_path: Path) -> Manifest:
    """The manifest of the backup; its database stands at `tmp_path / "copy"`."""
    return read_archive(archive, tmp_path / "copy")


def members(archive: Path) -> dict[str, tuple[int, int]]:
    """Where the header and the content of each member start."""
    with tarfile.open(archive) as tar:
        return {member.name: (member.offset, member.offset_data) for member in tar}


def damaged_part(file: Path) -> str:
    """The part for which a backup is refused; empty when it isn't."""
    copy = file.parent / "copy"
    copy.unlink(missing_ok=True)
    try:
        read_archive(file, copy)
    except CommandError as error:
        start = f"{file} is geen reservekopie van Regiostaf, of is beschadigd: "
        return str(error).removeprefix(start).removesuffix(" klopt niet.")
    return ""


def positions(archive: Path) -> Iterator[int]:
    """Of each header, of both small members and of what fills up blocks some bytes, and a sample of all."""
    chance = random.Random("een byte")
    size = archive.stat().st_size
    for header, content in members(archive).values():
        yield from range(header, content, 37)
        yield from range(content, min(content + 100, size), 9)
    yield from (size - 1, size - 600, size - 1025)
    yield from (chance.randrange(size) for _ in range(SAMPLE))


@pytest.mark.slow
def test_no_byte_can_change_unseen(file: Path) -> None:
    chance, unseen = random.Random("een bit"), []
    assert damaged_part(file) == ""
    for position in positions(file):
        with file.open("r+b") as opened:
            opened.seek(position)
            (byte,) = opened.read(1)
            opened.seek(position)
            opened.write(bytes([byte ^ 1 << chance.randrange(8)]))
            opened.flush()
            if damaged_part(file) not in PARTS:
                unseen.append(position)
            opened.seek(position)
            opened.write(bytes([byte]))
    assert unseen == []
    assert damaged_part(file) == ""


@pytest.mark.parametrize("name", PARTS[:3])
@pytest.mark.parametrize("in_content", [True, False])
def test_the_part_that_is_damaged_is_named(file: Path, name: str, in_content: bool) -> None:
    with file.open("r+b") as opened:
        opened.seek(members(file)[name][in_content] + 10)
        opened.write(b"\x01")
    # A manifest and its checksum that don't agree: which one is wrong can't be told.
    assert damaged_part(file) == ("manifest.json" if in_content and name.startswith("manifest") else name)


def test_no_length_is_taken_for_the_whole(file: Path) -> None:
    content = file.read_bytes()
    starts = [offset for both in members(file).values() for offset in both]
    chance = random.Random("korter")
    for length in {*starts, *(start + 1 for start in starts), 0, 1, 511, len(content) - 1, len(content) - 512} | {
        chance.randrange(len(content)) for _ in range(40)
    }:
        file.write_bytes(content[:length])
        assert damaged_part(file) in PARTS, length


@pytest.mark.parametrize("more", [b"\0", b"x", bytes(512), bytes(10_240)])
def test_nothing_may_follow(file: Path, more: bytes) -> None:
    with file.open("ab") as opened:
        opened.write(more)
    assert damaged_part(file) == "het einde van het bestand"


def with_manifest(file: Path, manifest: Manifest) -> Path:
    """The backup with another manifest, whose checksum is right."""
    with file.open("wb") as out:
        write_archive(out, manifest, file.parent / "copy")
    return file


def test_the_manifest_of_another_backup_is_refused(
    file: Path, manifest: Manifest, database: Path, tmp_path: Path
) -> None:
    write(database, "UPDATE checklist_dossier SET title = 'Een andere'")
    other = make_backup(database, tmp_path / "andere.tar")
    assert damaged_part(with_manifest(file, other)) == "regiostaf.sqlite3"
    start, database_start = 0, members(file)["regiostaf.sqlite3"][0]
    both = file.read_bytes(), (tmp_path / "andere.tar").read_bytes()
    file.write_bytes(both[1][start:database_start] + both[0][database_start:])
    assert damaged_part(file) == "regiostaf.sqlite3"


def other_rows(contents: Contents) -> Contents:
    return replace(contents, rows=dict(contents.rows) | {"checklist_dossier": 3})


def other_migrations(contents: Contents) -> Contents:
    return replace(contents, migrations=contents.migrations[1:])


@pytest.mark.parametrize("lie", [other_rows, other_migrations])
def test_a_manifest_that_says_what_is_not_so_is_refused(
    file: Path, manifest: Manifest, new_database: Path, lie: Callable[[Contents], Contents]
) -> None:
    with_manifest(file, replace(manifest, contents=lie(manifest.contents)))
    with pytest.raises(CommandError, match=r"regiostaf\.sqlite3 klopt niet"):
        restore_backup(file, new_database)


def empty_an_index(copy: Path) -> None:
    """Damage that no count shows: an index without the rows of its table."""
    ((page,),) = rows(
        copy,
        "SELECT rootpage FROM sqlite_schema WHERE name = 'choice_once_per_question' OR name LIKE"
        " 'sqlite_autoindex_checklist_dossier%' LIMIT 1",
    )
    with copy.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x0a\x00\x00\x00\x00\x10\x00\x00")  # an index page without rows


def leave_choices_without_dossier(copy: Path) -> None:
    write(copy, "PRAGMA foreign_keys = OFF", "DELETE FROM checklist_dossier")


def put_in_what_is_no_database(copy: Path) -> None:
    copy.write_bytes(b"SQLite" * 1000)


def put_in_another_product(copy: Path) -> None:
    copy.unlink()
    write(copy, "CREATE TABLE something (it)")


@pytest.mark.parametrize(
    "damage",
    [empty_an_index, leave_choices_without_dossier, put_in_what_is_no_database, put_in_another_product],
)
def test_a_database_that_is_not_sound_is_refused_though_the_hashes_are_right(
    file: Path, manifest: Manifest, new_database: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    before = everything(new_database)
    damage(tmp_path / "copy")
    with_manifest(file, replace(manifest, sha256=sha256_of(tmp_path / "copy")))
    with pytest.raises(CommandError, match=r"regiostaf\.sqlite3 klopt niet"):
        restore_backup(file, new_database)
    assert everything(new_database) == before


# What somebody could put in a file to do harm


def header(name: str, size: int) -> tarfile.TarInfo:
    """The header of a member as it should be."""
    made = tarfile.TarInfo(name)
    made.size, made.mode = size, 0o600
    return made


@pytest.mark.parametrize(
    "change",
    [
        {"name": "../regiostaf.sqlite3"},
        {"name": "/regiostaf.sqlite3"},
        {"name": "map/regiostaf.sqlite3"},
        {"name": "manifest.json"},
        {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"},
        {"type": tarfile.LNKTYPE, "linkname": "/etc/passwd"},
        {"type": tarfile.DIRTYPE},
        {"mode": 0o4755},
        {"mtime": 1},
        {"uname": "root"},
    ],
    ids=str,
)
def test_no_header_says_anything_else_though_its_checksum_is_right(
    file: Path, new_database: Path, change: dict[str, object]
) -> None:
    with tarfile.open(file) as tar:
        found = tar.getmember("regiostaf.sqlite3")
    changed = header(found.name, found.size)
    for name, value in change.items():
        setattr(changed, name, value)
    with file.open("r+b") as opened:
        opened.seek(found.offset)
        assert opened.read(512) == header(found.name, found.size).tobuf(tarfile.GNU_FORMAT)
        opened.seek(found.offset)
        opened.write(changed.tobuf(tarfile.GNU_FORMAT))
    before, around = everything(new_database), files_in(file.parent)
    with pytest.raises(CommandError, match=r"regiostaf\.sqlite3 klopt niet"):
        restore_backup(file, new_database)
    assert (everything(new_database), files_in(file.parent)) == (before, around)
    assert files_in(new_database.parent) == ["regiostaf.sqlite3"]


def test_a_manifest_too_large_to_read_at_once_is_refused(file: Path, manifest: Manifest) -> None:
    rows = {f"table_{number}": number for number in range(60_000)}
    with_manifest(file, replace(manifest, contents=replace(manifest.contents, rows=rows)))
    assert damaged_part(file) == "manifest.json"


@pytest.mark.parametrize("size", [-1, -512, 10**15])
def test_a_size_that_is_not_there_is_refused(file: Path, size: int) -> None:
    file.write_bytes(header("manifest.json", size).tobuf(tarfile.GNU_FORMAT) + bytes(20_000))
    assert damaged_part(file) == "manifest.json"


# The manifest


def test_a_manifest_is_read_as_it_was_written(manifest: Manifest) -> None:
    assert from_json(to_json(manifest)) == manifest


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"\xff",
        b"{}",
        b'{"format": "regiostaf-backup/1"}',
        b'{"format": "regiostaf-backup/1", "made_at": 5, "version": "", "sha256": "", "migrations": [], "rows": {}}',
        b'{"format": "regiostaf-backup/1", "made_at": "2026-11-27T00:00:00+00:00", "version": "", "sha256": "",'
        b' "migrations": 5, "rows": {}}',
    ],
)
def test_what_is_no_manifest_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        from_json(raw)


def test_a_manifest_may_say_nothing_more(manifest: Manifest) -> None:
    raw = to_json(manifest)
    from_json(raw)
    with pytest.raises(ValueError, match="as it is written"):
        from_json(raw.replace(b"{", b'{\n "more": 1,', 1))
