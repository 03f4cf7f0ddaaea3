"""What is done with a version after it was settled is recorded, and the files that were made for it are stored."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from checklist import selectors
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Right
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.chain import told_act, told_files
from checklist.domain.settled.snapshot import cover_of
from checklist.domain.settled.transitions import refusal_of
from checklist.domain.settled.value import (
    ACT_TEXT_CAP,
    MOST_BYTES,
    Act,
    ActFiles,
    ActKind,
    FileFacts,
    NewAct,
    NewFile,
)
from checklist.domain.text import TooLongError, capped
from checklist.models import AdviesAct, AdviesFile, SettledAdvies
from checklist.selectors import OpenDossier, StoredVersion
from checklist.services import chain, guard
from checklist.services.versions import this_second


class ActConflictError(Exception):
    """Somebody else recorded an act first; `acts` are all there are now. Nothing was written."""

    def __init__(self, acts: Sequence[Act]) -> None:
        super().__init__("somebody else recorded an act first")
        self.acts = tuple(acts)


class ActRefusedError(ValueError):
    """The act can't be added; the message says why, for the user. Nothing was written."""


class FileRefusedError(ValueError):
    """A file can't be stored: it is larger than the cap, or there are two of its kind. Nothing was written."""


def add_act(dossier: OpenDossier, version: StoredVersion, act: NewAct, seen: int) -> Act:
    """Record an act of a version, with its record in the chain; return it. `seen` is the number of the last act that
    was known. Its text is cleaned; a version that is opened again without a day, is so today.

    Raises `ActConflictError` when somebody else was first, `ActRefusedError` for what may not follow or isn't whole,
    `DossierGoneError` for a version that isn't of this dossier, or isn't there any more. Nine queries; one more on
    PostgreSQL.
    """
    guard.require(dossier, Right.ACT)
    act = _cleaned(act)
    with transaction.atomic():
        row = _held(dossier, version)
        acts = selectors.acts_of(version.id)
        if acts[-1].number != seen:
            raise ActConflictError(acts)
        if refusal := refusal_of(acts, act, _organ_on_cover(version), timezone.localdate()):
            raise ActRefusedError(refusal)
        added = act.recorded(seen + 1, this_second())
        _insert(row, added)
        chain.append(told_act(row.code, added), added.at)
    return added


def store_files(version: StoredVersion, act: int, files: Sequence[NewFile]) -> bool:
    """Store all files that were made for an act, with their record in the chain; return False, and store none, when it
    has files already: whoever renders second throws its own away. No files are none to store.

    Raises `FileRefusedError` for a file above `MOST_BYTES` or two of a kind, `DossierGoneError` when the version is no
    longer there. Two queries, one for each file, and two or three for the record.
    """
    _check_sizes(files)
    with transaction.atomic():
        held = AdviesAct.objects.select_for_update(no_key=True).filter(advies=version.id, number=act).first()
        if held is None:
            raise guard.DossierGoneError
        if not files or AdviesFile.objects.filter(act=held).exists():
            return False
        made_at = this_second()
        facts = [_insert_file(held, file, made_at) for file in files]
        chain.append(told_files(version.facts.code, ActFiles(act, facts)), made_at)
    return True


def _organ_on_cover(version: StoredVersion) -> Organ:
    """That which is asked to decide; an evaluatie is for the organ that decided on the voorstel."""
    return cover_of(selectors.snapshot_bytes(version)).facts.organ


def _cleaned(act: NewAct) -> NewAct:
    try:
        text = capped(act.text, ACT_TEXT_CAP)
    except TooLongError as error:
        raise ActRefusedError(
            f"De tekst telt {error.count} tekens. Maak die korter: er passen er {error.cap}."
        ) from error
    opened_today = act.kind == ActKind.REOPENED and act.on is None
    return replace(act, text=text, on=timezone.localdate() if opened_today else act.on)


def _held(dossier: OpenDossier, version: StoredVersion) -> SettledAdvies:
    """Hold the dossier, so that acts come one after the other and none beside a settling; return the version's row."""
    guard.hold_row(dossier)
    row: SettledAdvies | None = SettledAdvies.objects.filter(pk=version.id, dossier=dossier.id).first()
    if row is None:
        raise guard.DossierGoneError
    return row


def _insert(row: SettledAdvies, act: Act) -> None:
    AdviesAct.objects.create(
        advies=row,
        number=act.number,
        kind=act.kind.value,
        organ=act.organ.value if act.organ else "",
        date=act.on,
        outcome=act.outcome.value if act.outcome else "",
        text=act.text,
        corrects=act.corrects,
        at=act.at,
        keep_until=row.keep_until,
    )


def _insert_file(act: AdviesAct, file: NewFile, made_at: datetime) -> FileFacts:
    size, digest = len(file.content), sha256_of(file.content)
    AdviesFile.objects.create(
        act=act,
        kind=file.kind.value,
        name=file.name,
        media_type=file.media_type,
        size=size,
        sha256=digest,
        content=file.content,
        made_at=made_at,
        keep_until=act.keep_until,
    )
    return FileFacts(file.kind, file.name, file.media_type, size, digest, made_at)


def _check_sizes(files: Sequence[NewFile]) -> None:
    for file in files:
        if len(file.content) > MOST_BYTES:
            raise FileRefusedError(f"{file.name} has {len(file.content)} bytes, at most {MOST_BYTES} can be stored")
    if len({file.kind for file in files}) < len(files):
        raise FileRefusedError("an act has one file of a kind")
