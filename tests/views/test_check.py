"""The controle is the agenda of the last ten minutes: what clashes, needs an agreement, is open, or is left to do."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Action, Answer, DetailAnswer, Kept
from checklist.models import Dossier, Tension
from tests.dossiers import CLASHING, make_dossier
from tests.pages import Element, Page
from tests.views.agenda import page_of, point, words

pytestmark = pytest.mark.django_db

# 7b met 11a botst; 7b met 8b and 8b met 9a need an agreement. Questions 4 and 10 are open.
MEETING = {
    1: Answer(("1d",), details=(DetailAnswer("1d", "vastlegging", "regeling"),)),
    2: Answer(("2a",)),
    3: Answer(("3b",)),
    4: Answer((), "Wij wachten op het gesprek met de griffiers. Daarna kiezen wij."),
    5: Answer(("5b",)),
    6: Answer(("6c",)),
    7: Answer(("7b",)),
    8: Answer(("8b",)),
    9: Answer(("9a",)),
    10: Answer(),
    11: Answer(("11a",)),
    12: Answer(("12b",)),
}
# Nothing clashes and nothing is open.
SETTLED = MEETING | {
    4: Answer(("4b",)),
    7: Answer(("7c",)),
    9: Answer(("9b",)),
    10: Answer(("10c",)),
    11: Answer(("11b",)),
}
AGREED = (Kept("8b", "9a", "Uren staan per gemeente vast."),)


@pytest.fixture
def meeting() -> Dossier:
    return make_dossier(MEETING, AGREED, (Action("7b+11a", "Twee varianten", "Velsen", "15 januari"),))


def points_of(page: Page) -> list[Element]:
    return [item for item in page.find("li") if item.attributes.get("class", "").startswith("item ")]


def headings(page: Page) -> list[str]:
    return [" ".join(heading.text.split()) for heading in page.find("h2")]


def test_its_parts_come_in_order_with_their_minutes(client: Client, meeting: Dossier) -> None:
    assert headings(page_of(client, meeting)) == [
        "1 Wat botst 2 minuten",
        "2 Wat een afspraak vraagt 4 minuten",
        "3 Wat nog open is 4 minuten",
        "· Overig",
    ]


def test_one_sentence_says_what_there_is_to_talk_about(client: Client, meeting: Dossier) -> None:
    said = "Eén botsing, één afspraak om te maken en twee open vragen. Alles hieronder komt in het advies."
    assert said in page_of(client, meeting).text


def test_what_is_agreed_stands_at_the_end_of_its_part(client: Client, meeting: Dossier) -> None:
    assert [item.attributes["id"] for item in points_of(page_of(client, meeting))] == [
        "punt-7b-11a",
        "punt-7b-8b",
        "punt-8b-9a",
        "punt-vraag-4",
        "punt-vraag-10",
        "punt-overig",
    ]


def test_parts_without_points_go(client: Client) -> None:
    dossier = make_dossier(SETTLED | {10: Answer()})
    assert headings(page_of(client, dossier)) == ["1 Wat nog open is 10 minuten", "· Overig"]


def test_when_nothing_is_left_it_says_so(client: Client) -> None:
    page = page_of(client, make_dossier(SETTLED))
    assert "Niets botst, alles is bepaald." in page.text
    assert headings(page) == ["· Overig"]
    assert "punten" not in page.text


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        (
            "punt-7b-11a",
            "Botst Hoort de regiostaf bij de CGS, of werkt de CGS los? Kies opnieuw bij vraag 7 of vraag 11",
        ),
        (
            "punt-7b-8b",
            "Afspraak nodig De CGS en de functionaris: wie gaat waarover? De regiostaf hangt aan de taak van de "
            "coördinerend gemeentesecretaris, maar een vrijgestelde functionaris leidt hem. Of spreek af:",
        ),
        ("punt-8b-9a", "Afgesproken Hoeveel uren stelt elke gemeente beschikbaar? Uren staan per gemeente vast. "),
        (
            "punt-vraag-4",
            "Nog niet bepaald Kies bij vraag 4 Hoe bereikt de regiostaf de raden? Wij wachten op het gesprek met de "
            "griffiers. Wat",
        ),
        ("punt-vraag-10", "Nog niet bepaald Kies bij vraag 10 Wie betaalt de regiostaf? Wat"),
    ],
)
def test_a_point_is_a_mark_a_question_in_words_and_one_line(
    client: Client, meeting: Dossier, anchor: str, said: str
) -> None:
    assert words(point(page_of(client, meeting), anchor)).startswith(said)


def test_a_tension_without_a_question_falls_back_on_its_explanation(client: Client, meeting: Dossier) -> None:
    Tension.objects.filter(number=41).update(question="")
    shown = words(point(page_of(client, meeting), "punt-7b-8b"))
    assert shown.startswith(
        "Afspraak nodig De regiostaf hangt aan de taak van de coördinerend gemeentesecretaris, maar"
    )


def test_two_options_of_one_question_name_it_once(client: Client) -> None:
    dossier = make_dossier({2: Answer(("2a", "2b"))})
    shown = words(point(page_of(client, dossier), "punt-2a-2b"))
    assert "Kies opnieuw bij vraag 2 Toch zo laten" in shown


def test_a_long_motivation_is_cut_at_a_word(client: Client) -> None:
    dossier = make_dossier(CLASHING, (Kept("2a", "5a", "Woorden " * 100),))
    shown = words(point(page_of(client, dossier, dossier.read_key), "punt-2a-5a"))
    assert "Woorden Woorden …" in shown
    assert len(shown) < 300


def test_no_code_stands_on_the_page(client: Client, meeting: Dossier) -> None:
    for key in (meeting.edit_key, meeting.read_key):
        assert not re.search(r"\b(1[0-2]|[1-9])[a-d]\b", page_of(client, meeting, key).text)


# With the leeslink


def test_who_only_reads_sees_the_same_as_text(client: Client, meeting: Dossier) -> None:
    page = page_of(client, meeting, meeting.read_key)
    assert not page.forms
    assert not page.find("button")
    assert not page.find("textarea")
    assert words(point(page, "punt-7b-11a")) == (
        "Botst Hoort de regiostaf bij de CGS, of werkt de CGS los? Wat Twee varianten Wie Velsen Wanneer 15 januari"
    )
    assert "Uren staan per gemeente vast." in words(point(page, "punt-8b-9a"))
    assert "1 van 5 punten hebben een naam en een datum" in page.text
    assert "Overig" not in page.text


def test_for_who_only_reads_buttons_that_go_somewhere_are_links(client: Client, meeting: Dossier) -> None:
    page = page_of(client, meeting, meeting.read_key)
    shown = {link.attributes["href"]: link.text for link in page.find("a") if "btn" in link.attributes.get("class", "")}
    key = meeting.read_key
    assert shown == {
        reverse("advies", args=[key]): "Naar het advies",
        reverse("dossier", args=[key]): "Overzicht",
        reverse("outcome", args=[key]): "Uitkomst",
    }


def test_the_list_of_the_leeslink_leads_to_where_the_answers_stand(client: Client, meeting: Dossier) -> None:
    overview = Page(client.get(reverse("dossier", args=[meeting.read_key])))
    verslag = Page(client.get(reverse("verslag", args=[meeting.read_key])))
    links = [link.attributes["href"] for link in overview.find("a") if "#vraag-" in link.attributes["href"]]
    assert len(links) == 12
    for link in links:
        assert verslag.by_id(link.partition("#")[2])
