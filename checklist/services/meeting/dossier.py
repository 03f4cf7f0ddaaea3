"""What a meeting asks of its dossier, and a dossier of its meeting."""

from collections.abc import Callable
from functools import partial

from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mode
from checklist.models import Meeting, Participant
from checklist.services.meeting.cleaning import clean


def holds_region(dossier_id: int) -> bool:
    """Whether gemeenten of the dossier's region take, or took, part in its meeting. For who holds the dossier: nobody
    joins then until the transaction ends. Two queries, one without a meeting."""
    rows = Meeting.objects.select_for_update(no_key=True).filter(dossier=dossier_id)
    found = rows.values_list("pk", "record").first()
    return found is not None and (bool(found[1]) or Participant.objects.filter(meeting=found[0]).exists())


def goes_on(dossier_id: int) -> bool:
    """Whether the kring is in the middle of a meeting about the dossier: gemeenten can join, or it is suspended. One
    that was kept for later, or is closed, isn't. One query."""
    rows = Meeting.objects.filter(dossier=dossier_id).exclude(state=MeetingState.CLOSED.value)
    return rows.exclude(state=MeetingState.READY.value, join_token=None).exists()


def wiping_of(dossier_id: int) -> Callable[[], object] | None:
    """Return what wipes the secret answers of the dossier's meeting, to be called once they are deleted; None when it
    has no secret meeting. One query."""
    secret = Meeting.objects.filter(dossier=dossier_id, mode=Mode.SECRET.value).values_list("pk", flat=True).first()
    return None if secret is None else partial(clean, secret)
