"""What a question's page says an answer comes to: of what is stored, and of options that aren't saved yet."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer
from checklist.models import Dossier
from tests.dossiers import make_dossier, question_url
from tests.pages import Page

pytestmark = pytest.mark.django_db

CHOSEN = {2: Answer(("2a",)), 7: Answer(("7a",)), 9: Answer(("9a",))}


def outlook(client: Client, dossier: Dossier, number: int, *options: str) -> str:
    answer = client.get(question_url(dossier, number, "question-outlook"), {"o": options})
    assert answer.status_code == 200
    return " ".join(Page(f"<body>{answer.content.decode()}</body>").text.split())


def test_the_page_shows_what_the_stored_answers_look_like(client: Client) -> None:
    page = Page(client.get(question_url(make_dossier(CHOSEN), 2)))
    sentence = (
        "2 van uw 3 keuzes passen bij de managementraad en geen keuze past er niet bij; u koos beide hoofdkenmerken (7a"
    )
    assert sentence in page.text
    assert "Dit antwoord botst niet met uw andere keuzes." in page.text


def test_an_open_question_says_nothing_of_clashes(client: Client) -> None:
    page = Page(client.get(question_url(make_dossier(CHOSEN), 5)))
    assert "bij de managementraad en geen keuze past er niet bij" in page.text
    assert "Dit antwoord" not in page.text


def test_the_outlook_is_of_the_asked_options_and_saves_nothing(client: Client) -> None:
    dossier = make_dossier(CHOSEN)
    assert outlook(client, dossier, 2, "2b").startswith(
        "2 van uw 3 keuzes passen bij de adoptieregeling en geen keuze past er niet bij; u koos beide hoofdkenmerken"
    )
    assert "Aandachtspunt: 2a met 2b Hoe kan het wel?" in outlook(client, dossier, 2, "2a", "2b")
    assert "Tegenstrijdig: 2a met 5a Hoe kan het wel?" in outlook(client, dossier, 5, "5a")
    assert outlook(client, dossier, 7).startswith("Even dicht bij uw ontwerp staan de adoptieregeling (")
    assert [choice.version for choice in dossier.choices.all()].count(1) == 3


def test_options_that_exclude_each_other_get_the_rule(client: Client) -> None:
    dossier = make_dossier()
    excluding = "Optie 3a sluit de andere opties uit. Kies 3a, of kies de andere."
    assert outlook(client, dossier, 3, "3a", "3b") == excluding
    assert outlook(client, dossier, 7, "7a", "7b") == "Kies bij deze vraag één optie, niet 7a en 7b samen."


@pytest.mark.parametrize("options", [["7a"], ["x"], ["2a", "2a"], ["2a" * 4000]])
def test_options_that_the_question_does_not_have_are_refused(client: Client, options: list[str]) -> None:
    address = question_url(make_dossier(), 2, "question-outlook")
    assert client.get(address, {"o": options}).status_code == 400


def test_the_leeslink_has_no_outlook(client: Client) -> None:
    dossier = make_dossier()
    assert client.get(reverse("question-outlook", args=[dossier.read_key, 2])).status_code == 403
