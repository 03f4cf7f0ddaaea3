"""The actions of a kring on the overview, for whoever may change the dossier and for whoever only reads it."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Action
from checklist.models import Dossier, Tension
from tests.dossiers import CLASHING, TENSION, make_dossier
from tests.pages import Page

pytestmark = pytest.mark.django_db

HEADING, NOT_YET = "Hoe bereikt de regiostaf de raden?", "nog niet afgesproken"
ACTIONS = (
    Action("", "Datum prikken"),
    Action("vraag:4", "Gesprek met de griffiers", "Secretaris van Oss", "december 2026"),
    Action("2a+5a", "Afbellen", "", "1 maart 2027"),
)


def overview(client: Client, dossier: Dossier, kind: str = "edit_key") -> Page:
    return Page(client.get(reverse("dossier", args=[getattr(dossier, kind)])))


@pytest.mark.parametrize("kind", ["edit_key", "read_key"])
def test_actions_stand_in_the_order_of_the_agenda_about_something_in_words(client: Client, kind: str) -> None:
    page = overview(client, make_dossier(CLASHING, actions=ACTIONS), kind)
    assert [heading.text for heading in page.find("h2", id="acties")] == ["Acties"]
    assert [header.text for header in page.find("th", scope="col")] == ["Waarover", "Wat", "Wie", "Wanneer"]
    question = Tension.objects.get(number=TENSION).question
    assert [header.text for header in page.find("th", scope="row")] == [question, HEADING, "Overig"]
    assert [cell.text for cell in page.find("td")] == [
        *("Afbellen", NOT_YET, "1 maart 2027"),
        *("Gesprek met de griffiers", "Secretaris van Oss", "december 2026"),
        *("Datum prikken", NOT_YET, NOT_YET),
    ]


def test_without_actions_nothing_is_said_of_them(client: Client) -> None:
    page = overview(client, make_dossier(CLASHING))
    assert not page.find("table")
    assert "Acties" not in page.text
