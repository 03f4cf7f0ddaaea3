"""A gemeente that wasn't there answers after an open meeting. It is said apart, and changes nothing that was counted or
settled."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.ballots import ballot_refusal, cleaned
from checklist.domain.meeting.value import Ballot, MeetingState
from checklist.domain.meeting_record.as_json import record_as_json, record_from_json
from checklist.domain.meeting_record.value import Attended, MeetingRecord
from checklist.domain.meeting_record.words import Mandate, Way
from checklist.domain.proposal import Presence
from checklist.models import Dossier, Participant, Preference
from checklist.selectors import LateSeat, LiveMeeting, OpenDossier
from checklist.services.meeting.acting import acting, changed
from checklist.services.meeting.errors import (
    BallotRefusedError,
    MeetingGoneError,
    MeetingMovedError,
    NotYourSeatError,
    RoundClosedError,
    StepRefusedError,
)
from checklist.services.meeting.recording import answers_of
from models_catalogue.models import Gemeente

LATE_AT_MOST = timedelta(days=30)
_SECRET = "Na een geheime vergadering kan niemand nog antwoorden."  # noqa: S105 - a sentence
_TOO_LONG = f"Achteraf antwoorden kan ten hoogste {LATE_AT_MOST.days} dagen. Kies een eerder moment."


def set_late(dossier: OpenDossier, meeting: LiveMeeting, until: datetime | None) -> None:
    """Let gemeenten answer after a closed meeting until a moment, None to let nobody any more. Raises
    `StepRefusedError` in secret mode and for a moment that is too far, `MeetingMovedError` for a meeting that isn't
    closed, and as `acting`. Those of `acting`, and one."""
    with acting(dossier, meeting) as now:
        if now.state != MeetingState.CLOSED:
            raise MeetingMovedError(now)
        if now.secret:
            raise StepRefusedError(_SECRET)
        if until and until > timezone.now() + LATE_AT_MOST:
            raise StepRefusedError(_TOO_LONG)
        changed(now.id, late_until=until)


@transaction.atomic
def answer_late(signed: str, number: int, ballot: Ballot, mandate: Mandate) -> None:
    """Write what the gemeente with this link says of a question after the meeting, in place of what it said so before.

    Raises `BallotRefusedError`, `RoundClosedError` for a question that wasn't counted or that it answered in the
    meeting, `NotYourSeatError` for a gemeente of another region, `MeetingGoneError` when it can't answer (any more).
    Some thirty queries.
    """
    # Held in the order of every act: who settles the dossier comes before or after this.
    list(Dossier.objects.select_for_update(no_key=True).filter(pk=_seat(signed).meeting.dossier_id).values_list("pk"))
    seat = _seat(signed)
    if number not in seat.rounds:
        raise RoundClosedError(None)
    checked = cleaned(ballot)
    if refusal := ballot_refusal(selectors.content_all().question_of[number], checked):
        raise BallotRefusedError(refusal)
    changed(seat.meeting.id)
    Preference.objects.update_or_create(
        round_id=seat.rounds[number].id,
        participant=_participant(seat),
        defaults={
            "stances": dict(checked.stances),
            "reasons": dict(checked.reasons),
            "discuss": False,
            "mandate": mandate.value,
            "late": True,
        },
    )
    if seat.meeting.record is not None:
        record = _with_late(record_from_json(seat.meeting.record), seat, number)
        changed(seat.meeting.id, record=record_as_json(record))


def _seat(signed: str) -> LateSeat:
    found = selectors.late_seat(signed)
    if found is None:
        raise MeetingGoneError
    return found


def _participant(seat: LateSeat) -> Participant:
    """The gemeente among those that take part; one that didn't was absent."""
    row = Gemeente.objects.filter(code=seat.gemeente, veiligheidsregio__dossier=seat.meeting.dossier_id).first()
    if row is None:
        raise NotYourSeatError
    made, _ = Participant.objects.get_or_create(
        meeting_id=seat.meeting.id, gemeente=row, defaults={"way": Way.ABSENT.value}
    )
    return made


def _with_late(record: MeetingRecord, seat: LateSeat, number: int) -> MeetingRecord:
    """The record with all answers to this question as they are now; the attendance says of who didn't take part that
    they weren't there."""
    answers = answers_of(selectors.given_in(seat.rounds[number].id))
    question = replace(record.questions[number], answers=answers, late=sum(one.late for one in answers))
    attendance = record.attendance
    if seat.gemeente not in {one.gemeente for one in attendance}:
        attendance = (*attendance, Attended(seat.gemeente, Presence.ABSENT))
    return replace(record, attendance=attendance, questions={**record.questions, number: question})
