"""An evaluatie is settled: a page that shows exactly what would be, the proof of it as a PDF, and the one POST.

The day of the kring stands in the address (`?datum=…`), also of what is posted.
"""

from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from checklist import limits, selectors, services
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.evaluatie.frozen import FrozenEvaluatie
from checklist.domain.evaluatie.value import Evaluatie
from checklist.export.pdf import RenderFailed
from checklist.keys import Key
from checklist.selectors import OpenDossier
from checklist.services import EvaluatieSettledError, Settling, SettlingRefusedError, TextChangedError
from checklist.settled_documents import proof_pdf
from checklist.settled_forms import DayForm, SettleForm, fresh_settle_form
from checklist.settled_making import make_missing
from checklist.views.downloads import as_file, not_made

CHANGED = "De evaluatie is intussen gewijzigd. Bekijk haar opnieuw."


@dataclass(frozen=True)
class _Shown:
    """What the address asks to see; `frozen` is None when that can't be, and then the form says why."""

    form: DayForm
    frozen: FrozenEvaluatie | None

    @property
    def evaluatie(self) -> Evaluatie | None:
        """The same as a proof: a print of it can't pass for the settled one."""
        if self.frozen is None:
            return None
        evaluatie = self.frozen.evaluatie
        return replace(evaluatie, state=replace(evaluatie.state, proof=True))

    @property
    def query(self) -> str:
        """The query of an address that asks for the same."""
        return urlencode(self.form.data)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The evaluatie that would be settled; a POST settles it. While nothing was decided it leads to the page that says
    so. Some five queries."""
    dossier = open_dossier(request, key, Right.ACT)
    shown = _shown(request, dossier)
    if shown is None:
        return redirect("evaluation", key)
    if request.method == "POST" and shown.frozen:
        return _settle(request, dossier, shown, shown.frozen)
    return _page(request, dossier, shown)


@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: HttpRequest, key: Key) -> HttpResponse:
    """The same text as a PDF with 'PROEFDRUK' on it. A rendering is counted, so it is asked with a POST."""
    dossier = open_dossier(request, key, Right.ACT)
    shown = _shown(request, dossier)
    if request.method != "POST" or shown is None or shown.frozen is None:
        return redirect("evaluation-settling", key)
    limits.count_rendering(limits.address_of(request))
    try:
        made = proof_pdf(shown.frozen)
    except RenderFailed as error:
        again = {"page": "evaluation-settling", "address": "evaluation-proof", "query": shown.query}
        return not_made(request, error, {"dossier": dossier, **again})
    return as_file(made, "application/pdf", "proefdruk-evaluatie.pdf")


def _shown(request: HttpRequest, dossier: OpenDossier) -> _Shown | None:
    decided = selectors.decided_now(dossier)
    if decided is None:
        return None
    form = DayForm({"datum": timezone.localdate().isoformat()} | request.GET.dict())
    if not form.is_valid():
        return _Shown(form, None)
    return _Shown(form, selectors.frozen_evaluatie_of(dossier, decided, form.cleaned_data["datum"]))


def _settle(request: HttpRequest, dossier: OpenDossier, shown: _Shown, frozen: FrozenEvaluatie) -> HttpResponse:
    form = SettleForm(request.POST, settled_on=frozen.settled_on)
    if "based_on" in form.errors:
        return _page(request, dossier, shown, refusal=CHANGED)
    if not form.is_valid():
        return _page(request, dossier, shown, form)
    asked = Settling(frozen.settled_on, form.keep_until_day, names=False, based_on=form.cleaned_data["based_on"])
    try:
        code = services.settle_evaluatie(dossier, asked)
    except TextChangedError:
        return _page(request, dossier, shown, refusal=CHANGED)
    except SettlingRefusedError as refusal:
        return _page(request, dossier, shown, refusal=str(refusal))
    except EvaluatieSettledError:
        messages.warning(request, "Deze evaluatie is al vastgesteld.")
        return redirect("evaluation-settled", dossier.key)
    messages.success(request, "De evaluatie is vastgesteld.")
    make_missing(code, partial(limits.count_rendering, limits.address_of(request)))
    return redirect("evaluation-settled", dossier.key)


def _page(
    request: HttpRequest, dossier: OpenDossier, shown: _Shown, form: SettleForm | None = None, refusal: str = ""
) -> HttpResponse:
    """The page; 409 when it was refused, as what it shows isn't what was settled."""
    fresh = fresh_settle_form(shown.frozen.settled_on, shown.frozen.html_sha256) if shown.frozen else None
    context = {
        "dossier": dossier,
        "shown": shown,
        "settle_form": form or fresh,
        "refusal": refusal,
        "page_has_errors": bool(shown.form.errors or (form and form.errors)),
    }
    return render(request, "checklist/evaluation_settling.html", context, status=409 if refusal else 200)
