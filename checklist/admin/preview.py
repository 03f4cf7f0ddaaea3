"""A text as it will look on the site, before it is saved: the site's own templates, with nothing to press.

The typed values are saved in a transaction that is rolled back, so the page is made by the selectors and templates of
the site itself and nothing stays written. The dossier in the preview exists only in memory.
"""

import copy
import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import all_valid
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path, resolve, reverse
from django.views.decorators.http import require_http_methods, require_POST

from checklist import selectors
from checklist.admin.base import ContentAdmin
from checklist.domain.advies.value import Advies
from checklist.domain.content import Content, question_of_code
from checklist.domain.decision_texts import condition_of
from checklist.domain.dossier import Answer, DetailAnswer, DossierValue, Right
from checklist.domain.drawings.choice_map import choice_map
from checklist.domain.outcome.sentence import design_sentence, names_any
from checklist.keys import EditKey, ReadKey
from checklist.models import QUESTION_COUNT
from checklist.selectors import ChoiceState, OpenDossier
from checklist.wizard.forms import QuestionForm
from checklist.wizard.views import QuestionWizard
from models_catalogue.fixture_rows import FixtureRow
from models_catalogue.models import GovernanceModel, Veiligheidsregio
from models_catalogue.selectors import model_page, region_notes

# A key that no dossier has: keys are random.
NO_KEY = EditKey("voorbeeld".ljust(32, "-"))
NO_DOSSIER = OpenDossier(
    id=0,
    key=NO_KEY,
    edit_key=NO_KEY,
    read_key=ReadKey(NO_KEY),
    rights=frozenset(Right),
    title="Voorbeeld",
    region_code="",
    region="uw regio",
    date=datetime.date(2000, 1, 1),
    until=None,
    present=(),
    version=1,
    answers={},
)
# With the key, or relative: beside a question of the dossier, not beside a preview. In `data-` are what scripts ask.
_WAY_TO_NO_DOSSIER = re.compile(
    rf' (?:href|action|data-presence|data-outlook)="(?:[^"]*{NO_KEY}|(?!/|#|https?://))[^"]*"| method="post"'
)
_CONTROL = re.compile(r"<(button|input|select|textarea)\b")


class QuestionPreview(QuestionWizard):
    """The page of a question for a dossier that doesn't exist, with below it its paragraphs of the advies, its row of
    the keuzekaart, its name in a sentence and its part of the design in one sentence."""

    template_name = "admin/preview/question.html"
    http_method_names = ["get"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the answers from the preview, where the wizard would read them for the dossier of a key."""
        self.number = int(kwargs["step"])
        self.answers: Mapping[int, Answer] = kwargs["answers"]
        states = {
            number: ChoiceState(0, self.answers.get(number, Answer()), int(number in self.answers), None)
            for number in range(1, QUESTION_COUNT + 1)
        }
        self.dossier = replace(NO_DOSSIER, answers=states)
        self.others_seen_at = None
        response: HttpResponse = super(QuestionWizard, self).dispatch(request, *args, **kwargs)
        return response

    def get_context_data(self, form: QuestionForm, **kwargs: Any) -> dict[str, Any]:
        """What the question's page shows, and what the advies and the keuzekaart say of the chosen options."""
        context = super().get_context_data(form=form, **kwargs)
        answered = tuple(question for question in self.content.questions if question.number in self.answers)
        return context | {
            "advies": _advies(self.answers, self.content),
            "choice_map": choice_map(Content(answered, (), ()), self.dossier.chosen),
            "sentence": design_sentence(self.content, self.dossier.chosen) if names_any(self.dossier.chosen) else "",
        }


def _advies(answers: Mapping[int, Answer], content: Content) -> Advies:
    value = DossierValue(NO_DOSSIER.title, NO_DOSSIER.region_code, NO_DOSSIER.date, NO_DOSSIER.present, answers)
    return selectors.advies_of_value(value, content, NO_DOSSIER.region)


def _answers(codes: Iterable[str]) -> dict[int, Answer]:
    """The answers in which these options are chosen."""
    answers: dict[int, Answer] = {}
    for code in codes:
        number = question_of_code(code)
        answers[number] = Answer((*answers.get(number, Answer()).options, code))
    return answers


_question_view = QuestionPreview.as_view(
    [(str(number), QuestionForm) for number in range(1, QUESTION_COUNT + 1)], url_name="question"
)


def question_preview(request: HttpRequest, number: int, codes: tuple[str, ...], *, saved: bool) -> str:
    """The page of a question, with these options chosen. Queries: the content and the kept tensions of no dossier."""
    shown = copy.copy(request)
    shown.method = "GET"
    shown.resolver_match = resolve(reverse("question", args=[NO_KEY, number]))
    response: Any = _question_view(shown, step=str(number), answers=_answers(codes), preview_is_saved=saved)
    return _nothing_to_press(response.render().content.decode())


def advies_preview(request: HttpRequest, codes: tuple[str, ...], *, saved: bool) -> str:
    """The verslag in which these options are chosen. Queries: the content and the backgrounds."""
    advies = _advies(_answers(codes), selectors.content_all())
    context = {"dossier": NO_DOSSIER, "advies": advies, "preview_is_saved": saved}
    return _nothing_to_press(render_to_string("admin/preview/advies.html", context, request))


def voorstel_preview(request: HttpRequest, code: str, condition: str, *, saved: bool) -> str:
    """The voorstel in which this option is chosen, answered so that the condition holds and else as it comes first; a
    gemeente stays open. Queries: the content and the backgrounds."""
    content = selectors.content_all()
    asked = condition_of(condition)
    details = tuple(
        DetailAnswer(code, detail.key, value)
        for detail in content.option_of[code].details
        if detail.alternatives
        for value in [asked.values[0] if asked else detail.alternatives[0].value]
        if value
    )
    answers = {question_of_code(code): Answer((code,), details=details)}
    context = {"dossier": NO_DOSSIER, "advies": _advies(answers, content), "preview_is_saved": saved}
    return _nothing_to_press(render_to_string("admin/preview/voorstel.html", context, request))


def reglement_preview(request: HttpRequest, answers: Mapping[int, Answer], *, saved: bool) -> str:
    """The reglement of these answers. Queries: the content and the backgrounds."""
    advies = _advies(answers, selectors.content_all())
    context = {"dossier": NO_DOSSIER, "advies": advies, "preview_is_saved": saved}
    return _nothing_to_press(render_to_string("admin/preview/reglement.html", context, request))


def model_preview(request: HttpRequest, row: GovernanceModel, *, saved: bool) -> str:
    """The page of a model, with its name in a sentence below it. Queries: those of the page."""
    page = model_page(row.slug)
    if page is None:
        raise Http404
    named = row.in_a_sentence or row.short_name
    context = {"page": page, "model": page.model, "name_in_a_sentence": named, "preview_is_saved": saved}
    return render_to_string("admin/preview/model.html", context, request)


def region_preview(request: HttpRequest, row: Veiligheidsregio, *, saved: bool) -> str:
    """The notes on a region, as an overview has them. Queries: those of the notes."""
    context = {"region": row.name, "region_notes": region_notes(row.code), "preview_is_saved": saved}
    return render_to_string("admin/preview/region.html", context, request)


def _nothing_to_press(html: str) -> str:
    """The page without ways to the dossier that doesn't exist and with its controls switched off."""
    return _CONTROL.sub(r"<\1 disabled", _WAY_TO_NO_DOSSIER.sub("", html))


class PreviewAdmin(ContentAdmin):
    """A page of content with a button that shows what is typed as it will look on the site."""

    change_form_template = "admin/content_change_form.html"

    def preview(self, request: HttpRequest, row: Any, *, saved: bool) -> str:
        """Return the page on which the row's texts stand; `row` is in the database, be it for a moment."""
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        """The pages of a row, and its previews."""
        new = self._page(require_POST(self.preview_view))
        existing = self._page(require_http_methods(["GET", "HEAD", "POST"])(self.preview_view))
        return [
            path("add/voorbeeld/", new, name=self._address("preview_new")),
            path("<path:object_id>/voorbeeld/", existing, name=self._address("preview")),
            *super().get_urls(),
        ]

    def preview_url(self, object_id: object | None) -> str:
        """The address of the preview of a row, or of a new one."""
        if object_id is None:
            return reverse(f"admin:{self._address('preview_new')}")
        return reverse(f"admin:{self._address('preview')}", args=[object_id])

    def view_on_site(self, obj: Any) -> str:
        """Where the saved text is shown."""
        return self.preview_url(obj.pk)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the form, with the button for who may save it."""
        may_save = self.has_change_permission(request) if object_id else self.has_add_permission(request)
        more = {"preview_url": self.preview_url(object_id) if may_save else "", **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, more)

    def preview_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """Show the saved texts (GET) or the typed ones (POST); a form with mistakes comes back with what is wrong."""
        row: FixtureRow | None = self.get_object(request, unquote(object_id)) if object_id else None
        if object_id and row is None:
            raise Http404
        if request.method != "POST":
            if not self.has_view_or_change_permission(request, row):
                raise PermissionDenied
            return HttpResponse(self.preview(request, row, saved=True))
        if not (self.has_change_permission(request, row) if row else self.has_add_permission(request)):
            raise PermissionDenied
        with transaction.atomic():
            typed = self._save_typed(request, row)
            html = self.preview(request, typed, saved=False) if typed else ""
            transaction.set_rollback(True)
        if html:
            return HttpResponse(html)
        page = reverse(f"admin:{self._address('change' if row else 'add')}", args=[row.pk] if row else [])
        return self.changeform_view(request, object_id, form_url=page)

    def _save_typed(self, request: HttpRequest, row: FixtureRow | None) -> FixtureRow | None:
        """Save what was typed, for the moment of the preview, or return None when it can't be saved."""
        form = self.get_form(request, row, change=row is not None)(request.POST, instance=row)
        # Django's own way from a request to the rows below a form; the type stubs don't know it.
        admin: Any = self
        formsets, _ = admin._create_formsets(request, form.instance, change=row is not None)
        if not (form.is_valid() & all_valid(formsets)):
            return None
        typed: FixtureRow = form.save(commit=False)
        for each in (typed, *(below for formset in formsets for below in formset.save(commit=False))):
            each.skip_history_when_saving = True
            each.save()
        return typed
