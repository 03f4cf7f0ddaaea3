"""How long a text of the content may be: the number stands once, beside the field; the help text names it and the form
and the loading of content hold to it."""

from typing import Any

from django.core.validators import MaxLengthValidator
from django.utils.deconstruct import deconstructible

TOO_LONG = "Deze tekst telt %(show_value)d tekens. Er passen er %(limit_value)d."


@deconstructible
class AtMost(MaxLengthValidator):
    """Refuses a longer text, and says how long it is. A column that is wider keeps what was typed before there was a
    cap."""

    message = TOO_LONG


def at_most(cap: int, where: str) -> dict[str, Any]:
    """Return the options of a field for a text of so many characters; `where` says where the text stands."""
    return {"validators": [AtMost(cap)], "help_text": _named(where, cap)}


def line_of(cap: int, where: str) -> dict[str, Any]:
    """The same for a field of one line whose column is just as wide."""
    return {"max_length": cap, "error_messages": {"max_length": TOO_LONG}, "help_text": _named(where, cap)}


def _named(where: str, cap: int) -> str:
    return f"{where} Hoogstens {cap} tekens."
