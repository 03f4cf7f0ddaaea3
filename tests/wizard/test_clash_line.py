"""The one line of what the chosen options clash with: of what is stored, and of options that aren't saved yet."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer, Kept
from checklist.models import Dossier, Tension
from tests.dossiers import make_dossier, question_url
from tests.pages import Page

pytestmark = pytest.mark.django_db


def in_page(client: Client, dossier: Dossier, number: int) -> str:
    """The line on the question's page; empty when there is none."""
    found = [one for one in Page(client.get(question_url(dossier, number))).find("p") if _is_line(one.attributes)]
    return " ".join(found[0].text.split()) if found else ""


def _is_line(attributes: dict[str, str]) -> bool:
    return attributes.get("class", "").startswith("line ")


def asked(client: Client, dossier: Dossier, number: int, *options: str) -> str:
    """The line that the script asks for."""
    answer = client.get(question_url(dossier, number, "question-outlook"), {"o": options})
    assert answer.status_code == 200
    return " ".join(Page(f"<body>{answer.content.decode()}</body>").text.split())


@pytest.mark.parametrize(
    ("answers", "number", "line"),
    [
        ({2: Answer(("2a",)), 5: Answer(("5a",))}, 5, "Botst met vraag 2: adviseren aan het bestuur van de"),
        # What botst comes before what needs an agreement (with question 1), and the rest is counted.
        (
            {1: Answer(("1b",)), 2: Answer(("2a",)), 5: Answer(("5a",))},
            5,
            "Botst met vraag 2: adviseren aan het bestuur van de veiligheidsregio lukt niet zonder relatie met dat "
            "bestuur. en nog 1",
        ),
        # Another question comes before the same one.
        ({1: Answer(("1a",)), 2: Answer(("2a", "2b"))}, 2, "Afspraak nodig met vraag 1: een kring kan zichzelf"),
        ({2: Answer(("2a", "2b"))}, 2, "Afspraak nodig tussen deze antwoorden: de regiostaf adviseert zowel het"),
        ({2: Answer(("2a", "2c"))}, 2, ""),
        ({5: Answer(("5a",))}, 2, ""),
        ({}, 5, ""),
    ],
)
def test_the_page_has_one_line_for_what_is_chosen(
    client: Client, answers: dict[int, Answer], number: int, line: str
) -> None:
    found = in_page(client, make_dossier(answers), number)
    assert found.startswith(line) if line else found == ""


def test_the_line_is_the_first_sentence_alone(client: Client) -> None:
    Tension.objects.filter(option_a__code="2a", option_b__code="5a").update(explanation="Dit botst. En nog wat.")
    dossier = make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))})
    assert in_page(client, dossier, 5) == "Botst met vraag 2: dit botst."


def test_an_abbreviation_keeps_its_capitals(client: Client) -> None:
    Tension.objects.filter(option_a__code="2a", option_b__code="5a").update(explanation="CGS en staf botsen.")
    dossier = make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))})
    assert in_page(client, dossier, 5) == "Botst met vraag 2: CGS en staf botsen."


def test_what_is_kept_is_no_line(client: Client) -> None:
    dossier = make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))}, (Kept("2a", "5a", "Met opzet."),))
    assert in_page(client, dossier, 5) == ""
    assert asked(client, dossier, 5, "5a") == ""


def test_the_asked_line_is_of_the_asked_options_and_saves_nothing(client: Client) -> None:
    dossier = make_dossier({2: Answer(("2a",))})
    assert asked(client, dossier, 2, "2a", "2b").startswith("Afspraak nodig tussen deze antwoorden:")
    assert asked(client, dossier, 5, "5a").startswith("Botst met vraag 2:")
    assert asked(client, dossier, 5, "5b") == ""
    assert asked(client, dossier, 5) == ""
    assert [choice.version for choice in dossier.choices.all()].count(1) == 1


@pytest.mark.parametrize("options", [["7a"], ["x"], ["2a", "2a"], ["2a" * 4000]])
def test_options_that_the_question_does_not_have_are_refused(client: Client, options: list[str]) -> None:
    address = question_url(make_dossier(), 2, "question-outlook")
    assert client.get(address, {"o": options}).status_code == 400


def test_the_leeslink_leads_from_the_outlook_to_the_overzicht(client: Client) -> None:
    dossier = make_dossier()
    response = client.get(reverse("question-outlook", args=[dossier.read_key, 2]))
    assert (response.status_code, response["Location"]) == (302, reverse("dossier", args=[dossier.read_key]))
