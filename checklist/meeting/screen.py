"""The beamer of a meeting: it follows what the chair shows, by itself. With the werklink and with the leeslink."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.clock import clock_of
from checklist.domain.meeting.value import MeetingState
from checklist.keys import Key
from checklist.meeting.one_screen import one_screen
from checklist.meeting.screen_stand import of_notice, stand_of
from checklist.pages.meeting.screen import NOTICE_OF_SAMPLE, notice
from checklist.pages.meeting.words import box_words, meeting_title
from checklist.selectors import LiveMeeting


@require_safe
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The beamer, for both links; without a meeting it says so, and once the dossier is settled before one began it
    leads to what was settled. `?bediening=` with the werklink has the chair's next step on it. Five queries, and those
    of `stand_of`; two without a meeting."""
    dossier = open_dossier(request, key)
    meeting = selectors.meeting_of(dossier.id)
    if dossier.locked and (meeting is None or meeting.state == MeetingState.READY):
        return redirect("settled", key)
    now = timezone.localtime()
    nothing = NOTICE_OF_SAMPLE if dossier.sample else notice(None)
    stand_now = stand_of(meeting, dossier.stamp) if meeting else of_notice(nothing)
    asked = "bediening" in request.GET and dossier.can_edit
    mirrored = one_screen(meeting, dossier.stamp) if asked and meeting and meeting.live else None
    context = {
        "dossier": dossier,
        "meeting_title": meeting_title(meeting) if meeting else dossier.title,
        "clock": clock_of(dossier.date, dossier.until, now),
        "box": box_words(stand_now.until, now) if stand_now.until else "",
        "refresh": request.get_full_path(),
        "live_url": reverse("live", args=[meeting.screen_token]) if meeting and meeting.screen_token else "",
        "later": meeting is None or not (meeting.live or meeting.state == MeetingState.CLOSED),
        "stand": stand_now,
        "one_screen": mirrored,
        "reloads": mirrored is not None,
    }
    return render(request, "meeting/screen/page.html", context)


def stand(meeting: LiveMeeting, stamp: str) -> str:
    """Return the section that a beamer shows, for all who look at it. At most the queries of `stand_of`."""
    return render_to_string("meeting/screen/stand.html", {"stand": stand_of(meeting, stamp)})
