"""The pages of the catalogue; anybody may read them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from models_catalogue import selectors


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    """The nine models, and the regions with their gemeenten."""
    return render(
        request,
        "models_catalogue/models.html",
        {"models": selectors.listed_models(), "regions": selectors.regions_with_gemeenten()},
    )


@require_safe
def model(request: HttpRequest, slug: str) -> HttpResponse:
    """One model; 404 when there is none of that name."""
    page = selectors.model_page(slug)
    if page is None:
        raise Http404
    return render(request, "models_catalogue/model.html", {"page": page, "model": page.model})
