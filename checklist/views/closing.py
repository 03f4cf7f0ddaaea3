"""The afronding: two pages of fields, each one form; every button saves it first (rule 1)."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from checklist import services
from checklist.access import open_dossier
from checklist.destinations import Destination, asked_for
from checklist.domain.dossier import Right
from checklist.domain.proposal import FIELD, Field
from checklist.keys import Key
from checklist.pages.agenda import SentAgenda
from checklist.pages.closing import CORE_FIELDS, MORE_FIELDS
from checklist.pages.closing_form import ClosingForm, sent_form, stored_form
from checklist.pages.sent_agenda import sent_agenda
from checklist.selectors import OpenDossier
from checklist.services import AgendaConflictError, AgendaRefusedError, OtherRegionError, ProposalConflictError
from checklist.views.closing_facts import ClosingFacts, facts_of

# The button that saves and leaves room for one more row; its value is the key of the table.
ONE_MORE = "regel"
_NOTHING_SENT = SentAgenda()


@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: HttpRequest, key: Key) -> HttpResponse:
    """The fields that every bestuur asks for. Two queries, and those of the content when its stamp is new; two more for
    a save."""
    return _answer(request, key, CORE_FIELDS)


@require_http_methods(["GET", "HEAD", "POST"])
def closing_more(request: HttpRequest, key: Key) -> HttpResponse:
    """The other fields, and the steps of the besluitpad. As `closing`, and one query more for the page."""
    return _answer(request, key, MORE_FIELDS)


def _answer(request: HttpRequest, key: Key, fields: Sequence[Field]) -> HttpResponse:
    facts = facts_of(open_dossier(request, key, Right.EDIT))
    if request.method == "POST":
        return _save(request, facts, fields)
    return _page(request, facts, stored_form(fields, facts.state, facts.known()), _NOTHING_SENT)


def _save(request: HttpRequest, facts: ClosingFacts, fields: Sequence[Field]) -> HttpResponse:
    """Save what was changed and go where the button leads; a form that isn't saved comes back as it was typed."""
    dossier, address = facts.dossier, _address(request, facts.dossier, fields)
    form = sent_form(fields, request.POST, facts.known())
    sent = sent_agenda(facts.content, request.POST, facts.actions)
    if form.errors or not sent.valid:
        return _page(request, facts, form, sent)
    actions = [row.save for row in sent.changed_actions]
    try:
        written = services.save_closing(
            dossier, form.filled, shown=form.changed, based_on=form.version, actions=actions
        )
    except ProposalConflictError as conflict:
        form = form.against(conflict, facts.known(conflict.theirs))
        return _page(request, facts_of(dossier), form, sent, status=409)
    except AgendaConflictError as conflict:
        return _page(request, facts_of(dossier), form, sent.against(conflict), status=409)
    except AgendaRefusedError as refusal:
        return _page(request, facts_of(dossier), form, replace(sent, refusal=str(refusal)), status=409)
    except OtherRegionError:  # the region changed just now: once more, with its own gemeenten
        return _answer(request, dossier.key, fields)
    if written:
        messages.success(request, "De afronding is opgeslagen.")
    return redirect(address)


def _address(request: HttpRequest, dossier: OpenDossier, fields: Sequence[Field]) -> str:
    """Where the button leads; without one, as Enter in a field, to the advies."""
    if (table := request.POST.get(ONE_MORE)) in FIELD:
        here = Destination("closing-more" if MORE_FIELDS[0] in fields else "closing")
        return f"{here.address(dossier.key)}#veld-{table}"
    return (asked_for(request) or Destination("advies")).address(dossier.key)


def _page(
    request: HttpRequest, facts: ClosingFacts, form: ClosingForm, sent: SentAgenda, status: int = 200
) -> HttpResponse:
    more = MORE_FIELDS[0].key in form.typed
    page = facts.page(form, sent, steps=more)
    context = {
        "dossier": facts.dossier,
        "page": page,
        "more": more,
        "page_has_errors": bool(page.mistakes or page.conflicts),
    }
    return render(request, "checklist/closing.html", context, status=status)
