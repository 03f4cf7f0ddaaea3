"""The poll beforehand: all twelve questions open together."""

from datetime import datetime, timedelta

from django.utils import timezone

from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import RoundKind, Step
from checklist.models import Round
from checklist.models.content import QUESTION_COUNT
from checklist.services.meeting.errors import StepRefusedError

POLL_AT_MOST = timedelta(days=30)
_OVER = "Een voorpeiling sluit in de toekomst. Kies een later moment."
_TOO_LONG = f"Een voorpeiling duurt ten hoogste {POLL_AT_MOST.days} dagen. Kies een eerder moment."


def check_poll(until: datetime) -> None:
    """Raise `StepRefusedError` when a poll can't last until then."""
    moment = timezone.now()
    if until <= moment:
        raise StepRefusedError(_OVER)
    if until > moment + POLL_AT_MOST:
        raise StepRefusedError(_TOO_LONG)


def open_polls(meeting_id: int) -> None:
    """Open the poll of each question. One query."""
    Round.objects.bulk_create(
        Round(
            meeting_id=meeting_id,
            question=number,
            attempt=0,
            kind=RoundKind.POLL.value,
            state=RoundState.ALONE.value,
            steps=[[Step.ALONE.value, 0]],
        )
        for number in range(1, QUESTION_COUNT + 1)
    )
