"""Where a page of the wizard leads to, by the button that it was left with. All of them save first (rule 1)."""

from urllib.parse import urlencode

from django.http import HttpRequest

from checklist.destinations import TO, Destination, FromCheck, asked_for, from_check, to_check, to_question
from checklist.keys import Key
from checklist.models import QUESTION_COUNT
from checklist.pages.repairs import UNDO

# The names of the buttons. `openlaten` saves no options and goes on; `stand` shows the page the other way.
BACK = "vorige"
LEAVE_OPEN = "openlaten"
STAND = "stand"

# Only who presses on looked at an untouched page.
_LEAVING = (BACK, TO, STAND, UNDO)


def presses_on(request: HttpRequest) -> bool:
    """Whether the page was left with *Opslaan en verder* or *Openlaten*."""
    return not any(name in request.POST for name in _LEAVING)


def stays(request: HttpRequest) -> bool:
    """Whether the pressed button leads to the same question."""
    return STAND in request.POST or UNDO in request.POST


def leads_to(request: HttpRequest, number: int) -> Destination | FromCheck:
    """Return where the pressed button leads from question `number`. Raises `SuspiciousOperation` for a place that
    there isn't."""
    if stays(request):
        return to_question(number)
    if asked := asked_for(request):
        return asked
    if came := from_check(request):
        return came
    if BACK in request.POST:
        return to_question(number - 1) if number > 1 else Destination("dossier")
    return to_question(number + 1) if number < QUESTION_COUNT else to_check()


def visits(request: HttpRequest, number: int) -> int | None:
    """Return the question that the pressed button leads to; None when it leads to another page."""
    leads = leads_to(request, number)
    return leads.number if isinstance(leads, Destination) else None


def left_with(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Return the name and value of the button that leads elsewhere than on: who made one answer of two goes there
    after all."""
    return tuple((name, request.POST[name]) for name in (BACK, TO) if name in request.POST)


def address_after(request: HttpRequest, key: Key, number: int) -> str:
    """Return the address that the pressed button leads to; a page that stays also stays opened from the controle."""
    address = leads_to(request, number).address(key)
    came = from_check(request)
    if came and stays(request):
        return f"{address}?{urlencode({'van': 'controle', 'punt': came.point})}"
    return address


def with_query(address: str, query: list[tuple[str, str]]) -> str:
    """Return the address with a query; what it has of a fragment stays its end."""
    page, mark, fragment = address.partition("#")
    return f"{page}?{urlencode(query)}{mark}{fragment}" if query else address
