"""The wizard of twelve questions, on django-formtools' `NamedUrlWizardView`.

What is overridden, and why (formtools 2.7, rule 2):

- `dispatch` opens the dossier with the key in the address; the storage writes to it.
- `post` refuses `wizard_goto_step` (it would leave the page without saving) and a `current_step` that isn't the
  address's (it would save an answer under another question), and turns a conflict into a 409 page.
- `get_form_kwargs` and `get_form_initial` give the one form class its question with what its options leave open, and
  the stored answer.
- `process_step` hands the storage a cleaned answer instead of the raw body.
- `render_next_step` and `render_done` only redirect, after the save: the default `render_done` validates all steps
  again, and an open question would not pass.
- `get_step_url` knows that an address has a key.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from formtools.wizard.views import NamedUrlWizardView

from checklist import selectors
from checklist.access import open_dossier, visitor_of
from checklist.destinations import from_check
from checklist.domain import content as booklet
from checklist.domain.choices.progress import question_states
from checklist.domain.dossier import Right
from checklist.models import QUESTION_COUNT
from checklist.pages.question import backgrounds_of, clash_line, option_cards
from checklist.pages.repairs import undo_of
from checklist.selectors import OpenDossier
from checklist.services import ChoiceConflictError, OtherRegionError, Visit
from checklist.wizard.conflict import conflict_page
from checklist.wizard.details import DetailFields, gemeenten_to_choose
from checklist.wizard.flow import LEAVE_OPEN, address_after, presses_on, visits, with_query
from checklist.wizard.forms import QuestionForm
from checklist.wizard.left_open import left_open_query, question_left_open, take_back, way_back_named
from checklist.wizard.presence import also_open
from checklist.wizard.saving import Save
from checklist.wizard.stand import in_vergaderstand, keep_stand, stand_asked


class QuestionWizard(NamedUrlWizardView):  # type: ignore[misc]  # formtools has no types
    """One page per question; every answer is saved when the user presses on or back."""

    storage_name = "checklist.wizard.storage.ChoiceStorage"
    template_name = "checklist/question.html"
    http_method_names = ["get", "head", "post"]
    dossier: OpenDossier

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Open the dossier first: 404 for an unknown key, 403 with a leeslink."""
        self.dossier = open_dossier(request, kwargs["key"], Right.EDIT)
        self.number = int(kwargs["step"])
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save the answer, or show the same page with what is wrong (400 for a body that isn't this page's form)."""
        posted = self.request.POST
        if "wizard_goto_step" in posted:
            raise SuspiciousOperation("wizard_goto_step is refused: it would not save")
        if posted.get(f"{self.prefix}-current_step", kwargs["step"]) != kwargs["step"]:
            raise SuspiciousOperation("the form is another question's")
        self.leads_to = address_after(self.request, self.dossier.key, self.number)
        self.stand = stand_asked(self.request)
        self.way_back = way_back_named(self.request)
        try:
            response: HttpResponse = super().post(*args, **kwargs)
        except ChoiceConflictError as conflict:
            return conflict_page(self.request, self.dossier, self.question, self.posted_answer, conflict.theirs)
        except OtherRegionError:  # the region changed just now: asked again, with its own gemeenten
            self.dossier = open_dossier(self.request, self.dossier.key, Right.EDIT)
            return self.post(*args, **kwargs)
        return response

    @cached_property
    def content(self) -> booklet.Content:
        """All that the page shows of the booklet."""
        return selectors.content_all(self.dossier.stamp)

    @cached_property
    def question(self) -> booklet.Question:
        """This page's question."""
        return self.content.question_of[self.number]

    @cached_property
    def others_seen_at(self) -> datetime | None:
        """When somebody else was last seen at this question."""
        return selectors.others_at(self.dossier.id, self.number, visitor_of(self.request))

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        """The question of this page, with what its options leave open."""
        gemeenten = gemeenten_to_choose(self.dossier, self.question)
        stored = self.dossier.answers[self.number].answer.details
        fields = DetailFields(self.question, gemeenten, stored)
        return {"details": fields, "left_open": LEAVE_OPEN in self.request.POST}

    def get_form_initial(self, step: str) -> dict[str, Any]:
        """The stored answer; a posted form needs none."""
        if self.request.method == "POST":
            return {}
        state = self.dossier.answers[self.number]
        return {
            "options": state.answer.options,
            "motivation": state.answer.motivation,
            "minority": state.answer.minority,
            "version": state.version,
        }

    def process_step(self, form: QuestionForm) -> Save:
        """Hand the cleaned answer to the storage. Who leaves an untouched page in another way than pressing on did not
        look at it."""
        self.posted_answer = form.answer
        return Save(
            self.dossier,
            form.answer,
            form.cleaned_data["version"],
            looked_at=presses_on(self.request),
            visit=Visit(visitor_of(self.request), visits(self.request, self.number)),
        )

    def render_next_step(self, form: QuestionForm, **kwargs: Any) -> HttpResponse:
        """Go where the pressed button leads."""
        if self.way_back:
            return take_back(self.request, self._saved_dossier(form), self.way_back, then=self.leads_to)
        if LEAVE_OPEN in self.request.POST:
            query = left_open_query(self._saved_dossier(form), self.question, form.ticked, self.dossier)
            return HttpResponseRedirect(with_query(self.leads_to, query))
        response = HttpResponseRedirect(self.leads_to)
        if self.stand is not None:
            keep_stand(self.request, response, on=self.stand)
        return response

    def render_done(self, form: QuestionForm, **kwargs: Any) -> HttpResponse:
        """Go on after the last question; nothing is validated again."""
        return self.render_next_step(form, **kwargs)

    def _saved_dossier(self, form: QuestionForm) -> OpenDossier:
        """The dossier as it is after the save."""
        state = self.dossier.answers[self.number]
        version = form.cleaned_data["version"] + 1 if self.storage.written else state.version
        saved = replace(state, answer=self.posted_answer, version=version)
        return replace(self.dossier, answers={**self.dossier.answers, self.number: saved})

    def get_step_url(self, step: str) -> str:
        """The address of a question in this dossier."""
        return reverse("question", args=[self.dossier.key, step])

    def get_context_data(self, form: QuestionForm, **kwargs: Any) -> dict[str, Any]:
        """What the page shows: the form, the option cards, the list of twelve and the notes."""
        if "version" in form.errors:
            raise SuspiciousOperation("the form has no version")
        context: dict[str, Any] = super().get_context_data(form=form, **kwargs)
        kept = selectors.kept_motivations(self.dossier.id)
        return context | self._about_dossier(kept) | self._about_question(form, kept)

    def _about_dossier(self, kept: Mapping[tuple[str, str], str]) -> dict[str, Any]:
        """What the page shows of the dossier, whatever its question."""
        answers = {number: state.answer for number, state in self.dossier.answers.items() if state.version}
        return {
            "dossier": self.dossier,
            "questions": question_states(self.content, answers, frozenset(kept)),
            "question_count": QUESTION_COUNT,
            "answered": sum(bool(answer.options) for answer in answers.values()),
            "from_check": from_check(self.request),
            "stand": in_vergaderstand(self.request),
            "also_open": also_open(self.others_seen_at),
            "left_open": question_left_open(self.request, self.dossier),
            "undo": undo_of(self.content, self.dossier.answers, self.request.GET),
        }

    def _about_question(self, form: QuestionForm, kept: Mapping[tuple[str, str], str]) -> dict[str, Any]:
        """What the page shows of its question, with the options that are checked in the form."""
        question, selected = self.content.question_of[self.number], frozenset(form.ticked)
        cards = option_cards(self.content, question, selected, self.dossier.chosen, kept)
        return {
            "question": question,
            "stamp": self.content.stamp,
            "backgrounds": backgrounds_of(question),
            "glossary": self.content.glossary,
            "cards": [replace(card, details=form.detail_fields(card.code)) for card in cards],
            "last_key": cards[-1].key,
            "input_type": "checkbox" if question.many else "radio",
            "input_name": form["options"].html_name,
            "motivation_help": next((option.prompt for option in question.options if option.code in selected), ""),
            "line": clash_line(self.content, question, selected, self.dossier.chosen, kept),
        }
