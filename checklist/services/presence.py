"""Who has which question open is remembered and forgotten."""

from dataclasses import dataclass

from django.db import IntegrityError
from django.db.models import BigIntegerField
from django.utils import timezone

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.models import Presence
from checklist.prepared import PreparedUpsert, Slot
from checklist.selectors import OpenDossier
from checklist.services import guard


@dataclass(frozen=True)
class Visit:
    """The question that a browser has open from now on; None: it left the questions."""

    visitor: str
    question_number: int | None


# Each save records a visit: compiled once.
_RECORD = PreparedUpsert(
    Presence(
        **{name: Slot.of(Presence, name) for name in ("visitor", "question_number", "seen_at")},
        dossier_id=Slot("dossier_id", BigIntegerField()),
    ),
    unique=("dossier", "visitor"),
    update=("question_number", "seen_at"),
)


def record_visit(dossier: OpenDossier, visit: Visit) -> None:
    """Remember which question a browser has open, for others who open it too. Raises `DossierGoneError` when the
    dossier was deleted just now; inside a transaction its end raises `IntegrityError` instead. One query."""
    guard.require(dossier, Right.EDIT)
    if visit.question_number is None:
        Presence.objects.filter(dossier_id=dossier.id, visitor=visit.visitor).delete()
        return
    try:
        _RECORD.execute(
            dossier_id=dossier.id,
            visitor=visit.visitor,
            question_number=visit.question_number,
            seen_at=timezone.now(),
        )
    except IntegrityError as error:
        raise guard.DossierGoneError from error


def leave_question(dossier: OpenDossier, visitor: str, number: int) -> None:
    """Forget that a browser has this question open, unless it went on to another one meanwhile. One query."""
    guard.require(dossier, Right.EDIT)
    Presence.objects.filter(dossier_id=dossier.id, visitor=visitor, question_number=number).delete()


def clear_old_presences() -> int:
    """Forget who had which question open longer ago than anybody is told; return how many. One query."""
    removed, _ = Presence.objects.filter(seen_at__lt=timezone.now() - selectors.PRESENT_FOR).delete()
    return removed
