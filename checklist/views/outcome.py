"""The outcome of a dossier: what the choices come to, on what that rests, and what would turn it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.outcome.whole import whole_outcome
from checklist.keys import Key
from checklist.pages.outcome import outcome_page
from checklist.pages.repairs import undo_of


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The whole outcome on one page. Seven queries, however full the dossier is."""
    dossier = open_dossier(request, key)
    content = selectors.content_all(dossier.stamp)
    kept = selectors.kept_tensions(dossier.id)
    context = {
        "dossier": dossier,
        "glossary": content.glossary,
        "page": outcome_page(content, dossier.answers, frozenset(kept), whole_outcome(content, dossier.chosen)),
        "undo": undo_of(content, dossier.answers, request.GET) if dossier.can_edit else None,
    }
    return render(request, "checklist/outcome.html", context)
