"""What is done with a dossier that is settled, or with a concept that isn't put forward; each of it is a POST."""

from collections.abc import Callable, Iterator
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from checklist import limits, selectors, services
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.settled.value import SettledKind
from checklist.keys import Key
from checklist.pages.settled_steps import organ_on_cover
from checklist.selectors import OpenDossier, StoredVersion
from checklist.services import ActConflictError, ActRefusedError
from checklist.settled_forms import ActForm, SureForm, WithdrawConceptForm, sent_act_form
from checklist.settled_making import make_missing, why_not
from checklist.views.settled import PAGES, settled_page


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: Key, kind: SettledKind) -> HttpResponse:
    """Record an act of the newest version of a kind, and make the documents that it brings; 409 with the time line when
    somebody else recorded one first. A GET leads to the page."""
    dossier = open_dossier(request, key, Right.ACT)
    version = _newest(dossier, kind) if request.method == "POST" else None
    form = _sent(request, version) if version else None
    if version is None or form is None:
        return redirect(PAGES[kind], key)
    if form.is_valid():
        return _record(request, dossier, version, form)
    if form.is_behind(version.facts.code, version.acts[-1].number):
        return _overtaken(request, dossier, kind)
    return settled_page(request, dossier, kind, form)


def _newest(dossier: OpenDossier, kind: SettledKind) -> StoredVersion | None:
    if kind == SettledKind.VOORSTEL:
        return dossier.newest
    return next(iter(selectors.versions_of(dossier.id, kind)), None)


def _sent(request: HttpRequest, version: StoredVersion) -> ActForm | None:
    return sent_act_form(request.POST.get("handeling", ""), request.POST, version.acts, organ_on_cover(version))


def _record(request: HttpRequest, dossier: OpenDossier, version: StoredVersion, form: ActForm) -> HttpResponse:
    kind = version.facts.kind
    if form.cleaned_data["code"] != version.facts.code:
        return _overtaken(request, dossier, kind)
    try:
        services.add_act(dossier, version, form.act, form.cleaned_data["seen"])
    except ActConflictError:
        return _overtaken(request, dossier, kind)
    except ActRefusedError as refusal:
        form.add_error(None, str(refusal))
        return settled_page(request, dossier, kind, form)
    messages.success(request, "Dit is vastgelegd.")
    make_missing(version.facts.code, _counting(request))
    return redirect(PAGES[kind], dossier.key)


def _overtaken(request: HttpRequest, dossier: OpenDossier, kind: SettledKind) -> HttpResponse:
    """Answer 409: all that is recorded by now, and the form as it was typed, which now rests on that."""
    now = open_dossier(request, dossier.key, Right.ACT)
    newest = _newest(now, kind)
    again = _sent(request, newest) if newest else None
    if again and newest:
        sent = request.POST.copy()
        sent[again.add_prefix("seen")] = str(newest.acts[-1].number)
        sent[again.add_prefix("code")] = newest.facts.code
        again.data = sent
    return settled_page(request, now, kind, again, 409)


def _counting(request: HttpRequest) -> Callable[[], None]:
    return partial(limits.count_rendering, limits.address_of(request))


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest, key: Key) -> HttpResponse:
    """Make the documents of a version that aren't there yet. Each act counts as a rendering, so it is asked with a
    POST; a GET leads to the page."""
    dossier = open_dossier(request, key, Right.ACT)
    if request.method != "POST":
        return redirect("settled", key)
    code = request.POST.get("code", "")
    version = next((one for one in _all_versions(dossier) if one.facts.code == code), None)
    if version is None:
        raise Http404
    if make_missing(code, _counting(request)):
        messages.success(request, "Het document is gemaakt.")
    else:
        messages.warning(request, f"Het document is nog niet gemaakt. {why_not(code)}")
    return redirect(PAGES[version.facts.kind], key)


def _all_versions(dossier: OpenDossier) -> Iterator[StoredVersion]:
    for kind in SettledKind:
        yield from selectors.versions_of(dossier.id, kind)


@require_http_methods(["GET", "HEAD", "POST"])
def clear_out(request: HttpRequest, key: Key) -> HttpResponse:
    """Say what goes of a settled dossier and ask twice."""
    dossier = open_dossier(request, key, Right.ACT)
    if not dossier.locked:
        return redirect("settled", key)
    form = SureForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.clear_out(dossier)
        except ActRefusedError as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, "Het dossier is opgeruimd. Het vastgestelde voorstel is niet veranderd.")
        return redirect("settled", key)
    return render(request, "checklist/settled_clear.html", {"dossier": dossier, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, key: Key) -> HttpResponse:
    """Take a concept off the table, or take it up again."""
    dossier = open_dossier(request, key, Right.EDIT)
    if request.method == "POST" and "opnemen" in request.POST:
        services.take_up_again(dossier)
        messages.success(request, "De kring werkt weer aan dit concept.")
        return redirect("dossier", key)
    form = WithdrawConceptForm(request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()})
    if form.is_valid() and _withdrawn(dossier, form):
        messages.success(request, "Het concept is ingetrokken.")
        return redirect("dossier", key)
    return render(request, "checklist/withdraw.html", {"dossier": dossier, "form": form})


def _withdrawn(dossier: OpenDossier, form: WithdrawConceptForm) -> bool:
    """Withdraw the concept; False when that is refused, and then the form says why."""
    try:
        services.withdraw_concept(dossier, form.cleaned_data["on"], form.cleaned_data["because"])
    except ActRefusedError as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
