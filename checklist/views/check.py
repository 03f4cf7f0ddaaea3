"""The controle: the agenda of the last ten minutes. One form keeps tensions, lets them go and holds the actions; every
button saves it first (rule 1)."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from checklist import selectors, services
from checklist.access import open_dossier
from checklist.domain.content import Content
from checklist.domain.dossier import Right
from checklist.keys import Key
from checklist.pages.agenda import SentAgenda
from checklist.pages.check import check_page
from checklist.pages.points import StoredAgenda
from checklist.pages.repairs import undo_of
from checklist.pages.sent_agenda import nothing_to_keep, sent_agenda
from checklist.selectors import OpenDossier
from checklist.services import AgendaConflictError, AgendaRefusedError, NotBothChosenError
from checklist.views.check_buttons import point_of, pressed_in


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, key: Key) -> HttpResponse:
    """What clashes, what needs an agreement and what is open, with who does what. Three queries, and those of
    the content when its stamp is new. A save reads the key and the actions before it writes."""
    if request.method == "POST":
        return _save(request, open_dossier(request, key, Right.EDIT))
    dossier = open_dossier(request, key)
    return _page(request, dossier, selectors.content_all(dossier.stamp))


def _save(request: HttpRequest, dossier: OpenDossier) -> HttpResponse:
    """Save what was changed and go where the button leads; a form that isn't saved comes back as it was typed."""
    content = selectors.content_all(dossier.stamp)
    pressed = pressed_in(request, dossier, content)
    sent = pressed.filled_in(sent_agenda(content, request.POST, selectors.actions_of(dossier.id)))
    if not sent.valid:
        return _page(request, dossier, content, sent)
    try:
        written = services.save_agenda(
            dossier,
            actions=[row.save for row in sent.changed_actions],
            kept=[row.save for row in sent.changed_kept],
        )
    except AgendaConflictError as conflict:
        return _page(request, dossier, content, sent.against(conflict), status=409)
    except NotBothChosenError as refusal:
        reason = nothing_to_keep(content, refusal.missing)
        return _page(request, dossier, content, sent.refused(refusal.number, reason), status=409)
    except AgendaRefusedError as refusal:
        return _page(request, dossier, content, replace(sent, refusal=str(refusal)), status=409)
    if written:
        messages.success(request, "De controle is opgeslagen.")
    return pressed.leave()


def _page(
    request: HttpRequest, dossier: OpenDossier, content: Content, sent: SentAgenda | None = None, status: int = 200
) -> HttpResponse:
    stored = StoredAgenda(selectors.actions_of(dossier.id), selectors.kept_tensions(dossier.id))
    gemeenten = selectors.gemeenten_named(dossier)
    value = selectors.dossier_value(dossier, stored.kept, gemeenten, stored.actions)
    page = check_page(content, value, dossier.answers, stored, gemeenten=gemeenten, sent=sent, room=dossier.can_edit)
    context = {
        "dossier": dossier,
        "page": page,
        "page_has_errors": sent is not None,
        "undo": undo_of(content, dossier.answers, request.GET) if dossier.can_edit else None,
        "point": point_of(request),
    }
    return render(request, "checklist/check.html", context, status=status)
