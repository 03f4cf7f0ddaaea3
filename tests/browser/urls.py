"""The product's addresses, and some that show pages which are seldom seen."""

from unittest import mock

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from checklist import limits
from checklist.domain.advies.file_form import FileKind
from checklist.export.pdf import RenderBusy, RenderFailed
from checklist.keys import Key
from checklist.views import downloads
from regiostaf.styleguide import styleguide


def breaks(request: HttpRequest) -> HttpResponse:
    """Fail as a page with an error of ours would."""
    raise RuntimeError("asked for by a test")


def database_is_away(request: HttpRequest) -> HttpResponse:
    """Fail as any page does while the database can't be reached."""
    raise OperationalError("asked for by a test")


def too_often(request: HttpRequest, what: str) -> HttpResponse:
    """Fail as a page of which no more can be asked now."""
    raise limits.LimitReached(what, seconds=90)


def no_pdf(request: HttpRequest, key: Key, error: type[RenderFailed]) -> HttpResponse:
    """Ask for the PDF while no PDF can be made."""
    request.method = "POST"  # that is how it is asked for; the pages of a tour are visited with a GET
    with mock.patch.object(downloads, "stored_advies_file", side_effect=error("asked for by a test")):
        return downloads.document(request, key, FileKind())


def too_large(request: HttpRequest, key: Key) -> HttpResponse:
    """Ask for the file of a dossier while any file is too large."""
    with mock.patch.object(downloads, "FILE_CAP", 0):
        return downloads.dossier_file(request, key)


# Django takes these from the first addresses alone.
handler400 = "regiostaf.errors.bad_request"
handler500 = "regiostaf.errors.server_error"

urlpatterns = [
    path("", include("regiostaf.urls")),
    path("proef/stijlgids/", styleguide),
    path("proef/breekt/", breaks),
    path("proef/weg/", database_is_away),
    path("proef/te-vaak/<str:what>/", too_often),
    path("proef/<edit_key:key>/te-groot/", too_large),
    path("proef/<edit_key:key>/bezet/", no_pdf, {"error": RenderBusy}),
    path("proef/<edit_key:key>/mislukt/", no_pdf, {"error": RenderFailed}),
]
