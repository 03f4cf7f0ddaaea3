"""Pages for what goes wrong: Django calls these by status code."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, DataError, IntegrityError, InterfaceError, NotSupportedError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string

from regiostaf.posted import posted_form

# After how many seconds a browser, or a proxy, may try again when the database is away.
_TRY_AGAIN_AFTER = 60


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 when a form's token is missing or too old, with the texts that were typed, to be copied: the browser's
    Back doesn't bring them back (autocomplete="off"). Nothing was saved."""
    return render(request, "403_csrf.html", {"typed": posted_form(request).typed}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400; 413 when the fields of a form together turn out to be larger than any form needs."""
    too_large = isinstance(exception, RequestDataTooBig)
    return render(request, "413.html" if too_large else "400.html", status=413 if too_large else 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 503 when the database can't be reached or written now, and 500 for any other failure of ours.

    A form gets back what it sent, to be sent once more: Back doesn't bring it back. Django calls this while it handles
    the exception, from a view or from any middleware; so the page asks nothing of the database, and no context
    processor runs. No queries.
    """
    away = database_is_away(sys.exception())
    context = {
        "away": away,
        "address": request.get_full_path(),
        "posted": posted_form(request) if request.method == "POST" else None,
        "csrf_token": get_token(request),
    }
    response = HttpResponse(render_to_string("500.html", context), status=503 if away else 500)
    response["Cache-Control"] = "private, no-store"
    if away:
        response["Retry-After"] = str(_TRY_AGAIN_AFTER)
    return response


def database_is_away(error: BaseException | None) -> bool:
    """Whether it is the database that can't do its work: it is gone, read-only, full or locked. Django calls all of
    these errors of the database; a wrong statement or value is one of ours."""
    ours = IntegrityError | DataError | ProgrammingError | NotSupportedError
    return isinstance(error, DatabaseError | InterfaceError) and not isinstance(error, ours)
