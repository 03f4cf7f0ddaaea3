"""What becomes of what is said in a meeting, in whole sentences: true for this meeting, by its own fields."""

from dataclasses import dataclass
from datetime import date, datetime

from checklist.domain.meeting_record.words import How, Way
from checklist.selectors import LiveMeeting


@dataclass(frozen=True)
class Privacy:
    """The statement: in one sentence what matters most, and then paragraphs. `wiped_on`: the day on which it was last
    seen that secret answers are gone, None when that wasn't looked at; `wiped_at`: the moment, which a file doesn't
    tell; `to_wipe`: others came since. These are of secret mode."""

    secret: bool
    names_in_advies: bool
    on_paper: bool
    wiped_on: date | None
    wiped_at: datetime | None
    to_wipe: bool


def privacy_of(meeting: LiveMeeting) -> Privacy:
    """Return the statement of a meeting."""
    return Privacy(
        secret=meeting.secret,
        names_in_advies=meeting.names,
        on_paper=any(seat.way == Way.PAPER for seat in meeting.seats) or _on_paper_before(meeting),
        wiped_on=meeting.wiped_on,
        wiped_at=meeting.cleaned_at,
        to_wipe=meeting.to_clean,
    )


def _on_paper_before(meeting: LiveMeeting) -> bool:
    """Whether the record of a meeting of a file, which has no seats, says that a gemeente used paper."""
    attendance = (meeting.record or {}).get("attendance", [])
    return any(one.get("how") == How.PAPER for one in attendance)
