"""Makes a backup."""

import os
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from checklist.backup import archive, sqlite
from checklist.backup.manifest import Manifest
from checklist.backup.refused import refused
from checklist.backup.workspace import workspace
from checklist.domain.text import clean_line
from checklist.files import whole_file

_NOT_MADE = "Er is geen reservekopie gemaakt"


def make_backup(database: Path, file: Path, *, overwrite: bool = False) -> Manifest:
    """Write a backup of the database to `file`, whole or not at all, for its owner only; return its manifest.

    The site may be in use. Needs room for the database twice beside `file`, for a moment. Raises `CommandError` with
    exit code 2 when the file is there already (unless `overwrite`) or can't be written, and when the database can't be
    read or isn't sound: a backup that can't be put back is none.
    """
    if os.path.lexists(file) and not overwrite:
        raise refused(f"{clean_line(str(file))} bestaat al. Kies een andere naam, of gebruik --overwrite.")
    with workspace(file) as directory, sqlite.explained(_NOT_MADE):
        copy = directory / archive.DATABASE
        sqlite.copy_database(database, copy)
        contents = sqlite.contents_when_sound(copy)
        if contents is None:
            raise refused(f"{_NOT_MADE}: de database is beschadigd.")
        made_at = datetime.now(UTC).replace(microsecond=0)
        manifest = Manifest(made_at, settings.APP_VERSION, archive.sha256_of(copy), contents)
        with whole_file(file, mode=0o600) as out:
            archive.write_archive(out, manifest, copy)
    return manifest
