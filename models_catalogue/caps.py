"""How long a text of the content may be: the number stands once, beside the field; the help text names it and the form
and the loading of content hold to it."""

from typing import Any

from django.core.validators import BaseValidator, MaxLengthValidator
from django.utils.deconstruct import deconstructible

TOO_LONG = "Deze tekst telt %(show_value)d tekens. Er passen er %(limit_value)d."


@deconstructible
class AtMost(MaxLengthValidator):
    """Refuses a longer text, and says how long it is. A column that is wider keeps what was typed before there was a
    cap."""

    message = TOO_LONG


@deconstructible
class WordsAtMost(BaseValidator):
    """Refuses a text of more words than fit, and says how many it has."""

    code = "max_words"
    message = "Deze tekst telt %(show_value)d woorden. Er passen er %(limit_value)d."

    def compare(self, a: int, b: int) -> bool:
        """Whether a text of `a` words is over the cap `b`."""
        return a > b

    def clean(self, x: str) -> int:
        """The number of words."""
        return len(x.split())


def at_most(cap: int, where: str) -> dict[str, Any]:
    """Return the options of a field for a text of so many characters; `where` says where the text stands."""
    return {"validators": [AtMost(cap)], "help_text": _named(where, cap)}


def line_of(cap: int, where: str) -> dict[str, Any]:
    """The same for a field of one line whose column is just as wide."""
    return {"max_length": cap, "error_messages": {"max_length": TOO_LONG}, "help_text": _named(where, cap)}


def _named(where: str, cap: int) -> str:
    return f"{where} Hoogstens {cap} tekens."
