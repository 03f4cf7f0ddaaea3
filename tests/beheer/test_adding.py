"""What a redacteur adds: tensions, judgements, notes and terms, each with its number or key, or refused."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Option, Question, QuestionNote, Tension, Term
from models_catalogue.models import GovernanceModel, ModelNote, Trait
from tests.beheer.browsing import address, form_values

pytestmark = pytest.mark.django_db


def errors(response: Any) -> str:
    """All errors of a form that was refused."""
    return str(response.context["adminform"].form.errors)


def tension_values(editor: Client, a: str, b: str) -> dict[str, Any]:
    """A filled in form for a new tension, with one repair."""
    return form_values(editor, address(Tension, "add")) | {
        "option_a": Option.objects.get(code=a).pk,
        "option_b": Option.objects.get(code=b).pk,
        "severity": "aandachtspunt",
        "readers": 1,
        "explanation": "Een nieuwe spanning.",
        "question": "Waar gaat dit over?",
        "agreement": "Wij spreken iets af.",
        "repairs-0-text": "Doe het anders.",
        "repairs-0-drops": a,
    }


def test_a_new_tension_proposes_the_next_free_number_of_the_redactie(editor: Client) -> None:
    assert form_values(editor, address(Tension, "add"))["number"] == "1001"
    editor.post(address(Tension, "add"), tension_values(editor, "2a", "11a"))
    assert form_values(editor, address(Tension, "add"))["number"] == "1002"


def test_a_new_tension_is_kept_in_the_booklets_order_with_its_repair(editor: Client) -> None:
    assert editor.post(address(Tension, "add"), tension_values(editor, "10c", "2a")).status_code == 302
    tension = Tension.objects.get(number=1001)
    assert (tension.option_a.code, tension.option_b.code) == ("2a", "10c")
    assert list(tension.repairs.values_list("number", "text", "adds", "drops")) == [(1, "Doe het anders.", "", "10c")]


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
    response = editor.post(address(Tension, "add"), tension_values(editor, a, b))
    assert response.status_code == 200
    assert message in errors(response)
    assert Tension.objects.count() == 61


def test_a_tension_without_options_is_refused(editor: Client) -> None:
    values = tension_values(editor, "2a", "10c") | {"option_a": "", "option_b": ""}
    response = editor.post(address(Tension, "add"), values)
    assert response.context["adminform"].form.errors.keys() == {"option_a", "option_b"}


def test_a_second_trait_of_a_model_on_an_option_is_refused(editor: Client) -> None:
    trait = Trait.objects.order_by("pk")[0]
    values = {"model": trait.model_id, "option": trait.option_id, "stance": "past", "ground": "Grond", "readers": 2}
    assert editor.post(address(Trait, "add"), values).status_code == 200
    assert Trait.objects.count() == 118


def note_values(**more: object) -> dict[str, Any]:
    """A filled in form for a new note."""
    return {"text": "Nieuw.", "source": "Bron", "date": "2026-11-24", "source_kind": "bericht", "certainty": "hoog"} | {
        "active": "on",
        **more,
    }


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


def term_values(**more: object) -> dict[str, Any]:
    """A filled in form for a new term."""
    return {"name": "rampenplan", "explanation": "Een plan.", "passage": "hoofdstuk 1", "active": "on", **more}


def test_a_new_term_is_explained_on_the_site(editor: Client) -> None:
    assert editor.post(address(Term, "add"), term_values(forms="rampenplannen; RP")).status_code == 302
    assert "rampenplan" in editor.get(reverse("terms")).content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "ramp<b>"), ("name", "kring"), ("forms", "ramp, rampen"), ("forms", "ramp;"), ("forms", "ramp;rampen")],
)
def test_a_term_that_could_not_be_found_in_a_text_is_refused(editor: Client, field: str, value: str) -> None:
    response = editor.post(address(Term, "add"), term_values(**{field: value}))
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
    assert Term.objects.count() == 50
