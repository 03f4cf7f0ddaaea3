"""The manifest of a backup: what is in it, as a value and as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

FORMAT = "regiostaf-backup/1"


@dataclass(frozen=True)
class Contents:
    """What a database holds: its applied migrations ('app.name', sorted) and the number of rows of every table."""

    migrations: tuple[str, ...]
    rows: Mapping[str, int]


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    made_at: datetime
    version: str
    sha256: str
    contents: Contents


class UnknownFormatError(ValueError):
    """The manifest has a format that this version doesn't know."""


def to_json(manifest: Manifest) -> bytes:
    """Return the manifest as it is stored; equal manifests give equal bytes."""
    value = {
        "format": FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "version": manifest.version,
        "sha256": manifest.sha256,
        "migrations": list(manifest.contents.migrations),
        "rows": dict(manifest.contents.rows),
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def from_json(raw: bytes) -> Manifest:
    """Return the manifest with these bytes. Raises `UnknownFormatError`, and `ValueError` when `to_json` would not have
    written exactly this."""
    try:
        value = json.loads(raw)
        if value["format"] != FORMAT:
            raise UnknownFormatError(value["format"])
        manifest = Manifest(
            datetime.fromisoformat(value["made_at"]),
            value["version"],
            value["sha256"],
            Contents(tuple(value["migrations"]), dict(value["rows"])),
        )
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a manifest") from error
    if to_json(manifest) != raw:
        raise ValueError("not a manifest as it is written")
    return manifest
