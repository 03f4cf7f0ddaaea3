"""A dossier is settled: exactly the text that was shown, once, whoever else saves or settles at the same moment."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from checklist import selectors
from checklist.domain.decision.date_words import day_in_words
from checklist.domain.dossier import Right
from checklist.domain.settled.edition import EDITION
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.snapshot import snapshot_of
from checklist.domain.settled.value import SettledKind
from checklist.domain.settled.without_names import without_names
from checklist.models import Choice, Dossier, KeptTension
from checklist.models import Proposal as ProposalRow
from checklist.selectors import OpenDossier, StoredVersion
from checklist.selectors.freezing import frozen_of
from checklist.services import guard
from checklist.services.meeting.dossier import goes_on
from checklist.services.proposal import hold_proposal
from checklist.services.versions import store_version

# A redacteur may save a text while it is composed: then once more.
_TRIES = 3


@dataclass(frozen=True)
class Settling:
    """What was confirmed: the day of the kring, the last day it is kept (None: for ever), whether people are named, and
    the hash of the HTML that was shown."""

    settled_on: date
    keep_until: date | None
    names: bool
    based_on: str


class TextChangedError(Exception):
    """What would be settled isn't what was shown: somebody changed it since. Nothing was written."""


class SettlingRefusedError(ValueError):
    """It can't be settled so; the message says why, for the user. Nothing was written."""


def settle(dossier: OpenDossier, asked: Settling) -> str:
    """Settle the text that was shown, in one transaction; return the code of the version.

    The text is composed anew before that transaction, because it takes as long as a hundred saves, and on SQLite these
    would wait for it. Within it all rows from which it was composed are held and compared, so that it is settled as it
    is stored, or not at all.

    Raises `DossierSettledError` when it is settled already, `TextChangedError` when the text isn't the one that was
    shown, `SettlingRefusedError` for a day that can't be and during a meeting, `TooLargeToSettleError`, and
    `DossierGoneError`. The queries of `frozen_of`, and some twenty-five.
    """
    guard.require(dossier, Right.ACT)
    if dossier.newest and dossier.locked:
        raise guard.DossierSettledError(dossier.newest)
    check_days(asked)
    seen = dossier
    for _ in range(_TRIES):
        frozen = frozen_of(seen, asked.settled_on, names=asked.names)
        if frozen.html_sha256 != asked.based_on:
            guard.look_again(dossier)
            raise TextChangedError
        with transaction.atomic():
            now = _held(dossier)
            check_follows(now.newest, asked)
            if _is_so(frozen, seen, now):
                return _store(now, frozen, asked)
        seen = now
    raise TextChangedError


def check_days(asked: Settling) -> None:
    """Raise `SettlingRefusedError` for a day of the kring that is yet to come, and for an end that has been."""
    today = timezone.localdate()
    if asked.settled_on > today:
        raise SettlingRefusedError("De dag waarop de kring dit vaststelde, is nog niet geweest.")
    if asked.keep_until and asked.keep_until <= today:
        raise SettlingRefusedError("Bewaar het tot een dag die nog komt.")


def check_follows(before: StoredVersion | None, asked: Settling) -> None:
    """Raise `SettlingRefusedError` for a day of the kring before that of the version that it follows, as it stands."""
    if before and before.state.settled_on and asked.settled_on < before.state.settled_on:
        number, day = before.facts.version, day_in_words(before.state.settled_on)
        raise SettlingRefusedError(
            f"Versie {number} is van {day}. Versie {number + 1} kan niet eerder zijn vastgesteld."
        )


def _held(dossier: OpenDossier) -> OpenDossier:
    """Hold all rows of the dossier in the order in which saves lock them, those of its parts before its own; return it
    as it is now. Actions aren't held: whoever changes one holds the dossier before the end (`save_agenda`)."""
    for table in (Choice, KeptTension):
        list(table._default_manager.select_for_update().filter(dossier=dossier.id).order_by("pk").values_list("pk"))
    hold_proposal(dossier)
    guard.hold(dossier)
    now = selectors.dossier_with_key(dossier.edit_key)
    if now is None:
        raise guard.DossierGoneError
    if now.withdrawn:
        raise SettlingRefusedError("Dit voorstel is ingetrokken. Neem het eerst weer op; dan kunt u het vaststellen.")
    if goes_on(dossier.id):
        raise SettlingRefusedError("De vergadering over dit dossier is nog niet gesloten. Sluit haar eerst.")
    return now


def _is_so(frozen: Frozen, seen: OpenDossier, now: OpenDossier) -> bool:
    """Whether what was composed of a dossier as it was seen would be composed of it now: of the same words, with the
    same content and in the same house style."""
    told = selectors.dossier_value(now)
    if not frozen.names:
        told = without_names(told)
    same_place = (seen.stamp, seen.region) == (now.stamp, now.region)
    return same_place and told == frozen.told and selectors.house_style() == frozen.house


def _store(dossier: OpenDossier, frozen: Frozen, asked: Settling) -> str:
    _raise_versions(dossier)
    stored = store_version(
        dossier.id,
        SettledKind.VOORSTEL,
        settled_on=asked.settled_on,
        keep_until=asked.keep_until,
        names=asked.names,
        edition=EDITION,
        html=frozen.html,
        snapshot_of=partial(snapshot_of, frozen, site=settings.SITE_URL),
    )
    return stored.code


def _raise_versions(dossier: OpenDossier) -> None:
    """Whoever saves on a page from before meets a conflict, and then finds the dossier settled. An answer that nobody
    looked at keeps its version, 0, which says so: a first save looks again (`save_choice`)."""
    Choice.objects.filter(dossier=dossier.id, version__gt=0).update(version=F("version") + 1)
    KeptTension.objects.filter(dossier=dossier.id).update(version=F("version") + 1)
    ProposalRow.objects.filter(dossier=dossier.id).update(version=F("version") + 1)
    Dossier.objects.filter(pk=dossier.id).update(version=F("version") + 1)
