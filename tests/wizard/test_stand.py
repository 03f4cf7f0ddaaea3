"""The vergaderstand: a switch that saves first, and that a browser remembers for all questions."""

from http.cookies import Morsel
from typing import Any

import pytest
from django.test import Client

from checklist.models import Dossier
from tests.dossiers import choice, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = pytest.mark.django_db


def shown_large(client: Client, dossier: Dossier, number: int) -> bool:
    page = Page(client.get(question_url(dossier, number)))
    large = "room" in page.find("body")[0].attributes["class"].split()
    (switch,) = page.find("button", name="stand")
    assert switch.attributes["aria-pressed"] == ("true" if large else "false")
    assert switch.attributes["value"] == ("gewoon" if large else "vergader")
    assert ("beamer" in page.find("html")[0].attributes["class"].split()) == large
    return large


def test_the_switch_saves_and_shows_the_same_question_large(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 5, "5b", motivation="Getypt.", stand="vergader")
    assert response["Location"] == question_url(dossier, 5)
    assert choice(dossier, 5).motivation == "Getypt."
    assert shown_large(client, dossier, 5)


def test_it_holds_for_all_questions_of_this_browser_alone(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 5, "5b", stand="vergader")
    assert all(shown_large(client, dossier, number) for number in (1, 5, 12))
    assert not shown_large(Client(), dossier, 5)


def test_the_switch_turns_it_off_again(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 5, "5b", stand="vergader")
    post(client, dossier, 5, "5b", version=1, stand="gewoon")
    assert not shown_large(client, dossier, 5)


def test_the_cookie_says_nothing_but_the_stand(client: Client, dossier: Dossier) -> None:
    cookie: Morsel[Any] = post(client, dossier, 5, "5b", stand="vergader").cookies["stand"]
    assert (cookie.value, cookie["samesite"], cookie["path"]) == ("vergader", "Lax", "/")
    assert cookie["httponly"]


@pytest.mark.parametrize("value", ["", "groot", "gewoon", "vergader "])
def test_another_value_in_the_cookie_is_the_page_as_it_is(client: Client, dossier: Dossier, value: str) -> None:
    client.cookies["stand"] = value
    assert not shown_large(client, dossier, 5)
