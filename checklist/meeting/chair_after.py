"""A meeting that is suspended, and what is left of one that was closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from checklist import selectors
from checklist.domain.meeting_record.as_json import record_from_json
from checklist.pages.meeting.chair import title_of
from checklist.pages.meeting.chair_record import record_shown
from checklist.selectors import LiveMeeting, OpenDossier


def suspended_page(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting) -> HttpResponse:
    """A meeting that goes on later."""
    context = {"dossier": dossier, "meeting": meeting, "meeting_title": title_of(meeting)}
    return render(request, "meeting/chair/suspended.html", context)


def closed_page(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting) -> HttpResponse:
    """What was written down when the meeting closed: who was there, and each question that was voted on."""
    content = selectors.content_all(dossier.stamp)
    names = selectors.gemeenten_of(dossier.region_code, dossier.stamp)
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "record": record_shown(content, record_from_json(meeting.record), names) if meeting.record else None,
    }
    return render(request, "meeting/chair/closed.html", context)
