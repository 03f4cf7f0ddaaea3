"""How far a settled version is, for templates."""

from django import template

from checklist.domain.settled.code import shown_code
from checklist.domain.settled.words import standing_words

register = template.Library()
register.filter(standing_words)
register.filter(shown_code)


@register.filter
def in_groups(sha256: str) -> str:
    """Return a hash in groups of eight, as the last page of a document has it."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))
