"""Pages for what goes wrong: Django calls these by status code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 when a form's token is missing or too old; nothing was saved."""
    return render(request, "403_csrf.html", status=403)
