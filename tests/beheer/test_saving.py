"""What a redacteur saves: a text made clean, and nothing of what identifies a row."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from checklist.models import Option, Question, QuestionNote, Tension, Term
from models_catalogue.models import GovernanceModel, ModelNote, Trait
from tests.beheer.browsing import address, edit, form_values
from tests.beheer.tables import EDITABLE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", EDITABLE)
def test_saving_an_unchanged_page_changes_nothing(editor: Client, model: type[Model]) -> None:
    for row in model._default_manager.order_by("pk")[:3]:
        before = model._default_manager.filter(pk=row.pk).values().get()
        page = address(model, "change", row.pk)
        assert editor.post(page, form_values(editor, page)).status_code == 302
        assert model._default_manager.filter(pk=row.pk).values().get() == before


def test_a_text_is_saved_clean(editor: Client) -> None:
    option = Option.objects.get(code="1a")
    page = address(Option, "change", option.pk)
    typed = {"label": "  De kring\u200b stelt\tde staf in\u202e "}
    assert editor.post(page, form_values(editor, page) | typed).status_code == 302
    assert Option.objects.get(code="1a").label == "De kring stelt de staf in"


def test_line_ends_of_a_longer_text_become_one_kind(editor: Client) -> None:
    page = address(QuestionNote, "change", QuestionNote.objects.get(key="vraag-1-1").pk)
    editor.post(page, form_values(editor, page) | {"text": "Eerste regel\r\nTweede regel"})
    assert QuestionNote.objects.get(key="vraag-1-1").text == "Eerste regel\nTweede regel"


@pytest.mark.parametrize(("code", "there"), [("2a", True), ("7d", True), ("1a", False), ("12c", False)])
def test_only_an_option_that_the_summary_names_has_words_for_it(editor: Client, code: str, there: bool) -> None:
    page = editor.get(address(Option, "change", Option.objects.get(code=code).pk))
    assert ("in_the_summary" in page.context["adminform"].form.fields) == there


def test_the_words_for_the_summary_may_be_left_empty(editor: Client) -> None:
    option = Option.objects.get(code="2a")
    edit(editor, option, in_the_summary="")
    option.refresh_from_db()
    assert option.in_the_summary == ""


@pytest.mark.parametrize(("code", "there"), [("1d", True), ("2a", True), ("8b", True), ("7a", False), ("12c", False)])
def test_only_an_option_that_the_design_in_one_sentence_names_has_a_clause(
    editor: Client, code: str, there: bool
) -> None:
    page = editor.get(address(Option, "change", Option.objects.get(code=code).pk))
    assert ("clause" in page.context["adminform"].form.fields) == there


@pytest.mark.parametrize(
    ("code", "clause", "taken"),
    [
        ("1a", "alle secretarissen samen richten", True),
        ("1a", "alle secretarissen samen", False),
        ("1d", "in een verordening", True),
        ("2b", "de raden adviseert.", False),
        ("2b", "", True),
    ],
)
def test_a_clause_that_fits_in_no_sentence_is_refused(editor: Client, code: str, clause: str, taken: bool) -> None:
    option = Option.objects.get(code=code)
    page = address(Option, "change", option.pk)
    answer = editor.post(page, form_values(editor, page) | {"clause": clause})
    assert (answer.status_code == 302) == taken
    assert taken or "clause" in answer.context["adminform"].form.errors
    assert (Option.objects.get(code=code).clause == clause) == taken


def test_a_text_of_invisible_marks_is_an_empty_text(editor: Client) -> None:
    page = address(Option, "change", Option.objects.get(code="1a").pk)
    assert "label" in editor.post(page, {"label": "\u200b\u200b"}).context["adminform"].form.errors


FIXED = [
    (Question, {"number": 99, "selection": "one"}),
    (Option, {"code": "9z", "letter": "z", "exclusive": "on", "question": 12}),
    (GovernanceModel, {"slug": "anders", "number": 5, "hallmark_1": 1, "hallmark_2": 2}),
    (Trait, {"model": 9, "option": 9}),
    (Tension, {"number": 99, "option_a": 1, "option_b": 39}),
    (QuestionNote, {"key": "anders"}),
    (Term, {"name": "anders"}),
    (ModelNote, {"key": "anders"}),
]


@pytest.mark.parametrize(("model", "values"), FIXED)
def test_what_identifies_a_row_cannot_be_changed(editor: Client, model: type[Model], values: dict[str, Any]) -> None:
    row = model._default_manager.order_by("pk")[0]
    before = model._default_manager.filter(pk=row.pk).values().get()
    page = address(model, "change", row.pk)
    assert editor.post(page, form_values(editor, page) | values).status_code == 302
    assert model._default_manager.filter(pk=row.pk).values().get() == before


def test_a_tension_is_switched_off(editor: Client) -> None:
    page = address(Tension, "change", Tension.objects.get(number=1).pk)
    values = form_values(editor, page)
    del values["active"]
    assert editor.post(page, values).status_code == 302
    assert not Tension.objects.get(number=1).active
