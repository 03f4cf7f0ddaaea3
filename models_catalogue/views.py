"""The pages of the catalogue; anybody may read them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from models_catalogue import selectors
from models_catalogue.filters import find_models


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    """The nine models or those that are asked for (`?draagt=8a&waar=7a&diep=6b`), and the regions. Five queries."""
    models = find_models(request.GET.dict())
    all_models = (*models.found, *(other.model for other in models.others))
    context = {
        "models": models,
        "examples": selectors.examples(all_models),
        "regions": selectors.regions_with_gemeenten(all_models),
    }
    return render(request, "models_catalogue/models.html", context)


@require_safe
def model(request: HttpRequest, slug: str) -> HttpResponse:
    """One model; 404 when there is none of that name."""
    page = selectors.model_page(slug)
    if page is None:
        raise Http404
    return render(request, "models_catalogue/model.html", {"page": page, "model": page.model})
