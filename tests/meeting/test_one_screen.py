"""One screen for the chair and the room: the next step stands on the beamer, for who has the werklink alone."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Dossier, Round
from tests.meeting.screens import make
from tests.pages import Page

pytestmark = pytest.mark.django_db


def address_of(dossier: Dossier, link: str = "edit_key") -> str:
    """The beamer's page as the chair asks for it."""
    return f"{reverse('meeting-screen', args=[getattr(dossier, link)])}?bediening=1"


@pytest.mark.parametrize(
    ("name", "words"),
    [("about", "Open vraag 6"), ("vote", "Sluit en toon de uitslag"), ("closed", "Toon de uitslag")],
)
def test_the_next_step_stands_on_the_beamer(client: Client, name: str, words: str) -> None:
    assert words in Page(client.get(address_of(make(name)))).text


@pytest.mark.parametrize("name", ["alone", "result", "settled", "join", "whole"])
def test_what_has_to_be_looked_at_first_is_pressed_on_the_bediening(client: Client, name: str) -> None:
    html = client.get(address_of(make(name))).content.decode()
    assert 'name="actie"' not in html
    assert "Bediening</a>" in html


def test_the_leeslink_never_has_it(client: Client) -> None:
    assert "Bediening" not in client.get(address_of(make("vote"), "read_key")).content.decode()


def test_a_press_comes_back_to_the_beamer(client: Client) -> None:
    dossier = make("about")
    form = next(one for one in Page(client.get(address_of(dossier))).forms if one.posts)
    response = client.post(form.action, dict(form.values) | {"actie": "open"})
    assert response["Location"] == address_of(dossier)
    assert Round.objects.get(meeting__dossier=dossier).state == "alleen"
