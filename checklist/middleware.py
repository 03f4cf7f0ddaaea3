"""What holds for every page, whatever view it comes from."""

import math
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import has_vary_header

from checklist import access
from checklist.keys import BEHIND_A_KEY, IN_A_MEETING, EditKey
from checklist.limits import LimitReached
from checklist.services import DossierGoneError, DossierSettledError
from regiostaf.posted import posted_form


def private_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep what one browser alone may see out of every cache, pages under a key out of search engines too, and
    remember which dossier was opened (rule 10). What is the same for everybody may be kept by anybody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        access.update_cookies(request, response)
        # Not `path`: where the site is mounted under a name of its own, that name stands before it.
        behind_a_key = request.path_info.startswith(BEHIND_A_KEY + IN_A_MEETING)
        if behind_a_key:
            response["X-Robots-Tag"] = "noindex"
            response["Referrer-Policy"] = "same-origin"
        if behind_a_key or _of_one_browser(request, response):
            response["Cache-Control"] = "private, no-store"
        return response

    return middleware


def _of_one_browser(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether it answers what somebody sent, gives or takes a cookie (so does a page with a message), or depends on
    one: a session, a form's token or the list of opened dossiers stands in `Vary`."""
    return request.method not in {"GET", "HEAD"} or bool(response.cookies) or has_vary_header(response, "Cookie")


class LimitPage:
    """Answers 429 with a clear page, and when to try again, wherever `LimitReached` is raised."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Change nothing on the way."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for a limit; None leaves any other exception to Django."""
        if not isinstance(exception, LimitReached):
            return None
        minutes, hours = math.ceil(exception.seconds / 60), math.ceil(exception.seconds / 3600)
        context = {"what": exception.what, "minutes": minutes, "hours": hours}
        response = render(request, "429.html", context, status=429)
        response["Retry-After"] = str(exception.seconds)
        return response


class DossierGone:
    """Answers 404, as for a key that opens nothing, wherever `DossierGoneError` is raised."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Change nothing on the way."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Raise `Http404` for a dossier that is gone; None leaves any other exception to Django."""
        if isinstance(exception, DossierGoneError):
            raise Http404 from exception


class DossierSettled:
    """Answers 409 with a page that says so, with the ways on and the texts that were typed, wherever
    `DossierSettledError` is raised: by a page that changes a dossier, or by a save on which somebody else's settling
    won. Only the werklink gets there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Change nothing on the way."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page; None leaves any other exception to Django."""
        match = request.resolver_match
        if not isinstance(exception, DossierSettledError) or match is None:
            return None
        typed = posted_form(request).typed if request.method == "POST" else []
        context = {"key": EditKey(match.kwargs["key"]), "newest": exception.newest, "typed": typed}
        return render(request, "checklist/settled_already.html", context, status=409)


class MovedToReading:
    """Answers 301 wherever `MovedError` is raised: a leeslink from before /lezen/ leads there for ever. It is asked
    with GET or HEAD alone, so no 308 is needed to keep a method; and `private_pages` lets nobody keep the answer, which
    has the key in it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Change nothing on the way."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the redirect; None leaves any other exception to Django."""
        return HttpResponsePermanentRedirect(exception.address) if isinstance(exception, access.MovedError) else None
