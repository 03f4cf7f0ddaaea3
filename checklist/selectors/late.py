"""Answers after an open meeting: the link of a gemeente, and what it may still say."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from checklist.domain.meeting.value import Ballot, MeetingState
from checklist.domain.meeting_record.words import RoundKind
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.selectors.meeting import given_in, meeting_with_id
from checklist.selectors.settled import settled_now

_SIGNER = Signer(salt="checklist.meeting.late")
# Of hands nobody knows whose they were, so nobody knows who is still to answer.
_KINDS = (RoundKind.DEVICE, RoundKind.POLL)


@dataclass(frozen=True)
class LateSeat:
    """A gemeente that may answer after the meeting: these questions, each with its round, and what it said of them so
    until now."""

    meeting: LiveMeeting
    gemeente: str
    rounds: Mapping[int, RoundNow]
    given: Mapping[int, Ballot]


def late_link(meeting_id: int, gemeente: str) -> str:
    """Return what names a gemeente in the address with which it answers after the meeting. No query."""
    return _SIGNER.sign(f"{meeting_id}.{gemeente}")


def late_seat(signed: str) -> LateSeat | None:
    """Return who may answer with a link, None when it is none of ours, and when the time for it is over or didn't come:
    before the meeting is closed, and once the dossier is settled. Eighteen queries at most."""
    try:
        pk, gemeente = _SIGNER.unsign(signed).split(".")
    except (BadSignature, ValueError):
        return None
    meeting = meeting_with_id(int(pk))
    if meeting is None or not _open(meeting) or settled_now(meeting.dossier_id):
        return None
    rounds, given = {}, {}
    for number, one in recorded_rounds(meeting).items():
        if one.kind not in _KINDS or one.result is None or gemeente in one.answered:
            continue
        rounds[number] = one
        if own := given_in(one.id).get(gemeente):
            given[number] = own.ballot
    return LateSeat(meeting, gemeente, rounds, given)


def recorded_rounds(meeting: LiveMeeting) -> Mapping[int, RoundNow]:
    """Return the round of each question that the record tells of, in the order of the questions: the last attempt that
    was closed or settled, else the poll. No query."""
    told = (one for one in meeting.polls.values() if one.result is not None)
    attempts = (one for one in meeting.newest.values() if one.result is not None or one.settled is not None)
    return dict(sorted({one.question: one for one in (*told, *attempts)}.items()))


def _open(meeting: LiveMeeting) -> bool:
    until = meeting.late_until
    return meeting.state == MeetingState.CLOSED and not meeting.secret and until is not None and until > timezone.now()
