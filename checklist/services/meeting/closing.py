"""A meeting is suspended and taken up again, and closed for good: what it leaves behind is written, and what must not
stay is deleted."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.as_json import record_as_json
from checklist.domain.meeting_record.words import MOST_SITTINGS
from checklist.models import Answered, Dossier, Meeting, Participant, Round
from checklist.selectors import LiveMeeting, OpenDossier
from checklist.services.meeting.acting import acting, changed, held
from checklist.services.meeting.cleaning import clean
from checklist.services.meeting.errors import MeetingMovedError, StepRefusedError
from checklist.services.meeting.links import NO_LINKS, new_links
from checklist.services.meeting.polls import close_polls
from checklist.services.meeting.recording import record_of
from checklist.services.meeting.rounds import break_off_all
from checklist.services.meeting.seats import seats_held
from checklist.services.meeting.sittings import sitting_begun, sitting_ended

# So long after its opening a meeting is closed that nobody closed.
FORGOTTEN_AFTER = timedelta(days=60)
_TOO_MANY_SITTINGS = f"Een vergadering heeft ten hoogste {MOST_SITTINGS} zittingen. Sluit haar, of begin een kopie."


def suspend(dossier: OpenDossier, meeting: LiveMeeting) -> None:
    """End the sitting: a question that is open is broken off, and the code and the links open nothing any more. Once
    more is a success. Raises `MeetingMovedError` for a meeting that isn't going on, and as `acting`. Those of `acting`,
    and one; five more when a question is open."""
    with acting(dossier, meeting) as now:
        if now.state == MeetingState.SUSPENDED:
            return
        if now.state != MeetingState.RUNNING:
            raise MeetingMovedError(now)
        break_off_all(now)
        sittings = sitting_ended(now.sittings, timezone.now())
        changed(now.id, state=MeetingState.SUSPENDED.value, sittings=sittings, **NO_LINKS)


def resume(dossier: OpenDossier, meeting: LiveMeeting) -> None:
    """Begin another sitting, with a new code and new links; who took part still does. Once more is a success. Raises
    `MeetingMovedError` for a meeting that isn't suspended, `StepRefusedError` after too many sittings, and as `acting`.
    Those of `acting`, and one."""
    with acting(dossier, meeting) as now:
        if now.state == MeetingState.RUNNING:
            return
        if now.state != MeetingState.SUSPENDED:
            raise MeetingMovedError(now)
        if len(now.sittings) >= MOST_SITTINGS:
            raise StepRefusedError(_TOO_MANY_SITTINGS)
        sittings = sitting_begun(now.sittings, timezone.now())
        changed(now.id, state=MeetingState.RUNNING.value, sittings=sittings, **new_links())


def close_meeting(dossier: OpenDossier, meeting: LiveMeeting) -> None:
    """Close a meeting for good: a question that is open is broken off, a poll is counted, and the record is written. No
    device is known any more, and in secret mode neither who answered nor a reason. Once more is a success.

    Raises what `acting` raises. Those of `acting`, eleven, and one for each question of an open meeting; more when a
    question or a poll is open.
    """
    with seats_held(meeting), acting(dossier, meeting) as now:
        if now.state != MeetingState.CLOSED:
            _close(now)


def close_forgotten() -> int:
    """Close the meetings that were opened `FORGOTTEN_AFTER` ago and that nobody closed, and wipe once more where that
    didn't work before; return how many were closed. Two queries, and some thirty for each."""
    before = timezone.now() - FORGOTTEN_AFTER
    rows = Meeting.objects.exclude(state=MeetingState.CLOSED.value).filter(opened_at__lt=before)
    found = [selectors.meeting_with_id(pk) for pk in rows.values_list("pk", flat=True)]
    forgotten = [one for one in found if one]
    for one in forgotten:
        with seats_held(one):
            if Dossier.objects.select_for_update(no_key=True).filter(pk=one.dossier_id).first():
                _close(held(one.id))
    for meeting_id in Meeting.objects.filter(to_clean=True).values_list("pk", flat=True):
        transaction.on_commit(partial(clean, meeting_id))
    return len(forgotten)


def _close(found: LiveMeeting) -> None:
    break_off_all(found)
    close_polls(found.id)
    now = held(found.id)
    moment = timezone.now()
    sittings = sitting_ended(now.sittings, moment)
    given = (
        {} if now.secret else {one.id: selectors.given_in(one.id) for one in selectors.recorded_rounds(now).values()}
    )
    record = record_of(replace(now, sittings=tuple(sittings)), given)
    if now.secret:
        Round.objects.filter(meeting=now.id).update(reasons=None)
        Answered.objects.filter(round__meeting=now.id).delete()
    Participant.objects.filter(meeting=now.id).update(device=None, name="", locked=False)
    changed(
        now.id,
        state=MeetingState.CLOSED.value,
        sittings=sittings,
        record=record_as_json(record),
        closed_at=moment,
        box_until=None,
        to_clean=now.secret,
        **NO_LINKS,
    )
