"""What templates need to know of the beheer, and what they change in Django's own markup."""

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def without_restoring(html: SafeString) -> SafeString:
    """Return Django's page of a form with a form that the browser doesn't fill in again after Back.

    Chromium would put back what was typed beside the values that the page shows by then (`checklist.admin.meanwhile`),
    so that a save overwrites what somebody else wrote meanwhile. Django's template has no place for an attribute.
    """
    return mark_safe(html.replace("<form ", '<form autocomplete="off" ', 1))  # noqa: S308 - Django's own markup


@register.filter
def in_beheer(path: str) -> bool:
    """Whether an address is one of the beheer: what goes wrong there is told to a redacteur, not to a kring."""
    return path.startswith(reverse("admin:index"))


@register.filter
def form_address(address: str) -> str:
    """Return the address at which a form is opened anew; that of a preview shows the page, not its form."""
    row = address.removesuffix("voorbeeld/")
    if row == address:
        return address
    return row if row.endswith("/add/") else f"{row}change/"
