"""The page with the outcome: what it says of stored choices, and changes that are taken over and turned back."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import selectors, services
from checklist.domain.dossier import Answer, Kept
from checklist.domain.dossier_file import parse_dossier
from checklist.models import Choice, Dossier, Tension
from models_catalogue.models import Trait
from tests.beheer.browsing import edit, redacteurs_browser
from tests.content import EXAMPLE_NAMES, EXAMPLES
from tests.dossiers import choice, make_dossier, opened
from tests.pages import Form, Page

pytestmark = pytest.mark.django_db

# 2a and 2c both contradict 5a, and so do 3c and 9c; 7b contradicts 11a.
EVERYTHING_CLASHES = {
    2: Answer(("2a", "2c"), "Het bestuur wacht op ons.", "Eén gemeente niet."),
    3: Answer(("3c",)),
    5: Answer(("5a",), "Wij blijven onafhankelijk.", "Twee gemeenten niet."),
    7: Answer(("7b",)),
    9: Answer(("9c",)),
    11: Answer(("11a",)),
}


def example(name: str) -> Dossier:
    raw = (EXAMPLES / f"{name}.json").read_bytes()
    return services.create_dossier(parse_dossier(raw, selectors.content_all(), selectors.regions()))


def url(dossier: Dossier, name: str = "outcome", key: str = "") -> str:
    return reverse(name, args=[key or dossier.edit_key])


def page_of(client: Client, dossier: Dossier, query: str = "", key: str = "") -> Page:
    answer = client.get(url(dossier, key=key) + query)
    assert answer.status_code == 200
    return Page(answer)


def cells(page: Page, model: str) -> dict[int, str]:
    """The words in a model's column, by question; only for a dossier without open questions."""
    headers, row_headers = page.find("th", scope="col"), page.find("th", scope="row")[3:]
    at = [header.text.replace("\u00ad", "") for header in headers].index(model) - 1
    columns = len(headers) - 1
    found = page.find("td")[3 * columns :]
    return {
        number: " ".join(found[(number - 1) * columns + at].text.split()) for number in range(1, len(row_headers) + 1)
    }


def repairs_in(page: Page) -> list[Form]:
    return [form for form in page.forms if form.action.endswith("/herstel/")]


def take_over(client: Client, dossier: Dossier, form: Form) -> Any:
    values = {name: value for name, value in form.values.items() if name != "csrfmiddlewaretoken"}
    return client.post(url(dossier, "repair"), values)


# What it says


def test_it_opens_with_three_sentences(client: Client) -> None:
    page = page_of(client, example("vol"))
    lead = [element.text for element in page.find("p", **{"class": "utrecht-paragraph utrecht-paragraph--lead"})]
    assert lead == [
        "Uw ontwerp lijkt op de managementraad: u koos beide hoofdkenmerken (7a en 2a), tien van uw achttien keuzes "
        "passen erbij en niets botst ermee.",
        "De concernfunctie bij een gemeente en de managementraad doen samen twaalf van uw achttien keuzes ook zo, en "
        "1a, 3b, 4b, 10b en 10c staan niet in een voorbeeld.",
        "Twee paren vragen om een afspraak, bij vijf paren houdt u bewust beide keuzes en geen vraag staat nog open.",
    ]


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_it_names_no_percentage_no_winner_and_no_best_model(client: Client, name: str) -> None:
    text = page_of(client, example(name)).text.lower()
    assert not re.search(r"%|procent|\bbeste?\b|winna|score", text)


def test_a_cell_says_what_the_booklet_says_of_the_answer(client: Client) -> None:
    found = cells(page_of(client, example("vol")), "Managementraad")
    assert found == {
        1: "past 1d mogelijk 1a",
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
        12: "zwijgt",
    }
    assert cells(page_of(client, example("vol")), "Veiligheidsmanager")[6] == "past niet"


def test_every_judgement_leads_to_its_ground(client: Client) -> None:
    page = page_of(client, example("vol"))
    links = {link.attributes["href"] for link in page.find("a") if link.attributes["href"].startswith("#grond-")}
    grounds = {f"#{item.attributes['id']}" for item in page.find("li") if "id" in item.attributes}
    assert links == grounds
    trait = Trait.objects.get(model__slug="veiligheidsmanager", option__code="6b")
    assert trait.ground in page.by_id("grond-veiligheidsmanager-6").text


def test_the_three_silences_keep_their_own_words(client: Client) -> None:
    # The managementraad: one reader read 1a, the booklet is silent on 4b, and question 2 is open.
    dossier = make_dossier({1: Answer(("1a",)), 4: Answer(("4b",)), 7: Answer(("7a",))})
    page = page_of(client, dossier)
    block = page.by_id("model-managementraad").text
    assert "mogelijk 1a (één van twee lezers las dit zo: past)" in " ".join(block.split())
    assert "het boekje zwijgt hierover: vraag 4\n" in block
    assert "u heeft deze vraag nog niet bepaald: vraag 2, 3, 5, 6, 8, 9, 10, 11, 12" in page.text


def test_what_is_in_no_example_is_told_apart_from_what_another_example_has(client: Client) -> None:
    text = page_of(client, example("vol")).text
    assert re.search(r"Wel in een ander voorbeeld, niet in deze combinatie: 12b [^0-9]+ Niet in een voorbeeld", text)
    assert "Dat is het zwijgen van het boekje; het pleit niet voor en niet tegen. 1a Het overleg" in text


def test_why_not_names_the_answers_that_would_have_to_change(client: Client) -> None:
    text = page_of(client, example("vol")).text
    assert "Managementraad Staat nu vooraan." in text
    assert "Adoptieregeling Eén antwoord: vraag 2 (Opdracht), zonder 2a. Vervalt: aandachtspunt 1a met 2a" in text
    assert "Veiligheidsmanager Drie antwoorden: vraag 2 (Opdracht), zonder 2a; vraag 6 (Werkterrein), 6c in" in text


def test_a_model_that_is_further_than_three_answers_says_so(client: Client) -> None:
    codes = ["1b", "1d", "2a", "2b", "2c", "3c", "4c", "5b", "7d", "8a", "9a", "10b", "10c", "11a", "12a"]
    answers = {
        number: Answer(tuple(code for code in codes if code[:-1] == str(number)))
        for number in {int(code[:-1]) for code in codes}
    }
    assert "Overkoepelend directeur Meer dan drie antwoorden." in page_of(client, make_dossier(answers)).text


def test_turning_points_say_what_the_design_would_look_like(client: Client) -> None:
    text = page_of(client, example("vol")).text
    assert "Vraag 2 (Opdracht), zonder 2a: de adoptieregeling" in text
    assert "Vraag 3 (Colleges)" not in text


def test_the_open_question_that_matters_most_and_those_that_change_nothing(client: Client) -> None:
    text = page_of(client, make_dossier(EVERYTHING_CLASHES)).text
    assert "Van de open vragen maakt vraag 8 (Leiding) het meeste uit." in text
    assert "Wat u ook antwoordt op vraag 4 (Raden): de modellen" in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("leeg", "Van alle 174.182.400 volledige ontwerpen blijven er 140.330.880 over zonder tegenspraak"),
        ("half", "Van alle 174.182.400 volledige ontwerpen blijft er geen over zonder tegenspraak"),
        ("vol", "Van alle 174.182.400 volledige ontwerpen blijft er precies één over zonder tegenspraak"),
    ],
)
def test_the_room_that_is_left_is_counted_exactly(client: Client, name: str, sentence: str) -> None:
    assert sentence in page_of(client, example(name)).text


def test_an_option_that_would_contradict_a_choice_is_named_with_it(client: Client) -> None:
    assert (
        "5 Veiligheidsregio Zonder tegenspraak: 5d. Tegenstrijdig: 5a (met 2a)." in page_of(client, example("vol")).text
    )


def test_the_whole_page_costs_seven_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    dossier = example("vol")
    with django_assert_num_queries(7):  # the key, with the answers; the five of the content; the kept tensions
        page_of(client, dossier)


# Repairs


def test_the_smallest_repairs_stand_with_each_contradiction(client: Client) -> None:
    text = page_of(client, make_dossier(EVERYTHING_CLASHES)).text
    assert (
        "Vraag 5 (Veiligheidsregio), 5c in plaats van 5a 5c Heeft een gestructureerde relatie met het ambtelijk "
        "management van de veiligheidsregio Lost ook op: tegenstrijdig 2c met 5a, 3c met 5a en 5a met 9c. "
        "Geen nieuwe spanning. Op welk model uw ontwerp lijkt, verandert niet. Overnemen"
    ) in text


def test_a_repair_is_an_ordinary_save_that_keeps_the_texts(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    answer = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    assert (answer.status_code, answer["Location"]) == (302, url(dossier) + "?vraag=5&was=5a&versie=2")
    saved = choice(dossier, 5)
    assert (saved.options, saved.version) == (["5c"], 2)
    assert (saved.motivation, saved.minority) == ("Wij blijven onafhankelijk.", "Twee gemeenten niet.")


def test_the_page_then_offers_the_way_back_and_takes_it(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    taken = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    page = Page(client.get(taken["Location"]))
    assert "Vraag 5 (Veiligheidsregio) is opgeslagen: 5c. Eerst was het 5a. Terugdraaien" in page.text
    take_over(client, dossier, repairs_in(page)[0])
    assert (choice(dossier, 5).options, choice(dossier, 5).version) == (["5a"], 3)


def test_a_question_that_was_open_can_be_opened_again(client: Client) -> None:
    dossier = make_dossier()
    body = {"vraag": "7", "options": ["7a"], "version": "0"}
    taken = client.post(url(dossier, "repair"), body)
    page = Page(client.get(taken["Location"]))
    assert "is opgeslagen: 7a. Eerst was het nog niet bepaald." in page.text
    take_over(client, dossier, repairs_in(page)[0])
    assert (choice(dossier, 7).options, choice(dossier, 7).version) == ([], 2)


@pytest.mark.parametrize(
    "query",
    [
        "?vraag=5&was=5c&versie=1",  # what is chosen now
        "?vraag=5&was=5b&versie=2",  # changed again since
        "?vraag=5&was=5a&was=5b&versie=1",  # no answer to the question
        "?vraag=5&was=1a&versie=1",
        "?vraag=13&was=1a&versie=1",
        "?vraag=x&was=5b&versie=x",
        "?vraag=" + "9" * 5000,
    ],
)
def test_no_way_back_is_offered_that_is_none(client: Client, query: str) -> None:
    dossier = make_dossier({5: Answer(("5c",))})
    assert "Terugdraaien" not in page_of(client, dossier, query).text
    assert "Terugdraaien" in page_of(client, dossier, "?vraag=5&was=5b&versie=1").text


def test_a_repair_of_an_answer_that_somebody_else_changed_is_a_conflict(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    (form, *_) = repairs_in(page_of(client, dossier))
    services.save_choice(opened(dossier), 5, Answer(("5d",), "Toch wel."), based_on=1)
    answer = take_over(client, dossier, form)
    assert answer.status_code == 409
    assert Page(answer).form("botsing/").values["motivation"] == ["Toch wel."]
    assert choice(dossier, 5).options == ["5d"]


def test_pressing_twice_saves_once(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    (form, *_) = repairs_in(page_of(client, dossier))
    take_over(client, dossier, form)
    again = take_over(client, dossier, form)
    assert (again.status_code, again["Location"]) == (302, url(dossier))
    assert choice(dossier, 5).version == 2


def test_a_repair_costs_three_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    with django_assert_num_queries(3):
        client.post(url(dossier, "repair"), {"vraag": "5", "options": ["5c"], "version": "1"})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"vraag": "13", "options": ["5c"], "version": "1"},
        {"vraag": "5", "options": ["5a", "5b"], "version": "1"},
        {"vraag": "5", "options": ["2a"], "version": "1"},
        {"vraag": "5", "options": ["5c"]},
        {"vraag": "5", "options": ["5c"], "version": "x"},
    ],
)
def test_a_body_that_is_no_repair_is_refused(client: Client, body: dict[str, Any]) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    assert client.post(url(dossier, "repair"), body).status_code == 400
    assert choice(dossier, 5).options == ["5a"]


def test_the_leeslink_reads_the_outcome_and_changes_nothing(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    page = page_of(client, dossier, "?vraag=5&was=5b&versie=1", key=dossier.read_key)
    assert not page.forms
    assert "5c in plaats van 5a" in page.text
    assert not [link for link in page.find("a") if "/vraag/" in link.attributes["href"]]
    body = {"vraag": "5", "options": ["5c"], "version": "1"}
    assert client.post(url(dossier, "repair", dossier.read_key), body).status_code == 403
    assert not Choice.objects.filter(dossier=dossier, version__gt=1).exists()


def test_a_contradiction_that_the_kring_keeps_says_so(client: Client) -> None:
    dossier = make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))}, (Kept("2a", "5a", "Met opzet."),))
    text = page_of(client, dossier).text
    assert "2a met 5a: bewuste afwijking" in text
    assert "U houdt hier bewust aan vast." in text


# The content is the redacteur's


def test_a_trait_that_a_redacteur_switches_off_no_longer_counts(client: Client) -> None:
    dossier = example("vol")
    trait = Trait.objects.get(model__slug="managementraad", option__code="6b")
    assert trait.ground in page_of(client, dossier).text
    edit(redacteurs_browser(), trait, active="")
    page = page_of(client, dossier)
    assert cells(page, "Managementraad")[6] == "zwijgt"
    assert trait.ground not in page.text
    assert "negen van uw achttien keuzes passen erbij" in page.text


def test_a_trait_that_a_redacteur_changes_changes_the_judgement(client: Client) -> None:
    dossier = example("vol")
    trait = Trait.objects.get(model__slug="managementraad", option__code="6b")
    edit(redacteurs_browser(), trait, stance="past-niet", ground="Het werkterrein is smaller.")
    page = page_of(client, dossier)
    assert cells(page, "Managementraad")[6] == "past niet"
    assert "Het werkterrein is smaller." in page.by_id("grond-managementraad-6").text
    assert "één keuze past er niet bij" in page.text


def test_a_tension_that_a_redacteur_switches_off_is_gone_with_its_repairs_and_gives_room(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7b",)), 11: Answer(("11a",))})
    page = page_of(client, dossier)
    assert len(repairs_in(page)) > 0
    assert "blijft er geen over" in page.text
    edit(redacteurs_browser(), Tension.objects.get(option_a__code="7b", option_b__code="11a"), active="")
    page = page_of(client, dossier)
    assert not repairs_in(page)
    assert "Tussen uw keuzes is geen spanning bekend" in page.text
    assert "blijft er geen over" not in page.text


def test_an_attention_point_that_a_redacteur_makes_a_contradiction_gets_repairs(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7b",)), 8: Answer(("8b",))})
    assert not repairs_in(page_of(client, dossier))
    tension = Tension.objects.get(option_a__code="7b", option_b__code="8b")
    edit(redacteurs_browser(), tension, severity="tegenstrijdig")
    page = page_of(client, dossier)
    assert repairs_in(page)
    assert "Eén paar keuzes is tegenstrijdig" in page.text
