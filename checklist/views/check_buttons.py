"""The buttons of the controle: each saves its form, and then leads somewhere or changes answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from checklist import services
from checklist.destinations import POINT, Destination, FromCheck, asked_for, to_check
from checklist.domain.choices.consistency import selection_error
from checklist.domain.content import Content, Tension
from checklist.pages.agenda import SentAgenda
from checklist.pages.points import anchor_of
from checklist.pages.repairs import UNDO, WAY, SentAnswer, named_undo, named_way, undo_query
from checklist.selectors import OpenDossier

# The button that takes the agreement over with which both choices can stay; its value is the number of the tension.
AGREE = "overnemen"


@dataclass(frozen=True)
class Pressed:
    """The button that was pressed: what comes after the save, and the tension of which it takes the agreement over."""

    leave: Callable[[], HttpResponse]
    agreed: Tension | None = None

    def filled_in(self, sent: SentAgenda) -> SentAgenda:
        """Return the form as this button sends it."""
        return sent.agreed(self.agreed.number, self.agreed.agreement) if self.agreed else sent


def pressed_in(request: HttpRequest, dossier: OpenDossier, content: Content) -> Pressed:
    """Return the button that was pressed; without one the first, to the afronding. Raises `SuspiciousOperation` (400)
    for one that no page has."""
    if (number := request.POST.get(AGREE)) is not None:
        tension = _with_agreement(content, number)
        return Pressed(lambda: redirect(FromCheck(anchor_of(tension)).address(dossier.key)), tension)
    if (answers := _other_answers(request, dossier, content)) is not None:
        return Pressed(lambda: _change(request, dossier, answers))
    address = _address(request, dossier)
    return Pressed(lambda: redirect(address))


def point_of(request: HttpRequest) -> str:
    """Return the point of the controle at which a button stands, as its address says; empty when it says none."""
    point = request.GET.get("punt", "")
    return point if POINT.fullmatch(point) else ""


def _with_agreement(content: Content, number: str) -> Tension:
    for tension in content.tensions:
        if str(tension.number) == number and tension.agreement and not tension.contradiction:
            return tension
    raise SuspiciousOperation("no tension with an agreement has this number")


def _other_answers(request: HttpRequest, dossier: OpenDossier, content: Content) -> tuple[SentAnswer, ...] | None:
    """The answers that a way out, or the way back after one, asks for; None when neither was pressed."""
    try:
        if (name := request.POST.get(UNDO)) is not None:
            answers = named_undo(name)
        elif (name := request.POST.get(WAY)) is not None:
            answers = named_way(content, dossier.chosen, name)
        else:
            return None
    except ValueError as error:
        raise SuspiciousOperation(str(error)) from error
    if any(selection_error(content.question_of[one.number], one.options) for one in answers):
        raise SuspiciousOperation("these options are no answer to their question")
    return answers


def _change(request: HttpRequest, dossier: OpenDossier, answers: Sequence[SentAnswer]) -> HttpResponse:
    """Save other options, and come back with the way back offered; nothing when somebody else changed a question."""
    written: tuple[int, ...] = ()
    try:
        written = services.save_options(
            dossier,
            {one.number: one.options for one in answers},
            based_on={one.number: one.version for one in answers},
        )
    except services.ChoiceConflictError as conflict:
        messages.warning(
            request, f"Een ander heeft vraag {conflict.number} net gewijzigd. Aan de antwoorden is niets veranderd."
        )
    point = point_of(request)
    query = [*undo_query({number: dossier.answers[number] for number in written}), ("punt", point)]
    return redirect(f"{to_check().address(dossier.key)}{f'?{urlencode(query)}' if written else ''}#{point}")


def _address(request: HttpRequest, dossier: OpenDossier) -> str:
    """Where the button leads: to a question with the point to come back to, to the controle at that point."""
    destination, point = asked_for(request) or Destination("closing"), point_of(request)
    if destination.number:
        return f"{destination.address(dossier.key)}?{urlencode({'van': 'controle', 'punt': point})}"
    return FromCheck(point).address(dossier.key) if destination == to_check() else destination.address(dossier.key)
