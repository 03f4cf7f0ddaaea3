"""A year later: what became of each besluit is filled in here, and read with the leeslink."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from checklist import selectors, services
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.evaluatie.value import Decided
from checklist.domain.settled.value import SettledKind
from checklist.keys import Key
from checklist.pages.evaluation import VERDICTS, EvaluationPage, FindingRow, sent_page, stored_page
from checklist.selectors import OpenDossier
from checklist.services import EvaluatieSettledError, FindingConflictError


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The findings about what was decided, to fill in or to read; a page that says what it waits for while nothing
    was. Queries: three, and four once something was decided."""
    posted = request.method == "POST"
    dossier = open_dossier(request, key, Right.ACT if posted else Right.READ)
    decided = selectors.decided_now(dossier)
    if decided is None:
        return render(request, "checklist/evaluation.html", {"dossier": dossier}, status=409 if posted else 200)
    if posted:
        return _save(request, dossier, decided)
    return _page(request, dossier, decided, stored_page(decided, selectors.findings_of(dossier.id, decided.code)))


def _save(request: HttpRequest, dossier: OpenDossier, decided: Decided) -> HttpResponse:
    sent = sent_page(decided, request.POST)
    if sent.mistakes:
        return _page(request, dossier, decided, sent)
    try:
        written = services.save_findings(dossier, decided.code, sent.saves)
    except FindingConflictError as conflict:
        return _page(request, dossier, decided, sent.against(conflict.theirs), 409)
    except EvaluatieSettledError:
        stored = stored_page(decided, selectors.findings_of(dossier.id, decided.code))
        return _page(request, dossier, decided, stored, 409, lost=sent.changed)
    if written:
        messages.success(request, "De evaluatie is opgeslagen.")
    return redirect("evaluation", dossier.key)


def _page(  # noqa: PLR0913 - the last goes by keyword
    request: HttpRequest,
    dossier: OpenDossier,
    decided: Decided,
    shown: EvaluationPage,
    status: int = 200,
    *,
    lost: Sequence[FindingRow] = (),
) -> HttpResponse:
    """The page; `lost` are rows as they were typed that can't be saved any more, to be copied."""
    versions = selectors.versions_of(dossier.id, SettledKind.EVALUATIE)
    settled = bool(versions) and not versions[0].reopened
    context = {
        "dossier": dossier,
        "decided": decided,
        "page": shown,
        "lost": lost,
        "versions": versions,
        "settled": settled,
        "may_write": dossier.can_act and not settled,
        "verdicts": VERDICTS.items(),
        "due": decided.evaluation is not None and decided.evaluation <= timezone.localdate(),
        "page_has_errors": bool(shown.mistakes or shown.conflicts),
    }
    return render(request, "checklist/evaluation.html", context, status=status)
