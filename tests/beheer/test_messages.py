"""What the beheer says after a save fits every name: Django says 'De' of everything, also of a model or a judgement."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client

from checklist.models import Dossier, HouseStyle, Option, Tension
from models_catalogue.models import Gemeente, Trait, Veiligheidsregio
from tests.beheer.browsing import address, form_values, words_of
from tests.beheer.tables import SETTLED
from tests.pages import Page

pytestmark = pytest.mark.django_db

# Everything that the beheer has a form for which can be saved.
SAVED = sorted(
    set(admin.site._registry) - {Dossier, Gemeente, Veiligheidsregio, *SETTLED},
    key=lambda model: model._meta.label,
)


def said(response: Any) -> list[str]:
    """The messages on the page that comes after a save."""
    return [" ".join(message.text.split()) for message in Page(response).find("ul", **{"class": "messagelist"})]


def first_of(model: type[Model]) -> Model:
    """A row that is there already, or a new one."""
    if model is Group:
        return Group.objects.create(name="Kijkers")
    if model is HouseStyle:
        return HouseStyle.objects.create(organisation="Voorbeeldorganisatie")
    row = model._default_manager.order_by("pk").first()
    assert row is not None
    return row


def values_of(client: Client, row: Model) -> dict[str, Any]:
    """A row's form as it is shown; that of a user has two fields for one moment."""
    values = form_values(client, address(type(row), "change", row.pk))
    return values | ({"date_joined_0": "1-1-2026", "date_joined_1": "9:00"} if isinstance(row, User) else {})


def save(client: Client, row: Model, button: str) -> Any:
    """Save a row as it is with one of the buttons below its form, and return the page that comes next."""
    return client.post(address(type(row), "change", row.pk), values_of(client, row) | {button: "1"}, follow=True)


@pytest.mark.parametrize("model", SAVED)
def test_a_change_is_told_without_an_article(admin_client: Client, model: type[Model]) -> None:
    row = first_of(model)
    assert said(save(admin_client, row, "_save")) == [f"‘{row}’ is gewijzigd."]


@pytest.mark.parametrize("model", SAVED)
def test_who_goes_on_with_a_row_is_told_so_without_an_article(admin_client: Client, model: type[Model]) -> None:
    row = first_of(model)
    assert said(save(admin_client, row, "_continue")) == [f"‘{row}’ is gewijzigd. U kunt hieronder verder wijzigen."]


@pytest.mark.parametrize("model", [Group, Tension, Trait])
def test_who_goes_on_with_a_new_row_is_told_so_without_an_article(admin_client: Client, model: type[Model]) -> None:
    row = first_of(model)
    another = f"U kunt hieronder nog een {model._meta.verbose_name} toevoegen."
    assert said(save(admin_client, row, "_addanother")) == [f"‘{row}’ is gewijzigd. {another}"]


ADDED = [
    ("_save", "‘Lezers’ is toegevoegd."),
    ("_continue", "‘Lezers’ is toegevoegd. U kunt hieronder verder wijzigen."),
    ("_addanother", "‘Lezers’ is toegevoegd. U kunt hieronder nog een groep toevoegen."),
]


@pytest.mark.parametrize(("button", "sentence"), ADDED)
def test_what_is_added_is_told_without_an_article(admin_client: Client, button: str, sentence: str) -> None:
    values = {"name": "Lezers", button: "1"}
    assert said(admin_client.post(address(Group, "add"), values, follow=True)) == [sentence]


def test_what_is_deleted_is_told_without_an_article(admin_client: Client) -> None:
    page = address(Group, "delete", Group.objects.create(name="Lezers").pk)
    assert said(admin_client.post(page, {"post": "yes"}, follow=True)) == ["‘Lezers’ is verwijderd."]


def test_a_row_that_is_gone_is_told_without_an_article(admin_client: Client) -> None:
    response = admin_client.get(address(Trait, "change", 9999), follow=True)
    assert said(response) == ["Onder ‘oordeel’ bestaat niets met nummer ‘9999’."]


def test_a_second_judgement_of_a_model_on_an_option_is_refused_in_good_dutch(editor: Client) -> None:
    trait = Trait.objects.order_by("pk")[0]
    values = {"model": trait.model_id, "option": trait.option_id, "stance": "past", "ground": "Grond", "readers": 2}
    shown = words_of(editor.post(address(Trait, "add"), values).content.decode())
    assert "Deze combinatie van Model en Optie bestaat al." in shown


def test_a_number_that_is_taken_is_refused_in_good_dutch(editor: Client) -> None:
    a, b = (Option.objects.get(code=code).pk for code in ("2a", "10c"))
    values = {"number": 1, "option_a": a, "option_b": b, "severity": "aandachtspunt", "readers": 1, "explanation": "N."}
    shown = words_of(editor.post(address(Tension, "add"), values).content.decode())
    assert "Dit bestaat al. Vul bij ‘Nummer’ iets anders in." in shown
