"""Drawings in a template."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.export.organigram.drawing import organigram_svg

register = template.Library()

_CODE = re.compile(r" \(\d{1,2}[a-d]\)\.$")


@register.filter
def without_code(sentence: str) -> str:
    """Return a sentence of the organigram without the code at its end: a screen says it in words, a document has a list
    of codes."""
    return _CODE.sub(".", sentence)


@register.filter
def organigram(regiostaf: Regiostaf) -> SafeString:
    """Return the organigram of a regiostaf as one `<svg>`; all words in it are ours, and escaped."""
    return mark_safe(organigram_svg(regiostaf))  # noqa: S308  # made by ElementTree of the words in our own code
