"""A change that the outcome proposes, taken over with one press: an ordinary save, and the way back after it."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.content import Question
from checklist.domain.dossier import Right
from checklist.forms import VersionField, question_number
from checklist.services import ChoiceConflictError, save_choice
from checklist.wizard.conflict import conflict_page
from checklist.wizard.forms import SelectionField


class RepairForm(forms.Form):
    """Other options for one question, based on a version of its answer."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["options"] = SelectionField(question)
        self.fields["version"] = VersionField()


@require_http_methods(["GET", "HEAD", "POST"])
def repair(request: HttpRequest, key: str) -> HttpResponse:
    """Save other options for a question with the motivation it has, and lead back to the outcome, which then offers the
    way back. 409 when somebody else was first. A GET leads to the outcome. Three queries."""
    dossier = open_dossier(request, key, Right.EDIT)
    if request.method != "POST":
        return redirect("outcome", key)
    question = _question(request)
    form = RepairForm(request.POST, question=question)
    if not form.is_valid():
        raise SuspiciousOperation("what the page itself put in the form was changed")
    number, stored = question.number, dossier.answers[question.number]
    answer = replace(stored.answer, options=form.cleaned_data["options"])
    try:
        written = save_choice(dossier, number, answer, based_on=form.cleaned_data["version"])
    except ChoiceConflictError as conflict:
        return conflict_page(request, dossier, question, answer, conflict.theirs)
    back = f"?{_way_back(number, stored)}" if written else ""
    return redirect(reverse("outcome", args=[key]) + back)


def _question(request: HttpRequest) -> Question:
    number = question_number(request.POST.get("vraag", ""))
    if number is None:
        raise SuspiciousOperation("there is no such question")
    return selectors.question(number)


def _way_back(number: int, before: selectors.ChoiceState) -> str:
    """What the address of the outcome carries to offer the way back: the question, what was chosen, the new version."""
    was = [("was", code) for code in before.answer.options]
    return urlencode([("vraag", number), *was, ("versie", before.version + 1)])
