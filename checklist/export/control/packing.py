"""Everything that is stored of a version in one zip, with its list of hashes and the page that checks it."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Protocol
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from checklist.export.control.page import FILE_NAME, control_file

SUMS = "SHA256SUMS"
# Read by everybody, written by who unpacks it; without it some programs unpack files that nobody may read.
_MODE = 0o644 << 16


class Stored(Protocol):
    """A file with its bytes."""

    @property
    def name(self) -> str:
        """Its name, of plain letters."""

    @property
    def sha256(self) -> str:
        """Its SHA-256 as it was recorded."""

    @property
    def made_at(self) -> datetime:
        """When it was made, in UTC."""

    @property
    def content(self) -> bytes:
        """Its bytes."""


def zip_of(files: Iterable[Stored]) -> bytes:
    """Return these files, at least one, in a zip, with `SHA256SUMS` as `sha256sum --check` reads it and
    `regiostaf-controle.html`. Nothing is compressed: a PDF is already, and who asks needn't wait. The hashes are the
    recorded ones, so bytes that were changed since don't fit them. Pure."""
    packed = BytesIO()
    files = tuple(files)
    newest = max(file.made_at for file in files)
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in files)
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for file in files:
            archive.writestr(_entry(file.name, file.made_at), file.content)
        archive.writestr(_entry(SUMS, newest), sums.encode())
        archive.writestr(_entry(FILE_NAME, newest), control_file())
    return packed.getvalue()


def _entry(name: str, made_at: datetime) -> ZipInfo:
    entry = ZipInfo(name, made_at.timetuple()[:6])
    entry.external_attr = _MODE
    return entry
