"""The outcome of a dossier: what the choices come to, on what that rests, and what would turn it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.outcome.whole import whole_outcome
from checklist.pages.outcome import outcome_page, undo_of


@require_safe
def page(request: HttpRequest, key: str) -> HttpResponse:
    """The whole outcome on one page. Seven queries, however full the dossier is."""
    dossier = open_dossier(request, key)
    content = selectors.content_all()
    kept = selectors.kept_tensions(dossier.id)
    context = {
        "dossier": dossier,
        "page": outcome_page(content, dossier.answers, frozenset(kept), whole_outcome(content, dossier.chosen)),
        "undo": undo_of(content, dossier.answers, *_asked_back(request.GET)) if dossier.can_edit else None,
    }
    return render(request, "checklist/outcome.html", context)


def _asked_back(query: QueryDict) -> tuple[int, list[str], int]:
    """The question, the earlier options and the version in the address after a change; 0 for what isn't there."""
    number, version = (_number(query.get(name, "")) for name in ("vraag", "versie"))
    return number, query.getlist("was"), version


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
