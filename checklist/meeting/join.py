"""A gemeente joins a meeting: by the code, or by the link that the QR code has; then it says which one it is."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.domain.meeting_record.words import NAME_CAP, Mandate
from checklist.domain.text import MARGIN, TooLongError, capped, clean_line, shortened
from checklist.meeting import device
from checklist.meeting.phone_shown import wrong_code
from checklist.meeting.see_other import SeeOther
from checklist.pages.meeting.join import NO_GEMEENTE, JoinForm, choosable
from checklist.pages.meeting.phone_words import mode_word
from checklist.selectors import LiveMeeting
from checklist.services.meeting import joining
from checklist.services.meeting.errors import (
    MeetingGoneError,
    NotYourSeatError,
    SeatLockedError,
    SeatTakenError,
    WayRefusedError,
    WrongCodeError,
)


@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code, and lead to the meeting that has it. Queries: those of `token_for_code`; none for a GET."""
    if request.method != "POST":
        return render(request, "meeting/phone/code.html")
    typed = request.POST.get("code", "")
    try:
        token = joining.token_for_code(typed)
    except WrongCodeError:
        return wrong_code(request, typed)
    return SeeOther(reverse("join-token", args=[token]))


@require_http_methods(["GET", "HEAD", "POST"])
def gemeente(request: HttpRequest, token: str) -> HttpResponse:
    """Ask which gemeente it is, and let this device speak for it. Six queries, and those of the service."""
    meeting = selectors.meeting_with_join_token(token)
    if meeting is None:
        return wrong_code(request)
    names = selectors.gemeenten_of(meeting.region_code)
    chosen = (request.POST if request.method == "POST" else request.GET).get("gemeente", "")
    if chosen and chosen not in names:
        raise SuspiciousOperation("no gemeente of this region")
    if request.method == "POST":
        return _take_over(request, meeting, chosen) if "overnemen" in request.POST else _join(request, meeting, chosen)
    seat = meeting.seat_of.get(chosen)
    if seat and seat.device:
        return render(request, "meeting/phone/taken.html", _frame(meeting) | {"name": names[chosen], "seat": seat})
    return _choose(request, meeting, JoinForm(chosen))


def _join(request: HttpRequest, meeting: LiveMeeting, chosen: str) -> HttpResponse:
    form = _sent(request, chosen)
    if form.refusal or form.name_refusal:
        return _choose(request, meeting, form)
    try:
        cookie = joining.take_seat(meeting, chosen, mandate=form.mandate, name=form.name)
    except SeatTakenError:
        return SeeOther(f"{request.path}?gemeente={chosen}")
    except (WayRefusedError, NotYourSeatError, MeetingGoneError):
        return _refused(request, meeting, chosen)
    return _welcome(request, meeting, cookie)


def _take_over(request: HttpRequest, meeting: LiveMeeting, chosen: str) -> HttpResponse:
    try:
        cookie = joining.take_over(meeting, chosen)
    except SeatLockedError:
        return SeeOther(f"{request.path}?gemeente={chosen}")
    except (WayRefusedError, NotYourSeatError, MeetingGoneError):
        return _refused(request, meeting, chosen)
    return _welcome(request, meeting, cookie)


def _sent(request: HttpRequest, chosen: str) -> JoinForm:
    typed = request.POST.get("naam", "")
    try:
        mandate = Mandate(request.POST.get("mandaat", ""))
    except ValueError as error:
        raise SuspiciousOperation("no mandate") from error
    refusal = "" if chosen else NO_GEMEENTE
    try:
        return JoinForm(chosen, mandate, capped(typed, NAME_CAP, clean_line), refusal)
    except TooLongError as error:
        too_long = f"Deze naam telt {error.count} tekens. Er passen er {NAME_CAP}."
        return JoinForm(chosen, mandate, shortened(typed, MARGIN * NAME_CAP, clean_line), refusal, too_long)


def _choose(request: HttpRequest, meeting: LiveMeeting, form: JoinForm) -> HttpResponse:
    context = {
        "form": form,
        "gemeenten": choosable(meeting, selectors.gemeenten_of(meeting.region_code)),
        "page_has_errors": bool(form.refusal or form.name_refusal),
    }
    return render(request, "meeting/phone/gemeente.html", _frame(meeting) | context)


def _refused(request: HttpRequest, meeting: LiveMeeting, chosen: str) -> HttpResponse:
    """Say that a gemeente can't join with a phone; the meeting may have ended meanwhile."""
    now = selectors.meeting_with_id(meeting.id)
    if now is None or not now.live:
        return wrong_code(request)
    name = selectors.gemeenten_of(meeting.region_code)[chosen]
    return render(request, "meeting/phone/on_paper.html", _frame(meeting) | {"name": name}, status=409)


def _welcome(request: HttpRequest, meeting: LiveMeeting, cookie: str) -> HttpResponse:
    response = SeeOther(reverse("participate", args=[meeting.id]))
    device.remember(request, response, meeting.id, cookie)
    return response


def _frame(meeting: LiveMeeting) -> dict[str, object]:
    return {"meeting": meeting, "bar_title": meeting.region, "mode": mode_word(meeting)}
