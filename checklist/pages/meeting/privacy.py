"""What becomes of what is said in a meeting, in whole sentences: true for this meeting, by its own fields."""

from dataclasses import dataclass
from datetime import datetime

from checklist.domain.meeting_record.words import Way
from checklist.selectors import LiveMeeting


@dataclass(frozen=True)
class Privacy:
    """The statement: in one sentence what matters most, and then paragraphs. `wiped_at`: when it was last seen that
    secret answers are gone, None when that wasn't looked at; `to_wipe`: others came since. Both are of secret mode."""

    secret: bool
    names_in_advies: bool
    on_paper: bool
    wiped_at: datetime | None
    to_wipe: bool


def privacy_of(meeting: LiveMeeting) -> Privacy:
    """Return the statement of a meeting."""
    return Privacy(
        secret=meeting.secret,
        names_in_advies=meeting.names,
        on_paper=any(seat.way == Way.PAPER for seat in meeting.seats),
        wiped_at=meeting.cleaned_at,
        to_wipe=meeting.to_clean,
    )
