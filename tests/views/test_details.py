"""Where a dossier's pages tell what the kring says of what its options leave open."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer, DetailAnswer
from checklist.models import Dossier
from tests.dossiers import make_dossier
from tests.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

CARRIER = "Welk overleg draagt de regiostaf: dat van gemeentesecretarissen, dat van veiligheidsadviseurs of beide?"
LEADERS = "Wie leiden de regiostaf: gemeentesecretarissen zelf, medewerkers namens hen of beide?"
CENTRE = "Welke gemeente is de centrumgemeente?"
SUPPORT = "Bij welke gemeente zijn de medewerkers in dienst?"


@pytest.fixture
def dossier() -> Dossier:
    """One answer that a decision waits for, one that is given, a gemeente and one that is still to be named."""
    return make_dossier(
        {
            7: Answer(("7a",)),
            8: Answer(("8a",), details=(DetailAnswer("8a", "leiding", "namens"),)),
            9: Answer(("9b",)),
            11: Answer(("11a",), details=(DetailAnswer("11c", "reikwijdte", "geheel"),)),
        }
    )


def page(client: Client, name: str, key: str) -> Page:
    return Page(client.get(reverse(name, args=[key])))


@pytest.mark.parametrize("link", ["edit_key", "read_key"])
def test_the_check_page_has_a_point_for_what_a_decision_waits_for(client: Client, dossier: Dossier, link: str) -> None:
    shown = page(client, "check", getattr(dossier, link))
    assert "negen open vragen" in shown.text.lower()
    assert "Waar hoort de regiostaf bij?" in shown.by_id("punt-vraag-7").text
    assert CARRIER in shown.by_id("punt-vraag-7").text
    for no_point in (LEADERS, SUPPORT, "gehele regiostaf"):
        assert no_point not in shown.text


def test_a_gemeente_that_was_named_is_no_point_any_more(client: Client) -> None:
    answers = {7: Answer(("7c",), details=(DetailAnswer("7c", "gemeente", "GM0796"),)), 8: Answer(("8b",))}
    text = page(client, "check", make_dossier(answers).edit_key).text
    assert CENTRE not in text
    assert "Waar hoort de regiostaf bij?" not in text


def test_the_overview_marks_the_answer_and_says_below_what_is_to_be_chosen(client: Client, dossier: Dossier) -> None:
    shown = page(client, "dossier", dossier.edit_key)
    assert [row.text.count("nog te kiezen") for row in shown.find("li", **{"class": "answers__row"})] == [
        *(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0)
    ]
    assert f"Vraag 7: {CARRIER}" in shown.text


def test_the_question_is_answered_all_the_same(client: Client, dossier: Dossier) -> None:
    assert "Vier van twaalf vragen beantwoord." in page(client, "dossier", dossier.edit_key).text


def test_the_verslag_says_what_is_given_and_what_is_open(client: Client, dossier: Dossier) -> None:
    text = page(client, "verslag", dossier.read_key).text
    assert f"Nog niet bepaald. {CARRIER}" in text
    assert f"Nog niet bepaald. {SUPPORT}" in text
    assert LEADERS not in text
    said = "De ambtelijke leiding van de regiostaf ligt bij medewerkers die de gemeentesecretarissen"
    assert text.count(said) == 2  # as a decision, and at the question


def test_the_file_has_the_details_of_chosen_options(client: Client, dossier: Dossier) -> None:
    written = json.loads(client.get(reverse("dossier-json", args=[dossier.read_key])).content)
    assert {number: choice.get("details") for number, choice in written["choices"].items()} == {
        "7": None,
        "8": {"8a": {"leiding": "namens"}},
        "9": None,
        "11": None,
    }
