"""The page of a question as it is shown: what is chosen, what it asks, and its buttons."""

import pytest
from django.test import Client

from checklist.domain.dossier import Answer
from checklist.models import Dossier
from tests.dossiers import make_dossier, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.mark.parametrize("number", [6, 7, 8, 11, 12])
def test_a_one_option_question_starts_at_not_yet_decided(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number)))
    radios = page.find("input", type="radio", name=f"{number}-options")
    assert [radio.attributes["value"] for radio in radios][:2] == ["", f"{number}a"]
    assert [radio.attributes["value"] for radio in radios if "checked" in radio.attributes] == [""]
    assert "Nog niet bepaald" in page.text
    assert not page.find("input", type="checkbox")


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 9, 10])
def test_a_many_option_question_says_to_leave_all_empty(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number)))
    assert page.find("input", type="checkbox", name=f"{number}-options")
    assert not page.find("input", type="radio", name=f"{number}-options")
    assert "Nog niet bepaald? Laat alles leeg." in page.text


def test_the_stored_option_is_chosen_and_not_yet_decided_is_not(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 7, "7c")
    assert Page(client.get(question_url(dossier, 7))).form().values["7-options"] == ["7c"]


@pytest.mark.parametrize("number", range(1, 13))
def test_a_question_page_shows_an_unbound_form_with_the_stored_answer(client: Client, number: int) -> None:
    code = f"{number}b" if number in (3, 4, 5, 10) else f"{number}a"
    dossier = make_dossier({number: Answer((code,), "Daarom.", "Daarom niet.")})
    response = client.get(question_url(dossier, number))
    assert not response.context["form"].is_bound
    page = Page(response)
    assert page.title == f"Vraag {number} van 12: {page.title.split(': ')[1]}"
    values = {name: value for name, value in page.form().values.items() if "-detail-" not in name}
    assert values == {
        "csrfmiddlewaretoken": page.form().values["csrfmiddlewaretoken"],
        "question_wizard-current_step": [str(number)],
        f"{number}-options": [code],
        f"{number}-motivation": ["Daarom."],
        f"{number}-minority": ["Daarom niet."],
        f"{number}-version": ["1"],
    }


def test_the_primary_button_comes_first_and_back_is_the_one_named_button(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(question_url(dossier, 5)))
    assert [button.text for button in page.find("button", type="submit")] == ["Opslaan en verder", "Vorige"]
    assert page.form().buttons == {"vorige": "1"}
