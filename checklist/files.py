"""Files that commands read and write."""

import os
import tempfile
from pathlib import Path

from django.core.management.base import CommandError

from checklist import selectors
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.exchange import FILE_CAP, ExchangeError, parse_dossier


def read_dossier(path: Path, content: Content) -> DossierValue:
    """Read a dossier file. Raises `CommandError` with exit code 2 and one Dutch line when it is refused. One query."""
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_CAP + 1)
    except OSError as error:
        raise CommandError(f"Kan {path} niet lezen: {error.strerror}.", returncode=2) from error
    try:
        return parse_dossier(raw, content, selectors.regions())
    except ExchangeError as error:
        raise CommandError(str(error), returncode=2) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises `CommandError` with exit code 2 when its folder can't be written."""
    try:
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CommandError(f"Kan {path} niet schrijven: {error.strerror}.", returncode=2) from error
