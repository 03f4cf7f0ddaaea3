"""Files that commands read and write."""

import errno
import secrets
from pathlib import Path

from django.core.management.base import CommandError

from checklist import selectors
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import FILE_CAP, ExchangeError, parse_dossier
from checklist.domain.text import clean_line

_REASONS = {
    errno.ENOENT: "bestand of map bestaat niet",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EACCES: "u hebt er geen rechten voor",
    errno.ENOSPC: "de schijf is vol",
}


def read_dossier(path: Path, content: Content) -> DossierValue:
    """Read a dossier file. Raises `CommandError` with exit code 2 and one Dutch line when it is refused. One query."""
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_CAP + 1)
    except OSError as error:
        raise _refusal(path, "lezen", error) from error
    try:
        return parse_dossier(raw, content, selectors.regions())
    except ExchangeError as error:
        raise CommandError(str(error), returncode=2) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises `CommandError` with exit code 2 when it can't be written."""
    unfinished = path.parent / f".regiostaf-{secrets.token_hex(8)}"
    try:
        try:
            with unfinished.open("xb") as file:
                file.write(content)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _refusal(path, "schrijven", error) from error


def _refusal(path: Path, verb: str, error: OSError) -> CommandError:
    reason = _REASONS.get(error.errno or 0, error.strerror)
    return CommandError(f"Kan {clean_line(str(path))} niet {verb}: {reason}.", returncode=2)
