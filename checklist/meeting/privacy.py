"""What becomes of what is said in a meeting: for who has a link to the dossier, and for who takes part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.keys import Key
from checklist.meeting import device
from checklist.meeting.phone_shown import without_seat
from checklist.pages.meeting.privacy import privacy_of
from checklist.pages.meeting.words import meeting_title
from checklist.selectors import LiveMeeting


@require_safe
def of_dossier(request: HttpRequest, key: Key) -> HttpResponse:
    """The statement of the meeting on a dossier, for both links; without a meeting there is none to make. Five
    queries."""
    dossier = open_dossier(request, key)
    meeting = selectors.meeting_of(dossier.id)
    if meeting is None:
        return redirect("meeting-screen", dossier.key)
    return _page(request, meeting, reverse("dossier", args=[dossier.key]), "Alle vragen")


@require_safe
def of_participant(request: HttpRequest, meeting: int) -> HttpResponse:
    """The same for who takes part; a device without a seat sees how to join. Four queries."""
    found = selectors.meeting_with_id(meeting)
    if found is None or selectors.seat_of_device(found, device.cookie_of(request, meeting)) is None:
        return without_seat(request, meeting)
    return _page(request, found, reverse("participate", args=[meeting]), "Terug naar de vergadering")


def _page(request: HttpRequest, meeting: LiveMeeting, back_url: str, back_text: str) -> HttpResponse:
    context = {
        "meeting_title": meeting_title(meeting),
        "privacy": privacy_of(meeting),
        "back_url": back_url,
        "back_text": back_text,
    }
    return render(request, "meeting/privacy/page.html", context)
