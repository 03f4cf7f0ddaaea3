"""Dates as people type them: '1 maart 2027', 'do 18 feb. 2027', '1-3-2027' and '2027-03-01'; and as we write them."""

import re
from datetime import date

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MONTH = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"mrt": 3, "sept": 9}

_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\.?)"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.A)
_FIGURES = re.compile(r"(?P<day>\d{1,2})([-/.])(?P<month>\d{1,2})\2(?P<year>\d{4})", re.A)
_WORDS = re.compile(rf"(?:{_WEEKDAY}\s+)?(?P<day>\d{{1,2}})\s+(?P<month>[a-z]+)\.?\s+(?P<year>\d{{4}})", re.A)


def date_in(text: str) -> date | None:
    """Return the date that a text is, whole; None when it is something else, or no day of the calendar."""
    typed = " ".join(text.casefold().split())
    found = _ISO.fullmatch(typed) or _FIGURES.fullmatch(typed) or _WORDS.fullmatch(typed)
    if not found:
        return None
    month = found["month"]
    try:
        return date(int(found["year"]), _MONTH.get(month) or int(month), int(found["day"]))
    except ValueError:
        return None


def day_in_words(day: date | None) -> str:
    """Return a date as a document has it: '1 maart 2027'; empty for none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
