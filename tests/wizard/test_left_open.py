"""Openlaten drops what was ticked and keeps the texts; the next page says so, and brings it back with one press."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import services
from checklist.domain.dossier import Answer
from checklist.models import Dossier
from tests.dossiers import choice, make_dossier, opened, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def after(client: Client, address: str) -> Page:
    return Page(client.get(address))


def way_back(page: Page) -> str | None:
    found = page.find("button", name="terugzetten", form="antwoord")
    return found[0].attributes["value"] if found else None


def test_the_options_go_and_the_texts_stay(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 2, "2a", "2b", motivation="Wij wachten.", minority="Oss niet.", openlaten="1")
    stored = choice(dossier, 2)
    assert (stored.options, stored.motivation, stored.minority) == ([], "Wij wachten.", "Oss niet.")
    assert response["Location"].startswith(question_url(dossier, 3) + "?")


def test_the_next_page_says_so_and_has_the_way_back(client: Client, dossier: Dossier) -> None:
    page = after(client, post(client, dossier, 2, "2a", "2b", openlaten="1")["Location"])
    assert "Vraag 2 staat open" in page.text
    assert way_back(page) == "2.1.2a.2b"


@pytest.mark.parametrize("stored", [(), ("2c",)], ids=["nothing stored", "another answer stored"])
def test_the_way_back_brings_what_was_ticked_also_when_it_was_never_saved(
    client: Client, stored: tuple[str, ...]
) -> None:
    dossier = make_dossier({2: Answer(stored, "Was er al.")})
    page = after(
        client, post(client, dossier, 2, "2a", "2b", version=1, motivation="Nieuw.", openlaten="1")["Location"]
    )
    response = post(client, dossier, 3, "3b", motivation="Bij drie.", terugzetten=way_back(page))
    assert response["Location"] == question_url(dossier, 3)
    assert (choice(dossier, 2).options, choice(dossier, 2).motivation) == (["2a", "2b"], "Nieuw.")
    assert (choice(dossier, 3).options, choice(dossier, 3).motivation) == (["3b"], "Bij drie.")
    assert "Vraag 2 is teruggezet" in after(client, response["Location"]).text


def test_what_was_no_answer_gives_the_way_back_to_what_was_stored(client: Client) -> None:
    dossier = make_dossier({3: Answer(("3b",))})
    page = after(client, post(client, dossier, 3, "3a", "3b", version=1, openlaten="1")["Location"])
    assert choice(dossier, 3).options == []
    assert way_back(page) == "3.2.3b"


def test_an_empty_question_is_left_open_without_a_way_back(client: Client, dossier: Dossier) -> None:
    page = after(client, post(client, dossier, 2, openlaten="1")["Location"])
    assert choice(dossier, 2).version == 1
    assert "Vraag 2 staat open" in page.text
    assert way_back(page) is None


def test_the_last_question_leads_to_the_check_page_with_the_way_back(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 12, "12a", openlaten="1")
    check = reverse("check", args=[dossier.edit_key])
    assert response["Location"] == f"{check}?open=12&vraag=12&versie=1&was=12a"
    page = after(client, response["Location"])
    assert "Vraag 12 staat open." in page.text
    assert page.find("button", name="terugzetten", form="controle")


def test_who_came_from_the_check_page_returns_to_its_point(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 4, openlaten="1", van="controle", punt="punt-vraag-4")
    assert response["Location"] == reverse("check", args=[dossier.edit_key]) + "?open=4#punt-vraag-4"


def test_once_answered_again_nothing_is_said_of_it(client: Client, dossier: Dossier) -> None:
    address = post(client, dossier, 2, "2a", openlaten="1")["Location"]
    services.save_choice(opened(dossier), 2, Answer(("2c",)), based_on=1)
    page = after(client, address)
    assert "staat open" not in page.text
    assert way_back(page) is None


def test_somebody_else_was_first_with_the_question_that_comes_back(client: Client, dossier: Dossier) -> None:
    name = way_back(after(client, post(client, dossier, 2, "2a", openlaten="1")["Location"]))
    services.save_choice(opened(dossier), 2, Answer(("2c",), "Hun."), based_on=1)
    answer = post(client, dossier, 3, "3b", motivation="Bij drie.", terugzetten=name)
    assert answer.status_code == 409
    assert Page(answer).form("vraag/2/botsing/").values["motivation"] == ["Hun."]
    assert (choice(dossier, 2).options, choice(dossier, 3).motivation) == (["2c"], "Bij drie.")


@pytest.mark.parametrize("name", ["", "2", "2.1", "2.1.2x", "2.1.7a", "2.1.2a_2.1.2b", "7.0.7a.7b", "13.1.2a"])
def test_a_way_back_that_no_page_offers_is_refused(client: Client, dossier: Dossier, name: str) -> None:
    assert post(client, dossier, 3, "3b", terugzetten=name).status_code == 400
    assert choice(dossier, 2).version == 0


@pytest.mark.parametrize("query", ["open=13", "open=x", "open=", "open=2&vraag=2&versie=9&was=2a"])
def test_an_address_that_was_changed_says_nothing_wrong(client: Client, query: str) -> None:
    dossier = make_dossier({2: Answer(("2a",))})
    page = after(client, f"{question_url(dossier, 3)}?{query}")
    assert "staat open" not in page.text
    assert way_back(page) is None


def test_what_the_way_back_costs(
    client: Client, dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    name = way_back(after(client, post(client, dossier, 2, "2a", openlaten="1")["Location"]))
    with django_assert_num_queries(5):  # the four of a first save; the other answer
        post(client, dossier, 3, "3b", terugzetten=name)
