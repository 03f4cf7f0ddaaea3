"""A way out of a tension at a question: it saves the answer first, is taken with it, and can be turned back."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import services
from checklist.domain.dossier import Answer
from checklist.models import Dossier, Repair
from tests.dossiers import choice, make_dossier, opened, question_url
from tests.pages import Page
from tests.wizard.posting import post

pytestmark = pytest.mark.django_db

BESTUUR = "Kies een vaste lijn met het bestuur van de veiligheidsregio."
GEMEENTEN = "Laat de regiostaf alleen de gemeenten adviseren, niet het bestuur."


def ways(client: Client, dossier: Dossier, number: int, *options: str) -> dict[str, str]:
    """What the buttons send that a question offers for these options, by their words."""
    answer = client.get(question_url(dossier, number, "question-outlook"), {"o": options})
    buttons = Page(f"<body>{answer.content.decode()}</body>").find("button", name="herstel", form="antwoord")
    return {" ".join(button.text.split()): button.attributes["value"] for button in buttons}


@pytest.fixture
def dossier() -> Dossier:
    """Advice to the bestuur is chosen; the relation with the veiligheidsregio is open."""
    return make_dossier({2: Answer(("2a", "2c"), "Daarom.")})


def test_an_answer_that_is_not_saved_yet_has_its_ways_out(client: Client, dossier: Dossier) -> None:
    assert list(ways(client, dossier, 5, "5a"))[:2] == [BESTUUR, GEMEENTEN]
    assert choice(dossier, 5).version == 0


def test_the_buttons_belong_to_the_form_of_the_question(client: Client) -> None:
    dossier = make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))})
    page = Page(client.get(question_url(dossier, 5)))
    assert page.find("form", id="antwoord", method="post")
    assert [button for button in page.find("button", name="herstel") if button.attributes["form"] != "antwoord"] == []
    assert page.find("button", name="herstel")


def test_a_way_out_here_saves_the_answer_with_its_texts_and_then_changes_it(client: Client, dossier: Dossier) -> None:
    name = ways(client, dossier, 5, "5a")[BESTUUR]
    answer = post(client, dossier, 5, "5a", motivation="Wij denken na.", herstel=name)
    assert answer["Location"] == question_url(dossier, 5) + "?vraag=5&versie=2&was=5a"
    assert (choice(dossier, 5).options, choice(dossier, 5).motivation) == (["5b"], "Wij denken na.")


def test_a_way_out_elsewhere_saves_this_answer_and_changes_the_other(client: Client, dossier: Dossier) -> None:
    name = ways(client, dossier, 5, "5a")[GEMEENTEN]
    answer = post(client, dossier, 5, "5a", herstel=name)
    assert answer["Location"] == question_url(dossier, 5) + "?vraag=2&versie=2&was=2a&was=2c"
    assert (choice(dossier, 5).options, choice(dossier, 2).options) == (["5a"], ["2b", "2c"])
    assert choice(dossier, 2).motivation == "Daarom."


def test_the_page_then_offers_the_way_back(client: Client, dossier: Dossier) -> None:
    name = ways(client, dossier, 5, "5a")[GEMEENTEN]
    page = Page(client.get(post(client, dossier, 5, "5a", herstel=name)["Location"]))
    assert "Vraag 2 (Opdracht) is opgeslagen: 2b en 2c. Eerst was het 2a en 2c. Terugdraaien" in page.text
    form = page.form("/herstel/")
    assert form.values["naar"] == ["5"]
    back = client.post(form.action, dict(form.values))
    assert back["Location"].startswith(question_url(dossier, 5))
    assert choice(dossier, 2).options == ["2a", "2c"]


def test_who_came_from_the_controle_returns_there(client: Client, dossier: Dossier) -> None:
    name = ways(client, dossier, 5, "5a")[BESTUUR]
    answer = post(client, dossier, 5, "5a", herstel=name, naar="controle")
    assert answer["Location"] == reverse("check", args=[dossier.edit_key]) + "?vraag=5&versie=2&was=5a"


def test_an_answer_without_the_tension_is_only_saved(client: Client, dossier: Dossier) -> None:
    # Without JavaScript the buttons are those of the stored answer, also when other options are chosen.
    name = ways(client, dossier, 5, "5a")[GEMEENTEN]
    answer = post(client, dossier, 5, "5d", herstel=name)
    assert answer["Location"] == question_url(dossier, 5)
    assert (choice(dossier, 5).options, choice(dossier, 2).version) == (["5d"], 1)
    assert "Vraag 5 is opgeslagen." in Page(client.get(answer["Location"])).text


def test_a_way_out_that_was_switched_off_meanwhile_is_not_taken(client: Client, dossier: Dossier) -> None:
    name = ways(client, dossier, 5, "5a")[GEMEENTEN]
    Repair.objects.filter(text=GEMEENTEN).update(active=False)
    post(client, dossier, 5, "5a", herstel=name)
    assert (choice(dossier, 5).options, choice(dossier, 2).version) == (["5a"], 1)


def test_a_way_out_through_a_question_whose_version_was_not_shown_is_not_taken(
    client: Client, dossier: Dossier
) -> None:
    post(client, dossier, 5, "5a", herstel="1.2")
    assert (choice(dossier, 5).options, choice(dossier, 2).version) == (["5a"], 1)


def test_somebody_else_was_first_with_the_answer_itself(client: Client, dossier: Dossier) -> None:
    name = ways(client, dossier, 5, "5a")[GEMEENTEN]
    services.save_choice(opened(dossier), 5, Answer(("5d",), "Hun."), based_on=0)
    answer = post(client, dossier, 5, "5a", herstel=name)
    assert answer.status_code == 409
    assert (choice(dossier, 5).options, choice(dossier, 2).version) == (["5d"], 1)


def test_somebody_else_was_first_with_the_other_question(client: Client, dossier: Dossier) -> None:
    name = ways(client, dossier, 5, "5a")[GEMEENTEN]
    services.save_choice(opened(dossier), 2, Answer(("2a", "2d"), "Hun."), based_on=1)
    answer = post(client, dossier, 5, "5a", herstel=name)
    assert answer.status_code == 409
    assert Page(answer).form("vraag/2/botsing/").values["motivation"] == ["Hun."]
    assert (choice(dossier, 5).options, choice(dossier, 2).options) == (["5a"], ["2a", "2d"])


@pytest.mark.parametrize("name", ["", "1", "1.", "x.1", "1.1_5", "1.1 ", "1.1_5.x", "1" * 5000 + ".1", "\u0661.1"])
def test_a_name_that_no_button_has_is_refused_and_nothing_saved(client: Client, dossier: Dossier, name: str) -> None:
    assert post(client, dossier, 5, "5a", herstel=name).status_code == 400
    assert choice(dossier, 5).version == 0


def test_a_refused_answer_comes_back_as_without_it(client: Client, dossier: Dossier) -> None:
    answer = post(client, dossier, 5, "5a", "5b", herstel="1.1_5.0")
    assert answer.status_code == 200
    assert choice(dossier, 5).version == 0


def test_what_it_costs(client: Client, dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    name = ways(client, dossier, 5, "5a")[GEMEENTEN]
    with django_assert_num_queries(10):  # the four of a save; the five of the content; the other answer
        post(client, dossier, 5, "5a", herstel=name)
