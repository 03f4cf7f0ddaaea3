"""What holds for every page, whatever view it comes from."""

import math
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from checklist import access
from checklist.limits import LimitReached
from checklist.services import DossierGoneError


def private_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep pages under /dossier/ out of caches and search engines, and remember which dossier was opened."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith("/dossier/"):
            response["Cache-Control"] = "private, no-store"
            response["X-Robots-Tag"] = "noindex"
            response["Referrer-Policy"] = "same-origin"
        access.update_cookies(request, response)
        return response

    return middleware


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
        context = {"what": exception.what, "minutes": math.ceil(exception.seconds / 60)}
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
