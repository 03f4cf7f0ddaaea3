"""The number fields of the bediening: sheets of paper in secret mode, and hands in the room."""

from collections.abc import Mapping

from django.http import QueryDict

from checklist.domain.content import Question
from checklist.domain.meeting.sums import Hands, Slips
from checklist.domain.meeting.value import OptionCount
from checklist.services.meeting.errors import SlipsRefusedError

# No region has so many gemeenten.
_MOST = 999


def slips_sent(question: Question, sent: Mapping[str, str]) -> Slips:
    """Return the sheets as they were entered; an empty field is none. Raises `SlipsRefusedError` for what is no
    number."""
    return Slips(_number(sent, "bladen"), _options(question, sent), _number(sent, "blanco"))


def hands_sent(question: Question, sent: Mapping[str, str]) -> Hands:
    """Return the hands as they were entered; an empty field is none. Raises `SlipsRefusedError` for what is no
    number."""
    return Hands(_number(sent, "aanwezig"), _options(question, sent))


def numbers_sent(sent: QueryDict) -> dict[str, str]:
    """Return the fields as they were typed, by name, for a form that comes back."""
    return {name: sent.get(name, "") for name in sent if name.startswith(_STARTS) or name in _NAMES}


_NAMES = ("bladen", "blanco", "aanwezig")
_STARTS = ("voor-", "kan-", "tegen-")


def _options(question: Question, sent: Mapping[str, str]) -> dict[str, OptionCount]:
    return {
        option.code: OptionCount(*(_number(sent, f"{start}{option.code}") for start in _STARTS))
        for option in question.options
    }


def _number(sent: Mapping[str, str], name: str) -> int:
    text = sent.get(name, "").strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and int(text[:4]) <= _MOST):
        raise SlipsRefusedError(f"‘{text[:20]}’ is geen aantal. Vul een getal in, of laat het vak leeg.")
    return int(text)
