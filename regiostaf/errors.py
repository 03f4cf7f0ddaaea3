"""Pages for what goes wrong: Django calls these by status code."""

from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render

from checklist.domain.text import clean_text

# The fields in which somebody types a text that is work to type again; a prefix may stand before it: '1-motivation'.
_TYPED_FIELDS = {
    "motivation": "Motivering",
    "minority": "Minderheidsstandpunt",
    "title": "Titel van het dossier",
    "present": "Aanwezig",
}


@dataclass(frozen=True)
class TypedText:
    """A text that was typed in a form that is refused, with the label of its field."""

    label: str
    text: str


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 when a form's token is missing or too old, with the texts that were typed, to be copied: the browser's
    Back doesn't bring them back (autocomplete="off"). Nothing was saved."""
    return render(request, "403_csrf.html", {"typed": _typed_texts(request)}, status=403)


def _typed_texts(request: HttpRequest) -> list[TypedText]:
    try:
        fields = request.POST.items()
    except UnreadablePostError:
        return []
    names = ((name.rpartition("-")[2], clean_text(str(value))) for name, value in fields)
    return [TypedText(_TYPED_FIELDS[name], text) for name, text in names if text and name in _TYPED_FIELDS]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400; 413 when the fields of a form together turn out to be larger than any form needs."""
    too_large = isinstance(exception, RequestDataTooBig)
    return render(request, "413.html" if too_large else "400.html", status=413 if too_large else 400)
