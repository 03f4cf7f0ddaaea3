"""Dossiers side by side, on screen and as an appendix; and a dossier copied as a variant."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from checklist import limits, selectors, services
from checklist.access import open_dossier, others_opened
from checklist.documents import variants_pdf
from checklist.domain.content import Content
from checklist.domain.dossier import Right
from checklist.domain.dossier_file import ExchangeError, parse_dossier
from checklist.domain.variants.comparing import compared
from checklist.domain.variants.table import table_of
from checklist.domain.variants.variant import Variant
from checklist.export.pdf import RenderFailed
from checklist.forms import UploadForm, VariantForm
from checklist.keys import Key
from checklist.pages.variants import TURNED, WITH, Pick, pick_others, title_of_variant, variant_links
from checklist.selectors import ListedDossier, OpenDossier
from checklist.views.downloads import as_file, not_made


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """This dossier beside others that were opened in this browser, `?met=MARK`; without one what there is to choose.
    Two queries, and with others two for this dossier and three for each of them."""
    dossier = open_dossier(request, key)
    known, pick = _asked(request, dossier)
    others = _variants(known, pick)
    turned = bool(request.GET.get(TURNED)) and len(others) == 1
    context = {
        **_side_by_side(dossier, others, turned=turned),
        "links": variant_links(known, pick.marks),
        "pick": pick,
        "turned": turned,
        "form": UploadForm(),
    }
    return render(request, "checklist/variants.html", context)


def _asked(request: HttpRequest, dossier: OpenDossier) -> tuple[dict[str, ListedDossier], Pick]:
    known = others_opened(request, dossier)
    return known, pick_others(request.GET.getlist(WITH), known)


def _variants(known: dict[str, ListedDossier], pick: Pick) -> list[Variant]:
    """One that was deleted just now is left out."""
    found = (selectors.dossier_with_key(known[mark].key) for mark in pick.marks)
    return [selectors.variant_of_dossier(one) for one in found if one]


def _side_by_side(dossier: OpenDossier, others: Sequence[Variant], *, turned: bool = False) -> dict[str, object]:
    """What the page shows of this dossier and others: a table, and what differs when there is one other."""
    context: dict[str, object] = {"dossier": dossier}
    if others:
        content = selectors.content_all(dossier.stamp)
        variants = _all_of(dossier, others)[:: -1 if turned else 1]
        context["table"] = table_of(content, variants)
        context["comparison"] = compared(content, *variants) if len(variants) == 2 else None
    return context


def _all_of(dossier: OpenDossier, others: Sequence[Variant]) -> list[Variant]:
    return [selectors.variant_of_dossier(dossier), *others]


@require_http_methods(["GET", "HEAD", "POST"])
def compare_file(request: HttpRequest, key: Key) -> HttpResponse:
    """This dossier beside one from a file, of which nothing is kept; without a file, the page to choose on."""
    dossier = open_dossier(request, key, Right.COPY)
    if request.method != "POST":
        return redirect("variants", key)
    limits.count_file(limits.address_of(request))
    form = UploadForm(request.POST, request.FILES)
    other = _from_file(form, selectors.content_all(dossier.stamp))
    known, pick = _asked(request, dossier)
    context = {
        **_side_by_side(dossier, [other] if other else []),
        "links": variant_links(known, pick.marks),
        "form": form,
        "from_file": other is not None,
    }
    return render(request, "checklist/variants.html", context)


def _from_file(form: UploadForm, content: Content) -> Variant | None:
    """The design in the file; None when it was refused, and then the form says why."""
    if not form.is_valid():
        return None
    try:
        value = parse_dossier(form.cleaned_data["file"], content, selectors.gemeenten_by_region())
    except ExchangeError as error:
        form.add_error("file", f"Dit dossierbestand is niet ingelezen. {error}")
        return None
    return selectors.variant_of_value(value, content, selectors.regions()[value.veiligheidsregio])


@require_http_methods(["GET", "HEAD", "POST"])
def pdf(request: HttpRequest, key: Key) -> HttpResponse:
    """The table of two to four dossiers as PDF; a page with a retry when it can't be made in time. It is counted, which
    is a write, so it is asked with a POST; a GET, or a POST without another dossier, leads to the page."""
    dossier = open_dossier(request, key)
    known, pick = _asked(request, dossier)
    others = _variants(known, pick) if request.method == "POST" else []
    if not others:
        return redirect("variants", key)
    table = table_of(selectors.content_all(dossier.stamp), _all_of(dossier, others))
    limits.count_rendering(limits.address_of(request))
    try:
        name, made = variants_pdf(table)
    except RenderFailed as error:
        again = {"dossier": dossier, "page": "variants", "address": "variants-pdf", "query": pick.query}
        return not_made(request, error, again)
    return as_file(made, "application/pdf", name)


@require_http_methods(["GET", "HEAD", "POST"])
def new_variant(request: HttpRequest, key: Key) -> HttpResponse:
    """Ask for a title and copy the dossier. It counts as a new dossier as large as this one is."""
    dossier = open_dossier(request, key, Right.COPY)
    posted = request.POST if request.method == "POST" else None
    form = VariantForm(posted, initial={"title": title_of_variant(dossier.title)})
    if form.is_valid():
        limits.count_new_dossier(limits.address_of(request), selectors.size_of(dossier))
        made = services.copy_dossier(dossier, form.cleaned_data["title"])
        messages.success(request, "De variant is gemaakt, met nieuwe links. Het eerste dossier is niet veranderd.")
        return redirect("dossier-links", made.edit_key)
    return render(request, "checklist/new_variant.html", {"dossier": dossier, "form": form})
