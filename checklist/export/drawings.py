"""Drawings for a template."""

from django.utils.safestring import SafeString, mark_safe

from checklist.domain.design import Design
from checklist.export.organigram import organigram_svg


def organigram(design: Design) -> SafeString:
    """Return the organigram as markup; all words in it are ours, and escaped."""
    return mark_safe(organigram_svg(design))  # noqa: S308  # made by ElementTree of the words in our own code
