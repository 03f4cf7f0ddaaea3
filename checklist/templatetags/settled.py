"""How far a settled version is, for templates."""

from django import template

from checklist.domain.settled.code import shown_code
from checklist.domain.settled.words import standing_words

register = template.Library()
register.filter(standing_words)
register.filter(shown_code)
