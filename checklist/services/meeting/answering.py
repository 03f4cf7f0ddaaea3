"""A gemeente answers: with its phone, or with what it says and hands in to the chair."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from threading import Lock

from django.db import connection, transaction

from checklist import selectors
from checklist.domain.meeting.ballots import ballot_refusal, cleaned
from checklist.domain.meeting.device import ballot_key, digest_of
from checklist.domain.meeting.plan import plan_as_json, plan_from_json
from checklist.domain.meeting.value import Ballot, Given, MeetingState, RoundState
from checklist.domain.meeting_record.words import How, Mandate, Mode, RoundKind, Way
from checklist.models import Participant
from checklist.selectors import OpenDossier
from checklist.selectors.answers import AskedRound, asked_round
from checklist.selectors.live_meeting import LiveMeeting
from checklist.services.meeting import ballots, statements
from checklist.services.meeting.acting import acting, changed, held
from checklist.services.meeting.cleaning import clean
from checklist.services.meeting.errors import (
    BallotRefusedError,
    BallotsLostError,
    MeetingGoneError,
    MeetingMovedError,
    NotYourSeatError,
    OtherDeviceAnsweredError,
    RoundClosedError,
    TooManyChangesError,
    WayRefusedError,
)
from checklist.services.meeting.polls import close_polls
from checklist.services.meeting.seats import seats_held
from models_catalogue.models import Gemeente

# On SQLite one writes at a time. Who waits for the file asks again and again, and sixteen threads keep each other out
# for seconds; so the threads of a process wait here, and at the file only the processes.
_ONE_AT_A_TIME = Lock()


@contextmanager
def _writing(meeting_id: int, cookie: str) -> Iterator[None]:
    """A transaction that holds the seat of this device, where rows can be held, and then the meeting: nobody takes the
    seat over, and nobody closes the round, before the answer is written."""
    with _ONE_AT_A_TIME if connection.vendor == "sqlite" else nullcontext(), transaction.atomic():
        if connection.features.has_select_for_update:
            seats = Participant.objects.filter(meeting=meeting_id, device=digest_of(cookie))
            seats.select_for_update(no_key=True).values_list("pk").first()
        if not statements.raise_version(meeting_id):
            raise MeetingGoneError
        yield


def answer(asked: AskedRound, cookie: str, ballot: Ballot, mandate: Mandate) -> None:
    """Write the answer of the gemeente that this device speaks for, in place of the one it gave to this round before.
    In secret mode the mandate isn't written: it stays with the participant.

    Raises `BallotRefusedError`, `NotYourSeatError`, `WayRefusedError`, `RoundClosedError`, `MeetingGoneError`, and in
    secret mode `OtherDeviceAnsweredError`, `TooManyChangesError`, and `BallotsLostError` when the round was asked
    again. Two queries in open mode, four in secret mode; on PostgreSQL three and seven. Where it is refused, four more.
    """
    meeting_id, round_id = asked.meeting_id, asked.id
    if asked.over:
        close_polls(meeting_id)
        if asked.mode == Mode.SECRET:
            transaction.on_commit(partial(clean, meeting_id))
        raise _refusal(meeting_id, round_id, cookie)
    checked = _checked(asked, ballot)
    if asked.mode == Mode.SECRET:
        with _writing(meeting_id, cookie):
            lost = not _answer_in_secret(meeting_id, round_id, cookie, checked)
        if lost:
            raise BallotsLostError
        return
    with _writing(meeting_id, cookie):
        if not statements.write_open(meeting_id, round_id, cookie, Given(checked, mandate=mandate)):
            raise _refusal(meeting_id, round_id, cookie)


def answer_for(  # noqa: PLR0913, PLR0917 - an answer with where it came from
    dossier: OpenDossier,
    meeting: LiveMeeting,
    round_id: int,
    gemeente: str,
    ballot: Ballot,
    how: How,
    mandate: Mandate,
) -> None:
    """Write the answer that a gemeente gives to the chair, on paper or by hand; open mode only. A gemeente that didn't
    take part yet does from now on. Raises `BallotRefusedError`, `RoundClosedError`, `NotYourSeatError` for a gemeente
    of another region, and what `acting` raises. Those of `acting`, and six queries."""
    asked = asked_round(meeting.id, round_id)
    if asked is None:
        raise RoundClosedError(None)
    checked = _checked(asked, ballot)
    with seats_held(meeting), acting(dossier, meeting) as now:
        seat = now.seat_of.get(gemeente)
        participant = seat.id if seat else _seated(now, gemeente, how)
        changed(now.id)
        if not statements.write_open_for(now.id, round_id, participant, Given(checked, how, mandate)):
            raise RoundClosedError(now.round_with_id(round_id))


def lift(meeting_id: int, cookie: str, question: int) -> None:
    """Let the gemeente of this device ask to talk about a hamerstuk; in secret mode nobody learns which it was. Asked
    twice is a success. Raises `NotYourSeatError`, `MeetingGoneError`, and `MeetingMovedError` when it is none any more.
    Six queries."""
    with transaction.atomic():
        now = held(meeting_id)
        seat = next((one for one in now.seats if one.device == digest_of(cookie)), None)
        if seat is None:
            raise NotYourSeatError
        plan = plan_from_json(now.plan)
        if question in plan.lifted:
            return
        settled = any(one.state == RoundState.SETTLED for one in now.rounds if one.question == question)
        if now.state != MeetingState.RUNNING or question not in plan.formal or settled:
            raise MeetingMovedError(now)
        lifted = plan.lift(question, "" if now.secret else seat.gemeente)
        changed(meeting_id, plan=plan_as_json(lifted))


def _answer_in_secret(meeting_id: int, round_id: int, cookie: str, ballot: Ballot) -> bool:
    """Write it in both tables; return False when the round turned out to be lost and is asked again."""
    before = statements.write_answered(meeting_id, round_id, cookie)
    if before is None:
        raise _refusal(meeting_id, round_id, cookie)
    written = statements.write_ballot(ballot_key(cookie, round_id), round_id, ballot, new=before == 0)
    statements.mix(round_id)
    if not statements.counts_agree(round_id):
        ballots.ask_again(meeting_id, round_id)
        return False
    if not written:
        raise OtherDeviceAnsweredError
    return True


def _checked(asked: AskedRound, ballot: Ballot) -> Ballot:
    question = selectors.content_all(asked.stamp).question_of[asked.question]
    checked = cleaned(ballot)
    if refusal := ballot_refusal(question, checked):
        raise BallotRefusedError(refusal)
    return checked


def _seated(now: LiveMeeting, gemeente: str, how: How) -> int:
    row = Gemeente.objects.filter(code=gemeente, veiligheidsregio__code=now.region_code).first()
    if row is None:
        raise NotYourSeatError
    way = Way.PAPER if how == How.PAPER else Way.PHONE
    return Participant.objects.create(meeting_id=now.id, gemeente=row, way=way.value).pk


def _refusal(meeting_id: int, round_id: int, cookie: str) -> Exception:
    """Why an answer wasn't written."""
    now = selectors.meeting_with_id(meeting_id)
    if now is None:
        return MeetingGoneError()
    seat = next((one for one in now.seats if one.device == digest_of(cookie)), None)
    if seat is None:
        return NotYourSeatError()
    of_round = now.round_with_id(round_id)
    if of_round is None or not of_round.answerable or of_round.kind == RoundKind.HANDS:
        return RoundClosedError(of_round)
    if seat.way != Way.PHONE:
        return WayRefusedError()
    return TooManyChangesError() if seat.gemeente in of_round.answered else RoundClosedError(of_round)
