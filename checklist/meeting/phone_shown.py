"""What a phone shows: the page of where the meeting is, and those for a device that can't go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from checklist import selectors
from checklist.domain.meeting.device import gemeente_of
from checklist.domain.meeting.value import Given, MeetingState, RoundState
from checklist.meeting import device
from checklist.pages.meeting.answer_form import AnswerForm
from checklist.pages.meeting.join import WRONG_CODE
from checklist.pages.meeting.phone import Asked, Phone, Texts
from checklist.pages.meeting.phone_page import phone_page, round_asked
from checklist.pages.meeting.phone_place import phone_stand
from checklist.pages.meeting.phone_words import mode_word
from checklist.selectors import LiveMeeting, RoundNow, Seat
from checklist.selectors.answers import earlier_ballot, own_ballot
from regiostaf.posted import posted_form


@dataclass(frozen=True)
class Here:
    """A device that speaks for a gemeente in a meeting, known by its cookie."""

    meeting: LiveMeeting
    seat: Seat
    cookie: str


def stand(meeting: LiveMeeting, stamp: str) -> str:
    """Return the part of the page that follows by itself, the same for every phone. No query but for the gemeenten
    where they aren't remembered."""
    size = len(selectors.gemeenten_of(meeting.region_code, stamp))
    return render_to_string("meeting/phone/stand.html", {"stand": phone_stand(meeting, size)})


def phone_shown(request: HttpRequest, here: Here, asked: Asked, sent: AnswerForm | None = None) -> HttpResponse:
    """Return the page of where the meeting is; `sent` is the form as it came back. At most five queries, and those of
    the content and the gemeenten where these aren't remembered."""
    content = selectors.content_all(selectors.stamp_now())
    names = selectors.gemeenten_of(here.meeting.region_code, content.stamp)
    now = round_asked(here.meeting, asked)
    phone = Phone(
        here.meeting,
        here.seat,
        content,
        own=_own(request, here, now) if now else None,
        before=_before(here, now) if now else None,
        texts=_texts(here.meeting, now),
    )
    page = phone_page(phone, asked, names, sent)
    context = _frame(here.meeting, names, here.seat.gemeente) | {
        "page": page,
        "action": reverse("participate", args=[here.meeting.id]),
        "device": f"{here.seat.gemeente}:{here.seat.device_no}",
        "later": not here.meeting.live,
        "page_has_errors": sent is not None,
    }
    return render(request, page.template, context)


def without_seat(request: HttpRequest, meeting: int) -> HttpResponse:
    """Return what a device reads that speaks for no gemeente here: another one took over, the meeting is closed, or it
    never took part (404). What was typed comes back, with 409. Seven queries."""
    status = HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK
    cookie = device.cookie_of(request, meeting)
    gemeente = gemeente_of(cookie)
    found = selectors.meeting_with_id(meeting)
    if gemeente is None:
        return wrong_code(request)
    if found is None or found.state == MeetingState.CLOSED or gemeente not in found.seat_of:
        response = render(request, "meeting/phone/closed.html", {"typed": _typed(request)}, status=status)
        device.forget(response, meeting)
        return response
    names = selectors.gemeenten_of(found.region_code)
    context = {"name": names[gemeente], "locked": found.seat_of[gemeente].locked, "typed": _typed(request)}
    return render(request, "meeting/phone/taken_over.html", _frame(found, names, gemeente) | context, status=status)


def refused(request: HttpRequest, here: Here, heading: str, sentence: str) -> HttpResponse:
    """Return why an answer doesn't count (409), with what was typed in it. One query, and the gemeenten."""
    names = selectors.gemeenten_of(here.meeting.region_code)
    context = {"heading": heading, "sentence": sentence, "typed": _typed(request)}
    context |= _frame(here.meeting, names, here.seat.gemeente)
    return render(request, "meeting/phone/refused.html", context, status=HTTPStatus.CONFLICT)


def wrong_code(request: HttpRequest, typed: str = "") -> HttpResponse:
    """Return the page where a code is asked for, after one that opens nothing (404): the same for a wrong code, an old
    one and one of another meeting. No query."""
    context = {"typed": typed, "wrong": WRONG_CODE}
    return render(request, "meeting/phone/code.html", context, status=HTTPStatus.NOT_FOUND)


def _frame(meeting: LiveMeeting, names: Mapping[str, str], gemeente: str) -> dict[str, object]:
    """What stands around each page. In secret mode no neighbour reads there whose phone it is."""
    return {
        "meeting": meeting,
        "stand": phone_stand(meeting, len(names)),
        "bar_title": "Vergadering" if meeting.secret else names[gemeente],
        "mode": mode_word(meeting),
        "live_url": reverse("live", args=[meeting.phone_token]) if meeting.phone_token else "",
        "reloads": True,
    }


def _own(request: HttpRequest, here: Here, now: RoundNow) -> Given | None:
    """The own answer to a round. In secret mode the ballots go when it closes; then this device alone knows."""
    if not here.meeting.secret:
        return selectors.given_in(now.id).get(here.seat.gemeente)
    if now.answerable:
        ballot = own_ballot(here.meeting, now, here.cookie)
    else:
        ballot = device.own_remembered(request, here.meeting.id, now.id)
    return Given(ballot, mandate=here.seat.mandate) if ballot else None


def _before(here: Here, now: RoundNow) -> Given | None:
    ballot = earlier_ballot(here.meeting, now, here.cookie) if now.answerable else None
    return Given(ballot, mandate=here.seat.mandate) if ballot else None


def _texts(meeting: LiveMeeting, now: RoundNow | None) -> Texts:
    if now is None or now.state != RoundState.SETTLED:
        return Texts()
    answer = selectors.choice(meeting.dossier_id, now.question).answer
    return Texts(answer.motivation, answer.minority)


def _typed(request: HttpRequest) -> object:
    return posted_form(request).typed if request.method == "POST" else []
