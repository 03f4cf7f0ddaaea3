"""Drawings in a template."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.export.organigram.drawing import TITLE, organigram_svg

register = template.Library()


@register.filter
def organigram(regiostaf: Regiostaf, told: str = TITLE) -> SafeString:
    """Return the organigram of a regiostaf as one `<svg>`; all words in it are ours, and escaped. `told`: what it says
    to whoever doesn't see it, where no list beside it does."""
    return mark_safe(organigram_svg(regiostaf, told=told))  # noqa: S308  # made by ElementTree of the words in our own code


@register.filter
def small_organigram(regiostaf: Regiostaf) -> SafeString:
    """Return the same for a page where it is one thing among others: as wide, and lower."""
    return mark_safe(organigram_svg(regiostaf, small=True))  # noqa: S308  # as above
