"""What the chair says of a gemeente: how it takes part, and whether another device may take it over."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from checklist import selectors
from checklist.domain.meeting.value import ANSWERABLE, MeetingState
from checklist.domain.meeting_record.words import Way
from checklist.models import Answered, Participant
from checklist.selectors import LiveMeeting, OpenDossier
from checklist.services.meeting.acting import acting, changed
from checklist.services.meeting.errors import MeetingMovedError, NotYourSeatError, StepRefusedError
from models_catalogue.models import Gemeente

_ANSWERED = "Deze gemeente heeft de open vraag al beantwoord. Kies papier voordat u de volgende vraag opent."


@contextmanager
def seats_held(meeting: LiveMeeting) -> Iterator[None]:
    """Hold the seats of a meeting until the end, in a transaction. They are held before the dossier and the meeting, as
    by a device that takes one over: two never wait for each other. One query."""
    with transaction.atomic():
        rows = Participant.objects.select_for_update(of=("self",)).filter(meeting=meeting.id).order_by("pk")
        list(rows.values_list("pk"))
        yield


def set_lock(dossier: OpenDossier, meeting: LiveMeeting, gemeente: str, locked: bool) -> None:
    """Say whether no other device may take over a gemeente. Raises `NotYourSeatError` for one that doesn't take part,
    `MeetingMovedError` once the meeting is closed, and as `acting`. Nine queries."""
    with seats_held(meeting), acting(dossier, meeting) as now:
        _refuse_closed(now)
        if not Participant.objects.filter(meeting=now.id, gemeente__code=gemeente).update(locked=locked):
            raise NotYourSeatError
        changed(now.id)


def set_way(dossier: OpenDossier, meeting: LiveMeeting, gemeente: str, way: Way) -> None:
    """Say how a gemeente takes part, be it one that didn't join: on paper or absent its phone doesn't answer.

    Raises `NotYourSeatError` for one of another region, `StepRefusedError` in secret mode for one that answered what is
    open: that answer can't be told from the others any more; `MeetingMovedError` once the meeting is closed, and as
    `acting`. Thirteen queries at most.
    """
    with seats_held(meeting), acting(dossier, meeting) as now:
        _refuse_closed(now)
        row = Gemeente.objects.filter(code=gemeente).first()
        if row is None or selectors.gemeenten_elsewhere(dossier.id, [gemeente]):
            raise NotYourSeatError
        seat, made = Participant.objects.get_or_create(meeting_id=now.id, gemeente=row, defaults={"way": way.value})
        if not made and seat.way != way.value:
            if now.secret and _answered_what_is_open(seat):
                raise StepRefusedError(_ANSWERED)
            Participant.objects.filter(pk=seat.pk).update(way=way.value)
        changed(now.id)


def _answered_what_is_open(seat: Participant) -> bool:
    states = [state.value for state in ANSWERABLE]
    return Answered.objects.filter(participant=seat, round__state__in=states).exists()


def _refuse_closed(meeting: LiveMeeting) -> None:
    if meeting.state == MeetingState.CLOSED:
        raise MeetingMovedError(meeting)
