"""What the screens of a meeting show that is drawn."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from checklist.export.qr import qr_inline

register = template.Library()


@register.filter
def scan_code(address: str) -> SafeString:
    """Return the picture of an address that a telephone reads, drawn in the page itself."""
    return mark_safe(qr_inline(address))  # noqa: S308 - black and white squares, no text of the address
