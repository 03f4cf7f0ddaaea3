"""What holds for every page behind a key, whatever it answers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from checklist import access


def private_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Keep pages under /dossier/ out of caches and search engines, and remember which dossier was opened."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith("/dossier/"):
            response["Cache-Control"] = "private, no-store"
            response["X-Robots-Tag"] = "noindex"
            response["Referrer-Policy"] = "same-origin"
        opened = request.META.get("regiostaf.opened_key")
        if opened:
            access.remember(request, response, opened)
        return response

    return middleware
