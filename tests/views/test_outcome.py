"""The page with the outcome: what it says of stored choices."""

import re
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.dossier import Answer
from checklist.keys import EditKey, ReadKey
from checklist.views.outcome import _below
from models_catalogue.models import Trait
from tests.content import EXAMPLE_NAMES
from tests.dossiers import make_dossier
from tests.views.outcome import EVERYTHING_CLASHES, cells, example, page_of

pytestmark = pytest.mark.django_db


def test_what_it_rests_on_opens_with_three_sentences(client: Client) -> None:
    assert (
        "9 van uw 18 keuzes passen bij de managementraad en geen keuze past er niet bij. "
        "Bij de concernfunctie bij een gemeente en de managementraad samen passen 11 van uw 18 keuzes, en zes keuzes "
        "staan niet in een voorbeeld. "
        "Twee paren vragen om een afspraak, vijf paren zijn afgesproken en geen vraag staat nog open."
    ) in page_of(client, example("vol")).text


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_it_names_no_percentage_no_winner_and_no_best_model(client: Client, name: str) -> None:
    text = page_of(client, example(name)).text.lower()
    assert not re.search(r"%|procent|\bbeste?\b|winna|score", text)


def test_a_cell_says_what_the_booklet_says_of_the_answer(client: Client) -> None:
    found = cells(page_of(client, example("vol")), "Managementraad")
    assert found == {
        1: "mogelijk 1a",
        2: "past 2a 2b 2d",
        3: "zwijgt",
        4: "zwijgt",
        5: "past 5b 5c",
        6: "past",
        7: "past",
        8: "past",
        9: "zwijgt",
        10: "zwijgt",
        11: "past",
        12: "iets anders",
    }
    assert cells(page_of(client, example("vol")), "Veiligheidsmanager")[6] == "past niet"


def test_every_judgement_leads_to_its_ground(client: Client) -> None:
    page = page_of(client, example("vol"))
    links = {link.attributes["href"] for link in page.find("a") if link.attributes["href"].startswith("#grond-")}
    grounds = {f"#{item.attributes['id']}" for item in page.find("li") if "id" in item.attributes}
    assert links == grounds
    trait = Trait.objects.get(model__slug="veiligheidsmanager", option__code="6b")
    assert trait.ground in page.by_id("grond-veiligheidsmanager-6").text


def test_the_four_silences_keep_their_own_words(client: Client) -> None:
    # The managementraad: one reader read 1a, the booklet is silent on question 4, names something else than 12b, and
    # question 2 is open.
    dossier = make_dossier({1: Answer(("1a",)), 4: Answer(("4b",)), 7: Answer(("7a",)), 12: Answer(("12b",))})
    page = page_of(client, dossier)
    block = page.by_id("model-managementraad").text
    assert "mogelijk de kring zelf (1a) (past; telt niet mee)" in " ".join(block.split())
    assert "het boekje zwijgt bij dit model: vraag 4\n" in block
    assert "het boekje noemt iets anders: vraag 12\n" in block
    assert "u hebt deze vraag nog niet bepaald: vraag 2, 3, 5, 6, 8, 9, 10, 11" in page.text


def test_what_is_in_no_example_is_told_apart_from_what_another_example_has(client: Client) -> None:
    text = page_of(client, example("vol")).text
    elsewhere = "‘brede samenwerking rond veiligheid’ (vraag 12)"
    assert f"Wel in een ander voorbeeld, niet in deze combinatie: {elsewhere} Niet in een voorbeeld" in text
    assert "Het pleit niet voor en niet tegen. ‘de kring zelf’ (vraag 1)" in text


def test_why_not_names_the_answers_that_would_have_to_change(client: Client) -> None:
    text = page_of(client, example("vol")).text
    assert "Managementraad Staat nu vooraan." in text
    assert (
        "Adoptieregeling Eén antwoord: vraag 2 (Opdracht), zonder ‘advies aan het bestuur’. Vervalt: afspraak nodig: "
        "vraag 1 met 2" in text
    )
    assert (
        "Veiligheidsmanager Drie antwoorden: vraag 2 (Opdracht), zonder ‘advies aan het bestuur’; vraag 6 "
        "(Werkterrein), ‘ook sociale" in text
    )


def test_a_model_that_is_further_than_three_answers_says_so(client: Client) -> None:
    codes = ["1b", "1d", "2a", "2b", "2c", "3c", "4c", "5b", "7d", "8a", "9a", "10b", "10c", "11a", "12a"]
    answers = {
        number: Answer(tuple(code for code in codes if code[:-1] == str(number)))
        for number in {int(code[:-1]) for code in codes}
    }
    assert "Overkoepelend directeur Meer dan drie antwoorden." in page_of(client, make_dossier(answers)).text


def test_turning_points_say_what_the_design_would_look_like(client: Client) -> None:
    items = [item.text.strip() for item in page_of(client, example("vol")).find("li")]
    assert "Vraag 2 (Opdracht), zonder ‘advies aan het bestuur’: de adoptieregeling" in items
    assert not [item for item in items if item.startswith("Vraag 3 (Colleges)")]


def test_the_open_question_that_matters_most_and_those_that_change_nothing(client: Client) -> None:
    text = page_of(client, make_dossier(EVERYTHING_CLASHES)).text
    assert "Van de open vragen maakt vraag 8 (Leiding) het meeste uit." in text
    assert "Wat u ook antwoordt op vraag 4 (Raden): de modellen" in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("leeg", "Van alle 174.182.400 volledige ontwerpen blijven er 140.330.880 over waarin niets botst"),
        ("half", "Van alle 174.182.400 volledige ontwerpen blijft er geen over waarin niets botst"),
        ("vol", "Van alle 174.182.400 volledige ontwerpen blijft er precies één over waarin niets botst"),
    ],
)
def test_the_room_that_is_left_is_counted_exactly(client: Client, name: str, sentence: str) -> None:
    assert sentence in page_of(client, example(name)).text


def test_an_option_that_would_contradict_a_choice_is_named_with_it(client: Client) -> None:
    clash = "Botst: geen directe relatie, met ‘advies aan het bestuur’ (vraag 2)."
    assert f"5 Veiligheidsregio Deel van het management. {clash}" in page_of(client, example("vol")).text


@pytest.mark.parametrize("name", ["vol", "half"])
def test_a_page_costs_three_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, name: str
) -> None:
    dossier = example(name)
    page_of(client, dossier)  # reads the content, for all that come after
    with django_assert_num_queries(3):  # the key, with the answers; the kept tensions; the actions
        page_of(client, dossier)


def test_what_it_rests_on_is_rendered_once_for_the_same_choices(client: Client) -> None:
    one, other = example("vol"), example("vol")
    first, second = (page_of(client, dossier).by_id("gronden").text for dossier in (one, other))
    assert first == second
    with patch("checklist.views.outcome.outcome_page", side_effect=AssertionError):
        page_of(client, other)
        _below.cache_clear()
        with pytest.raises(AssertionError):
            page_of(client, other)


def test_below_the_screen_stands_no_key_and_nothing_typed(client: Client) -> None:
    typed = "Dit typte de kring"
    answers = {1: Answer(("1a",), typed, typed), 2: Answer(("2a",), typed, typed)}
    dossier = make_dossier(answers)
    page_of(client, dossier)
    below = _below(selectors.content_all().stamp, frozenset({"1a", "2a"}), frozenset(), can_edit=True)
    assert "../vraag/2/" in below
    for secret in (typed, dossier.edit_key, dossier.read_key, dossier.title, "csrf"):
        assert secret not in below


def test_with_a_leeslink_what_it_rests_on_links_to_no_question(client: Client) -> None:
    dossier = example("vol")
    assert "../vraag/2/" in client.get(reverse("outcome", args=[EditKey(dossier.edit_key)])).content.decode()
    page = client.get(reverse("outcome", args=[ReadKey(dossier.read_key)])).content.decode()
    assert "/vraag/" not in page
    assert "vraag 2 (Opdracht)" in page
