"""What is settled of a dossier: its versions, what was done with them since, and their files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.settled.value import SettledKind
from checklist.keys import Key
from checklist.pages.settled import settled_versions
from checklist.pages.settled_steps import next_steps
from checklist.selectors import OpenDossier
from checklist.settled_forms import ActForm

# The names of the pages where a kind stands, and where its acts are sent to.
PAGES = {SettledKind.VOORSTEL: "settled", SettledKind.EVALUATIE: "evaluation-settled"}
ACTS = {SettledKind.VOORSTEL: "settled-act", SettledKind.EVALUATIE: "evaluation-act"}


@require_safe
def page(request: HttpRequest, key: Key, kind: SettledKind) -> HttpResponse:
    """The versions, the newest first, for both links; with the werklink also what may be done next. One query; six once
    something is settled, and with the werklink one more."""
    return settled_page(request, open_dossier(request, key), kind)


def settled_page(
    request: HttpRequest, dossier: OpenDossier, kind: SettledKind, sent: ActForm | None = None, status: int = 200
) -> HttpResponse:
    """The page, with a form that comes back as it was typed; 409 when somebody else was first."""
    versions = selectors.versions_of(dossier.id, kind) if dossier.newest else ()
    context = {
        "dossier": dossier,
        "versions": settled_versions(versions, selectors.files_by_version(versions)),
        "steps": next_steps(dossier, versions[0], sent) if dossier.can_act and versions else None,
        "sent": sent,
        "page_has_errors": sent is not None,
        "overtaken": status == 409,
        "of_evaluatie": kind == SettledKind.EVALUATIE,
        "acts_page": ACTS[kind],
    }
    return render(request, "checklist/settled.html", context, status=status)
