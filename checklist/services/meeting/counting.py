"""A question is closed and counted. In secret mode what may be told of the count is all that is left."""

from typing import Any

from checklist import selectors
from checklist.domain.content import Question
from checklist.domain.meeting.as_json import count_as_json, shown_as_json
from checklist.domain.meeting.shown import shown_count
from checklist.domain.meeting.sums import Hands, Slips, hands_refusal, of_hands, slips_refusal, with_slips
from checklist.domain.meeting.tally import count
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import RoundKind, Step, Way
from checklist.models import Answered, SecretBallot
from checklist.selectors import OpenDossier
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.services.meeting.acting import acting, changed
from checklist.services.meeting.ballots import ask_again, open_ballots, secret_ballots
from checklist.services.meeting.errors import BallotsLostError, MeetingMovedError, SlipsRefusedError
from checklist.services.meeting.moving import move, on_screen, round_of
from checklist.services.meeting.statements import counts_agree

# After a reopening by so few who came or went, two results beside each other would tell what these answered.
_NEARLY_THE_SAME = 2


def close_round(
    dossier: OpenDossier, meeting: LiveMeeting, round_id: int, slips: Slips | None = None, hands: Hands | None = None
) -> None:
    """Close a round and count it, with the slips of paper of a secret meeting, or the hands of a round by hands. Closed
    twice is a success.

    In secret mode the answers are deleted in the same transaction, and wiped after it. Raises `SlipsRefusedError` for
    sums that can't be, `MeetingMovedError`, what `acting` raises, and `BallotsLostError` when the database lost answers
    and the question is asked again. Those of `acting`, and seven queries, with the wiping in secret mode.
    """
    lost = False
    with acting(dossier, meeting) as now:
        closed = round_of(now, round_id)
        if closed.state == RoundState.CLOSED:
            return
        if not closed.answerable or closed.kind == RoundKind.POLL:
            raise MeetingMovedError(now)
        if now.secret and not counts_agree(closed.id):
            ask_again(now.id, closed.id)
            lost = True
        else:
            move(now, closed, RoundState.CLOSED, result=_result(dossier, now, closed, slips, hands))
            wipe_ballots(now, closed)
            changed(now.id, box_until=None, **on_screen(closed))
    if lost:
        raise BallotsLostError


def wipe_ballots(now: LiveMeeting, counted: RoundNow) -> None:
    """In secret mode, delete the answers to a round that was counted. Three queries, none in open mode."""
    if now.secret:
        SecretBallot.objects.filter(round=counted.id).delete()
        Answered.objects.filter(round=counted.id).update(changes=0)
        changed(now.id, to_clean=True)


def _result(
    dossier: OpenDossier, now: LiveMeeting, closed: RoundNow, slips: Slips | None, hands: Hands | None
) -> dict[str, Any]:
    question = selectors.content_all(dossier.stamp).question_of[closed.question]
    if closed.kind == RoundKind.HANDS:
        return _result_of_hands(question, now, hands)
    if not now.secret:
        return count_as_json(count(question, [ballot.stances for ballot in open_ballots(closed.id)]))
    counted = count(question, [ballot.stances for ballot in secret_ballots(closed.id)])
    if slips:
        on_paper = sum(seat.way == Way.PAPER and seat.gemeente not in closed.answered for seat in now.seats)
        if refusal := slips_refusal(question, slips, on_paper):
            raise SlipsRefusedError(refusal)
        counted = with_slips(counted, slips)
    return shown_as_json(shown_count(question, counted, majority_only=_told_nearly(now, closed)))


def _result_of_hands(question: Question, now: LiveMeeting, hands: Hands | None) -> dict[str, Any]:
    most = len(selectors.gemeenten_of(now.region_code))
    if hands is None:
        raise SlipsRefusedError(f"Vul in hoeveel gemeenten er zijn: 1 tot en met {most}.")
    if refusal := hands_refusal(question, hands, most):
        raise SlipsRefusedError(refusal)
    return count_as_json(of_hands(question, hands))


def _told_nearly(now: LiveMeeting, closed: RoundNow) -> bool:
    """Whether the question was counted before with nearly the same gemeenten. Who hands in a slip isn't known: with
    paper it may always be so."""
    earlier = [
        one
        for one in now.rounds
        if one.question == closed.question
        if one.state == RoundState.LAPSED and not one.lost and Step.CLOSED in dict(one.steps)
    ]
    paper = any(seat.way == Way.PAPER for seat in now.seats)
    return any(paper or 1 <= len(one.answered ^ closed.answered) <= _NEARLY_THE_SAME for one in earlier)
