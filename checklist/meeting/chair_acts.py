"""The presses of the bediening. What is typed is saved first, whatever is pressed."""

from contextlib import suppress
from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.dossier import Right
from checklist.domain.meeting.value import MeetingState
from checklist.domain.text import one_text
from checklist.keys import Key
from checklist.meeting.chair import CameBack, console_page
from checklist.meeting.chair_doing import SlipSeenError, do
from checklist.meeting.chair_pressed import Pressed
from checklist.meeting.chair_sums import numbers_sent
from checklist.meeting.one_screen import FROM_SCREEN, address_of_screen
from checklist.pages.meeting.chair_bar import AGAIN, ChairAct
from checklist.pages.meeting.chair_look import UNVOTED, Look
from checklist.pages.meeting.chair_words import LOST, clock_words, moved_words
from checklist.selectors import ChoiceState, LiveMeeting
from checklist.services import ChoiceConflictError, save_choice
from checklist.services.meeting.errors import (
    BallotsLostError,
    DiffersNeededError,
    MeetingGoneError,
    MeetingMovedError,
    SlipsRefusedError,
    StepRefusedError,
)

_ONE_SLIP = "Er is één blad: u ziet nu het antwoord van die gemeente. Zet een vinkje als dat zo mag."
_DIFFERS = "U stelt iets anders vast dan de meerderheid. Schrijf erbij waarom."
_ELSEWHERE = "Iemand anders schreef hier ook. Druk op een knop om beide teksten te zien."
_BOTH = "Iemand anders schreef intussen ook bij deze vraag. Uw tekst staat eronder: maak er één geheel van."


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, key: Key) -> HttpResponse:
    """Do what was pressed, and go back to the bediening; 409 with where the meeting is when somebody else pressed
    first. A GET leads to the bediening."""
    dossier = open_dossier(request, key, Right.EDIT)
    meeting = selectors.meeting_of(dossier.id)
    if request.method != "POST" or meeting is None:
        return redirect("meeting", key)
    pressed = Pressed(dossier, meeting, request.POST)
    try:
        if pressed.act != ChairAct.SETTLE:
            _save_texts(pressed)
        look = do(pressed) if pressed.act else pressed.look
    except MeetingGoneError:
        return redirect("meeting", key)
    except BallotsLostError:
        messages.warning(request, LOST)
        return redirect(_console(pressed, pressed.look))
    except _REFUSALS as refusal:
        return _came_back(request, pressed, refusal)
    if "naar" in request.POST:
        return redirect(_address_of(request.POST["naar"], pressed))
    return redirect(address_of_screen(key) if FROM_SCREEN in request.POST else _console(pressed, look))


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, key: Key) -> HttpResponse:
    """Save the two texts while they are typed; answers in JSON with their version, or 409 with what somebody else wrote
    meanwhile. A GET leads to the bediening. Seven queries."""
    dossier = open_dossier(request, key, Right.EDIT)
    meeting = selectors.meeting_of(dossier.id)
    if request.method != "POST" or meeting is None:
        return redirect("meeting", key)
    pressed = Pressed(dossier, meeting, request.POST)
    try:
        version = _save_texts(pressed)
    except TextsRefusedError as refusal:
        return JsonResponse({"told": str(refusal)}, status=400)
    except ChoiceConflictError:
        return JsonResponse({"told": _ELSEWHERE}, status=409)
    return JsonResponse({"version": version, "told": f"Opgeslagen om {clock_words(timezone.localtime())}"})


class TextsRefusedError(Exception):
    """One of the texts can't be stored. Nothing was written."""


_REFUSALS = (
    ChoiceConflictError,
    DiffersNeededError,
    MeetingMovedError,
    SlipSeenError,
    SlipsRefusedError,
    StepRefusedError,
    TextsRefusedError,
)


def _save_texts(pressed: Pressed) -> int:
    """Store the two texts that came with a press; return the version of the answer then."""
    form = pressed.texts
    if form is None:
        return 0
    if "version" in form.errors:
        raise SuspiciousOperation("the form has no version")
    if not form.is_valid():
        raise TextsRefusedError(" ".join(str(error) for errors in form.errors.values() for error in errors))
    version: int = form.cleaned_data["version"]
    number = pressed.question.number
    written = save_choice(pressed.dossier, number, pressed.answer, based_on=version, looked_at=False)
    return version + 1 if written else version


def _came_back(request: HttpRequest, pressed: Pressed, refusal: Exception) -> HttpResponse:
    """The bediening with why nothing was done, and with all that was typed."""
    back = CameBack(
        texts=pressed.answer if pressed.texts else None,
        version=None,
        ticked=pressed.sent.getlist("optie") if pressed.act == ChairAct.SETTLE else None,
        numbers=numbers_sent(pressed.sent),
        differs=pressed.sent.get("differs", ""),
    )
    dossier, meeting = open_dossier(request, pressed.dossier.key, Right.EDIT), pressed.meeting
    if isinstance(refusal, MeetingMovedError) and refusal.meeting.state != MeetingState.RUNNING:
        return _is_over(request, pressed, refusal.meeting)
    match refusal:
        case MeetingMovedError():
            meeting = refusal.meeting
            back = replace(back, notice=moved_words(meeting, pressed.look.number), ticked=None, status=409)
        case ChoiceConflictError():
            back = _with_theirs(back, refusal.theirs)
        case DiffersNeededError():
            back = replace(back, notice=_DIFFERS, asks_why=True)
        case SlipSeenError():
            back = replace(back, notice=_ONE_SLIP, asks_slip=True)
        case SlipsRefusedError() | StepRefusedError():
            back = replace(back, notice=refusal.reason)
        case _:
            back = replace(back, notice=str(refusal))
    return console_page(request, dossier, meeting, pressed.look, back)


def _is_over(request: HttpRequest, pressed: Pressed, meeting: LiveMeeting) -> HttpResponse:
    """There is no bediening any more to come back to. What was typed is kept at its question, unless somebody else
    wrote there too."""
    messages.warning(request, moved_words(meeting, None))
    with suppress(ChoiceConflictError, TextsRefusedError):
        _save_texts(pressed)
    return redirect("meeting", pressed.dossier.key)


def _with_theirs(back: CameBack, theirs: ChoiceState) -> CameBack:
    mine = back.texts or theirs.answer
    texts = replace(
        theirs.answer,
        motivation=one_text(theirs.answer.motivation, mine.motivation),
        minority=one_text(theirs.answer.minority, mine.minority),
    )
    return replace(back, notice=_BOTH, texts=texts, version=theirs.version, status=409)


def _address_of(target: str, pressed: Pressed) -> str:
    """Where a button leads that only looks somewhere else."""
    key = pressed.dossier.key
    if target.startswith("GM"):
        return reverse("meeting-seat", args=[key, target])
    if target == AGAIN:
        return reverse("meeting-reopen", args=[key, pressed.question.number])
    if target in _PAGES:
        return reverse(_PAGES[target], args=[key])
    number = target.removesuffix(UNVOTED)
    query = f"vraag={number}&zonder=stemming" if target.endswith(UNVOTED) else f"vraag={number}"
    return f"{reverse('meeting', args=[key])}?{query if number.isdigit() else f'blik={number}'}"


_PAGES = {"uitnodigen": "meeting-invite", "sluiten": "meeting-close", "controle": "check"}


def _console(pressed: Pressed, look: Look) -> str:
    return f"{reverse('meeting', args=[pressed.dossier.key])}?{look.query}"
