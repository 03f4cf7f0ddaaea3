"""What the screens of a meeting ask again and again: is there something new, and what is it?

With two hundred screens this is nearly all that a server does during a meeting. So it is answered before any other
middleware, with one query outside a transaction, on a connection that stays open.
"""

import re
from collections.abc import Callable
from http import HTTPStatus

from csp.utils import build_policy
from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.domain.meeting.device import TOKEN_PATTERN
from checklist.domain.meeting.value import MeetingState
from checklist.meeting import stands
from checklist.meeting.fragments import Fragments
from checklist.meeting.release import release
from checklist.selectors import LiveState
from regiostaf.errors import database_is_away

ADDRESS = "live/"
_ASKED = re.compile(f"/{ADDRESS}({TOKEN_PATTERN})/")
_TRY_AGAIN_AFTER = 2
# What other middleware would have set.
_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": build_policy(),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

FRAGMENTS = Fragments()


def answers_first(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer the screens of a meeting at once. What isn't a plain question of theirs goes the way of all requests, and
    so does one that has to be asked over https."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = _ASKED.fullmatch(request.path_info) if request.method == "GET" else None
        if asked is None or (settings.SECURE_SSL_REDIRECT and not request.is_secure()):
            return get_response(request)
        return live(request, asked[1])

    return middleware


@csrf_exempt
@require_safe
def live(request: HttpRequest, token: str) -> HttpResponse:
    """Return the piece of a screen that follows the meeting, or 304 to who has it. 410: it is closed for good. 404: no
    meeting is followed with this token any more. 503, without a page: the database is away, ask again.

    One query; a piece that this process hasn't made yet takes those of `meeting_with_id` and of its room too.
    """
    try:
        response = _answer(request, token)
    except (DatabaseError, InterfaceError) as error:
        if not database_is_away(error):
            raise
        response = HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(_TRY_AGAIN_AFTER)})
    for name, value in _HEADERS.items():
        response[name] = value
    if response.status_code != HTTPStatus.NOT_MODIFIED:
        response["Content-Length"] = str(len(response.content))
    return response


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    found = selectors.live_state(token)
    if found is None:
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    if found.state == MeetingState.CLOSED:
        return HttpResponse(status=HTTPStatus.GONE)
    etag = f'"{found.meeting_id}-{found.version}-{found.view}-{release()}"'
    if _has(request, etag):
        return HttpResponseNotModified(headers={"ETag": etag})
    return HttpResponse(FRAGMENTS.get(token, found.version, lambda: _made(found)), headers={"ETag": etag})


def _has(request: HttpRequest, etag: str) -> bool:
    """Whether the screen has this one already; a proxy that compresses says `W/` before it."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return etag in {each.removeprefix("W/") for each in known}


def _made(found: LiveState) -> bytes:
    meeting = selectors.meeting_with_id(found.meeting_id)
    if meeting is None:
        raise Http404  # deleted a moment ago
    return stands.STANDS[found.view](meeting, selectors.stamp_now()).encode()
