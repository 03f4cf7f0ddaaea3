"""The floor: bare Django views with three queries and the same bytes, behind the same middleware as the product."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils import timezone
from django.views.decorators.csrf import requires_csrf_token

from checklist.models import Choice, Dossier, Option

# The body that the page under measure gave; set by the benchmark.
page_body = b""


@requires_csrf_token
def bare_page(request: HttpRequest, key: str) -> HttpResponse:
    """Three queries and the bytes of the page."""
    dossier = Dossier.objects.select_related("veiligheidsregio").get(edit_key=key)
    list(Choice.objects.filter(dossier=dossier))
    list(Option.objects.select_related("question"))
    return HttpResponse(page_body)


def bare_save(request: HttpRequest, key: str) -> HttpResponse:
    """Three queries, one of them the update of an answer, and a redirect."""
    dossier = Dossier.objects.get(edit_key=key)
    choice = Choice.objects.select_related("question").get(dossier=dossier, question__number=8)
    Choice.objects.filter(pk=choice.pk, version=choice.version).update(
        motivation=request.POST["8-motivation"], version=choice.version + 1, saved_at=timezone.now()
    )
    return redirect("start")


urlpatterns = [
    path("dossier/<key>/kaal/", bare_page),
    path("dossier/<key>/kaal/opslaan/", bare_save),
    path("", include("regiostaf.urls")),
]
