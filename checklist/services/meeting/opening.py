"""A meeting is made, opened so that gemeenten can join, and begun; and what its beamer shows."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.domain.meeting.plan import plan_as_json, plan_from_json
from checklist.domain.meeting.value import MeetingState, Showing
from checklist.domain.meeting_record.words import Mode
from checklist.models import Answered, Meeting, Participant, Preference
from checklist.selectors import LiveMeeting, OpenDossier
from checklist.services import guard
from checklist.services.meeting.acting import acting, changed
from checklist.services.meeting.errors import MeetingMovedError, StepRefusedError
from checklist.services.meeting.links import new_links
from checklist.services.meeting.polling import check_poll, open_polls
from checklist.services.meeting.polls import close_polls
from checklist.services.meeting.seats import seats_held
from checklist.services.meeting.sittings import sitting_begun

_NO_GEMEENTEN = "Bij deze veiligheidsregio horen nu geen gemeenten. Dan kan niemand meedoen."
_ANSWERED = "Er is al geantwoord. Open of geheim kan nu niet meer anders."


@transaction.atomic
def open_meeting(dossier: OpenDossier, mode: Mode, *, poll_until: datetime | None, names: bool, live: bool) -> None:
    """Make the meeting of a dossier; `live` opens it too, so that gemeenten can join, and its poll with it. `names`:
    the advies tells answers per gemeente, in open mode alone. The same press twice is a success.

    Raises `MeetingMovedError` when the dossier has another meeting, `StepRefusedError` for a region without gemeenten
    and for a poll that can't be, `NoRightError`, `DossierSettledError` and `DossierGoneError`. Four queries; six more
    when it is live, one more for its poll.
    """
    guard.require(dossier, Right.EDIT)
    guard.hold(dossier)
    names = _named(mode, names)
    if there := selectors.meeting_of(dossier.id):
        if (there.mode, there.names, there.live) != (mode, names, live):
            raise MeetingMovedError(there)
        return
    if not selectors.gemeenten_of(dossier.region_code, dossier.stamp):
        raise StepRefusedError(_NO_GEMEENTEN)
    if poll_until:
        check_poll(poll_until)
    Meeting.objects.create(dossier_id=dossier.id, mode=mode.value, names=names, poll_until=poll_until)
    made = selectors.meeting_of(dossier.id)
    if live and made:
        _make_live(made)


def set_mode(dossier: OpenDossier, meeting: LiveMeeting, mode: Mode) -> None:
    """Change the mode, as long as nobody answered; in secret mode nobody's name is kept. Raises `StepRefusedError` when
    somebody did, and as `acting`. Ten queries."""
    with seats_held(meeting), acting(dossier, meeting) as now:
        if now.mode == mode:
            return
        answered = any(rows.objects.filter(round__meeting=now.id).exists() for rows in (Preference, Answered))
        if answered or now.state == MeetingState.CLOSED:
            raise StepRefusedError(_ANSWERED)
        if mode == Mode.SECRET:
            Participant.objects.filter(meeting=now.id).update(name="")
        changed(now.id, mode=mode.value, names=_named(mode, now.names))


def set_names(dossier: OpenDossier, meeting: LiveMeeting, names: bool) -> None:
    """Say whether the advies tells answers per gemeente, after the meeting too; in secret mode it never does. Raises
    what `acting` raises. Those of `acting`, and one."""
    with acting(dossier, meeting) as now:
        named = _named(now.mode, names)
        record = {**now.record, "names": named} if now.record else None
        changed(now.id, names=named, record=record)


def go_live(dossier: OpenDossier, meeting: LiveMeeting) -> None:
    """Open a meeting that was kept for later: it gets a code and links, and its poll begins unless its end has passed.
    Once more is a success. Raises `MeetingMovedError` for one that is further, and as `acting`. Seven queries, eight
    with a poll."""
    with acting(dossier, meeting) as now:
        if now.live:
            return
        if now.state != MeetingState.READY:
            raise MeetingMovedError(now)
        _make_live(now)


def start_poll(dossier: OpenDossier, meeting: LiveMeeting, until: datetime) -> None:
    """Put all twelve questions to the gemeenten beforehand, until a moment or until it is closed; the meeting is live
    from then on. Once more is a success.

    Raises `StepRefusedError` for a moment that can't be, `MeetingMovedError` for a meeting that is further, and as
    `acting`. Eight queries.
    """
    with acting(dossier, meeting) as now:
        if (now.state, now.poll_until) == (MeetingState.POLL, until):
            return
        check_poll(until)
        if now.state != MeetingState.READY:
            raise MeetingMovedError(now)
        _make_live(replace(now, poll_until=until))


def close_poll(dossier: OpenDossier, meeting: LiveMeeting) -> None:
    """Close the poll and count it; what the kring talks about follows from it. Once more is a success. Raises what
    `acting` raises. Those of `acting`, and of `close_polls`."""
    with acting(dossier, meeting) as now:
        close_polls(now.id)


def begin(dossier: OpenDossier, meeting: LiveMeeting) -> None:
    """Begin the meeting: from now on questions can be opened. A poll that is still open is closed first. Once more is a
    success. Raises `MeetingMovedError` for one that is further, and as `acting`. Those of `acting`, and one or two,
    with those of `close_polls`."""
    with acting(dossier, meeting) as now:
        if now.state == MeetingState.RUNNING:
            return
        if now.state not in {MeetingState.READY, MeetingState.POLL}:
            raise MeetingMovedError(now)
        moment = timezone.now()
        close_polls(now.id)
        changed(
            now.id,
            state=MeetingState.RUNNING.value,
            opened_at=now.opened_at or moment,
            sittings=sitting_begun(now.sittings, moment),
            **({} if now.live else new_links()),
        )


def show(dossier: OpenDossier, meeting: LiveMeeting, showing: Showing) -> None:
    """Let the beamer show this. Hamerstukken that were shown can be settled. Raises `MeetingMovedError` once the
    meeting is closed, and as `acting`. Seven queries."""
    with acting(dossier, meeting) as now:
        _refuse_closed(now)
        fields: dict[str, Any] = {"showing": showing.value}
        if showing == Showing.FORMALITIES:
            fields["plan"] = plan_as_json(replace(plan_from_json(now.plan), shown=True))
        changed(now.id, **fields)


def _make_live(meeting: LiveMeeting) -> None:
    """Give code and links, and begin the poll whose end is still to come. One query, or two."""
    moment = timezone.now()
    until = meeting.poll_until if meeting.poll_until and meeting.poll_until > moment else None
    state = MeetingState.POLL if until else MeetingState.READY
    opened_at = meeting.opened_at or moment
    changed(meeting.id, state=state.value, poll_until=until, opened_at=opened_at, **new_links())
    if until:
        open_polls(meeting.id)


def _named(mode: Mode, names: bool) -> bool:
    return names and mode == Mode.OPEN


def _refuse_closed(meeting: LiveMeeting) -> None:
    if meeting.state == MeetingState.CLOSED:
        raise MeetingMovedError(meeting)
