"""Dutch that templates can't write themselves."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from checklist.domain.dutch import in_a_row, in_words
from models_catalogue.dates import WrittenDate, with_dates

register = template.Library()
register.filter(in_words)
register.filter(in_a_row)


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
    return with_dates(text, _written_out)


@register.filter
def saved_words(moment: datetime) -> str:
    """Return when something was saved: 'Opgeslagen om 10.21', with the date when that isn't today, and with the year
    when it isn't this one: 'Opgeslagen op 24 november om 10.21'. Takes a moment with its time zone; says the local
    time."""
    here, today = timezone.localtime(moment), timezone.localdate()
    if here.date() == today:
        return f"Opgeslagen om {date_format(here, 'G.i')}"
    day = date_format(here, "j F" if here.year == today.year else "j F Y")
    return f"Opgeslagen op {day} om {date_format(here, 'G.i')}"


def _written_out(written: WrittenDate) -> str:
    if written.date is None:
        return written.text
    return date_format(written.date, "j F Y" if written.to_the_day else "F Y")
