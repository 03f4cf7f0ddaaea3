"""The page of one gemeente: how it takes part, and in open mode its answer on paper or by a hand that is named."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.content import Question
from checklist.domain.dossier import Right
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import How, Mandate, RoundKind, Stance, Way
from checklist.keys import Key
from checklist.pages.meeting.answer_form import AnswerForm, filled_in, no_preference, sent_form, with_refusal
from checklist.pages.meeting.chair import title_of
from checklist.pages.meeting.chair_words import moved_words
from checklist.selectors import LiveMeeting, OpenDossier, RoundNow
from checklist.services.meeting import answering, seats
from checklist.services.meeting.errors import (
    BallotRefusedError,
    MeetingMovedError,
    NotYourSeatError,
    RoundClosedError,
    StepRefusedError,
)

_WAYS = {
    Way.PHONE: "Met een telefoon of laptop",
    Way.PAPER: "Op papier",
    Way.ABSENT: "Is er niet",
}
_STANCES = ((Stance.FOR.value, "voor"), (Stance.LIVE_WITH.value, "kan ermee leven"), (Stance.AGAINST.value, "tegen"))
_MANDATES = (("", "Niet gezegd"), (Mandate.GIVEN.value, "Met mandaat"), (Mandate.RESERVED.value, "Onder voorbehoud"))
_HOWS = {How.PAPER: "Van papier", How.HAND: "Gezegd in de zaal"}


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, key: Key, gemeente: str) -> HttpResponse:
    """How a gemeente takes part, and its answer to the question that is open, to be entered by the chair. Five queries,
    one more for an answer that it gave."""
    dossier = open_dossier(request, key, Right.EDIT)
    meeting = selectors.meeting_of(dossier.id)
    name = selectors.gemeenten_of(dossier.region_code, dossier.stamp).get(gemeente)
    if name is None:
        raise Http404
    if meeting is None or meeting.state == MeetingState.CLOSED:
        return redirect("meeting", key)
    if request.method != "POST":
        return _page(request, dossier, meeting, gemeente, form=_stored(dossier, meeting, gemeente))
    return _act(request, dossier, meeting, gemeente)


def answerable(meeting: LiveMeeting) -> RoundNow | None:
    """Return the round to which the chair can enter the answer of a gemeente; None when there is none."""
    now = meeting.open_round
    return now if now and now.kind == RoundKind.DEVICE and not meeting.secret else None


def _act(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting, gemeente: str) -> HttpResponse:
    form = _sent(request, dossier, meeting)
    try:
        match request.POST.get("actie", ""):
            case "wijze":
                seats.set_way(dossier, meeting, gemeente, Way(request.POST.get("wijze", Way.PHONE)))
            case "vast" | "los" as lock:
                seats.set_lock(dossier, meeting, gemeente, lock == "vast")
            case _ if form:
                return _answer(request, dossier, meeting, gemeente, form)
    except (StepRefusedError, ValueError) as refusal:
        told = refusal.reason if isinstance(refusal, StepRefusedError) else "Kies hoe deze gemeente meedoet."
        return _page(request, dossier, meeting, gemeente, form=form, notice=told)
    except NotYourSeatError:
        return _page(request, dossier, meeting, gemeente, form=form, notice="Deze gemeente doet nog niet mee.")
    except MeetingMovedError:
        return redirect("meeting", dossier.key)
    messages.success(request, "Opgeslagen.")
    return redirect("meeting-seat", dossier.key, gemeente)


def _answer(
    request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting, gemeente: str, form: AnswerForm
) -> HttpResponse:
    """Write the answer to the round that the page showed, if it is still open."""
    typed = request.POST.get("ronde", "")
    now = answerable(meeting)
    if now is None or typed != str(now.id):
        told = moved_words(meeting, meeting.current)
        return _page(request, dossier, meeting, gemeente, form=form, notice=told, status=409)
    blank = "geen" in request.POST
    if not (blank or form.sound):
        return _page(request, dossier, meeting, gemeente, form=form)
    ballot = no_preference(form) if blank else form.ballot
    how = How.PAPER if request.POST.get("hoe") == How.PAPER.value else How.HAND
    try:
        answering.answer_for(dossier, meeting, now.id, gemeente, ballot, how, form.mandate)
    except BallotRefusedError as refusal:
        return _page(request, dossier, meeting, gemeente, form=with_refusal(form, refusal.reason))
    except RoundClosedError:
        told = "De vraag is intussen gesloten. Dit antwoord telt niet."
        return _page(request, dossier, meeting, gemeente, form=form, notice=told, status=409)
    messages.success(request, "Het antwoord is opgeslagen.")
    return redirect("meeting", dossier.key)


def _question(dossier: OpenDossier, now: RoundNow) -> Question:
    return selectors.content_all(dossier.stamp).question_of[now.question]


def _stored(dossier: OpenDossier, meeting: LiveMeeting, gemeente: str) -> AnswerForm | None:
    """The form with what the gemeente answered, if it did; None when nothing can be entered."""
    now = answerable(meeting)
    if now is None:
        return None
    given = selectors.given_in(now.id).get(gemeente) if gemeente in now.answered else None
    return filled_in(
        _question(dossier, now), given.ballot if given else None, given.mandate if given else Mandate.NOT_SAID
    )


def _sent(request: HttpRequest, dossier: OpenDossier, meeting: LiveMeeting) -> AnswerForm | None:
    now = answerable(meeting)
    return sent_form(_question(dossier, now), request.POST) if now else None


def _page(  # noqa: PLR0913 - what isn't always there goes by keyword
    request: HttpRequest,
    dossier: OpenDossier,
    meeting: LiveMeeting,
    gemeente: str,
    *,
    form: AnswerForm | None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    now = answerable(meeting)
    seat = meeting.seat_of.get(gemeente)
    context = {
        "dossier": dossier,
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "name": selectors.gemeenten_of(dossier.region_code, dossier.stamp)[gemeente],
        "seat": seat,
        "ways": [(way.value, words) for way, words in _WAYS.items()],
        "way": seat.way.value if seat else "",
        "hows": [(how.value, words) for how, words in _HOWS.items()],
        "how": How.PAPER.value if seat and seat.way == Way.PAPER else How.HAND.value,
        "round": now,
        "question": _question(dossier, now) if now else None,
        "answered": now is not None and gemeente in now.answered,
        "form": form,
        "stances": _STANCES,
        "mandates": _MANDATES,
        "notice": notice,
        "page_has_errors": bool(notice or (form and not form.sound)),
    }
    return render(request, "meeting/chair/seat.html", context, status=status)
