"""The preview: a text on the real page before it is saved, with nothing written and nothing to press."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from checklist.admin.preview import NO_KEY
from checklist.models import Background, Consideration, Dossier, Option, Question, QuestionNote, Tension, Term
from models_catalogue.models import GovernanceModel, ModelNote, Trait
from tests.beheer.browsing import address, form_values, words_of
from tests.pages import Page

pytestmark = pytest.mark.django_db

TYPED = "Dit is nog maar een voorstel."
# A table, the field that is typed, and where it shows.
PREVIEWED: list[tuple[type[Model], str]] = [
    (Question, "decides"),
    (Question, "considerations-0-text"),
    (Question, "short_name"),
    (Question, "in_a_sentence"),
    (Option, "practice"),
    (Option, "decision"),
    (Option, "prompt"),
    (Consideration, "text"),
    (QuestionNote, "text"),
    (Tension, "explanation"),
    (Term, "explanation"),
    (GovernanceModel, "how"),
    (GovernanceModel, "in_a_sentence"),
    (ModelNote, "text"),
    (Background, "text"),
]


def first(model: type[Model]) -> Any:
    return model._default_manager.order_by("pk")[0]


def preview(client: Client, row: Model, **values: object) -> Any:
    """The preview of a row with these fields typed."""
    typed = form_values(client, address(type(row), "change", row.pk)) | values
    return client.post(address(type(row), "preview", row.pk), typed)


@pytest.mark.parametrize(("model", "field"), PREVIEWED)
def test_what_is_typed_is_shown_and_not_saved(editor: Client, model: type[Model], field: str) -> None:
    row = first(model)
    before = model._default_manager.filter(pk=row.pk).values().get()
    words = words_of(preview(editor, row, **{field: TYPED}).content.decode())
    assert TYPED in words
    assert "Voorbeeld, niet opgeslagen" in words
    assert model._default_manager.filter(pk=row.pk).values().get() == before


def test_nothing_at_all_is_written(editor: Client) -> None:
    preview(editor, first(Option), decision=TYPED)
    preview(editor, first(Question), **{"considerations-0-text": TYPED})
    assert not Dossier.objects.exists()
    assert not Option.history.exists()
    assert not Consideration.history.exists()


def test_the_advies_says_the_typed_decision_as_it_will(editor: Client) -> None:
    page = preview(editor, Option.objects.get(code="7a"), decision=TYPED).content.decode()
    paragraph = page[page.index('id="in-het-advies"') :]
    assert TYPED in words_of(paragraph)


@pytest.mark.parametrize("code", ["2a", "7a"])
def test_the_summary_says_the_typed_words_as_it_will(editor: Client, code: str) -> None:
    page = preview(editor, Option.objects.get(code=code), in_the_summary=TYPED).content.decode()
    assert TYPED in words_of(page[page.index('id="samenvatting"') : page.index('id="besluiten"')])


@pytest.mark.parametrize(
    ("code", "typed", "sentence"),
    [
        ("1a", "alle secretarissen richten", "Alle secretarissen richten een regiostaf op."),
        ("2b", "de raden inlicht", "Er komt een regiostaf die de raden inlicht."),
    ],
)
def test_the_outcome_says_the_typed_clause_as_it_will(editor: Client, code: str, typed: str, sentence: str) -> None:
    page = preview(editor, Option.objects.get(code=code), clause=typed).content.decode()
    assert sentence in words_of(page[page.index('id="in-de-uitkomst"') :])


def test_a_tension_is_shown_between_two_chosen_options(editor: Client) -> None:
    tension = Tension.objects.get(number=7)
    page = preview(editor, tension, explanation=TYPED).content.decode()
    assert page.count(TYPED) >= 2
    chosen = re.findall(r'class="choice-map__chosen"><span>(\w+)</span>', page)
    assert chosen == [tension.option_a.code, tension.option_b.code]


@pytest.mark.parametrize("model", [Question, Option, Consideration, QuestionNote, Tension, Trait, Background])
def test_a_preview_of_a_dossier_has_nothing_to_press(editor: Client, model: type[Model]) -> None:
    for page in (editor.get(address(model, "preview", first(model).pk)), preview(editor, first(model))):
        html = page.content.decode()
        assert NO_KEY not in html
        controls = re.findall(r"<(?:button|input|select|textarea)\b[^>]*>", html)
        assert controls
        assert [control for control in controls if " disabled" not in control] == []
        assert html.count("<h1") == 1


@pytest.mark.parametrize("model", [Question, Option, Consideration, QuestionNote, Tension, Trait, Background])
def test_a_preview_of_a_dossier_leads_nowhere_from_its_own_address_and_posts_nothing(
    editor: Client, model: type[Model]
) -> None:
    page = Page(editor.get(address(model, "preview", first(model).pk)))
    ways = [link.attributes["href"] for link in page.find("a") if "href" in link.attributes]
    assert ways
    assert [way for way in ways if not way.startswith(("/", "#", "https://", "http://"))] == []
    assert [form for form in page.forms if form.posts] == []
    asking = [element for element in page.elements if {"data-presence", "data-outlook"} & element.attributes.keys()]
    assert asking == []


def test_a_saved_text_is_shown_as_it_is_on_the_site(editor: Client) -> None:
    option = Option.objects.get(code="1a")
    words = words_of(editor.get(address(Option, "preview", option.pk)).content.decode())
    assert option.decision in words
    assert "Zo staat de tekst nu op de site" in words
    assert "niet opgeslagen" not in words


def test_the_form_leads_to_the_page_on_the_site(editor: Client) -> None:
    model = GovernanceModel.objects.get(slug="managementraad")
    assert (
        'href="/modellen/managementraad/"' in editor.get(address(GovernanceModel, "change", model.pk)).content.decode()
    )
    option = editor.get(address(Option, "change", first(Option).pk)).content.decode()
    assert f'href="{address(Option, "preview", first(Option).pk)}"' in option
    assert "Bekijk op de site" in option


def test_a_row_that_is_not_yet_there_has_a_preview(editor: Client) -> None:
    values = {"text": TYPED, "source": "Bron", "date": "2026-11-24", "certainty": "hoog", "active": "on"}
    page = editor.post(address(QuestionNote, "preview_new"), values | {"question": first(Question).pk})
    assert TYPED in words_of(page.content.decode())
    assert not QuestionNote.objects.filter(text=TYPED).exists()
    assert editor.get(address(QuestionNote, "preview_new")).status_code == 405


def test_a_trait_that_is_switched_off_is_gone_from_the_preview(editor: Client) -> None:
    trait = Trait.objects.get(model__slug="adoptieregeling", option__code="9a")
    page = address(Trait, "change", trait.pk)
    values = form_values(editor, page)
    shown = editor.post(address(Trait, "preview", trait.pk), values).content.decode()
    del values["active"]
    gone = editor.post(address(Trait, "preview", trait.pk), values).content.decode()
    link = "/modellen/adoptieregeling/"
    assert shown.count(link) == gone.count(link) + 1


def test_a_mistake_comes_back_with_the_form_that_saves_to_the_right_place(editor: Client) -> None:
    option = first(Option)
    page = preview(editor, option, decision="")
    words = words_of(page.content.decode())
    assert "Fout:" in words
    assert f'action="{address(Option, "change", option.pk)}"' in page.content.decode()
    new = editor.post(address(QuestionNote, "preview_new"), {})
    assert f'action="{address(QuestionNote, "add")}"' in new.content.decode()


def test_typed_markup_is_escaped(editor: Client) -> None:
    page = preview(editor, first(Option), practice="<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_preview_is_for_who_may_save(client: Client) -> None:
    client.force_login(User.objects.create_user("kijker", is_staff=True))
    option = first(Option)
    assert client.get(address(Option, "preview", option.pk)).status_code == 403
    assert client.post(address(Option, "preview", option.pk), {}).status_code == 403
    assert client.post(address(QuestionNote, "preview_new"), {}).status_code == 403
    client.logout()
    assert client.get(address(Option, "preview", option.pk)).status_code == 302


def test_a_row_that_does_not_exist_is_not_found(editor: Client) -> None:
    assert editor.get(address(Option, "preview", 9999)).status_code == 404


def test_a_preview_costs_no_more_than_its_page_and_its_form(
    editor: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page = address(Option, "preview", first(Option).pk)
    # Session, user, rights (2); the row and its question; the content (5) and the backgrounds; the kept tensions of no
    # dossier.
    with django_assert_max_num_queries(13):
        editor.get(page)
