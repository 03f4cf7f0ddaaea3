"""Pages for what goes wrong: Django calls these by status code."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 when a form's token is missing or too old; nothing was saved."""
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400; 413 when the fields of a form together turn out to be larger than any form needs."""
    too_large = isinstance(exception, RequestDataTooBig)
    return render(request, "413.html" if too_large else "400.html", status=413 if too_large else 400)
