"""The chain: a record for whatever is added, each with the hash of the one before. No personal data, so for ever."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from checklist.domain.settled.canonical import canonical, sha256_of, sha256_of_text
from checklist.domain.settled.value import Act, ActFiles, FileFacts, Version

FORMAT = "regiostaf-ketting/1"
NOTHING_BEFORE = "0" * 64


class Event(StrEnum):
    """What a record tells."""

    SETTLED = "vastgesteld"
    STATE = "stand"
    FILES = "bestanden"
    DESTROYED = "vernietigd"


@dataclass(frozen=True)
class Told:
    """What a record is about: its event, the version's code and the members that go with the event."""

    event: Event
    code: str
    members: Mapping[str, Any]


@dataclass(frozen=True)
class Record:
    """A link of the chain as it is stored; `body` is canonical JSON, `sha256` its hash."""

    sequence: int
    code: str
    event: Event
    previous: str
    body: bytes

    @property
    def sha256(self) -> str:
        """What the next record has as `previous`."""
        return sha256_of(self.body)


def told_settling(version: Version, act: Act) -> Told:
    """Return what the record of a settling tells."""
    return Told(
        Event.SETTLED,
        version.code,
        {
            "dossier": version.dossier,
            "kind": version.kind.value,
            "version": version.version,
            "follows": version.follows,
            "about": version.about,
            "settled_on": version.settled_on.isoformat(),
            "keep_until": _day(version.keep_until),
            "names": version.names,
            "app_version": version.app_version,
            "edition": version.edition,
            "snapshot": version.snapshot_sha256,
            "html": version.html_sha256,
            "act": _act(act),
        },
    )


def told_act(code: str, act: Act) -> Told:
    """Return what the record of a later act tells."""
    return Told(Event.STATE, code, {"act": _act(act)})


def told_files(code: str, made: ActFiles) -> Told:
    """Return what the record of the files of an act tells."""
    files = [_file(file) for file in sorted(made.files, key=lambda file: file.kind.value)]
    return Told(Event.FILES, code, {"act": made.number, "files": files})


def told_destruction(version: Version, files: int, list_sha256: str) -> Told:
    """Return what the record of a destruction tells: `files` is their number, `list_sha256` the hash of the list of
    which it was a part."""
    return Told(
        Event.DESTROYED,
        version.code,
        {
            "version": version.version,
            "settled_on": version.settled_on.isoformat(),
            "keep_until": _day(version.keep_until),
            "files": files,
            "list_sha256": list_sha256,
        },
    )


def record_of(told: Told, sequence: int, previous: str, at: datetime, site: str) -> Record:
    """Return a record as the next of a chain: `previous` is the hash of the one before, `NOTHING_BEFORE` for the
    first."""
    body = canonical(
        {
            "format": FORMAT,
            "sequence": sequence,
            "previous": previous,
            "at": moment(at),
            "site": site,
            "event": told.event.value,
            "code": told.code,
            **told.members,
        }
    )
    return Record(sequence, told.code, told.event, previous, body)


def chain_file(records: Iterable[Record]) -> bytes:
    """Return records as the file `ketting.json` that goes with a document: each with its hash."""
    links = [{"body": record.body.decode(), "sha256": record.sha256} for record in records]
    return canonical({"format": FORMAT, "links": links})


def records_of_acts(records: Iterable[Record], act: int) -> tuple[Record, ...]:
    """Return those records of a version that tell its acts, up to and with the one of this number: what a file of that
    act can have in it, since its own record comes after it."""
    of_acts = (record for record in records if record.event in {Event.SETTLED, Event.STATE})
    return tuple(record for record in of_acts if json.loads(record.body)["act"]["number"] <= act)


def moment(at: datetime) -> str:
    """Return a moment in UTC as records write it, in whole seconds."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _act(act: Act) -> dict[str, Any]:
    return {
        "number": act.number,
        "kind": act.kind.value,
        "organ": act.organ.value if act.organ else "",
        "date": _day(act.on),
        "outcome": act.outcome.value if act.outcome else "",
        "corrects": act.corrects,
        "at": moment(act.at),
        "text_sha256": sha256_of_text(act.text),
    }


def _file(file: FileFacts) -> dict[str, Any]:
    return {
        "kind": file.kind.value,
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
    }
