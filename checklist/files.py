"""Files that commands read and write."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.core.management.base import CommandError

from checklist import selectors
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import UPLOAD_CAP, ExchangeError, parse_dossier
from checklist.domain.text import clean_line
from checklist.whole_files import written_whole

_REASONS = {
    errno.ENOENT: "bestand of map bestaat niet",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EACCES: "u hebt er geen rechten voor",
    errno.ENOSPC: "de schijf is vol",
    errno.EFBIG: "het wordt te groot voor deze schijf",
    errno.EROFS: "de schijf is alleen om te lezen",
}


def read_dossier(path: Path, content: Content) -> DossierValue:
    """Read a dossier file. Raises `CommandError` with exit code 2 and one Dutch line when it is refused. One query."""
    try:
        with path.open("rb") as file:
            raw = file.read(UPLOAD_CAP + 1)
    except OSError as error:
        raise refusal(path, "lezen", error) from error
    try:
        return parse_dossier(raw, content, selectors.gemeenten_by_region())
    except ExchangeError as error:
        raise CommandError(str(error), returncode=2) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises `CommandError` with exit code 2 when it can't be written."""
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A file to write to, as `written_whole` gives it. Raises `CommandError` with exit code 2 when it can't be
    written."""
    try:
        with written_whole(path, mode) as file:
            yield file
    except OSError as error:
        raise refusal(path, "schrijven", error) from error


def refusal(path: Path, verb: str, error: OSError) -> CommandError:
    """What to say, with exit code 2, of a file that can't be read or written (`verb`, Dutch)."""
    reason = _REASONS.get(error.errno or 0, error.strerror)
    return CommandError(f"Kan {clean_line(str(path))} niet {verb}: {reason}.", returncode=2)
