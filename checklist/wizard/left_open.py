"""A question is left open with one press, and what was ticked there comes back with another."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from checklist import selectors
from checklist.domain.choices.consistency import selection_error
from checklist.domain.content import Question
from checklist.forms import question_number
from checklist.pages.repairs import UNDO, SentAnswer, named_undo, undo_query
from checklist.selectors import OpenDossier
from checklist.services import ChoiceConflictError, save_options
from checklist.wizard.conflict import conflict_page

# In the address of the page that comes after it: the number of the question that was left open.
_OPEN = "open"


def left_open_query(
    saved: OpenDossier, question: Question, ticked: Sequence[str], before: OpenDossier
) -> list[tuple[str, str]]:
    """Return what the next address carries, so that its page says that the question is open and offers the way back:
    to what was ticked, saved or not, or else to what was stored before."""
    number = question.number
    was = tuple(ticked)
    if not was or selection_error(question, was) is not None:
        was = before.answers[number].answer.options
    query = [(_OPEN, str(number))]
    if not was:
        return query
    state = saved.answers[number]
    dropped = replace(state, version=state.version - 1, answer=replace(state.answer, options=was))
    return query + undo_query({number: dropped})


def question_left_open(request: HttpRequest, dossier: OpenDossier) -> int | None:
    """Return the number of the question that the page before was left open with; None when it has an answer again."""
    number = question_number(request.GET.get(_OPEN, ""))
    return number if number and dossier.answers[number].answer.open else None


def way_back_named(request: HttpRequest) -> tuple[SentAnswer, ...]:
    """Return the answers that the pressed button brings back; none when it was another one. Raises
    `SuspiciousOperation` (400) for what no page offers."""
    name = request.POST.get(UNDO)
    if name is None:
        return ()
    try:
        return named_undo(name)
    except ValueError as error:
        raise SuspiciousOperation(str(error)) from error


def take_back(request: HttpRequest, dossier: OpenDossier, sent: Sequence[SentAnswer], *, then: str) -> HttpResponse:
    """Save what was chosen before, all of it or nothing, and go to the address `then`; 409 when somebody else changed
    it meanwhile. Two queries for one question."""
    questions = selectors.content_all(dossier.stamp).question_of
    if any(selection_error(questions[one.number], one.options) for one in sent):
        raise SuspiciousOperation("what the page itself put in the form was changed")
    options = {one.number: one.options for one in sent}
    try:
        save_options(dossier, options, based_on={one.number: one.version for one in sent})
    except ChoiceConflictError as conflict:
        mine = replace(conflict.theirs.answer, options=options[conflict.number])
        return conflict_page(request, dossier, questions[conflict.number], mine, conflict.theirs)
    for number in options:
        messages.success(request, f"Vraag {number} is teruggezet")
    return redirect(then)
