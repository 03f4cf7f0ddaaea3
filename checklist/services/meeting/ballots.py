"""The secret answers of a round: counted against who answered, taken away, and asked again when the database lost them.

A crash of PostgreSQL empties their table, which stands in no log (`checklist/secret_tables.py`).
"""

from checklist.domain.meeting.value import Ballot, RoundState
from checklist.domain.meeting_record.words import MOST_ATTEMPTS, RoundKind, Step
from checklist.models import Answered, Preference, Round, SecretBallot
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.selectors.meeting import stances_from
from checklist.services.meeting.acting import changed, held


def secret_ballots(round_id: int) -> list[Ballot]:
    """Return the secret answers to a round, in no order that says anything. One query."""
    rows = SecretBallot.objects.filter(round=round_id).order_by("key").values_list("stances", "reasons", "discuss")
    return [Ballot(stances_from(stances), reasons, discuss) for stances, reasons, discuss in rows]


def open_ballots(round_id: int) -> list[Ballot]:
    """Return the answers to a round in open mode, without those that came after it. One query."""
    rows = Preference.objects.filter(round=round_id, late=False).values_list("stances", "reasons", "discuss")
    return [Ballot(stances_from(stances), reasons, discuss) for stances, reasons, discuss in rows]


def forget(now: LiveMeeting, of_round: RoundNow) -> None:
    """Delete the answers to a round. Two queries in secret mode, else one."""
    if now.secret:
        SecretBallot.objects.filter(round=of_round.id).delete()
        Answered.objects.filter(round=of_round.id).delete()
    else:
        Preference.objects.filter(round=of_round.id).delete()


def ask_again(meeting_id: int, round_id: int) -> None:
    """Let a round lapse of which answers were lost, and open the next attempt in its place; a poll, which has none,
    begins anew. Within a transaction that holds the meeting. Nine queries."""
    now = held(meeting_id)
    lost = now.round_with_id(round_id)
    if lost is None:
        return
    forget(now, lost)
    if lost.kind == RoundKind.POLL:
        Round.objects.filter(pk=lost.id).update(lost=True)
    else:
        Round.objects.filter(pk=lost.id).update(state=RoundState.LAPSED.value, lost=True, reasons=None, word="")
        if lost.attempt < MOST_ATTEMPTS:
            _next_attempt(now, lost)
    changed(meeting_id, to_clean=True)


def _next_attempt(now: LiveMeeting, lost: RoundNow) -> None:
    first = [Step.ALONE.value, lost.steps[-1][1] if lost.steps else 0]
    Round.objects.create(
        meeting_id=now.id,
        question=lost.question,
        attempt=lost.attempt + 1,
        kind=lost.kind.value,
        state=RoundState.ALONE.value,
        steps=[first],
    )
