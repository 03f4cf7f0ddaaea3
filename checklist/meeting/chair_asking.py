"""What the chair is asked once more: whether to ask a question again, or to break it off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.meeting.value import RoundState
from checklist.keys import Key
from checklist.pages.meeting.chair import title_of
from checklist.pages.meeting.chair_look import question_look
from checklist.pages.meeting.chair_words import moved_words
from checklist.services.meeting import rounds
from checklist.services.meeting.errors import MeetingMovedError, StepRefusedError


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, key: Key, step: str) -> HttpResponse:
    """Ask whether a question is to be asked again, with how many answers go; or, while it is open, whether it is to be
    broken off. Five queries."""
    dossier = open_dossier(request, key, Right.EDIT)
    meeting = selectors.meeting_of(dossier.id)
    number = int(step)
    now = meeting.newest.get(number) if meeting else None
    back = f"{reverse('meeting', args=[key])}?{question_look(number).query}"
    if meeting is None or now is None:
        return redirect(back)
    if request.method == "POST":
        # What the page asked: by now another round may be open.
        shown = request.POST.get("ronde") == str(now.id) and request.POST.get("actie") == _asked(now.state)
        if not shown:
            messages.warning(request, moved_words(meeting, number))
            return redirect(back)
        do = rounds.break_off if now.answerable else rounds.reopen
        try:
            do(dossier, meeting, now.id)
        except MeetingMovedError as moved:
            messages.warning(request, moved_words(moved.meeting, number))
        except StepRefusedError as refusal:
            messages.warning(request, refusal.reason)
        return redirect(back)
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "round": now,
        "question": selectors.content_all(dossier.stamp).question_of[number],
        "act": _asked(now.state),
        "answers": len(now.answered),
        "settled": now.state == RoundState.SETTLED,
        "back": back,
        "elsewhere": meeting.open_round if not now.answerable else None,
    }
    return render(request, "meeting/chair/reopen.html", context)


def _asked(state: RoundState) -> str:
    return "heropenen" if state in (RoundState.CLOSED, RoundState.SHOWN, RoundState.SETTLED) else "afbreken"
