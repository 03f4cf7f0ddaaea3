"""A time line in words: what stands at a moment, and the whole of it for whoever doesn't see it."""

from collections.abc import Sequence

from checklist.domain.decision.date_words import MONTHS, day_in_words
from checklist.domain.decision.tijdlijn import Moment, Stand, Tijdlijn

MOST = 700
# How a month is called where there is little room.
SHORT_MONTHS = tuple("mrt" if name == "maart" else name[:3] for name in MONTHS)


def label_of(moment: Moment) -> str:
    """Return the words at a moment: 'besluit, uiterlijk 18 feb 2027'; a legal term has its length in place of a date,
    as its bar ends at that."""
    day = f"{moment.on.day} {SHORT_MONTHS[moment.on.month - 1]} {moment.on.year}"
    return _told(moment, f"{moment.weeks} weken" if moment.weeks else _when(moment, day))


def tijdlijn_in_words(line: Tijdlijn) -> str:
    """Return the alternative text: from when to when, the moments by date, and what has none; whole sentences of at
    most so many characters together."""
    days = line.days
    until = f" tot en met {day_in_words(days[-1])}" if days[-1] > days[0] else ""
    start = f"Tijdlijn van {day_in_words(days[0])}{until}, met een baan per orgaan."
    moments = [(lane.name, moment) for lane in line.lanes for moment in lane.moments]
    moments.sort(key=lambda found: (found[1].on, found[1].place))
    sentences = [_sentence(name, moment) for name, moment in moments]
    if line.undated:
        sentences.append(f"Nog zonder datum: {'; '.join(line.undated)}.")
    return _fitting([start, *sentences])


def _told(moment: Moment, when: str) -> str:
    trouble = "gedaan" if moment.stand is Stand.DONE else moment.trouble
    return ", ".join(part for part in (moment.words, when, trouble) if part)


def _when(moment: Moment, day: str) -> str:
    return f"vanaf {day}" if moment.stand is Stand.FROM else f"uiterlijk {day}" if moment.latest else day


def _sentence(lane: str, moment: Moment) -> str:
    day = day_in_words(moment.on)
    earliest = "op zijn vroegst " if moment.stand is Stand.FROM else ""
    when = f"{moment.weeks} weken, tot {earliest}{day}" if moment.weeks else _when(moment, day)
    return f"{lane}: {_told(moment, when)}."


def _fitting(sentences: Sequence[str]) -> str:
    """As many whole sentences as fit, and then that the rest stands in the list."""
    rest = "De andere momenten staan bij de stappen."
    whole, text = " ".join(sentences), ""
    if len(whole) <= MOST:
        return whole
    for sentence in sentences:
        longer = f"{text} {sentence}".strip()
        if len(longer) + 1 + len(rest) > MOST:
            break
        text = longer
    return f"{text} {rest}"
