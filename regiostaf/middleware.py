"""Answers that Django has no handler for."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, UnreadablePostError
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.template.loader import render_to_string

from checklist.domain.settled.found import TOO_LARGE
from checklist.keys import CHECKING, IN_A_MEETING

# Room for the largest file that a view accepts, so that the view can say clearly what is wrong with a larger one.
LARGEST_BODY = 4_000_000
# Room for the answer of a phone with its four reasons, each of 140 characters of the longest kind.
LARGEST_ANSWER = 8192
# Room for a photo or a presentation that somebody chose by mistake; reading it takes a tenth of a second.
MOST_THROWN_AWAY = 32_000_000
_AT_ONCE = 65_536


def body_too_large(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 413 with a page of our own when the announced body is larger than any form or file needs; Django has no
    handler for it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        multipart = request.META.get("CONTENT_TYPE", "").startswith("multipart/")
        limit = LARGEST_BODY if multipart else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        in_a_meeting = request.path_info.startswith(IN_A_MEETING)
        if _announced_length(request) > (LARGEST_ANSWER if in_a_meeting else limit):
            checked = request.path_info.startswith(f"/{CHECKING}")
            return render(
                request,
                "413.html",
                {"too_large_to_be_ours": checked and TOO_LARGE, "in_a_meeting": in_a_meeting},
                status=413,
            )
        return get_response(request)

    return middleware


def body_to_the_end(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Read what is left of the body after the answer was made, and throw it away: a browser sends all of it before it
    looks at the answer, and shows a broken connection in place of our page when the server closes it meanwhile."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        left = MOST_THROWN_AWAY
        try:
            while left > 0 and (read := len(request.read(_AT_ONCE))):
                left -= read
        except UnreadablePostError:
            pass  # the browser broke off, nobody waits for the answer
        return response

    return middleware


def head_without_body(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer a HEAD with the headers of the GET alone; gunicorn logs a warning for each body that it throws away."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""
        return response

    return middleware


def method_page(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give a 405 a page of our own, where Django's is empty; it still says which methods are allowed."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = render_to_string("405.html", request=request)
        return response

    return middleware


class GZip(GZipMiddleware):
    """Compresses what is sent, but for what says that it is or isn't sent in ranges. A range is one of the bytes that
    the `ETag` stands for: Django compresses the range, so that who pieces a file together gets another one."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Leave such an answer as it is."""
        return response if response.has_header("Accept-Ranges") else super().process_response(request, response)


def _announced_length(request: HttpRequest) -> int:
    """What the client says it sends; 0 when that is no number: Django reads such a body as empty."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length[:20]) if length.isascii() and length.isdigit() else 0
