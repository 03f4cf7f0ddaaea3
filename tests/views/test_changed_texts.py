"""A dossier says of which date its content is, and which questions changed after they were answered."""

import re

import pytest
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.dossier import Answer
from checklist.models import Consideration, Dossier, Option, Question, QuestionNote, Tension
from models_catalogue.models import GovernanceModel, Trait
from tests.beheer.browsing import edit, redacteurs_browser, words_of
from tests.dossiers import make_dossier, question_body, question_url

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def dossier() -> Dossier:
    """Questions 1, 2 and 5 are answered; the others were never looked at."""
    return make_dossier({1: Answer(("1a",)), 2: Answer(("2a",)), 5: Answer()})


CHANGES: list[tuple[type[Model], dict[str, object], tuple[int, ...]]] = [
    (Question, {"number": 2}, (2,)),
    (Option, {"code": "1d"}, (1,)),
    (Consideration, {"question__number": 5, "number": 1}, (5,)),
    (QuestionNote, {"key": "vraag-1-1"}, (1,)),
    (Tension, {"option_a__code": "2a", "option_b__code": "5a"}, (2, 5)),
    (Trait, {"model__slug": "managementraad", "option__code": "2a"}, (2,)),
    (Question, {"number": 3}, ()),
    (GovernanceModel, {"number": 1}, ()),
]


@pytest.mark.parametrize(("model", "row", "changed"), CHANGES)
def test_a_changed_text_names_the_questions_it_stands_at(
    dossier: Dossier, model: type[Model], row: dict[str, object], changed: tuple[int, ...]
) -> None:
    assert selectors.changed_questions(dossier.pk) == ()
    model._default_manager.get(**row).save()
    assert selectors.changed_questions(dossier.pk) == changed


def test_the_question_leaves_the_list_when_it_is_answered_again(client: Client, dossier: Dossier) -> None:
    edit(redacteurs_browser(), Question.objects.get(number=1), why="Anders.")
    assert selectors.changed_questions(dossier.pk) == (1,)
    client.post(question_url(dossier, 1), question_body(1, "1b", version=1))
    assert selectors.changed_questions(dossier.pk) == ()


def test_loading_the_same_content_again_changes_no_question(dossier: Dossier) -> None:
    before = selectors.content_date()
    call_command("load_content", verbosity=0)
    assert selectors.changed_questions(dossier.pk) == ()
    assert selectors.content_date() == before


def test_loading_another_text_changes_its_question(dossier: Dossier) -> None:
    Option.objects.filter(code="1b").update(practice="Ouder.")
    call_command("load_content", overwrite=True, verbosity=0)
    assert selectors.changed_questions(dossier.pk) == (1,)


# What stands on no page of the site: the redactie alone reads it.
UNSEEN: list[tuple[type[Model], dict[str, object], str]] = [
    (QuestionNote, {"key": "vraag-1-1"}, "attention"),
    (Option, {"code": "1b"}, "passage"),
]


@pytest.mark.parametrize(("model", "row", "field"), UNSEEN)
def test_loading_another_text_that_no_page_shows_changes_no_question(
    dossier: Dossier, model: type[Model], row: dict[str, object], field: str
) -> None:
    before = selectors.content_date()
    model._default_manager.filter(**row).update(**{field: "Ouder."})
    call_command("load_content", overwrite=True, verbosity=0)
    assert not model._default_manager.filter(**{field: "Ouder."}).exists()
    assert selectors.changed_questions(dossier.pk) == ()
    assert selectors.content_date() == before


@pytest.mark.parametrize(("model", "row", "field"), UNSEEN)
def test_an_editors_change_that_no_page_shows_changes_no_question(
    dossier: Dossier, model: type[Model], row: dict[str, object], field: str
) -> None:
    edit(redacteurs_browser(), model._default_manager.get(**row), **{field: "Van de redactie."})
    assert model._default_manager.filter(**{field: "Van de redactie."}).exists()
    assert selectors.changed_questions(dossier.pk) == ()


@pytest.mark.parametrize(("stored", "changed"), [("", ()), ("Van de redactie", (1,))])
def test_a_first_text_changes_its_question_only_when_it_replaces_one(
    dossier: Dossier, stored: str, changed: tuple[int, ...]
) -> None:
    option = Option.objects.get(code="1b")
    hashes = {name: value for name, value in option.loaded_hashes.items() if name != "brief"}
    Option.objects.filter(pk=option.pk).update(brief=stored, loaded_hashes=hashes)
    call_command("load_content", overwrite=True, verbosity=0)
    assert Option.objects.get(code="1b").brief == option.brief
    assert selectors.changed_questions(dossier.pk) == changed


def test_the_content_date_is_that_of_the_newest_change() -> None:
    model = GovernanceModel.objects.get(number=9)
    model.save()
    model.refresh_from_db()
    assert selectors.content_date() == model.changed_at


def test_the_dossiers_page_names_the_date_and_the_questions(client: Client, dossier: Dossier) -> None:
    page = reverse("dossier", args=[dossier.edit_key])
    assert re.search(
        r"De uitleg bij de vragen is van \d{1,2} [a-z]+ \d{4}\.", words_of(client.get(page).content.decode())
    )
    assert "is de tekst gewijzigd" not in client.get(page).content.decode()
    Question.objects.get(number=1).save()
    assert "Sinds u antwoordde is de tekst gewijzigd bij vraag 1." in words_of(client.get(page).content.decode())
    for number in (2, 5):
        Question.objects.get(number=number).save()
    html = client.get(page).content.decode()
    assert "gewijzigd bij de vragen 1, 2 en 5." in words_of(html)
    assert html.count(reverse("question", args=[dossier.edit_key, 5])) == 2


def test_the_leeslink_names_them_without_a_link(client: Client, dossier: Dossier) -> None:
    Question.objects.get(number=1).save()
    html = client.get(reverse("dossier", args=[dossier.read_key])).content.decode()
    assert "gewijzigd bij vraag 1." in words_of(html)


def test_the_questions_cost_one_query_and_the_date_none_where_it_is_remembered(
    dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        selectors.changed_questions(dossier.pk)
    stamp = selectors.stamp_now()
    selectors.content_date(stamp)
    with django_assert_num_queries(0):
        selectors.content_date(stamp)
