"""The start page, and the three ways to a dossier: make one, open its link, upload its file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from checklist import limits, selectors, services
from checklist.access import remembered_keys
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import ExchangeError, parse_dossier
from checklist.forms import OpenLinkForm, TitlePageForm, UploadForm
from checklist.keys import SAMPLE


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Show what this is and the ways in."""
    return _start_page(request, OpenLinkForm(), UploadForm())


def _start_page(request: HttpRequest, link_form: OpenLinkForm, upload_form: UploadForm) -> HttpResponse:
    keys = remembered_keys(request)
    listed = selectors.dossiers_with_keys([*keys, SAMPLE])
    context = {
        "link_form": link_form,
        "upload_form": upload_form,
        "page_has_errors": bool(link_form.errors or upload_form.errors),
        "dossiers": [dossier for dossier in listed if dossier.key != SAMPLE],
        "sample": next((dossier.key for dossier in listed if dossier.key == SAMPLE), ""),
    }
    return render(request, "checklist/start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_dossier(request: HttpRequest) -> HttpResponse:
    """Ask for the title page of a new dossier and make it."""
    regions = selectors.regions()
    posted = request.POST if request.method == "POST" else None
    form = TitlePageForm(posted, regions=regions, initial={"date": timezone.localdate()})
    if form.is_valid():
        page = form.title_page
        limits.count_new_dossier(limits.address_of(request))
        empty = DossierValue(page.title, page.region_code, page.date, page.present, answers={}, until=page.until)
        made = services.create_dossier(empty)
        messages.success(request, "Het dossier is gemaakt.")
        return redirect("dossier-links", made.edit_key)
    return render(request, "checklist/new_dossier.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest) -> HttpResponse:
    """Go to the dossier whose link was pasted; without one, to the start page."""
    if request.method != "POST":
        return redirect("start")
    form = OpenLinkForm(request.POST)
    if form.is_valid():
        if dossier := selectors.dossier_with_key(form.cleaned_data["link"]):
            return redirect("dossier", dossier.key)
        form.add_error("link", "Bij deze link hoort geen dossier. Controleer of u de hele link hebt geplakt.")
    return _start_page(request, form, UploadForm())


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Make a new dossier from a file; without one, go to the start page. A refused file changes nothing."""
    if request.method != "POST":
        return redirect("start")
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            value = parse_dossier(form.cleaned_data["file"], selectors.content_all(), selectors.gemeenten_by_region())
        except ExchangeError as error:
            form.add_error("file", f"Dit dossierbestand is niet ingelezen. {error}")
        else:
            limits.count_new_dossier(limits.address_of(request), len(form.cleaned_data["file"]))
            made = services.create_dossier(value)
            messages.success(request, "Het dossierbestand is gelezen. Dit is een nieuw dossier met nieuwe links.")
            return redirect("dossier-links", made.edit_key)
    return _start_page(request, OpenLinkForm(), form)
