"""Somebody else was first: both texts are on the page, nothing is overwritten, it ends in one answer (rule 3)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.domain.dossier import Answer
from checklist.models import Dossier
from tests.dossiers import CLASHING, choice, make_dossier, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier(CLASHING)


def conflict_on(client: Client, dossier: Dossier, number: int = 1, **mine: Any) -> Page:
    """Theirs is saved first, then mine from the same page: the page that comes back."""
    post(client, dossier, number, f"{number}b", motivation="Hun\r\ntekst", minority="Hun minderheid")
    response = post(
        client, dossier, number, f"{number}c", **{"motivation": "Mijn\r\ntekst", "minority": "Mijn minderheid"} | mine
    )
    assert response.status_code == 409
    return Page(response)


def test_the_second_save_gets_a_page_with_both_answers_and_overwrites_nothing(client: Client, dossier: Dossier) -> None:
    page = conflict_on(client, dossier)
    labels = {option.code: option.label for option in selectors.content_all().question_of[1].options}
    assert page.title.startswith("Iemand anders was u voor bij vraag 1")
    for text in ("Hun tekst", "Mijn tekst", "Hun minderheid", "Mijn minderheid", labels["1b"], labels["1c"]):
        assert text in page.text
    stored = choice(dossier, 1)
    assert (stored.options, stored.motivation, stored.version) == (["1b"], "Hun\ntekst", 1)


def test_the_texts_start_with_mine_below_theirs_and_carry_the_new_version(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier).form("botsing/").values
    assert values["motivation"] == ["Hun\r\ntekst\r\n\r\nMijn\r\ntekst"]
    assert values["minority"] == ["Hun minderheid\r\n\r\nMijn minderheid"]
    assert values["version"] == ["1"]


def test_equal_texts_stand_there_once(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier, motivation="Hun\r\ntekst ").form("botsing/").values
    assert values["motivation"] == ["Hun\r\ntekst"]


def test_their_choice_and_ours_are_the_two_answers(client: Client, dossier: Dossier) -> None:
    page = conflict_on(client, dossier)
    radios = {radio.attributes["id"]: radio.attributes for radio in page.find("input", type="radio")}
    assert {name: radio["value"] for name, radio in radios.items()} == {"keuze-hun": "1b", "keuze-onze": "1c"}
    assert [name for name, radio in radios.items() if "checked" in radio] == ["keuze-onze"]
    assert {
        label.attributes["for"]: label.text for label in page.find("label") if "keuze-" in label.attributes["for"]
    } == {
        "keuze-hun": "Opgeslagen antwoord",
        "keuze-onze": "Uw antwoord",
    }


@pytest.mark.parametrize(("chosen", "stored_options"), [("1b", ["1b"]), ("1c", ["1c"])])
def test_the_merged_answer_is_saved_and_leads_on(
    client: Client, dossier: Dossier, chosen: str, stored_options: list[str]
) -> None:
    values = conflict_on(client, dossier).form("botsing/").values | {"options": [chosen]}
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert (response.status_code, response["Location"]) == (302, question_url(dossier, 2))
    stored = choice(dossier, 1)
    assert (stored.options, stored.motivation, stored.version) == (stored_options, "Hun\ntekst\n\nMijn\ntekst", 2)


def test_an_open_answer_is_a_choice_too(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 7, "7a", motivation="Hun")
    page = Page(post(client, dossier, 7, "", motivation="Mijn"))
    assert "nog niet bepaald" in page.text
    values = page.form("botsing/").values
    assert values["options"] == [""]
    assert client.post(question_url(dossier, 7, "question-conflict"), values).status_code == 302
    assert choice(dossier, 7).options == []


def test_who_chose_the_same_is_not_asked_to_choose(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 1, "1b", "1c", motivation="Hun")
    page = Page(post(client, dossier, 1, "1c", "1b", motivation="Mijn"))
    assert not page.find("input", type="radio")
    assert client.post(question_url(dossier, 1, "question-conflict"), page.form("botsing/").values).status_code == 302
    assert choice(dossier, 1).options == ["1b", "1c"]


def test_a_conflict_can_conflict_again_without_losing_a_text(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier).form("botsing/").values
    post(client, dossier, 1, "1d", motivation="Derde tekst", version=1)
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert response.status_code == 409
    again = Page(response).form("botsing/").values
    assert again["version"] == ["2"]
    assert again["motivation"] == ["Derde tekst\r\n\r\nHun\r\ntekst\r\n\r\nMijn\r\ntekst"]
    assert choice(dossier, 1).motivation == "Derde tekst"
    assert client.post(question_url(dossier, 1, "question-conflict"), again).status_code == 302
    assert choice(dossier, 1).version == 3


@pytest.mark.parametrize("name", ["motivation", "minority"])
def test_a_merged_text_over_the_cap_stays_on_the_page_with_all_else(
    client: Client, dossier: Dossier, name: str
) -> None:
    post(client, dossier, 1, "1b", **{name: "h" * 6_000})
    values = Page(post(client, dossier, 1, "1c", **{name: "m" * 6_000})).form("botsing/").values
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    assert page.form("botsing/").values == values | {
        "csrfmiddlewaretoken": page.form("botsing/").values["csrfmiddlewaretoken"]
    }
    (link,) = page.find("a", href=f"#id_{name}")
    assert "Deze tekst telt 12.002 tekens" in link.text
    assert choice(dossier, 1).version == 1


def test_an_equal_save_from_an_old_page_is_a_success(client: Client, dossier: Dossier) -> None:
    post(client, dossier, 1, "1b", "1a", motivation="Samen\r\nbedacht")
    response = post(client, dossier, 1, "1a", "1b", motivation=" Samen\nbedacht\r\n")
    assert response.status_code == 302
    assert choice(dossier, 1).version == 1


def test_going_back_conflicts_as_well(client: Client, dossier: Dossier) -> None:
    conflict_on(client, dossier, vorige="1")


def test_a_conflict_from_the_check_page_leads_back_there(client: Client, dossier: Dossier) -> None:
    values = conflict_on(client, dossier, naar="controle").form("botsing/").values
    response = client.post(question_url(dossier, 1, "question-conflict"), values)
    assert response["Location"] == reverse("check", args=[dossier.edit_key])


def test_the_conflict_page_has_no_address_of_its_own(client: Client, dossier: Dossier) -> None:
    response = client.get(question_url(dossier, 1, "question-conflict"))
    assert (response.status_code, response["Location"]) == (302, question_url(dossier, 1))


@pytest.mark.parametrize(
    "changes",
    [
        {"version": "x"},
        {"version": ""},
        {"version": "9" * 5000},
        {"version": "-1"},
        {"options": "2a"},
        {"options": "1a,1a"},
        {"options": "1a\x00"},
        {"options": "1" * 101},
        {"mine": "13z"},
    ],
    ids=str,
)
def test_a_conflict_form_that_was_tampered_with_is_a_bad_request(
    client: Client, dossier: Dossier, changes: dict[str, str]
) -> None:
    values = {name: value[0] for name, value in conflict_on(client, dossier).form("botsing/").values.items()}
    response = client.post(question_url(dossier, 1, "question-conflict"), values | changes)
    assert response.status_code == 400
    assert choice(dossier, 1).version == 1


def test_markup_in_a_text_stays_text_on_the_conflict_page(client: Client, dossier: Dossier) -> None:
    page = conflict_on(client, dossier, motivation="</textarea><script>alert(1)</script>{{ 7|add:7 }}")
    assert page.form("botsing/").values["motivation"][0].endswith("</textarea><script>alert(1)</script>{{ 7|add:7 }}")
    assert [script.attributes.get("src", "") for script in page.find("script")] != [""]


def test_answers_are_not_touched_by_a_conflict_on_another_question(client: Client, dossier: Dossier) -> None:
    conflict_on(client, dossier)
    assert selectors.choice(dossier.pk, 2).answer == Answer(("2a",))
