"""A way out of a tension, taken with one press: a guarded save of one question or two, and the way back after it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklist import selectors
from checklist.access import open_dossier
from checklist.destinations import from_check
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.repairs import Way, ways_out
from checklist.domain.content import Content, Question
from checklist.domain.dossier import Right
from checklist.forms import VersionField, question_number
from checklist.pages.repairs import undo_query
from checklist.selectors import OpenDossier
from checklist.services import ChoiceConflictError, save_options
from checklist.wizard.conflict import conflict_page
from checklist.wizard.flow import REPAIR
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
def repair(request: HttpRequest, key: str) -> HttpResponse:
    """Save other options for the questions in the body (`vraag`), with all else of their answers as it is, and lead
    back to the page that asked (`naar`), which then offers the way back. 409 when somebody else was first. A GET leads
    to the outcome. Three queries for one question."""
    dossier = open_dossier(request, key, Right.EDIT)
    if request.method != "POST":
        return redirect("outcome", key)
    questions = {question.number: question for question in selectors.questions()}
    return _take_over(request, dossier, _pressed(request, questions), questions, back=_back(request, dossier))


def _pressed(request: HttpRequest, questions: Mapping[int, Question]) -> Pressed:
    numbers = [question_number(text) for text in request.POST.getlist("vraag")]
    forms_of = {number: RepairForm(request.POST, question=questions[number]) for number in numbers if number}
    if not forms_of or len(forms_of) < len(numbers) or not all(form.is_valid() for form in forms_of.values()):
        raise SuspiciousOperation("what the page itself put in the form was changed")
    return Pressed(
        {number: form.cleaned_data["options"] for number, form in forms_of.items()},
        {number: form.cleaned_data["version"] for number, form in forms_of.items()},
    )


def _back(request: HttpRequest, dossier: OpenDossier) -> str:
    """The address of the page that asked."""
    asked = request.POST.get("naar", "uitkomst")
    if number := question_number(asked):
        return reverse("question", args=[dossier.key, number])
    if asked not in {"uitkomst", "controle"}:
        raise SuspiciousOperation("no page of a dossier is called so")
    return reverse("check" if asked == "controle" else "outcome", args=[dossier.key])


def _take_over(
    request: HttpRequest, dossier: OpenDossier, pressed: Pressed, questions: Mapping[int, Question], *, back: str
) -> HttpResponse:
    try:
        written = save_options(dossier, pressed.options, based_on=pressed.based_on)
    except ChoiceConflictError as conflict:
        mine = replace(conflict.theirs.answer, options=pressed.options[conflict.number])
        return conflict_page(request, dossier, questions[conflict.number], mine, conflict.theirs)
    query = urlencode(undo_query({number: dossier.answers[number] for number in written}))
    return redirect(f"{back}?{query}" if query else back)


_NAME = re.compile(r"(\d{1,9}\.\d{1,9})((?:_\d{1,9}\.\d{1,9})*)", re.ASCII)


def asks_repair(request: HttpRequest) -> bool:
    """Whether a way out was pressed in the form of a question. Raises `SuspiciousOperation` (400) for one that no page
    offers."""
    asked = request.POST.get(REPAIR)
    if asked is not None and not _NAME.fullmatch(asked):
        raise SuspiciousOperation("no way out is called so")
    return asked is not None


def repair_saved(request: HttpRequest, dossier: OpenDossier, number: int) -> HttpResponse:
    """Take the way out that was pressed with a question's form, after its answer was saved; `dossier` has that answer.
    Nothing more is saved when the answer brings no such tension any more. Six queries."""
    content = selectors.content_all()
    checking = from_check(request) is not None
    back = reverse("check" if checking else "question", args=[dossier.key] if checking else [dossier.key, number])
    tension, *versions = (part.split(".") for part in request.POST[REPAIR].split("_"))
    based_on = {int(of): int(version) for of, version in versions} | {number: dossier.answers[number].version}
    way = _way(content, dossier, int(tension[0]), int(tension[1]))
    if way is None or not way.answers.keys() <= based_on.keys():
        messages.success(request, f"Vraag {number} is opgeslagen.")
        return redirect(back)
    return _take_over(request, dossier, Pressed(way.answers, based_on), content.question_of, back=back)


def _way(content: Content, dossier: OpenDossier, number: int, place: int) -> Way | None:
    ways = (
        way
        for tension in tensions_between(content, dossier.chosen)
        if tension.number == number
        for way in ways_out(content, dossier.chosen, tension)
    )
    return next((way for way in ways if way.repair.number == place), None)
