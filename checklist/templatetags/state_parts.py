"""What the parts of a document need that change with its state: a hash to compare by eye, the QR code, the meeting."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from checklist.domain.state import State
from checklist.export.qr import qr_alternative, qr_data_address

register = template.Library()
_GROUP = 8
# 30 mm in the pixels of a page without a stylesheet.
_PIXELS = 113


@register.filter
def in_groups(sha256: str) -> str:
    """Return a hash in groups of eight, so that two can be compared by eye."""
    return " ".join(sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP))


@register.filter
def qr_code(address: str) -> SafeString:
    """Return the picture of an address that a telephone reads; `data-address` has it for files that draw it anew."""
    return format_html(
        '<img src="{}" alt="{}" width="{}" height="{}" data-address="{}">',
        qr_data_address(address),
        qr_alternative(address),
        _PIXELS,
        _PIXELS,
        address,
    )


@register.filter
def meeting_day(state: State, planned: date | None) -> date | None:
    """Return the day of the meeting: the planned one until the voorstel is offered, then what the acts say of it."""
    return state.meeting if state.offered_on else state.meeting or planned
