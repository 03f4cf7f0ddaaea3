"""Two answers to one question: the 409 page is a form that makes them one and that can conflict again."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier, visitor_of
from checklist.domain.content import Option, Question
from checklist.domain.dossier import Answer, Right
from checklist.domain.text import one_text
from checklist.selectors import ChoiceState, OpenDossier
from checklist.services import ChoiceConflictError, Visit, save_choice
from checklist.wizard.flow import after_save, goes_to, to_check
from checklist.wizard.forms import ConflictForm


@dataclass(frozen=True)
class Side:
    """One of both choices: the value of its radio button and its options (none is 'nog niet bepaald')."""

    value: str
    options: tuple[Option, ...]


def conflict_page(
    request: HttpRequest, dossier: OpenDossier, question: Question, mine: Answer, theirs: ChoiceState
) -> HttpResponse:
    """Answer 409 with both answers; the texts start with mine below theirs. Nothing was written."""
    form = ConflictForm(
        question=question,
        initial={
            "options": ",".join(mine.options),
            "mine": ",".join(mine.options),
            "motivation": one_text(theirs.answer.motivation, mine.motivation),
            "minority": one_text(theirs.answer.minority, mine.minority),
            "version": theirs.version,
        },
    )
    return render(request, _TEMPLATE, _context(request, dossier, form, mine.options, theirs), status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def question_conflict(request: HttpRequest, key: str, step: str) -> HttpResponse:
    """Save the answer that became one out of two; a GET only leads to the question."""
    dossier = open_dossier(request, key, Right.EDIT)
    number = int(step)
    if request.method != "POST":
        return redirect("question", key, number)
    question = selectors.question(number)
    form = ConflictForm(request.POST, question=question)
    if {"options", "mine", "version"} & set(form.errors):
        raise SuspiciousOperation("what the page itself put in the form was changed")
    if not form.is_valid():
        context = _context(request, dossier, form, form.cleaned_data["mine"], dossier.answers[number])
        return render(request, _TEMPLATE, context)
    visit = Visit(visitor_of(request), goes_to(request, number))
    try:
        written = save_choice(dossier, number, form.answer, based_on=form.cleaned_data["version"], visit=visit)
    except ChoiceConflictError as conflict:
        return conflict_page(request, dossier, question, form.answer, conflict.theirs)
    return after_save(request, dossier, number, written=written)


_TEMPLATE = "checklist/conflict.html"


def _context(
    request: HttpRequest, dossier: OpenDossier, form: ConflictForm, mine: tuple[str, ...], theirs: ChoiceState
) -> dict[str, Any]:
    return {
        "dossier": dossier,
        "question": form.question,
        "form": form,
        "mine": _side(form.question, mine),
        "theirs": _side(form.question, theirs.answer.options),
        "their_answer": theirs.answer,
        "saved_at": theirs.saved_at,
        "to_check": to_check(request),
    }


def _side(question: Question, codes: tuple[str, ...]) -> Side:
    return Side(",".join(codes), tuple(option for option in question.options if option.code in codes))
