"""The cookies of a device in a meeting: which gemeente it speaks for, and what it answered last in secret mode.

Both are signed, so that nobody makes up that a device spoke for a gemeente, and go to the pages of this one meeting.
"""

from django.core.signing import BadSignature, dumps, loads
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from checklist.domain.meeting.value import Ballot
from checklist.selectors.meeting import stances_from

COOKIE, OWN_COOKIE = "deelnemer", "eigen"
# As long as a meeting can last at most, which is closed after sixty days; and as long as one sitting.
_AGE, _OWN_AGE = 60 * 24 * 3600, 12 * 3600
# A browser keeps a cookie of four thousand bytes; reasons that don't fit are left out.
_LARGEST = 3500


def cookie_of(request: HttpRequest, meeting_id: int) -> str:
    """Return by what the device is known in a meeting; empty for one that never took part, or with a cookie that we
    didn't give."""
    return request.get_signed_cookie(COOKIE, default="", salt=str(meeting_id), max_age=_AGE) or ""


def remember(request: HttpRequest, response: HttpResponse, meeting_id: int, cookie: str) -> None:
    """Let the device be known by this cookie from now on."""
    response.set_signed_cookie(
        COOKIE,
        cookie,
        salt=str(meeting_id),
        max_age=_AGE,
        path=_path(meeting_id),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse, meeting_id: int) -> None:
    """Let the device forget the meeting."""
    for name in (COOKIE, OWN_COOKIE):
        response.delete_cookie(name, path=_path(meeting_id))


def remember_own(request: HttpRequest, response: HttpResponse, meeting_id: int, round_id: int, ballot: Ballot) -> None:
    """Let the device remember its secret answer for a while: nothing else will, once the round is closed."""
    whole = _written(meeting_id, round_id, ballot)
    value = whole if len(whole) <= _LARGEST else _written(meeting_id, round_id, Ballot(ballot.stances))
    response.set_cookie(
        OWN_COOKIE,
        value,
        max_age=_OWN_AGE,
        path=_path(meeting_id),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def own_remembered(request: HttpRequest, meeting_id: int, round_id: int) -> Ballot | None:
    """Return what this device answered to a round; None when it doesn't remember."""
    try:
        said = loads(request.COOKIES.get(OWN_COOKIE, ""), salt=_salt(meeting_id), max_age=_OWN_AGE)
    except BadSignature:
        return None
    return Ballot(stances_from(said["stances"]), said["reasons"]) if said["round"] == round_id else None


def _written(meeting_id: int, round_id: int, ballot: Ballot) -> str:
    said = {"round": round_id, "stances": dict(ballot.stances), "reasons": dict(ballot.reasons)}
    return dumps(said, salt=_salt(meeting_id), compress=True)


def _path(meeting_id: int) -> str:
    return reverse("participate", args=[meeting_id])


def _salt(meeting_id: int) -> str:
    return f"checklist.meeting.device.{meeting_id}"
