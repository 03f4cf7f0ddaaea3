"""What the chair is asked once more: whether to suspend the meeting, or to close it."""

from collections.abc import Collection

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import RoundKind, Way
from checklist.keys import Key
from checklist.pages.meeting.chair import title_of
from checklist.pages.meeting.chair_words import LOST, moved_words
from checklist.selectors import LiveMeeting, OpenDossier, RoundNow
from checklist.services.meeting import closing, counting, opening, rounds
from checklist.services.meeting.errors import BallotsLostError, MeetingMovedError, StepRefusedError


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, key: Key) -> HttpResponse:
    """Ask whether the meeting is to be suspended or closed, and what becomes of a question that is open. Five
    queries."""
    dossier = open_dossier(request, key, Right.EDIT)
    meeting = selectors.meeting_of(dossier.id)
    if meeting is None or meeting.state == MeetingState.CLOSED:
        return redirect("meeting", key)
    if request.method == "POST":
        return _close(request, dossier, meeting)
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "open": meeting.open_round,
        "choices": _choices(meeting, meeting.open_round) if meeting.open_round else (),
        "polling": meeting.state == MeetingState.POLL,
        "can_suspend": meeting.state == MeetingState.RUNNING,
        "unsettled": [number for number, now in sorted(meeting.newest.items()) if now.state != RoundState.SETTLED],
    }
    return render(request, "meeting/chair/close.html", context)


def _close(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting) -> HttpResponse:
    now, chosen = meeting.open_round, request.POST.get("open-vraag")
    # What the page asked about: by now another question may be open.
    if now and (request.POST.get("ronde") != str(now.id) or chosen not in _choices(meeting, now)):
        messages.warning(request, f"Kies eerst wat er met vraag {now.question} gebeurt.")
        return redirect("meeting-close", dossier.key)
    try:
        if now:
            settle_it = counting.close_round if chosen == "tellen" else rounds.break_off
            settle_it(dossier, meeting, now.id)
        match request.POST.get("actie"):
            case "schorsen":
                closing.suspend(dossier, meeting)
            case "hervatten":
                closing.resume(dossier, meeting)
            case "sluiten":
                if not meeting.secret:
                    opening.set_names(dossier, meeting, "namen" in request.POST)
                closing.close_meeting(dossier, meeting)
    except MeetingMovedError as moved:
        messages.warning(request, moved_words(moved.meeting, moved.meeting.current))
    except BallotsLostError:
        messages.warning(request, LOST)
    except StepRefusedError as refusal:
        messages.warning(request, refusal.reason)
        return redirect("meeting-close", dossier.key)
    return redirect("meeting", dossier.key)


def _choices(meeting: LiveMeeting, now: RoundNow) -> Collection[str]:
    """What can become of a round here. Sheets and hands are entered when it is counted, on the bediening."""
    on_paper = meeting.secret and any(seat.way == Way.PAPER for seat in meeting.seats)
    return ("afbreken",) if on_paper or now.kind == RoundKind.HANDS else ("tellen", "afbreken")
