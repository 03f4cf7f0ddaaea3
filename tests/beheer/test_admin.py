"""The pages at /beheer/: in Dutch, for redacteuren, without deleting and without the keys of dossiers."""

import datetime
import re
from html import unescape
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist.editors import EDITOR_RIGHTS
from checklist.models import Dossier, Option, Question, QuestionNote, Tension
from models_catalogue.models import GovernanceModel, ModelNote, Trait, Veiligheidsregio
from tests.beheer.browsing import address, beheer_pages, edit, form_values, words_of

pytestmark = pytest.mark.django_db

OURS = sorted(
    (model for model in admin.site._registry if model._meta.app_label in {"checklist", "models_catalogue"}),
    key=lambda model: model._meta.label,
)
EDITABLE = [model for model in OURS if "change" in EDITOR_RIGHTS.get(model._meta.label_lower, ())]
ADDABLE = [model for model in OURS if "add" in EDITOR_RIGHTS.get(model._meta.label_lower, ())]


@pytest.fixture
def dossier() -> Dossier:
    """A dossier of a kring."""
    return Dossier.objects.create(
        title="Regiostaf Brabant-Noord",
        veiligheidsregio=Veiligheidsregio.objects.get(code="VR21"),
        date=datetime.date(2026, 11, 24),
        present=["A. Jansen, Oss"],
    )


def errors(response: Any) -> str:
    """All errors of a form that was refused."""
    return str(response.context["adminform"].form.errors)


def test_the_tables_of_content_and_dossiers_have_pages() -> None:
    assert {model._meta.label_lower for model in OURS} == {*EDITOR_RIGHTS, "checklist.dossier"}


@pytest.mark.parametrize("model", [model for model in OURS if model is not Dossier])
def test_a_redacteur_opens_list_search_and_page(editor: Client, model: type[Model]) -> None:
    assert editor.get(address(model, "changelist")).status_code == 200
    assert editor.get(address(model, "changelist"), {"q": "regio"}).status_code == 200
    first = model._default_manager.order_by("pk")[0]
    assert editor.get(address(model, "change", first.pk)).status_code == 200
    assert editor.get(address(model, "history", first.pk)).status_code == 200


@pytest.mark.parametrize("model", OURS)
def test_every_filter_works(admin_client: Client, model: type[Model]) -> None:
    page = admin_client.get(address(model, "changelist"))
    for query in set(re.findall(r'<a href="\?([^"]+)"', page.content.decode())):
        assert admin_client.get(f"{address(model, 'changelist')}?{unescape(query)}").status_code == 200


@pytest.mark.parametrize("model", OURS)
def test_only_what_may_be_added_has_a_page_for_that(admin_client: Client, editor: Client, model: type[Model]) -> None:
    status = 200 if model in ADDABLE else 403
    assert editor.get(address(model, "add")).status_code == status
    assert admin_client.get(address(model, "add")).status_code == status


@pytest.mark.parametrize("model", OURS)
def test_nobody_deletes(admin_client: Client, dossier: Dossier, model: type[Model]) -> None:
    first = model._default_manager.order_by("pk")[0]
    assert admin_client.post(address(model, "delete", first.pk), {"post": "yes"}).status_code == 403
    assert b"delete_selected" not in admin_client.get(address(model, "changelist")).content
    assert model._default_manager.filter(pk=first.pk).exists()


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
    (ModelNote, {"key": "anders"}),
]


@pytest.mark.parametrize(("model", "values"), FIXED)
def test_what_identifies_a_row_cannot_be_changed(editor: Client, model: type[Model], values: dict[str, Any]) -> None:
    row = model._default_manager.order_by("pk")[0]
    before = model._default_manager.filter(pk=row.pk).values().get()
    page = address(model, "change", row.pk)
    assert editor.post(page, form_values(editor, page) | values).status_code == 302
    assert model._default_manager.filter(pk=row.pk).values().get() == before


def tension_values(a: str, b: str, number: int = 58) -> dict[str, Any]:
    """A filled in form for a new tension."""
    return {
        "number": number,
        "option_a": Option.objects.get(code=a).pk,
        "option_b": Option.objects.get(code=b).pk,
        "severity": "aandachtspunt",
        "readers": 1,
        "explanation": "Een nieuwe spanning.",
        "active": "on",
    }


def test_a_new_tension_proposes_the_next_free_number(editor: Client) -> None:
    assert form_values(editor, address(Tension, "add"))["number"] == "58"


def test_a_new_tension_is_kept_in_the_booklets_order(editor: Client) -> None:
    assert editor.post(address(Tension, "add"), tension_values("10c", "2a")).status_code == 302
    tension = Tension.objects.get(number=58)
    assert (tension.option_a.code, tension.option_b.code) == ("2a", "10c")


REFUSED_PAIRS = [
    ("2a", "2a", "Kies twee verschillende opties."),
    ("3a", "3b", "laat deze twee al niet samen toe"),
    ("3c", "3a", "laat deze twee al niet samen toe"),
    ("6a", "6b", "laat deze twee al niet samen toe"),
    ("2a", "5a", "Deze twee opties vormen al een spanning."),
    ("5a", "2a", "Deze twee opties vormen al een spanning."),
]


@pytest.mark.parametrize(("a", "b", "message"), REFUSED_PAIRS)
def test_a_pair_that_is_no_new_tension_is_refused(editor: Client, a: str, b: str, message: str) -> None:
    response = editor.post(address(Tension, "add"), tension_values(a, b))
    assert response.status_code == 200
    assert message in errors(response)
    assert Tension.objects.count() == 57


def test_a_tension_without_options_is_refused(editor: Client) -> None:
    response = editor.post(address(Tension, "add"), tension_values("2a", "10c") | {"option_a": "", "option_b": ""})
    assert response.context["adminform"].form.errors.keys() == {"option_a", "option_b"}


def test_a_tension_is_switched_off(editor: Client) -> None:
    page = address(Tension, "change", Tension.objects.get(number=1).pk)
    values = form_values(editor, page)
    del values["active"]
    assert editor.post(page, values).status_code == 302
    assert not Tension.objects.get(number=1).active


def test_a_second_trait_of_a_model_on_an_option_is_refused(editor: Client) -> None:
    trait = Trait.objects.order_by("pk")[0]
    values = {"model": trait.model_id, "option": trait.option_id, "stance": "past", "ground": "Grond", "readers": 2}
    assert editor.post(address(Trait, "add"), values).status_code == 200
    assert Trait.objects.count() == 118


def note_values(**more: object) -> dict[str, Any]:
    """A filled in form for a new note."""
    return {"text": "Nieuw.", "source": "Bron", "date": "2026-11-24", "certainty": "hoog", "active": "on", **more}


@pytest.mark.parametrize(("number", "key"), [(1, "vraag-1-3"), (3, "vraag-3-2")])
def test_a_new_note_gets_the_next_free_key_of_its_question(editor: Client, number: int, key: str) -> None:
    values = note_values(question=Question.objects.get(number=number).pk)
    assert editor.post(address(QuestionNote, "add"), values).status_code == 302
    assert QuestionNote.objects.get(key=key).question.number == number


def test_a_new_note_gets_the_next_free_key_of_its_model(editor: Client) -> None:
    values = note_values(model=GovernanceModel.objects.get(slug="managementraad").pk)
    assert editor.post(address(ModelNote, "add"), values).status_code == 302
    assert ModelNote.objects.filter(key="model-managementraad-2").exists()


def test_a_key_of_ones_own_is_kept(editor: Client) -> None:
    values = note_values(question=Question.objects.get(number=1).pk, key="vraag-1-griffiers")
    editor.post(address(QuestionNote, "add"), values)
    assert QuestionNote.objects.filter(key="vraag-1-griffiers").exists()


def test_a_beheerder_sees_that_a_dossier_exists_and_no_key(admin_client: Client, dossier: Dossier) -> None:
    for page in (address(Dossier, "changelist"), address(Dossier, "change", dossier.pk)):
        shown = admin_client.get(page).content.decode()
        assert "Regiostaf Brabant-Noord" in shown
        assert dossier.edit_key not in shown
        assert dossier.read_key not in shown
        assert "A. Jansen" not in shown


def test_a_key_finds_no_dossier(admin_client: Client, dossier: Dossier) -> None:
    found = admin_client.get(address(Dossier, "changelist"), {"q": dossier.edit_key})
    assert found.context["cl"].result_count == 0


def test_a_redacteur_sees_no_dossiers_and_no_users(editor: Client, dossier: Dossier) -> None:
    assert editor.get(address(Dossier, "changelist")).status_code == 403
    assert editor.get(address(User, "changelist")).status_code == 403
    assert address(Dossier, "changelist") not in editor.get(reverse("admin:index")).content.decode()


def test_a_visitor_is_asked_to_log_in(client: Client) -> None:
    response = client.get("/beheer/")
    assert response.status_code == 302
    assert response["Location"].startswith("/beheer/login/")


def test_the_front_page_is_in_dutch(editor: Client) -> None:
    page = editor.get("/beheer/").content.decode()
    assert "Regiostaf: beheer" in page
    assert "Wat wilt u bijwerken?" in page
    assert "stand van zaken bij vragen" in page.lower()


@pytest.mark.parametrize("model", OURS)
def test_a_list_costs_no_query_per_row(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, model: type[Model]
) -> None:
    # Session, user, rights (2), count twice, rows, what the filters offer (at most 3).
    with django_assert_max_num_queries(11):
        admin_client.get(address(model, "changelist"))


# Words of Django's and simple-history's pages that no Dutch sentence has.
ENGLISH = re.compile(
    r"\b(the|and|to|you|your|this|not|for|with|from|can|add|added|change|changed|delete|view|select|save|user|users|"
    r"password|group|permission|permissions|history|historical|error|have|has|be|are|will|any|choose|today|toggle|"
    r"theme|close|link|skip|required|none|yes|no|empty|entry|entries|true|false|show|hide|sort|reset|enabled|disabled|"
    r"home|search|result|results|welcome|please|correct|revert|username|slug|must|should|last|first name|sign|None)\b",
    re.IGNORECASE,
)


def test_no_english_is_left_on_any_page(admin_client: Client, dossier: Dossier) -> None:
    option = Option.objects.get(code="1a")
    edit(admin_client, option, decision="De kring stelt de regiostaf in.")
    shown = 0
    for page in beheer_pages():
        response = admin_client.get(page)
        if response.status_code == 403:
            continue
        assert response.status_code == 200, page
        shown += 1
        assert [found[0] for found in ENGLISH.finditer(words_of(response.content.decode()))] == [], page
    assert shown > 50


def test_no_english_is_left_at_the_door(client: Client) -> None:
    for page in (client.get("/beheer/login/"), client.post("/beheer/login/", {"username": "x", "password": "y"})):
        assert ENGLISH.search(words_of(page.content.decode())) is None


@pytest.mark.parametrize("model", ADDABLE)
def test_a_form_that_is_refused_has_no_english(editor: Client, model: type[Model]) -> None:
    response = editor.post(address(model, "add"), {})
    assert response.status_code == 200
    assert ENGLISH.search(words_of(response.content.decode())) is None


def test_the_word_list_finds_english() -> None:
    assert ENGLISH.search("Please correct the errors below.")
    assert ENGLISH.search("Can add vraag")


def test_a_refused_form_is_refused_in_dutch(editor: Client) -> None:
    shown = editor.post("/beheer/checklist/tension/add/", {}).content.decode()
    assert "Fout:" in shown
    assert "Error:" not in shown


def test_the_scripts_speak_dutch(editor: Client) -> None:
    assert "Geselecteerde %s weghalen" in editor.get("/beheer/jsi18n/").content.decode()
