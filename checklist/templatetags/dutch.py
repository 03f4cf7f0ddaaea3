"""Dutch that templates can't write themselves."""

import datetime
import re

from django import template
from django.utils.formats import date_format

from checklist.domain.dutch import in_a_row, in_words

register = template.Library()
register.filter(in_words)
register.filter(in_a_row)

_DATE = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?\b")


@register.filter
def as_heading(label: str) -> str:
    """Return a question without its 'Bepaal', which speaks to the kring: 'Bepaal wie …' is 'Wie …' to other readers."""
    subject = label.removeprefix("Bepaal ")
    return subject[:1].upper() + subject[1:]


@register.filter
def chapter(passage: str) -> str:
    """Return the chapter of a passage, for where its heading is named already: 'hoofdstuk 1, Proportionaliteit'."""
    return passage.partition(",")[0]


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
