"""Settling: a page that shows exactly what would be settled, the proof of it as a PDF, and the one POST that does it.

The day of the kring and whether people are named stand in the address (`?datum=…&namen=…`), also of what is posted.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from checklist import limits, selectors, services
from checklist.access import open_dossier
from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.dossier import Right
from checklist.domain.settled.frozen import Frozen, TooLargeToSettleError
from checklist.export.pdf import RenderFailed
from checklist.keys import Key
from checklist.pages.settling import gaps_of, named_people
from checklist.selectors import OpenDossier
from checklist.services import Settling, SettlingRefusedError, TextChangedError
from checklist.settled_documents import proof_pdf
from checklist.settled_forms import WITHOUT_NAMES, FreezeForm, SettleForm, fresh_settle_form
from checklist.settled_making import make_missing
from checklist.views.downloads import as_file, not_made

CHANGED = "Het voorstel is intussen gewijzigd. Bekijk het opnieuw."


@dataclass(frozen=True)
class _Shown:
    """What the address asks to see; `frozen` is None when that can't be, and then the form or `refusal` says why."""

    form: FreezeForm
    frozen: Frozen | None = None
    refusal: str = ""

    @property
    def voorstel(self) -> Voorstel | None:
        """The text as a proof, so that nobody takes this page, or a print of it, for what is settled."""
        if self.frozen is None:
            return None
        voorstel = self.frozen.advies.voorstel
        return replace(voorstel, state=replace(voorstel.state, proof=True))

    @property
    def query(self) -> str:
        """The query of an address that asks for the same."""
        return urlencode(self.form.data)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The text that would be settled, with what is open in it; a POST settles it. Queries: those of `frozen_of`, and
    five; it takes a second."""
    dossier = open_dossier(request, key, Right.ACT)
    if dossier.newest and dossier.locked:
        if request.method == "POST":
            raise services.DossierSettledError(dossier.newest)
        return redirect("settled", key)
    asked = _asked(request, dossier)
    if request.method == "POST" and asked.is_valid():
        return _settle(request, dossier, asked)
    return _page(request, dossier, _shown(dossier, asked))


@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: HttpRequest, key: Key) -> HttpResponse:
    """The same text as a PDF with 'PROEFDRUK' on it. A rendering is counted, so it is asked with a POST."""
    dossier = open_dossier(request, key, Right.ACT)
    if request.method != "POST" or dossier.locked:
        return redirect("settling", key)
    shown = _shown(dossier, _asked(request, dossier))
    if shown.frozen is None:
        return redirect("settling", key)
    limits.count_rendering(limits.address_of(request))
    try:
        made = proof_pdf(shown.frozen)
    except RenderFailed as error:
        again = {"dossier": dossier, "page": "settling", "address": "settling-proof", "query": shown.query}
        return not_made(request, error, again)
    return as_file(made, "application/pdf", "proefdruk.pdf")


def _asked(request: HttpRequest, dossier: OpenDossier) -> FreezeForm:
    return FreezeForm({"datum": _first_day(dossier).isoformat(), "namen": WITHOUT_NAMES} | request.GET.dict())


def _shown(dossier: OpenDossier, form: FreezeForm) -> _Shown:
    if not form.is_valid():
        return _Shown(form)
    try:
        return _Shown(form, selectors.frozen_of(dossier, form.cleaned_data["datum"], names=form.names))
    except TooLargeToSettleError as refusal:
        return _Shown(form, refusal=str(refusal))


def _first_day(dossier: OpenDossier) -> date:
    """The day that the page starts with: that of the meeting, not before that of the version before and not to come."""
    before = dossier.newest.state.settled_on if dossier.newest else None
    return min(max(dossier.date, before or dossier.date), timezone.localdate())


def _settle(request: HttpRequest, dossier: OpenDossier, asked: FreezeForm) -> HttpResponse:
    """Settle what was shown; a page that comes back is composed for that alone."""
    settled_on: date = asked.cleaned_data["datum"]
    form = SettleForm(request.POST, settled_on=settled_on)
    if "based_on" in form.errors:
        return _page(request, dossier, replace(_shown(dossier, asked), refusal=CHANGED), status=409)
    if not form.is_valid():
        return _page(request, dossier, _shown(dossier, asked), form)
    settling = Settling(settled_on, form.keep_until_day, asked.names, form.cleaned_data["based_on"])
    try:
        code = services.settle(dossier, settling)
    except TextChangedError:
        return _changed(request, dossier)
    except TooLargeToSettleError as refusal:
        return _page(request, dossier, _Shown(asked, refusal=str(refusal)))
    except SettlingRefusedError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, dossier, _shown(dossier, asked), form, 409)
    messages.success(request, "Het voorstel is vastgesteld.")
    make_missing(code, partial(limits.count_rendering, limits.address_of(request)))
    return redirect("settled", dossier.key)


def _changed(request: HttpRequest, dossier: OpenDossier) -> HttpResponse:
    """Answer 409: the page of what would be settled now."""
    now = open_dossier(request, dossier.key, Right.ACT)
    if now.newest and now.locked:
        raise services.DossierSettledError(now.newest)
    return _page(request, now, replace(_shown(now, _asked(request, now)), refusal=CHANGED), status=409)


def _page(
    request: HttpRequest, dossier: OpenDossier, shown: _Shown, form: SettleForm | None = None, status: int = 200
) -> HttpResponse:
    gemeenten = selectors.gemeenten_of(dossier.region_code, dossier.stamp)
    told = selectors.dossier_value(dossier, gemeenten=gemeenten)
    context = {
        "dossier": dossier,
        "shown": shown,
        "settle_form": form or _fresh(shown),
        "page_has_errors": bool(shown.form.errors or (form and form.errors)),
        "gaps": gaps_of(selectors.content_all(dossier.stamp), told, gemeenten),
        "people": named_people(told),
    }
    return render(request, "checklist/settling.html", context, status=status)


def _fresh(shown: _Shown) -> SettleForm | None:
    """The form for the text that is shown; None when there is no text."""
    return fresh_settle_form(shown.frozen.settled_on, shown.frozen.html_sha256) if shown.frozen else None
