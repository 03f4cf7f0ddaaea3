"""What every act of the chair does first: it holds the dossier and the meeting, so that nothing moves meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.db import transaction
from django.db.models import F

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.models import Meeting
from checklist.selectors import OpenDossier
from checklist.selectors.live_meeting import LiveMeeting
from checklist.services import guard
from checklist.services.meeting.cleaning import clean
from checklist.services.meeting.errors import MeetingGoneError


@contextmanager
def acting(dossier: OpenDossier, meeting: LiveMeeting) -> Iterator[LiveMeeting]:
    """One transaction for an act of the chair; gives the meeting as it is now, and it stays so until the end.

    Rows are held in one order everywhere: answers of the dossier, the dossier, the meeting. When secret answers were
    deleted, then or before, their traces are wiped after it (`cleaning`). Raises `NoRightError`, `DossierSettledError`,
    `DossierGoneError` and `MeetingGoneError`. Seven queries, and those of the act.
    """
    guard.require(dossier, Right.EDIT)
    with transaction.atomic():
        guard.hold(dossier)
        yield held(meeting.id)
        if Meeting.objects.filter(pk=meeting.id, to_clean=True).exists():
            transaction.on_commit(partial(clean, meeting.id))


def held(meeting_id: int) -> LiveMeeting:
    """Hold a meeting until the transaction ends; return it as it is now. Raises `MeetingGoneError`. Five queries."""
    rows = Meeting.objects.select_for_update(no_key=True).filter(pk=meeting_id)
    found = selectors.meeting_with_id(meeting_id) if rows.values_list("pk").first() else None
    if found is None:
        raise MeetingGoneError
    return found


def changed(meeting_id: int, **values: object) -> None:
    """Write these fields of a meeting, and raise its version: screens show something else from now on. Raises
    `MeetingGoneError`. One query."""
    if not Meeting.objects.filter(pk=meeting_id).update(version=F("version") + 1, **values):
        raise MeetingGoneError
