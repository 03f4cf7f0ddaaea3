"""Every way out of a question saves first, then goes; what can't be saved stays, with the reason (rule 1)."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Dossier
from tests.dossiers import choice, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

PAGES = {
    "controle": "check",
    "afronding": "closing",
    "overzicht": "dossier",
    "uitkomst": "outcome",
    "advies": "advies",
    "vergadering": "meeting",
}
WAYS_OUT = [{"naar": str(number)} for number in range(1, 13)] + [{"naar": page} for page in PAGES]


@pytest.mark.parametrize("button", WAYS_OUT, ids=lambda button: button["naar"])
def test_a_way_out_saves_and_goes_there(client: Client, dossier: Dossier, button: dict[str, str]) -> None:
    response = post(client, dossier, 5, "5b", motivation="Getypt.", **button)
    to = button["naar"]
    leads_to = question_url(dossier, int(to)) if to.isdigit() else reverse(PAGES[to], args=[dossier.edit_key])
    assert response["Location"] == leads_to
    assert (choice(dossier, 5).options, choice(dossier, 5).motivation) == (["5b"], "Getypt.")


@pytest.mark.parametrize(
    "button", [{"naar": "7"}, {"naar": "controle"}, {"vorige": "1"}, {"stand": "vergader"}], ids=str
)
def test_an_untouched_page_is_not_looked_at_by_leaving_it(
    client: Client, dossier: Dossier, button: dict[str, str]
) -> None:
    post(client, dossier, 5, **button)
    assert choice(dossier, 5).version == 0


@pytest.mark.parametrize(
    "button", [{"naar": "7"}, {"naar": "controle"}, {"vorige": "1"}, {"stand": "vergader"}, {"openlaten": "1"}], ids=str
)
def test_what_can_not_be_saved_stays_on_the_page(client: Client, dossier: Dossier, button: dict[str, str]) -> None:
    response = post(client, dossier, 5, "5b", motivation="x" * 10_001, **button)
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: Vraag 5")
    assert (page.form().values["5-options"], len(page.form().values["5-motivation"][0])) == (["5b"], 10_001)
    assert not response.cookies.get("stand")
    assert choice(dossier, 5).version == 0


@pytest.mark.parametrize(
    "button", [{"naar": "13"}, {"naar": "elders"}, {"stand": "groot"}, {"terugzetten": "x"}], ids=str
)
def test_a_button_that_no_page_has_is_refused_and_saves_nothing(
    client: Client, dossier: Dossier, button: dict[str, str]
) -> None:
    assert post(client, dossier, 5, "5b", **button).status_code == 400
    assert choice(dossier, 5).version == 0


def test_every_way_out_of_the_page_is_a_button_of_its_form(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(question_url(dossier, 5)))
    named = {
        (one.attributes["name"], one.attributes["value"]) for one in page.find("button") if "name" in one.attributes
    }
    ways = {("naar", button["naar"]) for button in WAYS_OUT} | {
        ("vorige", "1"),
        ("openlaten", "1"),
        ("stand", "vergader"),
    }
    assert named == ways
    assert [link.attributes["href"] for link in page.find("a", **{"class": "top__name"})] == [reverse("start")]


def test_the_first_button_of_the_form_saves_and_goes_on(client: Client, dossier: Dossier) -> None:
    """A browser presses the first one in the tree on Enter, be it in the bar above the form."""
    first = Page(client.get(question_url(dossier, 5))).find("button", type="submit", form="antwoord")[0]
    assert (first.text, "name" in first.attributes) == ("Opslaan en verder", False)
    assert (first.attributes["tabindex"], first.attributes["aria-hidden"]) == ("-1", "true")


@pytest.mark.parametrize("number", [1, 7, 12])
def test_who_came_from_the_check_page_returns_to_its_point(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number) + "?van=controle&punt=punt-vraag-4"))
    response = client.post(question_url(dossier, number), page.form().values)
    assert response["Location"] == reverse("check", args=[dossier.edit_key]) + "#punt-vraag-4"


def test_the_way_back_to_the_check_page_survives_an_error(client: Client, dossier: Dossier) -> None:
    page = Page(post(client, dossier, 7, "7a", "7b", van="controle", punt="punt-7b-11a"))
    values = page.form().values
    assert (values["van"], values["punt"]) == (["controle"], ["punt-7b-11a"])


def test_the_switch_keeps_the_way_back_to_the_check_page(client: Client, dossier: Dossier) -> None:
    response = post(client, dossier, 7, "7a", van="controle", punt="punt-7b-11a", stand="vergader")
    assert response["Location"] == question_url(dossier, 7) + "?van=controle&punt=punt-7b-11a"
