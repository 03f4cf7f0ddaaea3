"""Dutch that templates can't write themselves."""

from django import template

register = template.Library()

_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


@register.filter
def in_words(number: int) -> str:
    """Return a number up to twelve as a word, a larger one in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)
