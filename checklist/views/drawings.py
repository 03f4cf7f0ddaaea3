"""The regiostaf in beeld: the organigram that the choices make, and the keuzekaart with a model laid over it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.drawings.choice_map import choice_map
from checklist.domain.drawings.regiostaf import regiostaf_of
from checklist.keys import Key


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """Both drawings, for both links. `?model=` lays a model over the keuzekaart; an unknown one is none."""
    dossier = open_dossier(request, key)
    content, chosen = selectors.content_all(dossier.stamp), dossier.chosen
    slug = request.GET.get("model", "")
    model = next((model for model in content.models if model.slug == slug), None)
    context = {
        "dossier": dossier,
        "regiostaf": regiostaf_of(content, chosen, selectors.kept_motivations(dossier.id)),
        "choice_map": choice_map(content, chosen, model),
        "models": content.models,
        "model": model,
    }
    return render(request, "checklist/drawings.html", context)
