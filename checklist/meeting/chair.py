"""The bediening: the page of the chair, and the piece of it that follows the meeting by itself."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.dossier import Answer, Right
from checklist.domain.meeting.plan import plan_from_json
from checklist.domain.meeting.value import MeetingState, RoundState, Showing
from checklist.keys import Key
from checklist.meeting.chair_after import closed_page, suspended_page
from checklist.meeting.chair_opening import opening_page
from checklist.pages.meeting.chair import NO_ANSWERS, Answers, Sent, console, sees_reasons, shows_result, title_of
from checklist.pages.meeting.chair_look import Look, Sight, look_asked
from checklist.pages.meeting.chair_now import on_screen
from checklist.pages.meeting.chair_people import people
from checklist.selectors import LiveMeeting, OpenDossier, RoundNow
from checklist.selectors.answers import ballots_now
from checklist.selectors.whole import whole_now


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, key: Key) -> HttpResponse:
    """The page that the meeting is at: opening it, inviting, the bediening, or what was left of it. A POST opens it.
    Queries: five, two more for reasons or one for an outcome, and those of the gemeenten where they aren't
    remembered."""
    dossier = open_dossier(request, key, Right.ACT)
    meeting = selectors.meeting_of(dossier.id)
    closed = meeting is not None and meeting.state == MeetingState.CLOSED
    if dossier.locked and not closed:
        return redirect("settled", key)
    if meeting is None or (meeting.state == MeetingState.READY and not meeting.live):
        return opening_page(request, dossier, meeting)
    if meeting.state in _BEFORE:
        asked = "wijzigen" in request.GET or request.method == "POST"
        return opening_page(request, dossier, meeting) if asked else redirect("meeting-invite", key)
    return _PAGES.get(meeting.state, console_page)(request, dossier, meeting)


_BEFORE = (MeetingState.READY, MeetingState.POLL)
_PAGES: Mapping[MeetingState, Callable[[HttpRequest, OpenDossier, LiveMeeting], HttpResponse]] = {
    MeetingState.SUSPENDED: suspended_page,
    MeetingState.CLOSED: closed_page,
}


@dataclass(frozen=True)
class CameBack:
    """A form of the bediening that came back: why, the texts and options as they were sent, and whether a reason is
    asked why something else than the majority is settled, and whether one sheet may be seen."""

    notice: str = ""
    texts: Answer | None = None
    version: int | None = None
    ticked: Collection[str] | None = None
    numbers: Mapping[str, str] | None = None
    asks_why: bool = False
    asks_slip: bool = False
    differs: str = ""
    status: int = 200


NOTHING_BACK = CameBack()


def console_page(
    request: HttpRequest,
    dossier: OpenDossier,
    meeting: LiveMeeting,
    look: Look | None = None,
    back: CameBack = NOTHING_BACK,
) -> HttpResponse:
    """The bediening, as it was asked for in the address or where a form came from."""
    plan = plan_from_json(meeting.plan)
    look = look or look_asked(request.GET.dict(), meeting)
    names = selectors.gemeenten_of(dossier.region_code, dossier.stamp)
    sight = Sight(selectors.content_all(dossier.stamp), meeting, plan, look, names)
    stored = dossier.answers[look.number] if look.number else None
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "live_url": reverse("live", args=[meeting.chair_token]) if meeting.chair_token else "",
        "reloads": True,
        "look": look,
        "page": console(sight, _answers(sight), Sent(back.ticked, back.numbers or {})),
        "texts": back.texts or (stored.answer if stored else None),
        "version": back.version if back.version is not None else (stored.version if stored else 0),
        "back": back,
        **_stand(sight),
    }
    return render(request, "meeting/chair/console.html", context, status=back.status)


def stand(meeting: LiveMeeting, stamp: str) -> str:
    """Return the piece of the bediening that follows the meeting: what the beamer shows, and who takes part. No query
    but those of the gemeenten where they aren't remembered."""
    content, plan = selectors.content_all(stamp), plan_from_json(meeting.plan)
    names = selectors.gemeenten_of(meeting.region_code, stamp)
    sight = Sight(content, meeting, plan, look_asked({}, meeting), names)
    return render_to_string("meeting/chair/stand.html", {"meeting": meeting} | _stand(sight))


def _stand(sight: Sight) -> dict[str, object]:
    found = people(sight.meeting, sight.names)
    now = sight.meeting.current_round
    # Then who was for and against stands in its place.
    beside_names = now is not None and now.state == RoundState.SHOWN and not sight.meeting.secret
    return {
        "now": on_screen(sight),
        "people": None if beside_names else found,
        "taken_over": found.taken_over,
        "round": sight.meeting.open_round,
        "step": _step(sight, now),
    }


def _step(sight: Sight, now: RoundNow | None) -> str:
    """What changes when the page around the piece is another one: what the beamer shows, which hamerstukken are lifted,
    and how far the question is."""
    state = "" if now is None else now.steps[-1][0] if now.talking else now.state
    return f"{sight.meeting.showing}.{len(sight.plan.lifted)}.{state}"


def _answers(sight: Sight) -> Answers:
    """The answers that are shown: reasons while they can be shown, names once the outcome is, and the whole. One
    query, two for reasons, none when there is nothing to see."""
    meeting, look = sight.meeting, sight.look
    if look.screen == Showing.WHOLE:
        return Answers(whole=whole_now(sight.content, meeting))
    now = meeting.newest.get(look.number or 0)
    if now is not None and sees_reasons(now, secret=meeting.secret):
        return Answers(ballots_now(now))
    return Answers(given=selectors.given_in(now.id)) if now and shows_result(now) and not meeting.secret else NO_ANSWERS
