"""Documents that were made, kept in files of this server: one that didn't change isn't made again.

A document stands in one file behind the digest of what it was made of, so another digest makes it again in its place.
Those of dossiers hold what a kring typed. They go with their dossier (`forget`), and what an accident leaves behind
goes by age and by number; docs/limits.md says how long and how many.
"""

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from checklist.whole_files import written_whole

KEPT_FOR = timedelta(days=2)
MOST_FILES = 500
MOST_BYTES = 100 * 1024**2

_logger = logging.getLogger(__name__)


def of_dossier(dossier_id: int, kind: str) -> Path:
    """Where a document of a dossier is kept; `kind` is which of its documents, a word."""
    return _folder() / f"{dossier_id}-{kind}.kept"


def read(path: Path, digest: str) -> bytes | None:
    """Return the document that was made of this, None when there is none."""
    with suppress(OSError):
        kept = path.read_bytes()
        if kept.startswith(digest.encode()):
            return kept[len(digest) :]
    return None


def write(path: Path, digest: str, document: bytes) -> None:
    """Keep a document whole in the place of the one before, for this user of the machine alone. A full disk costs time
    (it is made again), not the document."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with written_whole(path, mode=0o600) as file:
            file.write(digest.encode() + document)
    except OSError as error:
        _logger.warning("A document can't be kept: %s", error)
    if path.parent == _folder():
        _remove(_beyond_the_room())


def forget(dossier_id: int) -> None:
    """Remove the documents of a dossier, which is deleted."""
    _remove(_folder().glob(f"{dossier_id}-*.kept"))


def dossiers() -> set[int]:
    """The ids of the dossiers of which a document is kept."""
    return {_dossier_of(path) for path in _files()}


def clear(existing: Iterable[int]) -> int:
    """Remove what is older than `KEPT_FOR`, and what is left of dossiers other than these; return how many. Those that
    are in use are still read to their end."""
    there = set(existing)
    since = (timezone.now() - KEPT_FOR).timestamp()
    return _remove(path for path in _files() if _dossier_of(path) not in there or _made_at(path) < since)


def _folder() -> Path:
    folder: Path = settings.VAR_DIR / "documents"
    return folder


def _files() -> list[Path]:
    return sorted(_folder().glob("*.kept"))


def _dossier_of(path: Path) -> int:
    return int(path.name.partition("-")[0])


def _made_at(path: Path) -> float:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime
    return 0.0


def _beyond_the_room() -> list[Path]:
    """The oldest, as far as there are too many or they are too large together."""
    beyond, room = [], MOST_BYTES
    for number, path in enumerate(sorted(_files(), key=_made_at, reverse=True), start=1):
        with suppress(FileNotFoundError):
            room -= path.stat().st_size
        if number > MOST_FILES or room < 0:
            beyond.append(path)
    return beyond


def _remove(paths: Iterable[Path]) -> int:
    removed = 0
    for path in paths:
        try:
            path.unlink()
            removed += 1
        except FileNotFoundError:
            continue
        except OSError:
            _logger.exception("A kept document can't be removed: %s", path.name)
    return removed
