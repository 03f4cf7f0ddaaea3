"""What has an address under /lezen/ though only who may answer uses it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.keys import ReadKey


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: ReadKey, step: str = "") -> HttpResponse:
    """A question leads to the overzicht, which has its answer; 403 for who sends an answer. One query."""
    dossier = open_dossier(request, key, Right.EDIT if request.method == "POST" else Right.READ)
    return redirect("dossier", dossier.key)
