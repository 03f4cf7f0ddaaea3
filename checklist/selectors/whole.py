"""The majority of a meeting as a whole, from the questions of which the outcome was shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from checklist.domain.content import Content, Question
from checklist.domain.meeting.as_json import count_from_json, shown_from_json
from checklist.domain.meeting.polls import poll_from_json
from checklist.domain.meeting.value import QuestionCount, RoundState, Stances
from checklist.domain.meeting.whole import Whole
from checklist.domain.meeting.whole_open import whole_open
from checklist.domain.meeting.whole_secret import whole_secret
from checklist.domain.meeting_record.words import RoundKind, Way
from checklist.models import Preference
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.selectors.meeting import stances_from

_SEEN = (RoundState.SHOWN, RoundState.SETTLED)


def whole_now(content: Content, meeting: LiveMeeting) -> Whole:
    """Return what is settled, and for the rest added up, as one design with what can be told of it. A question of which
    no number was shown yet isn't in it; a hamerstuk is, once it is settled. One query in open mode, none in secret
    mode."""
    formal = {number: poll for number, poll in meeting.polls.items() if poll.state == RoundState.SETTLED}
    last = formal | dict(meeting.newest)
    seen = {number: now for number, now in last.items() if now.state in _SEEN}
    settled = {number: now.settled for number, now in seen.items() if now.settled}
    present = sum(seat.way != Way.ABSENT for seat in meeting.seats)
    counted = {number: now for number, now in seen.items() if now.result is not None}
    if meeting.secret:
        voted = {number: now for number, now in counted.items() if now.kind != RoundKind.POLL}
        told = {number: shown_from_json(content.question_of[number], now.result or {}) for number, now in voted.items()}
        return whole_secret(content, told, settled, present)
    counts = {number: _count(content.question_of[number], now) for number, now in counted.items()}
    known = {number: count for number, count in counts.items() if count}
    return whole_open(content, known, settled, _said(counted.values()), present)


def _count(question: Question, now: RoundNow) -> QuestionCount | None:
    if now.kind == RoundKind.POLL:
        return poll_from_json(question, now.result or {}).counted
    return count_from_json(question, now.result or {})


def _said(rounds: Iterable[RoundNow]) -> Mapping[str, Mapping[int, Stances]]:
    """What each gemeente said, by its code and by question, but for what came after the meeting."""
    by_name = [now.id for now in rounds if now.kind != RoundKind.HANDS]
    rows = Preference.objects.filter(round__in=by_name, late=False).order_by("participant__gemeente__code")
    said: defaultdict[str, dict[int, Stances]] = defaultdict(dict)
    for gemeente, number, stances in rows.values_list("participant__gemeente__code", "round__question", "stances"):
        said[gemeente][number] = stances_from(stances)
    return said
