"""Drawings in a template."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from checklist.domain.decision.tijdlijn import Tijdlijn
from checklist.domain.decision.tijdlijn_words import tijdlijn_in_words
from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.export.organigram.drawing import TITLE, organigram_svg
from checklist.export.tijdlijn.drawing import tijdlijn_svg

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


@register.filter
def tijdlijn(line: Tijdlijn) -> SafeString:
    """Return the time line as one `<svg>`, which says the same in words to whoever doesn't see it."""
    return mark_safe(tijdlijn_svg(line, tijdlijn_in_words(line)))  # noqa: S308  # as above
