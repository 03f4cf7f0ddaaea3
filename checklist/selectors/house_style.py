"""The house style of this installation, on every page and in every document without a query of its own.

Its version comes along with what a page asks anyway: the key of a dossier, or the stamp of the content. The style with
that version is remembered. A page that asks neither shows it as this process saw it last.
"""

from collections.abc import Mapping

from django.db.models import Subquery

from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.models import HouseStyle as HouseStyleRow

# In a query for something else: '' or None while there is no style.
HOUSE_VERSION = Subquery(HouseStyleRow.objects.values("version")[:1])

_NONE: Mapping[str, HouseStyle] = {"": OWN_STYLE}


class _Seen:
    """What this process knows: the version that it saw last, and the style that has it. Before the first page it knows
    nothing."""

    version: str | None = None
    styles: Mapping[str, HouseStyle] = _NONE


def saw_house_version(version: str | None) -> None:
    """Take note of the version that a query gave."""
    _Seen.version = version or ""


def house_style() -> HouseStyle:
    """Return the house style, `OWN_STYLE` while there is none. No query, but one after it changed and one for the first
    page of a process."""
    style = _Seen.styles.get(_Seen.version) if _Seen.version is not None else None
    return style or newest_house_style()


def newest_house_style() -> HouseStyle:
    """Return the house style as it is stored now. One query."""
    row = HouseStyleRow.objects.first()
    style = row.value if row else OWN_STYLE
    stored = row.version if row else ""
    # One, with its logo of some hundred kB: who came with an older version reads it again.
    _Seen.styles = {**_NONE, stored: style}
    _Seen.version = stored
    return style
