"""The file of a backup: a tar with three members, always in the same order and with the same headers.

Because everything but names, sizes and contents is fixed, reading compares each header, the padding and the end with
what writing would give: no byte can change unseen. Names in the file are compared, never used as a path. Nothing large
is held in memory.
"""

import hashlib
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.core.management.base import CommandError

from checklist.backup.manifest import Manifest, UnknownFormatError, from_json, to_json
from checklist.backup.refused import refused
from checklist.domain.text import clean_line
from checklist.files import refusal

MANIFEST, CHECKSUM, DATABASE = "manifest.json", "manifest.json.sha256", "regiostaf.sqlite3"
# A manifest takes some 5 kB.
_SMALL_CAP = 1_000_000
_CHUNK = 1_000_000


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex. Raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_archive(out: BinaryIO, manifest: Manifest, database: Path) -> None:
    """Write a backup of this database, which the manifest describes. Raises `OSError`."""
    raw = to_json(manifest)
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as tar, database.open("rb") as file:
        tar.addfile(_member(MANIFEST, len(raw)), io.BytesIO(raw))
        checksum = _checksum(raw)
        tar.addfile(_member(CHECKSUM, len(checksum)), io.BytesIO(checksum))
        tar.addfile(_member(DATABASE, database.stat().st_size), file)


def read_archive(path: Path, database: Path) -> Manifest:
    """Check a backup and write the database that is in it to `database`; return its manifest.

    Raises `CommandError` with exit code 2, with the part that is damaged, or because the format is of a newer version,
    the file can't be read or there is no room for the database.
    """
    try:
        archive = path.open("rb")
    except OSError as error:
        raise refusal(path, "lezen", error) from error
    try:
        with archive, database.open("xb") as out:
            return _Reader(archive, path).read(out)
    except OSError as error:
        raise refusal(path, "uitpakken", error) from error


class _Reader:
    """Reads one backup from its start to its end."""

    def __init__(self, archive: BinaryIO, path: Path) -> None:
        self._archive = archive
        self._path = path

    def read(self, out: BinaryIO) -> Manifest:
        """Check all of it and copy the database."""
        raw, checksum = self._small(MANIFEST), self._small(CHECKSUM)
        if checksum != _checksum(raw):
            raise self._damaged(MANIFEST)
        manifest = self._manifest(raw)
        digest = hashlib.sha256()
        for chunk in self._chunks(DATABASE):
            digest.update(chunk)
            out.write(chunk)
        if digest.hexdigest() != manifest.sha256:
            raise self._damaged(DATABASE)
        end = bytes(2 * tarfile.BLOCKSIZE + -(self._archive.tell() + 2 * tarfile.BLOCKSIZE) % tarfile.RECORDSIZE)
        if self._archive.read(len(end) + 1) != end:
            raise self._damaged("het einde van het bestand")
        return manifest

    def _manifest(self, raw: bytes) -> Manifest:
        try:
            return from_json(raw)
        except UnknownFormatError as error:
            raise newer(self._path) from error
        except ValueError as error:
            raise self._damaged(MANIFEST) from error

    def _small(self, name: str) -> bytes:
        found = b""
        for chunk in self._chunks(name):
            found += chunk
            if len(found) > _SMALL_CAP:
                raise self._damaged(name)
        return found

    def _chunks(self, name: str) -> Iterator[bytes]:
        """The contents of the member that comes next, which must have this name."""
        header = self._archive.read(tarfile.BLOCKSIZE)
        try:
            left = size = tarfile.TarInfo.frombuf(header, "utf-8", "strict").size
        except tarfile.HeaderError as error:
            raise self._damaged(name) from error
        if size < 0 or header != _member(name, size).tobuf(tarfile.GNU_FORMAT):
            raise self._damaged(name)
        while left:
            chunk = self._archive.read(min(left, _CHUNK))
            if not chunk:
                raise self._damaged(name)
            left -= len(chunk)
            yield chunk
        padding = bytes(-size % tarfile.BLOCKSIZE)
        if self._archive.read(len(padding)) != padding:
            raise self._damaged(name)

    def _damaged(self, part: str) -> CommandError:
        return damaged(self._path, part)


def damaged(path: Path, part: str) -> CommandError:
    """The refusal of a backup of which this part isn't what was written."""
    return refused(f"{clean_line(str(path))} is geen reservekopie van Regiostaf, of is beschadigd: {part} klopt niet.")


def newer(path: Path) -> CommandError:
    """The refusal of a backup that a later version made."""
    return refused(
        f"{clean_line(str(path))} is gemaakt met een nieuwere versie van Regiostaf: installeer eerst die versie."
    )


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    member.mode = 0o600
    return member


def _checksum(manifest: bytes) -> bytes:
    """The line of `sha256sum`."""
    return f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}\n".encode()
