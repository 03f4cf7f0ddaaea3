"""A way out of a tension, taken with one press on the page with the outcome: a guarded save of one question or two, and
the way back after it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.content import Question
from checklist.domain.dossier import Right
from checklist.forms import VersionField, question_number
from checklist.keys import Key
from checklist.pages.repairs import undo_query
from checklist.selectors import OpenDossier
from checklist.services import ChoiceConflictError, save_options
from checklist.wizard.conflict import conflict_page
from checklist.wizard.forms import SelectionField


class RepairForm(forms.Form):
    """Other options for one question, based on a version of its answer; in a body by the question's number."""

    def __init__(self, data: QueryDict, *, question: Question) -> None:
        super().__init__(data, prefix=str(question.number))
        self.fields["options"] = SelectionField(question)
        self.fields["version"] = VersionField()


@dataclass(frozen=True)
class Pressed:
    """What a button sends: options and the versions they are based on, by question."""

    options: Mapping[int, tuple[str, ...]]
    based_on: Mapping[int, int]


@require_http_methods(["GET", "HEAD", "POST"])
def repair(request: HttpRequest, key: Key) -> HttpResponse:
    """Save other options for the questions in the body (`vraag`), with all else of their answers as it is, and lead
    back to the outcome, which then offers the way back. 409 when somebody else was first. A GET leads there too. Three
    queries for one question."""
    dossier = open_dossier(request, key, Right.EDIT)
    if request.method != "POST":
        return redirect("outcome", key)
    questions = selectors.content_all(dossier.stamp).question_of
    return _take_over(request, dossier, _pressed(request, questions), questions)


def _pressed(request: HttpRequest, questions: Mapping[int, Question]) -> Pressed:
    numbers = [question_number(text) for text in request.POST.getlist("vraag")]
    forms_of = {number: RepairForm(request.POST, question=questions[number]) for number in numbers if number}
    if not forms_of or len(forms_of) < len(numbers) or not all(form.is_valid() for form in forms_of.values()):
        raise SuspiciousOperation("what the page itself put in the form was changed")
    return Pressed(
        {number: form.cleaned_data["options"] for number, form in forms_of.items()},
        {number: form.cleaned_data["version"] for number, form in forms_of.items()},
    )


def _take_over(
    request: HttpRequest, dossier: OpenDossier, pressed: Pressed, questions: Mapping[int, Question]
) -> HttpResponse:
    try:
        written = save_options(dossier, pressed.options, based_on=pressed.based_on)
    except ChoiceConflictError as conflict:
        mine = replace(conflict.theirs.answer, options=pressed.options[conflict.number])
        return conflict_page(request, dossier, questions[conflict.number], mine, conflict.theirs)
    query = urlencode(undo_query({number: dossier.answers[number] for number in written}))
    outcome = reverse("outcome", args=[dossier.key])
    return redirect(f"{outcome}?{query}" if query else outcome)
