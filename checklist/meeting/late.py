"""A gemeente that wasn't at an open meeting answers afterwards, with a link of its own."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.forms import question_number
from checklist.meeting.see_other import SeeOther
from checklist.pages.meeting.answer_form import AnswerForm, no_preference, sent_form, with_refusal
from checklist.pages.meeting.late import late_list, late_question, next_late
from checklist.selectors import LateSeat
from checklist.services.meeting.errors import BallotRefusedError, MeetingGoneError, NotYourSeatError, RoundClosedError
from checklist.services.meeting.late import answer_late
from regiostaf.posted import posted_form


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, signed: str) -> HttpResponse:
    """List the questions, show the one that is asked for, or take its answer. Queries: those of `late_seat`, two, and
    those of `answer_late`."""
    seat = selectors.late_seat(signed)
    number = question_number((request.POST if request.method == "POST" else request.GET).get("vraag", ""))
    if seat is None:
        return _gone(request, HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        return _answer(request, seat, number or 0, signed)
    return _shown(request, seat, number, signed)


def _answer(request: HttpRequest, seat: LateSeat, number: int, signed: str) -> HttpResponse:
    if number not in seat.rounds:
        return _gone(request, HTTPStatus.CONFLICT)
    form = sent_form(selectors.content_all(selectors.stamp_now()).question_of[number], request.POST)
    blank = "geen" in request.POST
    if not blank and not form.sound:
        return _shown(request, seat, number, signed, form)
    try:
        answer_late(signed, number, no_preference(form) if blank else form.ballot, form.mandate)
    except BallotRefusedError as refusal:
        return _shown(request, seat, number, signed, with_refusal(form, refusal.reason))
    except (MeetingGoneError, NotYourSeatError, RoundClosedError):
        return _gone(request, HTTPStatus.CONFLICT)
    following = next_late(seat, number)
    return SeeOther(reverse("late", args=[signed]) + (f"?vraag={following}" if following else ""))


def _shown(
    request: HttpRequest, seat: LateSeat, number: int | None, signed: str, sent: AnswerForm | None = None
) -> HttpResponse:
    content = selectors.content_all(selectors.stamp_now())
    asked = number if number in seat.rounds else None
    shown = late_question(seat, asked, content, sent) if asked else late_list(seat, content)
    context = {
        "page": shown,
        "meeting": seat.meeting,
        "action": reverse("late", args=[signed]),
        "bar_title": selectors.gemeenten_of(seat.meeting.region_code, content.stamp)[seat.gemeente],
        "mode": "achteraf",
        "page_has_errors": sent is not None,
    }
    return render(request, shown.template, context)


def _gone(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """Say that the link opens nothing (any more), the same whatever is the matter; what was typed comes back."""
    typed = posted_form(request).typed if request.method == "POST" else []
    return render(request, "meeting/phone/late_gone.html", {"typed": typed}, status=status)
