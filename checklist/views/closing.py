"""The afronding: two pages of fields, each one form; every button saves it first (rule 1)."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from checklist import selectors, services
from checklist.access import open_dossier
from checklist.destinations import Destination, asked_for
from checklist.domain.dossier import Right
from checklist.domain.proposal import FIELD, Field
from checklist.keys import Key
from checklist.pages.closing import CORE_FIELDS, MORE_FIELDS, closing_page, known_of, still_open
from checklist.pages.closing_fields import Known
from checklist.pages.closing_form import ClosingForm, sent_form, stored_form
from checklist.pages.closing_shown import Fields
from checklist.selectors import OpenDossier, ProposalState
from checklist.services import OtherRegionError, ProposalConflictError

# The button that saves and leaves room for one more row; its value is the key of the table.
ONE_MORE = "regel"


@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: HttpRequest, key: Key) -> HttpResponse:
    """The fields that every bestuur asks for. Two queries, and those of the content when its stamp is new; two more for
    a save."""
    return _closing(request, key, CORE_FIELDS, "closing")


@require_http_methods(["GET", "HEAD", "POST"])
def closing_more(request: HttpRequest, key: Key) -> HttpResponse:
    """The other fields; as `closing`."""
    return _closing(request, key, MORE_FIELDS, "closing-more")


def _closing(request: HttpRequest, key: Key, fields: Sequence[Field], name: str) -> HttpResponse:
    dossier = open_dossier(request, key, Right.EDIT)
    state = selectors.proposal_state(dossier.id)
    known = _known(dossier, state)
    if request.method != "POST":
        return _page(request, dossier, stored_form(fields, state, known), known)
    address = _address(request, dossier, name)
    form = sent_form(fields, request.POST, known)
    if form.errors:
        return _page(request, dossier, form, known)
    try:
        written = services.save_proposal(dossier, form.filled, shown=form.changed, based_on=form.version)
    except ProposalConflictError as conflict:
        known = _known(dossier, conflict.theirs)
        return _page(request, dossier, form.against(conflict, known), known, status=409)
    except OtherRegionError:  # the region changed just now: once more, with its own gemeenten
        return _closing(request, key, fields, name)
    if written:
        messages.success(request, "De afronding is opgeslagen.")
    return redirect(address)


def _address(request: HttpRequest, dossier: OpenDossier, name: str) -> str:
    """Where the button leads; without one, as Enter in a field, to the advies."""
    if (table := request.POST.get(ONE_MORE)) in FIELD:
        return f"{Destination(name).address(dossier.key)}#veld-{table}"
    return (asked_for(request) or Destination("advies")).address(dossier.key)


def _known(dossier: OpenDossier, state: ProposalState) -> Known:
    content = selectors.content_all(dossier.stamp)
    answers = {number: one.answer for number, one in dossier.answers.items()}
    return known_of(content, answers, selectors.gemeenten_of(dossier.region_code, dossier.stamp), state.proposal)


def _page(
    request: HttpRequest, dossier: OpenDossier, form: ClosingForm, known: Known, status: int = 200
) -> HttpResponse:
    content = selectors.content_all(dossier.stamp)
    answers = {number: one.answer for number, one in dossier.answers.items()}
    gemeenten = selectors.gemeenten_of(dossier.region_code, dossier.stamp)
    context = {
        "dossier": dossier,
        "page": closing_page(
            Fields(form, content.deciding.fields, known), tuple(still_open(content, answers, gemeenten))
        ),
        "more": "aanwezigheid" not in form.typed,
        "page_has_errors": bool(form.errors or form.conflicts),
    }
    return render(request, "checklist/closing.html", context, status=status)
