"""The phone of a gemeente: one page that follows the meeting, where it answers."""

from contextlib import suppress
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.domain.meeting.value import Ballot
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.forms import LARGEST_ID, question_number
from checklist.meeting import device
from checklist.meeting.phone_shown import Here, phone_shown, refused, without_seat
from checklist.meeting.see_other import SeeOther
from checklist.pages.meeting.answer_form import AnswerForm, no_preference, sent_form, with_refusal
from checklist.pages.meeting.phone import Asked
from checklist.selectors import RoundNow
from checklist.selectors.answers import AskedRound, asked_round, unanswered_polls
from checklist.services.meeting import answering, joining
from checklist.services.meeting.errors import (
    BallotRefusedError,
    BallotsLostError,
    MeetingGoneError,
    MeetingMovedError,
    NotYourSeatError,
    OtherDeviceAnsweredError,
    RoundClosedError,
    SeatLockedError,
    TooManyChangesError,
    WayRefusedError,
)

_REFUSALS: dict[type[Exception], tuple[str, str]] = {
    WayRefusedError: ("Uw gemeente antwoordt niet met de telefoon", "Dit antwoord telt niet. Vraag het de voorzitter."),
    OtherDeviceAnsweredError: (
        "Uw gemeente heeft al geantwoord",
        "Dat gebeurde op een ander toestel. Alleen daarop is het nog te wijzigen.",
    ),
    TooManyChangesError: (
        "Zo vaak wijzigen kan niet",
        "U wijzigde dit antwoord vijftig keer. Wat er het laatst stond, telt.",
    ),
}

_NOT_WRITTEN: tuple[type[Exception], ...] = (
    *(BallotRefusedError, BallotsLostError, MeetingGoneError, NotYourSeatError, RoundClosedError),
    *_REFUSALS,
)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, meeting: int) -> HttpResponse:
    """Show where the meeting is, or answer its question. Four queries and those of `phone_shown`; for an answer one and
    those of `answering.answer`, in a poll one more, and those of a page where it is refused."""
    if request.method == "POST":
        return _answer(request, meeting)
    here = _here(request, meeting)
    return phone_shown(request, here, _asked(request)) if here else without_seat(request, meeting)


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, meeting: int) -> HttpResponse:
    """Take the seat of the gemeente back, or say that a hamerstuk is to be talked about. Queries: those of the act and
    four."""
    if request.method != "POST":
        return redirect("participate", meeting)
    deed = request.POST.get("actie")
    if deed == "terugnemen":
        return _take_back(request, meeting)
    here = _here(request, meeting)
    number = question_number(request.POST.get("vraag", ""))
    if here is None:
        return without_seat(request, meeting)
    if deed == "bespreken" and number:
        with suppress(MeetingMovedError):  # it is none any more, and the page says so
            answering.lift(meeting, here.cookie, number)
    return SeeOther(reverse("participate", args=[meeting]))


def _here(request: HttpRequest, meeting: int) -> Here | None:
    found = selectors.meeting_with_id(meeting)
    cookie = device.cookie_of(request, meeting)
    seat = selectors.seat_of_device(found, cookie) if found else None
    return Here(found, seat, cookie) if found and seat else None


def _asked(request: HttpRequest) -> Asked:
    number = question_number(request.GET.get("vraag", ""))
    return Asked(number or 0, "wijzig" in request.GET, request.GET.get("binnen", ""))


def _answer(request: HttpRequest, meeting: int) -> HttpResponse:
    """Write the answer; one that can't be written comes back with all that was typed. Only then it is read where the
    meeting is: who may answer, the statement that writes it knows."""
    asked = asked_round(meeting, _round_id(request))
    cookie = device.cookie_of(request, meeting)
    if asked is None or not cookie:
        return _refused(request, meeting, None, RoundClosedError(None))
    form = sent_form(selectors.content_all(asked.stamp).question_of[asked.question], request.POST)
    blank = "geen" in request.POST
    ballot = no_preference(form) if blank else form.ballot
    try:
        if not blank and not form.sound:
            raise BallotRefusedError(form.refusal)
        answering.answer(asked, cookie, ballot, form.mandate)
    except _NOT_WRITTEN as error:
        return _refused(request, meeting, form, error)
    return _answered(request, asked, cookie, ballot)


def _refused(request: HttpRequest, meeting: int, form: AnswerForm | None, error: Exception) -> HttpResponse:
    here = _here(request, meeting)
    if here is None or isinstance(error, NotYourSeatError):
        return without_seat(request, meeting)
    now = here.meeting.round_with_id(_round_id(request))
    if now is None or form is None:
        return _too_late(request, here, now)
    match error:
        case BallotRefusedError():
            return _again(request, here, now, with_refusal(form, error.reason))
        case BallotsLostError():
            return phone_shown(request, here, Asked(now.question), form)
        case RoundClosedError() | MeetingGoneError():
            return _too_late(request, here, now)
        case _:
            return refused(request, here, *_REFUSALS[type(error)])


def _round_id(request: HttpRequest) -> int:
    """The round that the form was made for; 0 for none."""
    sent = request.POST.get("ronde", "")
    return int(sent) if sent.isascii() and sent.isdigit() and int(sent[:20]) <= LARGEST_ID else 0


def _again(request: HttpRequest, here: Here, now: RoundNow, form: AnswerForm) -> HttpResponse:
    """The form as it was sent, with what is wrong; where its round was closed meanwhile that says more."""
    if not now.answerable:
        return _too_late(request, here, now)
    return phone_shown(request, here, Asked(now.question), form)


def _too_late(request: HttpRequest, here: Here, now: RoundNow | None) -> HttpResponse:
    if now and now.kind == RoundKind.POLL:
        return refused(request, here, "De peiling is gesloten", "Dit antwoord telt niet.")
    which = f"Vraag {now.question}" if now else "Deze vraag"
    return refused(request, here, f"{which} was al gesloten", "Dit antwoord telt niet.")


def _answered(request: HttpRequest, asked: AskedRound, cookie: str, ballot: Ballot) -> HttpResponse:
    if asked.kind == RoundKind.POLL:
        next_one = _next_of_poll(asked, cookie)
        where = f"?vraag={next_one}" if next_one else ""
    else:
        where = "?" + urlencode({"binnen": f"{asked.id}.{asked.state}"})
    response = SeeOther(reverse("participate", args=[asked.meeting_id]) + where)
    if asked.mode == Mode.SECRET:
        device.remember_own(request, response, asked.meeting_id, asked.id, ballot)
    return response


def _next_of_poll(asked: AskedRound, cookie: str) -> int | None:
    """The first question after this one that the gemeente didn't answer, from the start again after the last."""
    open_ones = unanswered_polls(asked, cookie)
    return next((one for one in open_ones if one > asked.question), next(iter(open_ones), None))


def _take_back(request: HttpRequest, meeting: int) -> HttpResponse:
    """Let the device that was taken over speak for its gemeente again. Its signed cookie says that it once did."""
    found, cookie = selectors.meeting_with_id(meeting), device.cookie_of(request, meeting)
    if found is None or not cookie:
        return without_seat(request, meeting)
    response = SeeOther(reverse("participate", args=[meeting]))
    if selectors.seat_of_device(found, cookie) is None:
        try:
            device.remember(request, response, meeting, joining.take_back(found, cookie))
        except (SeatLockedError, WayRefusedError, NotYourSeatError, MeetingGoneError):
            return without_seat(request, meeting)
    return response
