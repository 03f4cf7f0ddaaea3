"""Words that several parts of the bediening have in common."""

from datetime import datetime, timedelta

from django.utils import timezone

from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import Mode
from checklist.selectors import LiveMeeting, RoundNow


def mode_words(mode: Mode) -> str:
    """Return the mode as every screen names it."""
    return "open" if mode == Mode.OPEN else "geheim"


def clock_words(moment: datetime) -> str:
    """Return the time of a moment in local time: '10.05'."""
    return f"{moment.hour}.{moment.minute:02}"


LOST = "Door een storing zijn de antwoorden weg. De vraag is opnieuw gesteld."
_STATES = {
    RoundState.ALONE: "open",
    RoundState.REASONS: "bij de redenen",
    RoundState.VOTE: "bij het stemmen",
    RoundState.CLOSED: "gesloten",
    RoundState.SHOWN: "bij de uitslag",
    RoundState.SETTLED: "vastgesteld",
}


def moved_words(meeting: LiveMeeting, number: int | None) -> str:
    """Return what to say when somebody else pressed first: where the question, or the meeting, is by now."""
    first = "De voorzitter op een ander scherm was u voor."
    now = meeting.newest.get(number or 0)
    if now is None or now.state not in _STATES:
        return f"{first} Hieronder staat hoe het nu is."
    return f"{first} Vraag {now.question} is nu {_STATES[now.state]}{_since(meeting, now)}. Wat u typte, staat er nog."


def _since(meeting: LiveMeeting, now: RoundNow) -> str:
    """Since when the round is where it is: ', sinds 10.22'."""
    if meeting.opened_at is None or not now.steps:
        return ""
    moment = timezone.localtime(meeting.opened_at + timedelta(minutes=now.steps[-1][1]))
    return f", sinds {clock_words(moment)}"
