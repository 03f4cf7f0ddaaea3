"""Dutch that templates can't write themselves."""

import datetime
import re

from django import template
from django.utils.formats import date_format

register = template.Library()

_DATE = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?\b")
_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


@register.filter
def in_words(number: int) -> str:
    """Return a number up to twelve as a word, a larger one in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


@register.filter
def dutch_dates(text: str) -> str:
    """Return the text with its dates written out: '2022-07-01' as '1 juli 2022', '2020-07' as 'juli 2020'."""
    return _DATE.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    try:
        date = datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return found[0]
    return date_format(date, "j F Y" if day else "F Y")
