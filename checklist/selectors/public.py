"""What anybody may know of a version who has its code."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from checklist.domain.settled.chain import Event
from checklist.models import ChainRecord
from checklist.selectors.settled import StoredFile, StoredVersion, files_of, versions_beside


@dataclass(frozen=True)
class PublicVersion:
    """A version with its files, and the newest one of the same kind when that is another."""

    stored: StoredVersion
    files: tuple[StoredFile, ...]
    newer: StoredVersion | None


@dataclass(frozen=True)
class Destroyed:
    """A version of which only the chain is left: the day on which it was destroyed, its number and its own day."""

    on: date
    version: int
    settled_on: date


def public_version(code: str) -> PublicVersion | None:
    """Return the version with this code, None when there is none (any more). Three queries, one for none."""
    versions = versions_beside(code)
    stored = next((one for one in versions if one.facts.code == code), None)
    if stored is None:
        return None
    return PublicVersion(stored, files_of(stored), versions[0] if versions[0] is not stored else None)


def destroyed_version(code: str) -> Destroyed | None:
    """Return what the chain tells of a version that was destroyed, None when it doesn't. One query."""
    bodies = ChainRecord.objects.filter(code=code, event=Event.DESTROYED.value).values_list("body", flat=True)
    body = bodies.first()
    if body is None:
        return None
    told = json.loads(bytes(body))
    at = timezone.localtime(datetime.fromisoformat(told["at"]))
    return Destroyed(at.date(), told["version"], date.fromisoformat(told["settled_on"]))
