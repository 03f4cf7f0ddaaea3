"""The sittings of a meeting as its row keeps them: each with a date, and from when until when by the clock here."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

_TIME = "%H:%M"


def sitting_begun(sittings: Sequence[Mapping[str, str]], moment: datetime) -> list[dict[str, str]]:
    """Return the sittings with one that begins at this moment."""
    here = timezone.localtime(moment)
    return [*map(dict, sittings), {"date": here.date().isoformat(), "from": here.strftime(_TIME)}]


def sitting_ended(sittings: Sequence[Mapping[str, str]], moment: datetime) -> list[dict[str, str]]:
    """Return the sittings, the last one ended at this moment unless it had ended. One that goes on past midnight ends
    with its day."""
    ended = [*map(dict, sittings)]
    if ended and "until" not in ended[-1]:
        here = timezone.localtime(moment)
        same_day = here.date().isoformat() == ended[-1]["date"]
        ended[-1]["until"] = here.strftime(_TIME) if same_day else "23:59"
    return ended
