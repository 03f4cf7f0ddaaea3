"""The advies on screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.keys import Key
from checklist.settled_text import settled_text


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The voorstel on screen: the same content as the document. What is settled is read from what is stored of it."""
    dossier = open_dossier(request, key)
    if dossier.newest and dossier.locked:
        context = {"dossier": dossier, "text": settled_text(dossier.newest)}
        return render(request, "checklist/advies_settled.html", context)
    return render(request, "checklist/advies.html", {"dossier": dossier, "advies": selectors.advies_of(dossier)})


@require_safe
def verslag(request: HttpRequest, key: Key) -> HttpResponse:
    """The verslag on screen: all that the kring chose and why, beside what the booklet says."""
    dossier = open_dossier(request, key)
    return render(request, "checklist/verslag.html", {"dossier": dossier, "advies": selectors.advies_of(dossier)})


@require_safe
def reglement(request: HttpRequest, key: Key) -> HttpResponse:
    """The concept-reglement on screen: the rules that follow from the choices, for a lawyer to look at."""
    dossier = open_dossier(request, key)
    return render(request, "checklist/reglement.html", {"dossier": dossier, "advies": selectors.advies_of(dossier)})
