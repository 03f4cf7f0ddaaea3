"""Where a page of the wizard leads to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from checklist.models import QUESTION_COUNT
from checklist.selectors import OpenDossier

# The name of the button that goes back; it saves too.
BACK = "vorige"
# The button of a way out of a tension; it saves too, and stays. Its value is the way's name (`pages.repairs.way_name`).
REPAIR = "herstel"


def to_check(request: HttpRequest) -> bool:
    """Whether the user came from the check page and wants to return there."""
    return "controle" in (request.GET.get("naar"), request.POST.get("naar"))


def goes_to(request: HttpRequest, number: int) -> int | None:
    """Return the question that the pressed button leads to; None when it leads to the check page or the overview."""
    step = 0 if REPAIR in request.POST else -1 if BACK in request.POST else 1
    target = number + step
    return target if 1 <= target <= QUESTION_COUNT and not to_check(request) else None


def after_save(request: HttpRequest, dossier: OpenDossier, number: int, *, written: bool) -> HttpResponse:
    """Tell that the answer is saved, if it was, and go to the check page, the previous question or the next one."""
    if written:
        messages.success(request, f"Vraag {number} is opgeslagen.")
    target = goes_to(request, number)
    if target:
        return redirect("question", dossier.key, target)
    return redirect("dossier" if BACK in request.POST and not to_check(request) else "check", dossier.key)
