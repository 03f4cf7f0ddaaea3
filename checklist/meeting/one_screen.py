"""One screen for the chair and the room, a laptop that is mirrored: the next step stands on the beamer's page."""

from dataclasses import dataclass

from django.urls import reverse

from checklist import selectors
from checklist.domain.meeting.plan import plan_from_json
from checklist.domain.meeting.value import Showing
from checklist.keys import Key
from checklist.pages.meeting.chair_bar import ChairAct, Press, bar_of
from checklist.pages.meeting.chair_look import Sight, look_asked
from checklist.selectors import LiveMeeting

# What asks for nothing that has to be looked at or typed first; the rest is pressed on the bediening.
_HERE = {ChairAct.OPEN, ChairAct.TALK, ChairAct.VOTE, ChairAct.CLOSE_AND_SHOW, ChairAct.SHOW_RESULT}
# The name of what a press sends to come back to the beamer.
FROM_SCREEN = "scherm"


def address_of_screen(key: Key) -> str:
    """Return where the beamer is with the next step on it."""
    return f"{reverse('meeting-screen', args=[key])}?bediening=1"


@dataclass(frozen=True)
class OneScreen:
    """The next step, None when it is taken on the bediening, and what a press sends beside it."""

    press: Press | None
    looks: str
    round_id: int | None


def one_screen(meeting: LiveMeeting, stamp: str) -> OneScreen:
    """Return the chair's first button for the beamer. No query but for the gemeenten where they aren't remembered."""
    look = look_asked({}, meeting)
    plan, names = plan_from_json(meeting.plan), selectors.gemeenten_of(meeting.region_code, stamp)
    now = meeting.current_round
    press = None
    if look.screen == Showing.QUESTION:
        found = bar_of(Sight(selectors.content_all(stamp), meeting, plan, look, names)).go
        press = found if found.name == "actie" and found.value in _HERE else None
    return OneScreen(press, look.query, now.id if now else None)
