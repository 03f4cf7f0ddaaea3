"""A tension is kept on purpose, or let go."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.models import KeptTension, Tension, new_version
from checklist.selectors import KeptState, OpenDossier
from checklist.services import guard


class KeptConflictError(Exception):
    """Somebody else changed this kept tension first; `theirs` is what is stored now, None when they let it go."""

    def __init__(self, theirs: KeptState | None) -> None:
        super().__init__("the kept tension was changed by somebody else")
        self.theirs = theirs


class NotBothChosenError(Exception):
    """Tension `number` can't be kept: some of its options, `missing`, aren't chosen (any more). Nothing was written."""

    def __init__(self, number: int, missing: tuple[str, ...]) -> None:
        super().__init__("the options of the tension are not both chosen")
        self.number = number
        self.missing = missing


# The version must stand in the statement's own WHERE. Over a join (`tension__number=…`) Django puts it in a subquery,
# and PostgreSQL, after waiting for whoever is first, doesn't look at a subquery again: two saves would both succeed.
def _stored_kept(dossier: OpenDossier, number: int) -> "QuerySet[KeptTension]":
    return KeptTension.objects.filter(dossier_id=dossier.id, tension__in=Tension.objects.filter(number=number))


@transaction.atomic
def keep_tension(dossier: OpenDossier, number: int, motivation: str, *, based_on: int) -> bool:
    """Keep a tension on purpose, with its motivation; `based_on` 0 means that it wasn't kept before. Return whether
    anything was written: what is stored already isn't.

    Raises `NotBothChosenError` when there is nothing to keep, `KeptConflictError` when somebody else was first with
    another text, `DossierSettledError` and `DossierGoneError` when the dossier was settled or deleted meanwhile. Four
    or five queries; one or two more when it wasn't written.
    """
    guard.require(dossier, Right.EDIT)
    return _held(dossier, lambda: write_kept(dossier, number, motivation, based_on=based_on))


def write_kept(dossier: OpenDossier, number: int, motivation: str, *, based_on: int) -> bool:
    """Keep a tension as part of a transaction that holds the dossier after all its rows: as `keep_tension` else."""
    missing = selectors.options_missing(dossier.id, number)
    if missing is None:
        raise guard.DossierGoneError
    if missing:
        raise NotBothChosenError(number, missing)
    stored = selectors.kept_tension(dossier.id, number)
    if stored and stored.motivation == motivation:
        return False
    version = stored.version if stored else 0
    if version == based_on and _write_kept(dossier, number, motivation, based_on):
        return True
    stored = selectors.kept_tension(dossier.id, number)
    if stored is None:
        guard.check_still_there(dossier)
    if stored is None or stored.motivation != motivation:
        raise KeptConflictError(stored)
    return False


def _write_kept(dossier: OpenDossier, number: int, motivation: str, based_on: int) -> bool:
    """Write a kept tension unless somebody else is first; return whether it was written."""
    if based_on:
        kept = _stored_kept(dossier, number).filter(version=based_on)
        return bool(kept.update(motivation=motivation, version=F("version") + 1))
    try:
        with transaction.atomic():
            KeptTension.objects.create(
                dossier_id=dossier.id,
                tension=Tension.objects.get(number=number),
                motivation=motivation,
                version=new_version(),
            )
    except IntegrityError:
        return False
    return True


@transaction.atomic
def let_tension_go(dossier: OpenDossier, number: int, *, based_on: int) -> bool:
    """No longer keep a tension; one that isn't kept is a success. Return whether anything was written. Raises
    `KeptConflictError`, `DossierSettledError` and `DossierGoneError` when the dossier was settled or deleted meanwhile.
    Two or three queries."""
    guard.require(dossier, Right.EDIT)
    return _held(dossier, lambda: remove_kept(dossier, number, based_on=based_on))


def remove_kept(dossier: OpenDossier, number: int, *, based_on: int) -> bool:
    """Let a tension go as part of a transaction that holds the dossier after all its rows."""
    deleted, _ = _stored_kept(dossier, number).filter(version=based_on).delete()
    if deleted:
        return True
    if stored := selectors.kept_tension(dossier.id, number):
        raise KeptConflictError(stored)
    guard.check_still_there(dossier)
    return False


def _held(dossier: OpenDossier, write: Callable[[], bool]) -> bool:
    """Rows of a dossier's parts are written before its own is held, as everywhere."""
    try:
        written = write()
    except KeptConflictError:
        guard.look_again(dossier)
        raise
    if written:
        guard.hold(dossier)
    return written
