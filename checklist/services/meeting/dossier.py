"""What a meeting asks of its dossier, and a dossier of its meeting."""

from checklist.domain.meeting.value import MeetingState
from checklist.models import Meeting, Participant

# In these nobody has begun, or all is over.
_AT_REST = (MeetingState.READY.value, MeetingState.CLOSED.value)


def holds_region(dossier_id: int) -> bool:
    """Whether gemeenten of the dossier's region take, or took, part in its meeting. For who holds the dossier: nobody
    joins then until the transaction ends. Two queries, one without a meeting."""
    rows = Meeting.objects.select_for_update(no_key=True).filter(dossier=dossier_id)
    found = rows.values_list("pk", "record").first()
    return found is not None and (bool(found[1]) or Participant.objects.filter(meeting=found[0]).exists())


def goes_on(dossier_id: int) -> bool:
    """Whether the kring is in the middle of a meeting about the dossier: its poll is open or closed, it goes on, or it
    is suspended. One query."""
    return Meeting.objects.filter(dossier=dossier_id).exclude(state__in=_AT_REST).exists()
