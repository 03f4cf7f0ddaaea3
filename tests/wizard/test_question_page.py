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
def test_a_one_option_question_starts_with_nothing_chosen(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number)))
    radios = page.find("input", type="radio", name=f"{number}-options")
    assert [radio.attributes["value"] for radio in radios][:2] == [f"{number}a", f"{number}b"]
    assert not [radio for radio in radios if "checked" in radio.attributes]
    assert f"Vraag {number} van 12 · kies er één" in page.text
    assert not page.find("input", type="checkbox")


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 9, 10])
def test_a_many_option_question_says_that_more_can_be_chosen(client: Client, dossier: Dossier, number: int) -> None:
    page = Page(client.get(question_url(dossier, number)))
    assert page.find("input", type="checkbox", name=f"{number}-options")
    assert not page.find("input", type="radio", name=f"{number}-options")
    assert f"Vraag {number} van 12 · meer antwoorden mogelijk" in page.text


@pytest.mark.parametrize(("number", "alone"), [(2, 0), (3, 1), (4, 1), (5, 1), (7, 0), (10, 1)])
def test_an_option_that_excludes_the_others_always_says_so(
    client: Client, dossier: Dossier, number: int, alone: int
) -> None:
    page = Page(client.get(question_url(dossier, number)))
    said = [label.text for label in page.find("label") if "kan niet samen met een ander antwoord" in label.text]
    assert len(said) == alone


def test_words_come_first_and_the_wording_of_the_booklet_below(client: Client, dossier: Dossier) -> None:
    page = Page(client.get(question_url(dossier, 7)))
    assert page.find("h1")[0].text == "Waar hoort de regiostaf bij?"
    assert "Het boekje: ‘Bepaal " in page.text
    (label,) = page.find("label", **{"for": "optie-7b"})
    assert label.text == "BTaak van de CGSAan de taak van de coördinerend gemeentesecretaris"


def test_a_code_stands_in_the_explanation_alone(client: Client) -> None:
    page = Page(client.get(question_url(make_dossier({7: Answer(("7b",)), 11: Answer(("11a",))}), 7)))
    explained = "".join(part.text for part in page.find("details", **{"class": "opt__more"}))
    assert explained.count("7b") == page.text.count("7b") == 1
    assert "11a" not in page.text


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


def test_the_list_says_of_each_question_how_far_it_is(client: Client) -> None:
    answers = {1: Answer(("1a",)), 2: Answer(("2a",)), 5: Answer(("5a",)), 6: Answer(("6b",)), 8: Answer()}
    page = Page(client.get(question_url(make_dossier(answers), 6)))
    said = {one.attributes["value"]: one.text for one in page.find("button", name="naar", form="antwoord")}
    words = ("afspraak nodig", "botst", "nog niet bepaald", "botst", "beantwoord", "nog niet bepaald")
    assert [said[str(number)].split(" ", 1)[1] for number in (1, 2, 3, 5, 6, 8)] == list(words)
    (current,) = page.find("button", **{"aria-current": "step"})
    assert current.attributes["value"] == "6"
