"""Drawings in a template."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.export.organigram.drawing import organigram_svg

register = template.Library()


@register.filter
def organigram(regiostaf: Regiostaf) -> SafeString:
    """Return the organigram of a regiostaf as one `<svg>`; all words in it are ours, and escaped."""
    return mark_safe(organigram_svg(regiostaf))  # noqa: S308  # made by ElementTree of the words in our own code


@register.filter
def small_organigram(regiostaf: Regiostaf) -> SafeString:
    """Return the same for a page where it is one thing among others: as wide, and lower."""
    return mark_safe(organigram_svg(regiostaf, small=True))  # noqa: S308  # as above
