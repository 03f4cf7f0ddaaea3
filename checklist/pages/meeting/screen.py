"""The beamer of a meeting: which of its pages it shows, and what its section says of itself to the script."""

from dataclasses import dataclass
from datetime import datetime

from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.selectors import LiveMeeting, RoundNow

# Milliseconds until a screen asks again; a poll of days can wait longer.
WAIT, WAIT_IN_POLL = 1500, 10_000

_STEPS = {
    RoundState.ALONE: "eerst alleen",
    RoundState.REASONS: "redenen",
    RoundState.VOTE: "stemmen",
    RoundState.CLOSED: "gesloten",
    RoundState.SHOWN: "uitslag",
    RoundState.SETTLED: "vastgesteld",
}


@dataclass(frozen=True)
class Notice:
    """A page with a few words alone: there is no meeting, or it isn't live."""

    heading: str
    text: str


@dataclass(frozen=True)
class Stand:
    """What the section on the beamer is: the name of its template, what that shows, and what the script is told.
    `title` names the page; `until`: when the time for this question is over, None without a limit."""

    part: str
    title: str
    page: object
    round_id: int | None = None
    number: int | None = None
    step: str = ""
    wait: int = WAIT
    until: datetime | None = None

    @property
    def says(self) -> str:
        """What a screen reader hears when it comes."""
        count = getattr(self.page, "count_words", "")
        return ". ".join(filter(None, (self.title, count)))


NOTICE_OF_SAMPLE = Notice(
    "Voorbeeld met verzonnen keuzes", "Bij een voorbeeld is geen vergadering. Open er een bij een eigen dossier."
)


def notice(meeting: LiveMeeting | None) -> Notice | None:
    """Return what the beamer says when there is nothing to follow; None while a meeting is live."""
    if meeting is None:
        return Notice(
            "Er is nog geen vergadering",
            "Zodra de voorzitter een vergadering opent, staat hier de code om mee te doen.",
        )
    if meeting.state == MeetingState.CLOSED:
        return Notice("De vergadering is gesloten", "Wat is vastgesteld, staat in het dossier.")
    if meeting.state == MeetingState.SUSPENDED:
        return Notice("De vergadering is geschorst", "Na de schorsing komt hier een nieuwe code om mee te doen.")
    if not meeting.live:
        return Notice(
            "De vergadering is nog niet begonnen",
            "Zodra de voorzitter haar opent, staat hier de code om mee te doen.",
        )
    return None


def step_words(now: RoundNow | None) -> str:
    """Return the step of a round in words; empty without a round."""
    if now is None:
        return ""
    return "praten" if now.talking else _STEPS.get(now.state, "")


def question_title(number: int, now: RoundNow | None) -> str:
    """Return what names the page of a question: 'Vraag 7: stemmen'."""
    return ": ".join(filter(None, (f"Vraag {number}", step_words(now))))


def wait_of(meeting: LiveMeeting) -> int:
    """Return in milliseconds when a screen asks again."""
    return WAIT_IN_POLL if meeting.state == MeetingState.POLL else WAIT
