"""The vergaderstand: the question's page, large. Each browser remembers whether it is on, for all questions."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse

from checklist.wizard.flow import STAND

# A cookie of its own, without a key: it says how pages look here, nothing else.
COOKIE = "stand"
_AGE = 365 * 24 * 3600
_ON, _OFF = "vergader", "gewoon"


def in_vergaderstand(request: HttpRequest) -> bool:
    """Whether this browser shows questions in the vergaderstand."""
    return request.COOKIES.get(COOKIE) == _ON


def stand_asked(request: HttpRequest) -> bool | None:
    """Return whether the switch was pressed to put it on or off; None when another button was. Raises
    `SuspiciousOperation` (400) for what the switch doesn't say."""
    asked = request.POST.get(STAND)
    if asked not in (None, _ON, _OFF):
        raise SuspiciousOperation("there is no such stand")
    return None if asked is None else asked == _ON


def keep_stand(request: HttpRequest, response: HttpResponse, *, on: bool) -> None:
    """Let the browser remember it."""
    response.set_cookie(
        COOKIE, _ON if on else _OFF, max_age=_AGE, httponly=True, secure=request.is_secure(), samesite="Lax"
    )
