"""The poll beforehand is closed, all twelve questions together."""

from django.db import transaction

from checklist import selectors
from checklist.domain.meeting.plan import plan_as_json
from checklist.domain.meeting.polls import PollResult, poll_as_json, poll_result
from checklist.domain.meeting.value import RoundState
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.services.meeting.acting import changed, held
from checklist.services.meeting.ballots import ask_again, open_ballots, secret_ballots
from checklist.services.meeting.counting import wipe_ballots
from checklist.services.meeting.formalities import plan_after_poll
from checklist.services.meeting.moving import move
from checklist.services.meeting.statements import counts_agree


def close_polls(meeting_id: int) -> None:
    """Close the polls, count them, and make of them what the kring talks about: in a transaction of its own, or within
    an act. Closed twice is a success. Raises `MeetingGoneError`. Some sixty queries."""
    with transaction.atomic():
        now = held(meeting_id)
        open_now = [one for one in now.polls.values() if one.answerable]
        if not open_now:
            return
        results = {one.question: _close(now, one) for one in open_now}
        changed(meeting_id, plan=plan_as_json(plan_after_poll(now, results)))


def _close(now: LiveMeeting, poll: RoundNow) -> PollResult:
    question = selectors.content_all().question_of[poll.question]
    if now.secret and not counts_agree(poll.id):
        ask_again(now.id, poll.id)
    given = secret_ballots(poll.id) if now.secret else open_ballots(poll.id)
    result = poll_result(question, given, secret=now.secret)
    said = result.word.value if result.word else ""
    move(now, poll, RoundState.CLOSED, result=poll_as_json(result), word=said)
    wipe_ballots(now, poll)
    return result
