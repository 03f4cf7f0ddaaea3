"""Who else has the same question open: said on the page, so that two people don't answer it apart from each other.

Known are browsers that saved an answer and so went on to this question; a browser that runs the script also says it
when it opens the page, every minute, and when it leaves. A version still guards every answer: this only says it
beforehand.
"""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from checklist import selectors, services
from checklist.access import open_dossier, visitor_of
from checklist.domain.dossier import Right
from checklist.forms import question_number
from checklist.keys import Key
from checklist.services import Visit


def also_open(seen_at: datetime | None) -> str:
    """Return the sentence that somebody else has this question open; empty when nobody was seen there."""
    if seen_at is None:
        return ""
    minutes = int((timezone.now() - seen_at).total_seconds() // 60)
    ago = "zojuist" if minutes < 1 else "een minuut geleden" if minutes == 1 else f"{minutes} minuten geleden"
    return f"Ook open bij een ander, {ago}."


@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: HttpRequest, key: Key) -> HttpResponse:
    """Take a sign of life from a question's page (`vraag`), or of leaving it (`weg`), and answer in plain text whether
    somebody else is there. A GET leads to the dossier. Three queries."""
    dossier = open_dossier(request, key, Right.EDIT)
    if request.method != "POST":
        return redirect("dossier", key)
    number, visitor = question_number(request.POST.get("vraag", "")), visitor_of(request)
    if number is None:
        return HttpResponseBadRequest()
    if "weg" in request.POST:
        services.leave_question(dossier, visitor, number)
        return HttpResponse(status=204)
    services.record_visit(dossier, Visit(visitor, number))
    text = also_open(selectors.others_at(dossier.id, number, visitor))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
