"""A round goes from one state to the next."""

from datetime import timedelta

from django.utils import timezone

from checklist.domain.meeting.value import RoundState, Showing
from checklist.domain.meeting_record.words import Step
from checklist.models import Round
from checklist.selectors.live_meeting import LiveMeeting, RoundNow
from checklist.services.meeting.errors import MeetingMovedError

# By state, the step that a round takes when it comes there; lapsing is none.
_STEPS = {
    RoundState.ALONE: Step.ALONE,
    RoundState.REASONS: Step.REASONS,
    RoundState.VOTE: Step.VOTE,
    RoundState.CLOSED: Step.CLOSED,
    RoundState.SHOWN: Step.SHOWN,
    RoundState.SETTLED: Step.SETTLED,
}


def round_of(now: LiveMeeting, round_id: int) -> RoundNow:
    """Return a round of the meeting. Raises `MeetingMovedError` when it has none with this id."""
    found = now.round_with_id(round_id)
    if found is None:
        raise MeetingMovedError(now)
    return found


def move(now: LiveMeeting, moved: RoundNow, to: RoundState, **values: object) -> None:
    """Write that a round is in another state, with what goes with it. Raises `MeetingMovedError` when it isn't any more
    as it was seen. One query."""
    step = _STEPS.get(to)
    values |= {"steps": [*moved.steps, *([step_now(now, step)] if step else [])], "state": to.value}
    if not Round.objects.filter(pk=moved.id, state=moved.state.value).update(**values):
        raise MeetingMovedError(now)


def on_screen(moved: RoundNow) -> dict[str, object]:
    """Return the fields of a meeting with which the beamer shows the question of a round that moves on: it may have
    shown another one, or a list."""
    return {"current": moved.question, "showing": Showing.QUESTION.value}


def step_now(now: LiveMeeting, step: Step) -> tuple[str, int]:
    """Return a step with the minute of the meeting in which it is taken now."""
    since = timezone.now() - now.opened_at if now.opened_at else timedelta()
    return step.value, max(0, since // timedelta(minutes=1))
