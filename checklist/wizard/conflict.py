"""Two answers to one question: the 409 page is a form that makes them one and that can conflict again."""

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier, visitor_of
from checklist.destinations import from_check
from checklist.domain.content import Question
from checklist.domain.dossier import Answer, Right
from checklist.domain.text import one_text
from checklist.keys import Key
from checklist.selectors import ChoiceState, OpenDossier
from checklist.services import ChoiceConflictError, OtherRegionError, Visit, save_choice
from checklist.wizard.details import gemeenten_to_choose
from checklist.wizard.flow import address_after, left_with, visits
from checklist.wizard.forms import ConflictForm
from checklist.wizard.sides import same_choice, side_of, value_of


def conflict_page(
    request: HttpRequest, dossier: OpenDossier, question: Question, mine: Answer, theirs: ChoiceState
) -> HttpResponse:
    """Answer 409 with both answers; the texts start with mine below theirs. Nothing was written. Queries: those of
    the gemeenten where one is asked for and they aren't remembered."""
    gemeenten = gemeenten_to_choose(dossier, question)
    form = ConflictForm(
        question=question,
        gemeenten=gemeenten,
        initial={
            "options": value_of(mine),
            "mine": value_of(mine),
            "motivation": one_text(theirs.answer.motivation, mine.motivation),
            "minority": one_text(theirs.answer.minority, mine.minority),
            "version": theirs.version,
        },
    )
    return render(request, _TEMPLATE, _context(request, dossier, form, mine, theirs), status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def question_conflict(request: HttpRequest, key: Key, step: str) -> HttpResponse:
    """Save the answer that became one out of two; a GET only leads to the question."""
    dossier = open_dossier(request, key, Right.EDIT)
    number = int(step)
    if request.method != "POST":
        return redirect("question", key, number)
    question = selectors.content_all(dossier.stamp).question_of[number]
    form = ConflictForm(request.POST, question=question, gemeenten=gemeenten_to_choose(dossier, question))
    if {"options", "mine", "version"} & set(form.errors):
        raise SuspiciousOperation("what the page itself put in the form was changed")
    if not form.is_valid():
        context = _context(request, dossier, form, form.cleaned_data["mine"], dossier.answers[number])
        return render(request, _TEMPLATE, context)
    visit = Visit(visitor_of(request), visits(request, number))
    try:
        save_choice(dossier, number, form.answer, based_on=form.cleaned_data["version"], visit=visit)
    except ChoiceConflictError as conflict:
        return conflict_page(request, dossier, question, form.answer, conflict.theirs)
    except OtherRegionError:  # the region changed just now: once more, with its own gemeenten
        again: HttpResponse = question_conflict(request, key, step)
        return again
    return redirect(address_after(request, key, number))


_TEMPLATE = "checklist/conflict.html"


def _context(
    request: HttpRequest, dossier: OpenDossier, form: ConflictForm, mine: Answer, theirs: ChoiceState
) -> dict[str, Any]:
    same = same_choice(mine, theirs.answer)
    return {
        "dossier": dossier,
        "question": form.question,
        "form": form,
        "mine": side_of(form.question, mine, form.gemeenten),
        "theirs": side_of(form.question, theirs.answer, form.gemeenten),
        "same": side_of(form.question, same, form.gemeenten) if same else None,
        "their_answer": theirs.answer,
        "saved_at": theirs.saved_at,
        "from_check": from_check(request),
        "left_with": left_with(request),
    }
