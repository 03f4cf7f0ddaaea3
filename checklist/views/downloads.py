"""What a kring takes with it: each document in each form, and the dossier as a file to keep."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from checklist import limits, selectors
from checklist.access import open_dossier
from checklist.documents import choices_file_name, file_name, stored_advies_file
from checklist.domain.advies.file_form import FileKind
from checklist.domain.dossier_file import FILE_CAP, write_dossier
from checklist.export.choices_csv import choices_csv
from checklist.export.pdf import RenderBusy, RenderFailed
from checklist.keys import Key
from checklist.pages.downloads import FORMS, downloads_of, page_of
from checklist.pages.settled import settled_versions

# When somebody who found all places taken may try again.
BUSY_SECONDS = 60


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """What there is to download, and what each file is for."""
    dossier = open_dossier(request, key)
    settled = [dossier.newest] if dossier.newest else []
    context = {
        "dossier": dossier,
        "settled": settled_versions(settled, selectors.files_by_version(settled)),
        "documents": downloads_of(),
        "forms": FORMS.items(),
    }
    return render(request, "checklist/downloads.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def document(request: HttpRequest, key: Key, kind: FileKind) -> HttpResponse:
    """A reading of the advies in one form; a page with a retry when it can't be made in time. A rendering is counted,
    which is a write, so it is asked with a POST; a GET leads to the page with the button. One that is kept isn't
    counted."""
    dossier = open_dossier(request, key)
    if request.method != "POST":
        return redirect("downloads", key)
    told = selectors.dossier_value(dossier)
    content, state = selectors.content_all(dossier.stamp), selectors.state_of_live(dossier)
    advies = selectors.advies_of_value(told, content, dossier.region, state)
    count = partial(limits.count_rendering, limits.address_of(request))
    try:
        made = stored_advies_file(advies, kind, told, dossier.id, count)
    except RenderFailed as error:
        again = {"dossier": dossier, "page": page_of(kind.reading), "address": str(kind)}
        return not_made(request, error, again)
    return as_file(made, kind.form.media_type, file_name(advies, kind))


@require_safe
def dossier_file(request: HttpRequest, key: Key) -> HttpResponse:
    """The dossier in the exchange format, to keep or to upload elsewhere; a page instead when it is too large."""
    dossier = open_dossier(request, key)
    raw = write_dossier(selectors.dossier_value(dossier))
    if len(raw) > FILE_CAP:
        return render(request, "checklist/file_too_large.html", {"dossier": dossier}, status=409)
    return as_file(raw, "application/json", f"{slugify(dossier.title)[:60] or 'regiostaf'}.json")


@require_safe
def choices(request: HttpRequest, key: Key) -> HttpResponse:
    """The choices as a table for a spreadsheet; composed at once, without a rendering."""
    advies = selectors.advies_of(open_dossier(request, key))
    return as_file(choices_csv(advies), "text/csv; charset=utf-8", choices_file_name(advies))


def not_made(request: HttpRequest, error: RenderFailed, again: dict[str, object]) -> HttpResponse:
    """The page that comes when a document can't be made in time. `again`: the dossier, the name of the page to go back
    to, that of the address to ask once more, and the query of both if they have one."""
    context = {**again, "busy": isinstance(error, RenderBusy)}
    response = render(request, "checklist/pdf_failed.html", context, status=503)
    response["Retry-After"] = str(BUSY_SECONDS)
    return response


def as_file(content: bytes, content_type: str, name: str) -> HttpResponse:
    """A download; the name is of plain letters."""
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})
