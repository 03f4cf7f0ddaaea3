"""What the templates of the beheer change in Django's own markup."""

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def without_restoring(html: SafeString) -> SafeString:
    """Return Django's page of a form with a form that the browser doesn't fill in again after Back.

    Chromium would put back what was typed beside the values that the page shows by then (`checklist.admin.meanwhile`),
    so that a save overwrites what somebody else wrote meanwhile. Django's template has no place for an attribute.
    """
    return mark_safe(html.replace("<form ", '<form autocomplete="off" ', 1))  # noqa: S308 - Django's own markup
