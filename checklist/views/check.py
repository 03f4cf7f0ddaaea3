"""The check page, and what is done there: a tension is kept on purpose, or let go."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from checklist import selectors, services
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.dutch import in_a_row
from checklist.domain.text import one_text
from checklist.forms import KeepTensionForm
from checklist.pages.check import check_page
from checklist.pages.repairs import undo_of
from checklist.selectors import KeptState, OpenDossier
from checklist.services import KeptConflictError, NotBothChosenError


@require_safe
def check(request: HttpRequest, key: str) -> HttpResponse:
    """All twelve answers, with what is open and what clashes on top. Seven queries, one more when a gemeente is
    named."""
    return _page(request, open_dossier(request, key))


def _page(
    request: HttpRequest, dossier: OpenDossier, typed: Mapping[int, KeepTensionForm] | None = None, status: int = 200
) -> HttpResponse:
    typed = typed or {}
    kept, content = selectors.kept_tensions(dossier.id), selectors.content_all()
    gemeenten = selectors.gemeenten_for((state.answer for state in dossier.answers.values()), dossier.region_code)
    value = selectors.dossier_value(dossier, kept, gemeenten, actions=())
    context = {
        "dossier": dossier,
        "page": check_page(content, value, dossier.answers, kept, typed=typed, gemeenten=gemeenten),
        "undo": undo_of(content, dossier.answers, request.GET) if dossier.can_edit else None,
        "page_has_errors": bool(typed),
        "typed_forms": list(typed.values()),
    }
    return render(request, "checklist/check.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Keep a tension on purpose, change its motivation or let it go, also one that was switched off: what the kring
    wrote is its own. A GET leads to the check page."""
    dossier = open_dossier(request, key, Right.EDIT)
    in_use = selectors.tension_in_use(number)
    if in_use is None:
        raise Http404
    if request.method != "POST":
        return redirect("check", key)
    form = KeepTensionForm(request.POST, auto_id=f"spanning-{number}-%s")
    if "version" in form.errors:
        raise SuspiciousOperation("the form has no version")
    do = _let_go if "loslaten" in request.POST else _keep
    return do(request, dossier, number, form) or _done(request, dossier, number, in_use=in_use)


def _keep(request: HttpRequest, dossier: OpenDossier, number: int, form: KeepTensionForm) -> HttpResponse | None:
    """Keep it; return the page that says why not when it wasn't."""
    if not form.is_valid():
        return _page(request, dossier, typed={number: form})
    motivation, version = form.cleaned_data["motivation"], form.cleaned_data["version"]
    try:
        services.keep_tension(dossier, number, motivation, based_on=version)
    except NotBothChosenError as refusal:
        form.add_error("motivation", _nothing_to_keep(refusal.missing))
        return _page(request, dossier, typed={number: form}, status=409)
    except KeptConflictError as conflict:
        return _conflict(request, dossier, number, conflict.theirs, motivation)
    return None


def _let_go(request: HttpRequest, dossier: OpenDossier, number: int, form: KeepTensionForm) -> HttpResponse | None:
    """Let it go, whatever was typed; return the page of a conflict when somebody else was first."""
    try:
        services.let_tension_go(dossier, number, based_on=form.cleaned_data["version"])
    except KeptConflictError as conflict:
        return _conflict(request, dossier, number, conflict.theirs, "")
    return None


# What was done, by whether the tension is in use and whether it was let go.
_DONE = {
    (True, False): "Opgeslagen als afgesproken.",
    (True, True): "De spanning staat weer open.",
    (False, False): "De motivering is opgeslagen. Dit is geen spanning meer, dus het telt niet meer mee.",
    (False, True): "De motivering is weggegooid.",
}


def _done(request: HttpRequest, dossier: OpenDossier, number: int, *, in_use: bool) -> HttpResponse:
    messages.success(request, _DONE[in_use, "loslaten" in request.POST])
    return redirect(reverse("check", args=[dossier.key]) + f"#spanning-{number}")


def _nothing_to_keep(missing: tuple[str, ...]) -> str:
    options = f"Optie {missing[0]} is" if len(missing) == 1 else f"De opties {in_a_row(missing)} zijn"
    return f"{options} niet gekozen, dus er valt niets af te spreken. Er is niets opgeslagen."


def _conflict(
    request: HttpRequest, dossier: OpenDossier, number: int, theirs: KeptState | None, mine: str
) -> HttpResponse:
    """Answer 409 with both motivations as one, or theirs to let go after all; the form carries the new version."""
    form = KeepTensionForm(
        initial={
            "motivation": one_text(theirs.motivation if theirs else "", mine),
            "version": theirs.version if theirs else 0,
        }
    )
    let_go = "loslaten" in request.POST
    context = {"dossier": dossier, "number": number, "theirs": theirs, "let_go": let_go, "form": form}
    return render(request, "checklist/kept_conflict.html", context, status=409)
