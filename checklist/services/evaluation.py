"""What a kring finds when it looks back is saved, and settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from checklist import selectors
from checklist.domain.decision.date_words import day_in_words
from checklist.domain.dossier import Right
from checklist.domain.evaluatie.value import NOTHING_SAID, Finding
from checklist.domain.settled.edition import EDITION
from checklist.domain.settled.value import SettledKind
from checklist.models import Evaluation, new_version
from checklist.selectors import FindingState, OpenDossier, StoredVersion
from checklist.services import guard
from checklist.services.settling import Settling, SettlingRefusedError, TextChangedError, check_days, check_follows
from checklist.services.versions import store_version


@dataclass(frozen=True)
class FindingSave:
    """A finding as it is to be, with the version it was based on: 0 when nothing was said."""

    key: str
    finding: Finding
    based_on: int


class FindingConflictError(Exception):
    """Somebody else changed some of these findings first. `theirs` has what is stored now, by key. Nothing was
    written."""

    def __init__(self, theirs: Mapping[str, FindingState]) -> None:
        super().__init__("part of the evaluation was changed by somebody else")
        self.theirs = theirs


class EvaluatieSettledError(Exception):
    """The evaluatie is settled, and not opened again. `newest` is that version. Nothing was written."""

    def __init__(self, newest: StoredVersion) -> None:
        super().__init__("the evaluatie is settled")
        self.newest = newest


def save_findings(dossier: OpenDossier, about: str, saves: Sequence[FindingSave]) -> bool:
    """Save what is found of the voorstel with this code, all of it or nothing; return whether anything was written. A
    finding equal to what is stored is a success, whatever version it was based on.

    Raises `FindingConflictError` when somebody else was first with any of them, `EvaluatieSettledError` when the
    evaluatie is settled, `DossierGoneError` when the dossier was deleted meanwhile. Three queries, one for each finding
    that changes.
    """
    guard.require(dossier, Right.ACT)
    with transaction.atomic():
        _hold_open(dossier)
        stored = selectors.findings_of(dossier.id, about)
        changed = [save for save in sorted(saves, key=lambda one: one.key) if not _is_so(save, stored.get(save.key))]
        missed = [save.key for save in changed if not _write(dossier, about, save)]
        if missed:
            now = selectors.findings_of(dossier.id, about)
            guard.check_still_there(dossier)
            raise FindingConflictError({key: now[key] for key in missed if key in now})
    return bool(changed)


def settle_evaluatie(dossier: OpenDossier, asked: Settling) -> str:
    """Settle an evaluatie as it was shown; return the code of the version. It has no names to leave out.

    Raises `EvaluatieSettledError` when it is settled already, `TextChangedError` when the text isn't the one that was
    shown, `SettlingRefusedError` for a day that can't be or while nothing was decided. Some twelve queries.
    """
    guard.require(dossier, Right.ACT)
    check_days(asked)
    decided = selectors.decided_now(dossier)
    if decided is None:
        raise SettlingRefusedError("Over dit voorstel is nog niet besloten. Dan is er nog niets te evalueren.")
    if asked.settled_on < decided.decided_on:
        day = day_in_words(decided.decided_on)
        raise SettlingRefusedError(f"Het bestuur besloot op {day}. De kring kan niet eerder hebben teruggekeken.")
    with transaction.atomic():
        check_follows(_hold_open(dossier), asked)
        frozen = selectors.frozen_evaluatie_of(dossier, decided, asked.settled_on)
        if frozen.html_sha256 != asked.based_on:
            raise TextChangedError
        stored = store_version(
            dossier.id,
            SettledKind.EVALUATIE,
            settled_on=asked.settled_on,
            keep_until=asked.keep_until,
            names=False,
            edition=EDITION,
            html=frozen.html,
            snapshot_of=partial(frozen.snapshot, site=settings.SITE_URL),
            about=decided.code,
        )
    return stored.code


def _hold_open(dossier: OpenDossier) -> StoredVersion | None:
    """Hold the dossier, so that nobody settles or saves meanwhile; return the newest version of its evaluatie. Raises
    `EvaluatieSettledError` when that isn't opened again."""
    guard.hold_row(dossier)
    newest = next(iter(selectors.versions_of(dossier.id, SettledKind.EVALUATIE)), None)
    if newest and not newest.reopened:
        raise EvaluatieSettledError(newest)
    return newest


def _is_so(save: FindingSave, stored: FindingState | None) -> bool:
    return save.finding == (stored.finding if stored else NOTHING_SAID)


def _write(dossier: OpenDossier, about: str, save: FindingSave) -> bool:
    """Write a finding unless somebody else is first; return whether it was written."""
    values = {"verdict": save.finding.verdict.value, "text": save.finding.text}
    if save.based_on:
        rows = Evaluation.objects.filter(dossier_id=dossier.id, about=about, key=save.key, version=save.based_on)
        return bool(rows.update(**values, version=F("version") + 1))
    try:
        with transaction.atomic():
            Evaluation.objects.create(dossier_id=dossier.id, about=about, key=save.key, **values, version=new_version())
    except IntegrityError:
        return False
    return True
