"""Repairs on the page with the outcome: offered with each contradiction, taken over, and turned back."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from checklist import services
from checklist.domain.dossier import Answer, Kept
from checklist.models import Choice
from tests.dossiers import choice, make_dossier, opened
from tests.pages import Page
from tests.views.outcome import EVERYTHING_CLASHES, page_of, repairs_in, take_over, url

pytestmark = pytest.mark.django_db


def test_the_smallest_repairs_stand_with_each_contradiction(client: Client) -> None:
    text = page_of(client, make_dossier(EVERYTHING_CLASHES)).text
    assert (
        "Vraag 5 (Veiligheidsregio), 5c in plaats van 5a 5c Heeft een gestructureerde relatie met het ambtelijk "
        "management van de veiligheidsregio Lost ook op: tegenstrijdig 2c met 5a, 3c met 5a en 5a met 9c. "
        "Geen nieuwe spanning. Bij welk model u het dichtst staat, verandert niet. Overnemen"
    ) in text


def test_a_repair_is_an_ordinary_save_that_keeps_the_texts(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    answer = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    assert (answer.status_code, answer["Location"]) == (302, url(dossier) + "?vraag=5&was=5a&versie=2")
    saved = choice(dossier, 5)
    assert (saved.options, saved.version) == (["5c"], 2)
    assert (saved.motivation, saved.minority) == ("Wij blijven onafhankelijk.", "Twee gemeenten niet.")


def test_the_page_then_offers_the_way_back_and_takes_it(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    taken = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    page = Page(client.get(taken["Location"]))
    assert "Vraag 5 (Veiligheidsregio) is opgeslagen: 5c. Eerst was het 5a. Terugdraaien" in page.text
    take_over(client, dossier, repairs_in(page)[0])
    assert (choice(dossier, 5).options, choice(dossier, 5).version) == (["5a"], 3)


def test_a_question_that_was_open_can_be_opened_again(client: Client) -> None:
    dossier = make_dossier()
    body = {"vraag": "7", "options": ["7a"], "version": "0"}
    taken = client.post(url(dossier, "repair"), body)
    page = Page(client.get(taken["Location"]))
    assert "is opgeslagen: 7a. Eerst was het nog niet bepaald." in page.text
    take_over(client, dossier, repairs_in(page)[0])
    assert (choice(dossier, 7).options, choice(dossier, 7).version) == ([], 2)


@pytest.mark.parametrize(
    "query",
    [
        "?vraag=5&was=5c&versie=1",  # what is chosen now
        "?vraag=5&was=5b&versie=2",  # changed again since
        "?vraag=5&was=5a&was=5b&versie=1",  # no answer to the question
        "?vraag=5&was=1a&versie=1",
        "?vraag=13&was=1a&versie=1",
        "?vraag=x&was=5b&versie=x",
        "?vraag=" + "9" * 5000,
    ],
)
def test_no_way_back_is_offered_that_is_none(client: Client, query: str) -> None:
    dossier = make_dossier({5: Answer(("5c",))})
    assert "Terugdraaien" not in page_of(client, dossier, query).text
    assert "Terugdraaien" in page_of(client, dossier, "?vraag=5&was=5b&versie=1").text


def test_a_repair_of_an_answer_that_somebody_else_changed_is_a_conflict(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    (form, *_) = repairs_in(page_of(client, dossier))
    services.save_choice(opened(dossier), 5, Answer(("5d",), "Toch wel."), based_on=1)
    answer = take_over(client, dossier, form)
    assert answer.status_code == 409
    assert Page(answer).form("botsing/").values["motivation"] == ["Toch wel."]
    assert choice(dossier, 5).options == ["5d"]


def test_pressing_twice_saves_once(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    (form, *_) = repairs_in(page_of(client, dossier))
    take_over(client, dossier, form)
    again = take_over(client, dossier, form)
    assert (again.status_code, again["Location"]) == (302, url(dossier))
    assert choice(dossier, 5).version == 2


def test_a_repair_costs_three_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    with django_assert_num_queries(3):
        client.post(url(dossier, "repair"), {"vraag": "5", "options": ["5c"], "version": "1"})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"vraag": "13", "options": ["5c"], "version": "1"},
        {"vraag": "5", "options": ["5a", "5b"], "version": "1"},
        {"vraag": "5", "options": ["2a"], "version": "1"},
        {"vraag": "5", "options": ["5c"]},
        {"vraag": "5", "options": ["5c"], "version": "x"},
    ],
)
def test_a_body_that_is_no_repair_is_refused(client: Client, body: dict[str, Any]) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    assert client.post(url(dossier, "repair"), body).status_code == 400
    assert choice(dossier, 5).options == ["5a"]


def test_the_leeslink_reads_the_outcome_and_changes_nothing(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    page = page_of(client, dossier, "?vraag=5&was=5b&versie=1", key=dossier.read_key)
    assert not page.forms
    assert "5c in plaats van 5a" in page.text
    assert not [link for link in page.find("a") if "/vraag/" in link.attributes["href"]]
    body = {"vraag": "5", "options": ["5c"], "version": "1"}
    assert client.post(url(dossier, "repair", dossier.read_key), body).status_code == 403
    assert not Choice.objects.filter(dossier=dossier, version__gt=1).exists()


def test_a_contradiction_that_the_kring_keeps_says_so(client: Client) -> None:
    dossier = make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))}, (Kept("2a", "5a", "Met opzet."),))
    text = page_of(client, dossier).text
    assert "2a met 5a: afgesproken" in text
    assert "U laat dit bewust zo." in text
