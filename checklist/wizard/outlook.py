"""What an answer that isn't saved yet would come to, beside the question while options are chosen. Writes nothing."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.choices.consistency import SelectionError, selection_error, selection_refusal, tensions_between
from checklist.domain.choices.repairs import ways_out
from checklist.domain.content import Content, Question, Tension
from checklist.domain.dossier import Right
from checklist.domain.outcome.matching import rank_models
from checklist.domain.outcome.words import likeness
from checklist.pages.repairs import WAYS_AT_ONCE, ShownWay, States, shown_ways


@dataclass(frozen=True)
class OutlookTension:
    """A tension that an answer brings, with its ways out; these are buttons of the question's form."""

    tension: Tension
    ways: tuple[ShownWay, ...]


@dataclass(frozen=True)
class Outlook:
    """What the design looks like with this answer, and the tensions it brings, contradictions first; `error` when it is
    no answer."""

    answered: bool
    sentence: str
    tensions: tuple[OutlookTension, ...]
    error: str = ""


def outlook_of(content: Content, question: Question, selected: Collection[str], states: States) -> Outlook:
    """Return what the dossier comes to with `selected` as the answer to this question; `states` is what is stored."""
    own = {option.code for option in question.options}
    if refusal := selection_refusal(question, [*selected]):
        return Outlook(True, "", (), refusal)
    chosen = {code for state in states.values() for code in state.answer.options}
    design = (chosen - own) | {*selected}
    brought = [one for one in tensions_between(content, design) if {one.a, one.b} & own]
    return Outlook(
        answered=bool(selected),
        sentence=likeness(content.in_order(design), rank_models(content, design)),
        tensions=tuple(
            OutlookTension(one, shown_ways(one, ways_out(content, design, one)[:WAYS_AT_ONCE], states))
            for one in sorted(brought, key=lambda tension: not tension.contradiction)
        ),
    )


@require_safe
def outlook(request: HttpRequest, key: str, step: str) -> HttpResponse:
    """The fragment for the options in the address (`o`), which replaces the one on the question's page; 400 for options
    that this question doesn't have. Six queries."""
    dossier = open_dossier(request, key, Right.EDIT)
    content = selectors.content_all()
    question, selected = content.question_of[int(step)], request.GET.getlist("o")
    if selection_error(question, selected) in {SelectionError.UNKNOWN, SelectionError.DOUBLED}:
        return HttpResponseBadRequest()
    context = {"outlook": outlook_of(content, question, selected, dossier.answers)}
    return render(request, "checklist/question_outlook.html", context)
