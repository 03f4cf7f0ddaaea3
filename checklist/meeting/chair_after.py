"""A meeting that is suspended, and what is left of one that was closed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting_record.as_json import record_from_json
from checklist.meeting.chair_forms import LateForm
from checklist.pages.meeting.chair import title_of
from checklist.pages.meeting.chair_record import record_shown
from checklist.selectors import LiveMeeting, OpenDossier
from checklist.services.meeting.errors import StepRefusedError
from checklist.services.meeting.late import set_late


def suspended_page(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting) -> HttpResponse:
    """A meeting that goes on later."""
    context = {"dossier": dossier, "meeting": meeting, "meeting_title": title_of(meeting), "later": True}
    return render(request, "meeting/chair/suspended.html", context)


def closed_page(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting) -> HttpResponse:
    """What was written down when the meeting closed: who was there, and each question that was voted on. After an open
    meeting a POST says until when gemeenten may still answer, each with a link of its own."""
    form = LateForm(request.POST if request.method == "POST" else None, initial={"until": meeting.late_until})
    if form.is_valid():
        try:
            set_late(dossier, meeting, form.moment)
        except StepRefusedError as refusal:
            form.add_error("until", refusal.reason)
        else:
            messages.success(request, "Opgeslagen.")
            return redirect("meeting", dossier.key)
    names = selectors.gemeenten_of(dossier.region_code, dossier.stamp)
    content = selectors.content_all(dossier.stamp)
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "record": record_shown(content, record_from_json(meeting.record), names) if meeting.record else None,
        "form": form,
        "late": [(code, name, _late_address(request, meeting, code)) for code, name in names.items()]
        if meeting.late_until and meeting.late_until > timezone.now()
        else [],
    }
    return render(request, "meeting/chair/closed.html", context)


def _late_address(request: HttpRequest, meeting: LiveMeeting, gemeente: str) -> str:
    return request.build_absolute_uri(reverse("late", args=[selectors.late_link(meeting.id, gemeente)]))
