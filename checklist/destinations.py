"""Where the button leads that a form was left with: each is a submit button, so the form is saved first (rule 1)."""

import re
from dataclasses import dataclass

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.urls import reverse

from checklist.forms import question_number
from checklist.keys import Key

# The name of the buttons; their values are the number of a question or one of these words.
TO = "naar"
_PAGES = {
    "controle": "check",
    "afronding": "closing",
    "meer": "closing-more",
    "overzicht": "dossier",
    "uitkomst": "outcome",
    "advies": "advies",
    "vaststellen": "settling",
    "vergadering": "meeting",
}

# The id of a point of the controle.
POINT = re.compile(r"punt-[a-z0-9-]{1,40}", re.ASCII)


@dataclass(frozen=True)
class Destination:
    """A page of a dossier: one of its questions (`number`), or another page by the name of its address."""

    page: str
    number: int | None = None

    def address(self, key: Key) -> str:
        """The address in the dossier with this key."""
        return reverse(self.page, args=[key, self.number] if self.number else [key])


def to_question(number: int) -> Destination:
    """Return the page of a question."""
    return Destination("question", number)


def to_check() -> Destination:
    """Return the controle."""
    return Destination("check")


def asked_for(request: HttpRequest) -> Destination | None:
    """Return where the pressed button leads; None when it was another one. Raises `SuspiciousOperation` (400) for what
    no page offers."""
    asked = request.POST.get(TO)
    if asked is None:
        return None
    if number := question_number(asked):
        return to_question(number)
    if asked not in _PAGES:
        raise SuspiciousOperation("no page of a dossier is called so")
    return Destination(_PAGES[asked])


@dataclass(frozen=True)
class FromCheck:
    """A question that was opened from the controle: whoever saves it goes back there, to the point where it was."""

    point: str = ""

    def address(self, key: Key) -> str:
        """The address of the controle in the dossier with this key, at the point."""
        return to_check().address(key) + (f"#{self.point}" if self.point else "")


def from_check(request: HttpRequest) -> FromCheck | None:
    """Return the point of the controle that the page was opened from (`van`, `punt`: in the address, and hidden in the
    form); None for a page that was opened from elsewhere."""
    sent = request.POST if request.method == "POST" else request.GET
    if sent.get("van") != "controle":
        return None
    point = sent.get("punt", "")
    return FromCheck(point if POINT.fullmatch(point) else "")
