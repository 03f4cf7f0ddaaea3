"""What is settled of a dossier: its versions, what was done with them since, and their files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.keys import Key
from checklist.pages.settled import settled_versions


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The versions, the newest first, for both links. One query; six once something is settled."""
    dossier = open_dossier(request, key)
    versions = selectors.versions_of(dossier.id) if dossier.newest else ()
    shown = settled_versions(versions, selectors.files_by_version(versions))
    return render(request, "checklist/settled.html", {"dossier": dossier, "versions": shown})
