"""Words that the screens of a meeting have in common: what it is, how long a question may take, how many said what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil, floor

from checklist.domain.meeting_record.words import Mode, Stance
from checklist.selectors import LiveMeeting

# With more gemeenten their squares are small.
MOST_LARGE = 14


def meeting_title(meeting: LiveMeeting) -> str:
    """Return what the bar of every screen says: 'Brabant-Noord · open vergadering'."""
    mode = "open" if meeting.mode == Mode.OPEN else "geheime"
    return f"{meeting.region} · {mode} vergadering"


def box_words(until: datetime, now: datetime) -> str:
    """Return how long a question may still take, in minutes of which begun ones count: 'nog 13 minuten'; 'de tijd is
    om', and a minute later '1 minuut over'. `static/js/meeting_live.js` says the same."""
    left = (until - now).total_seconds() / 60
    if left > 0:
        return f"nog {_minutes(ceil(left))}"
    return f"{_minutes(floor(-left))} over" if left <= -1 else "de tijd is om"


def _minutes(number: int) -> str:
    return f"{number} {'minuut' if number == 1 else 'minuten'}"


def gemeenten_words(number: int) -> str:
    """Return a number of gemeenten: '1 gemeente', '6 gemeenten'."""
    return f"{number} {'gemeente' if number == 1 else 'gemeenten'}"


STANCE_WORDS: Mapping[Stance, str] = {
    Stance.FOR: "voor",
    Stance.LIVE_WITH: "kan ermee leven",
    Stance.AGAINST: "tegen",
}


def count_words(stance: Stance, number: int) -> str:
    """Return how many said what: '6 voor', '1 kan ermee leven', '3 kunnen ermee leven'."""
    if stance == Stance.LIVE_WITH:
        return f"{number} {'kan' if number == 1 else 'kunnen'} ermee leven"
    return f"{number} {STANCE_WORDS[stance]}"


@dataclass(frozen=True)
class Squares:
    """A square for each of so many gemeenten, the first ones filled: their order says nothing."""

    filled: int
    of: int

    @property
    def each(self) -> tuple[bool, ...]:
        """Whether each is filled."""
        return tuple(at < self.filled for at in range(self.of))

    @property
    def many(self) -> bool:
        """Whether they are small."""
        return self.of > MOST_LARGE
