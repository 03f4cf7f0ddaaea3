"""Twelve sheets of paper to print, for gemeenten without a phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.keys import EditKey
from checklist.pages.meeting.sheets import sheets


@require_safe
def page(request: HttpRequest, key: EditKey) -> HttpResponse:
    """The sheets, by what the mode of the meeting asks: in open mode with a line for the gemeente. Before there is a
    meeting nobody knows the mode. Five queries."""
    dossier = open_dossier(request, key, Right.EDIT)
    meeting = selectors.meeting_of(dossier.id)
    if meeting is None:
        return redirect("meeting-screen", dossier.key)
    context = {"dossier": dossier, "secret": meeting.secret, "sheets": sheets(selectors.content_all(dossier.stamp))}
    return render(request, "meeting/sheets/page.html", context)
