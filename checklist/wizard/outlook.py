"""What an answer that isn't saved yet would come to, beside the question while options are chosen. Writes nothing."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.choices.consistency import SelectionError, selection_error, selection_refusal, tensions_between
from checklist.domain.content import Content, Question, Tension
from checklist.domain.dossier import Right
from checklist.domain.outcome.matching import rank_models
from checklist.domain.outcome.words import likeness


@dataclass(frozen=True)
class Outlook:
    """What the design looks like with this answer, and the tensions it brings; `error` when it is no answer."""

    answered: bool
    sentence: str
    contradictions: tuple[Tension, ...]
    attention: tuple[Tension, ...]
    error: str = ""


def outlook_of(content: Content, question: Question, selected: Collection[str], chosen: Collection[str]) -> Outlook:
    """Return what the dossier comes to with `selected` as the answer to this question; `chosen` is what is stored."""
    own = {option.code for option in question.options}
    if refusal := selection_refusal(question, [*selected]):
        return Outlook(True, "", (), (), refusal)
    design = {code for code in chosen if code not in own} | {*selected}
    brought = [one for one in tensions_between(content, design) if {one.a, one.b} & own]
    return Outlook(
        answered=bool(selected),
        sentence=likeness(content.in_order(design), rank_models(content, design)),
        contradictions=tuple(tension for tension in brought if tension.contradiction),
        attention=tuple(tension for tension in brought if not tension.contradiction),
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
    context = {"outlook": outlook_of(content, question, selected, dossier.chosen)}
    return render(request, "checklist/question_outlook.html", context)
