"""Files of content that a test may change, and loading them: as a next version of `fixtures/`, or with `--from`."""

import json
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.core.management import call_command

from checklist.content_loading.kinds import CONTENT_DIR

Records = list[dict[str, Any]]
Change = Callable[[Records], object]


def copied_fixtures(folder: Path) -> Path:
    """Make the folder, a copy of the fixtures."""
    return Path(shutil.copytree(CONTENT_DIR, folder, ignore=shutil.ignore_patterns("dossiers")))


def load(fixtures: Path = CONTENT_DIR, **options: bool) -> str:
    """Run a plain `load_content` of a version of the product with these fixtures; return what it says."""
    out = StringIO()
    with patch("checklist.management.commands.load_content.CONTENT_DIR", fixtures):
        call_command("load_content", stdout=out, **options)
    return out.getvalue()


def dump(directory: Path) -> dict[str, str]:
    """Dump into the folder and return the files by name."""
    call_command("dump_content", output=directory)
    return {path.name: path.read_text(encoding="utf-8") for path in directory.iterdir()}


def change(files: Path, name: str, how: Change) -> None:
    """Change the records of one file."""
    path = files / name
    records = json.loads(path.read_text(encoding="utf-8"))
    how(records)
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")


def set_field(number: int, name: str, value: object) -> Change:
    """Return a change that sets one field of one record, counted from 1."""
    return lambda records: records[number - 1]["fields"].__setitem__(name, value)


def add_like(number: int, /, **values: object) -> Change:
    """Return a change that adds a record: the given one, counted from 1, with some other values."""
    return lambda records: records.append(
        records[number - 1] | {"fields": records[number - 1]["fields"] | values},
    )


def remove(number: int) -> Change:
    """Return a change that takes away one record, counted from 1."""
    return lambda records: records.pop(number - 1)
