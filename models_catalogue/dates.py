"""Dates in a free text: what is written like 2022-07-01 or like 2020-07 is a date, anything else is words."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

# As many digits as there are after the month: 2026-11-1 is a day that was written wrong. A run of years such as
# 2015-2017, or a number such as Stb. 2010-145, is no month.
_WRITTEN = re.compile(r"\b([0-9]{4}-[0-9]{2})(-[0-9]+)?\b")


@dataclass(frozen=True)
class WrittenDate:
    """A date as it stands in a text. `date` is the first of the month when no day was written (`to_the_day`), and None
    when there is no such date."""

    text: str
    date: datetime.date | None
    to_the_day: bool


def dates_in(text: str) -> list[WrittenDate]:
    """Return what is written as a date, in the text's order. Pure."""
    return [_read(found) for found in _WRITTEN.finditer(text)]


def with_dates(text: str, write: Callable[[WrittenDate], str]) -> str:
    """Return the text with each date replaced by what `write` makes of it. Pure."""
    return _WRITTEN.sub(lambda found: write(_read(found)), text)


def check_dates(text: str) -> None:
    """Raise `ValidationError` when a date in the text doesn't exist; it names the first."""
    for written in dates_in(text):
        if written.date is None:
            raise ValidationError(
                f"‘{written.text}’ is geen bestaande datum. Schrijf een datum als 2022-07-01 of als 2020-07."
            )


def _read(found: re.Match[str]) -> WrittenDate:
    month, day = found.groups()
    try:
        date = datetime.date.fromisoformat(month + (day or "-01"))
    except ValueError:
        date = None
    return WrittenDate(found[0], date, to_the_day=day is not None)
