"""Before a meeting: the page that opens it, and the page with how others join."""

from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.meeting.value import MeetingState
from checklist.keys import Key
from checklist.meeting.chair_forms import OpeningForm
from checklist.pages.meeting.chair import title_of
from checklist.pages.meeting.chair_opening import MODE_CARDS, invitation, meeting_told, too_few_for_secret
from checklist.pages.meeting.chair_people import Mark, poll_done
from checklist.selectors import LiveMeeting, OpenDossier
from checklist.services.meeting import opening
from checklist.services.meeting.errors import MeetingMovedError, StepRefusedError

_END = time(17)


def opening_page(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting | None) -> HttpResponse:
    """The page that opens a meeting, or keeps it for later; `meeting` is one that was kept, or whose mode may still be
    changed. One query for the gemeenten where they aren't remembered."""
    posted = request.POST if request.method == "POST" else None
    form = OpeningForm(posted, initial=_initial(dossier, meeting))
    if form.is_valid():
        try:
            _open(dossier, meeting, form, live="later" not in request.POST)
        except StepRefusedError as refusal:
            form.add_error(None, refusal.reason)
        except MeetingMovedError:
            messages.warning(request, "De vergadering was al geopend.")
            return redirect("meeting", dossier.key)
        else:
            if "later" in request.POST:
                messages.success(request, "Bewaard. De vergadering is nog niet open.")
            return redirect("meeting", dossier.key)
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "form": form,
        "cards": MODE_CARDS,
        "chosen": form["mode"].value(),
        "too_few": too_few_for_secret([*selectors.gemeenten_of(dossier.region_code, dossier.stamp)]),
    }
    return render(request, "meeting/chair/opening.html", context)


@require_safe
def invite(request: HttpRequest, key: Key) -> HttpResponse:
    """How others join: the code, the link and its QR code, and who answered the poll. Five queries and those of the
    gemeenten."""
    dossier = open_dossier(request, key, Right.EDIT)
    meeting = selectors.meeting_of(dossier.id)
    if meeting is None or not (meeting.code and meeting.join_token):
        return redirect("meeting", key)
    names = selectors.gemeenten_of(dossier.region_code, dossier.stamp)
    persons = poll_done(meeting, names)
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "invitation": invitation(
            meeting.code,
            _without_scheme(request.build_absolute_uri(reverse("join"))),
            request.build_absolute_uri(reverse("join-token", args=[meeting.join_token])),
            meeting_told(meeting.mode, date_format(dossier.date, "j F Y"), _poll_words(meeting)),
        ),
        "poll_until": _poll_words(meeting),
        "before": meeting.state in (MeetingState.READY, MeetingState.POLL),
        "persons": persons,
        "done": sum(person.mark == Mark.DONE for person in persons),
        "missing": [person.name for person in persons if person.mark == Mark.TO_DO],
    }
    return render(request, "meeting/chair/invite.html", context)


def _open(dossier: OpenDossier, meeting: LiveMeeting | None, form: OpeningForm, *, live: bool) -> None:
    """Make the meeting, or give one that was kept its mode and open it."""
    if meeting is None:
        opening.open_meeting(dossier, form.chosen_mode, poll_until=form.poll_until, names=False, live=live)
        return
    opening.set_mode(dossier, meeting, form.chosen_mode)
    if live and form.poll_until:
        opening.start_poll(dossier, meeting, form.poll_until)
    elif live:
        opening.go_live(dossier, meeting)


def _initial(dossier: OpenDossier, meeting: LiveMeeting | None) -> dict[str, object]:
    """No mode is chosen beforehand; a poll would close at the end of the afternoon before the meeting."""
    kept = timezone.localtime(meeting.poll_until) if meeting and meeting.poll_until else None
    until = kept or _end_of_afternoon(dossier.date - timedelta(days=1))
    return {
        "mode": meeting.mode.value if meeting else None,
        "poll": kept is not None,
        "poll_day": until.date(),
        "poll_time": until.time(),
    }


def _end_of_afternoon(day: date) -> datetime:
    """17.00 on that day, or the first that is yet to come."""
    now = timezone.localtime()
    today = now.date() if now.time() < _END else now.date() + timedelta(days=1)
    return datetime.combine(max(day, today), _END)


def _poll_words(meeting: LiveMeeting) -> str:
    """Until when the poll can be answered, in words; empty when there is none now."""
    if meeting.state != MeetingState.POLL or meeting.poll_until is None:
        return ""
    return date_format(timezone.localtime(meeting.poll_until), "j F, G.i")


def _without_scheme(address: str) -> str:
    return address.partition("://")[2].rstrip("/")
