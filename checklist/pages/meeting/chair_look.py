"""What the bediening looks at; what the beamer shows may be something else."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from checklist.domain.content import Content
from checklist.domain.meeting.plan import Plan
from checklist.domain.meeting.value import Showing
from checklist.selectors import LiveMeeting

# What stands behind the number of a question that is settled without a vote, where a button leads there.
UNVOTED = "-zonder"
# On the bediening the designs stand with the whole, and names with the question.
_SCREENS = set(Showing) - {Showing.QUESTION, Showing.NAMES, Showing.DESIGNS}


@dataclass(frozen=True)
class Look:
    """A screen, and of a question which. `unvoted`: it is settled without a vote."""

    screen: Showing
    number: int | None = None
    unvoted: bool = False

    @property
    def query(self) -> str:
        """The query of the address that looks at this."""
        if self.number is None:
            return urlencode({"blik": self.screen.value})
        return urlencode({"vraag": self.number} | ({"zonder": "stemming"} if self.unvoted else {}))


@dataclass(frozen=True)
class Sight:
    """What every part of the bediening is made of. `names` are those of the region's gemeenten by code."""

    content: Content
    meeting: LiveMeeting
    plan: Plan
    look: Look
    names: Mapping[str, str]


def question_look(number: int) -> Look:
    """Return the look at a question."""
    return Look(Showing.QUESTION, number)


def look_asked(asked: Mapping[str, str], meeting: LiveMeeting) -> Look:
    """Return what an address asks to look at; without an answerable question in it, what the meeting is at."""
    number = asked.get("vraag", "")
    if number.isascii() and number.isdigit() and 1 <= int(number[:3]) <= 12:
        return Look(Showing.QUESTION, int(number[:3]), unvoted=asked.get("zonder") == "stemming")
    if (screen := asked.get("blik", "")) in _SCREENS:
        return Look(Showing(screen))
    return _where_it_is(meeting)


def _where_it_is(meeting: LiveMeeting) -> Look:
    if now := meeting.open_round:
        return question_look(now.question)
    if meeting.showing in (Showing.QUESTION, Showing.NAMES) and meeting.current:
        return question_look(meeting.current)
    if meeting.showing == Showing.DESIGNS:
        return Look(Showing.WHOLE)
    return Look(Showing(meeting.showing) if meeting.showing in _SCREENS else Showing.JOIN)
