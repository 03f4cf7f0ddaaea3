"""What an answer that isn't saved yet clashes with, in the line below the options. Writes nothing."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.domain.choices.consistency import SelectionError, selection_error
from checklist.domain.dossier import Right
from checklist.keys import Key
from checklist.pages.question import clash_line


@require_safe
def outlook(request: HttpRequest, key: Key, step: str) -> HttpResponse:
    """The line for the options in the address (`o`), which replaces the one on the question's page; 400 for options
    that this question doesn't have. Two queries, and those of the content."""
    dossier = open_dossier(request, key, Right.EDIT)
    content = selectors.content_all(dossier.stamp)
    question, selected = content.question_of[int(step)], request.GET.getlist("o")
    if selection_error(question, selected) in {SelectionError.UNKNOWN, SelectionError.DOUBLED}:
        return HttpResponseBadRequest()
    kept = selectors.kept_motivations(dossier.id)
    context = {"line": clash_line(content, question, selected, dossier.chosen, kept)}
    return render(request, "components/clash_line.html", context)
