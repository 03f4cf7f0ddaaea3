"""Where a page of the wizard leads to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from checklist.models import QUESTION_COUNT
from checklist.selectors import OpenDossier

# The name of the button that goes back; it saves too.
BACK = "vorige"


def to_check(request: HttpRequest) -> bool:
    """Whether the user came from the check page and wants to return there."""
    return "controle" in (request.GET.get("naar"), request.POST.get("naar"))


def after_save(request: HttpRequest, dossier: OpenDossier, number: int, *, written: bool) -> HttpResponse:
    """Tell that the answer is saved, if it was, and go to the check page, the previous question or the next one."""
    if written:
        messages.success(request, f"Vraag {number} is opgeslagen.")
    if to_check(request):
        return redirect("check", dossier.key)
    if BACK in request.POST:
        return redirect("question", dossier.key, number - 1) if number > 1 else redirect("dossier", dossier.key)
    return redirect("question", dossier.key, number + 1) if number < QUESTION_COUNT else redirect("check", dossier.key)
