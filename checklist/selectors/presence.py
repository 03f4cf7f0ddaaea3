"""Who else has a question open."""

from datetime import datetime, timedelta

from django.db.models import BigIntegerField, IntegerField
from django.utils import timezone

from checklist.models import Presence
from checklist.prepared import PreparedQuery, Slot

# How long a question counts as open after the last sign of it. Without JavaScript a sign comes only with a save, and a
# kring talks over one question for some minutes.
PRESENT_FOR = timedelta(minutes=15)

_AT_QUESTION = PreparedQuery(
    Presence.objects.filter(
        dossier_id=Slot("dossier", BigIntegerField()), question_number=Slot("number", IntegerField())
    ).values_list("visitor", "seen_at")
)


def others_at(dossier_id: int, number: int, visitor: str) -> datetime | None:
    """Return when another browser than this visitor's was last seen at a question; None when that is more than
    `PRESENT_FOR` ago, or never was. One query."""
    since = timezone.now() - PRESENT_FOR
    rows = _AT_QUESTION.rows(dossier=dossier_id, number=number)
    return max((seen_at for other, seen_at in rows if other != visitor and seen_at >= since), default=None)
