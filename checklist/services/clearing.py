"""What a settled dossier no longer needs goes; and a concept that the kring doesn't put forward is withdrawn."""

from dataclasses import replace
from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from checklist import kept_documents
from checklist.domain.dossier import Right
from checklist.domain.proposal import data_of, proposal_of
from checklist.domain.settled.transitions import REASON_CAP
from checklist.domain.text import TooLongError, capped
from checklist.models import Action, Dossier, Meeting, Presence
from checklist.selectors import OpenDossier, settled_now
from checklist.services import guard
from checklist.services.acts import ActRefusedError
from checklist.services.meeting.dossier import wiping_of
from checklist.services.proposal import hold_proposal

_OPEN = "Opruimen kan als het voorstel is vastgesteld, en niet is heropend."


def clear_out(dossier: OpenDossier) -> None:
    """Remove of a settled dossier who was there, who has it open, its meeting with what each gemeente answered, what
    was still to be done, and the documents that are kept of it; its keys and answers stay, so that acts can follow.
    What is settled stays as it is. Once more is a success.

    Raises `ActRefusedError` unless it is settled and not opened again, `DossierGoneError`. Nine queries; two more when
    it said who was there, ten with a meeting.
    """
    guard.require(dossier, Right.ACT)
    with transaction.atomic():
        _clear_attendance(dossier)
        Action.objects.filter(dossier=dossier.id).delete()
        Presence.objects.filter(dossier=dossier.id).delete()
        guard.hold_row(dossier)
        if settled_now(dossier.id) is None:
            raise ActRefusedError(_OPEN)
        if wipe := wiping_of(dossier.id):
            transaction.on_commit(wipe)
        Meeting.objects.filter(dossier=dossier.id).delete()
        Dossier.objects.filter(pk=dossier.id).update(present=[], version=F("version") + 1)
        transaction.on_commit(partial(kept_documents.forget, dossier.id))


def _clear_attendance(dossier: OpenDossier) -> None:
    row = hold_proposal(dossier)
    stored = proposal_of(row.data) if row else None
    if row and stored and stored.attendance:
        row.data = data_of(replace(stored, attendance=()))
        row.version += 1
        row.save()


def withdraw_concept(dossier: OpenDossier, on: date | None, because: str) -> None:
    """Say of a concept that the kring doesn't put it forward, since which day and why ('' for no reason); again is
    another day or reason. It leaves no record, and can be taken up again.

    Raises `ActRefusedError`, `DossierSettledError` and `DossierGoneError`. Two queries, or three.
    """
    guard.require(dossier, Right.EDIT)
    try:
        reason = capped(because, REASON_CAP)
    except TooLongError as error:
        raise ActRefusedError(
            f"De tekst telt {error.count} tekens. Maak die korter: er passen er {error.cap}."
        ) from error
    if on is None:
        raise ActRefusedError("Vul een datum in.")
    if on > timezone.localdate():
        raise ActRefusedError("Deze datum is nog niet geweest. Vul in wanneer het is gebeurd.")
    _write(dossier, on, reason)


def take_up_again(dossier: OpenDossier) -> None:
    """Say of a concept that was withdrawn that the kring works on it again; one that wasn't is a success. Raises
    `DossierSettledError` and `DossierGoneError`. Two queries, or three."""
    guard.require(dossier, Right.EDIT)
    _write(dossier, None, "")


def _write(dossier: OpenDossier, on: date | None, because: str) -> None:
    """The title page stays as it is, so its version does too: nobody who changes it is in the way of this."""
    with transaction.atomic():
        guard.hold(dossier)
        Dossier.objects.filter(pk=dossier.id).update(withdrawn_on=on, withdrawn_because=because)
