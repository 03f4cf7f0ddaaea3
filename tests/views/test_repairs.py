"""Ways out of a tension on the page with the outcome: offered in words, taken with one press, and turned back."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from checklist import services
from checklist.domain.dossier import Answer, DetailAnswer, Kept
from checklist.models import Choice, Option, Repair
from tests.dossiers import choice, make_dossier, opened
from tests.pages import Page
from tests.views.outcome import EVERYTHING_CLASHES, page_of, repairs_in, take_over, url

pytestmark = pytest.mark.django_db


FIRST = "Kies een vaste lijn met het bestuur van de veiligheidsregio."
BODY = {"vraag": "5", "5-options": ["5b"], "5-version": "1"}


def test_the_ways_out_stand_with_each_contradiction_in_words(client: Client) -> None:
    text = page_of(client, make_dossier(EVERYTHING_CLASHES)).text
    assert f"lees die daarna nog eens. {FIRST} Laat de regiostaf alleen de gemeenten adviseren" in text


def test_a_way_out_is_an_ordinary_save_that_keeps_the_texts(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    answer = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    assert (answer.status_code, answer["Location"]) == (302, url(dossier) + "?vraag=5&versie=2&was=5a")
    saved = choice(dossier, 5)
    assert (saved.options, saved.version) == (["5b"], 2)
    assert (saved.motivation, saved.minority) == ("Wij blijven onafhankelijk.", "Twee gemeenten niet.")


def test_it_keeps_what_the_kring_said_of_its_options(client: Client) -> None:
    detail = DetailAnswer("10b", "begroting", "binnen")
    dossier = make_dossier({1: Answer(("1a",)), 10: Answer(("10b",), details=(detail,))})
    take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    assert (choice(dossier, 10).options, choice(dossier, 10).details) == (
        ["10c"],
        {"10b": {"begroting": "binnen"}},
    )


def test_the_page_then_offers_the_way_back_and_takes_it(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    taken = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    page = Page(client.get(taken["Location"]))
    now, was = "vaste lijn met bestuur", "geen directe relatie"
    assert f"Vraag 5 is gewijzigd (Veiligheidsregio): nu {now}, eerst {was}. Terugzetten" in page.text
    take_over(client, dossier, repairs_in(page)[0])
    assert (choice(dossier, 5).options, choice(dossier, 5).version) == (["5a"], 3)


def test_a_question_that_was_open_can_be_opened_again(client: Client) -> None:
    dossier = make_dossier()
    body = {"vraag": "7", "7-options": ["7a"], "7-version": "0"}
    taken = client.post(url(dossier, "repair"), body)
    page = Page(client.get(taken["Location"]))
    assert (
        "Vraag 7 is gewijzigd (Plaats): nu secretarissen of veiligheidsadviseurs, eerst nog niet bepaald." in page.text
    )
    take_over(client, dossier, repairs_in(page)[0])
    assert (choice(dossier, 7).options, choice(dossier, 7).version) == ([], 2)


def test_an_attention_point_has_ways_out_too(client: Client) -> None:
    dossier = make_dossier({1: Answer(("1a",)), 10: Answer(("10b",))})
    buttons = [" ".join(button.text.split()) for button in page_of(client, dossier).find("button")]
    assert "Laat de gemeenten zelf een bijdrage betalen." in buttons
    assert "Werk met gesloten beurzen." in buttons


def test_a_button_says_which_contradiction_it_brings_and_what_it_leaves_open(client: Client) -> None:
    # Advice to the bestuur needs a relation with it; without 2b question 2 is open.
    dossier = make_dossier({2: Answer(("2b",)), 5: Answer(("5a",)), 7: Answer(("7d",))})
    text = page_of(client, dossier).text
    clash = f"‘{Option.objects.get(code='5a').brief}’ (vraag 5, Veiligheidsregio)"
    assert f"in plaats van de gemeenten. Botst dan met {clash}." in text
    dossier = make_dossier({1: Answer(("1b",)), 2: Answer(("2b",))})
    assert "te adviseren vallen. Vraag 2 is dan nog niet bepaald." in page_of(client, dossier).text


@pytest.fixture
def two_questions() -> None:
    """The first way out of 2a with 5a changes both questions."""
    Repair.objects.filter(tension__number=1, number=1).update(adds="2b 5b", drops="2a 5a", text="Doe beide anders.")


@pytest.mark.usefixtures("two_questions")
def test_a_way_out_of_two_questions_saves_both_and_the_way_back_puts_back_both(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    taken = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    assert (choice(dossier, 2).options, choice(dossier, 5).options) == (["2b", "2c"], ["5b"])
    page = Page(client.get(taken["Location"]))
    now, was = (
        "advies aan de gemeenten en beleid samen voorbereiden",
        "advies aan het bestuur en beleid samen voorbereiden",
    )
    assert f"Vraag 2 is gewijzigd (Opdracht): nu {now}, eerst {was}. Vraag 5" in page.text
    take_over(client, dossier, repairs_in(page)[0])
    assert (choice(dossier, 2).options, choice(dossier, 5).options) == (["2a", "2c"], ["5a"])


@pytest.mark.usefixtures("two_questions")
@pytest.mark.parametrize("number", [2, 5])
def test_of_two_questions_none_is_saved_when_somebody_else_changed_one(client: Client, number: int) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    (form, *_) = repairs_in(page_of(client, dossier))
    services.save_choice(opened(dossier), number, Answer((f"{number}d",), "Toch wel."), based_on=1)
    answer = take_over(client, dossier, form)
    assert answer.status_code == 409
    assert Page(answer).form("botsing/").values["motivation"] == ["Toch wel."]
    other = 7 - number
    assert (choice(dossier, number).options, choice(dossier, other).version) == ([f"{number}d"], 1)


@pytest.mark.usefixtures("two_questions")
def test_what_somebody_else_did_already_is_not_turned_back(client: Client) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    (form, *_) = repairs_in(page_of(client, dossier))
    services.save_choice(opened(dossier), 5, Answer(("5b",)), based_on=1)
    taken = take_over(client, dossier, form)
    assert taken["Location"] == url(dossier) + "?vraag=2&versie=2&was=2a&was=2c"


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
        "?vraag=5&was=5b",
        "?vraag=5&was=5b&was=13a&versie=1",
        "?vraag=5&was=5b&was=1a&versie=1",
        "?vraag=5&vraag=5&was=5b&versie=1&versie=1",
        "?vraag=5&vraag=3&was=5b&versie=1&versie=0",
    ],
)
def test_no_way_back_is_offered_that_is_none(client: Client, query: str) -> None:
    dossier = make_dossier({5: Answer(("5c",))})
    assert "Terugzetten" not in page_of(client, dossier, query).text
    assert "Terugzetten" in page_of(client, dossier, "?vraag=5&was=5b&versie=1").text


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


def test_a_repair_costs_two_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    dossier = make_dossier(EVERYTHING_CLASHES)
    with django_assert_num_queries(2):
        client.post(url(dossier, "repair"), BODY)


@pytest.mark.parametrize(
    "body",
    [
        {},
        BODY | {"vraag": "13"},
        BODY | {"vraag": ["5", "5"]},
        BODY | {"vraag": ["5", "2"]},
        BODY | {"5-options": ["5a", "5b"]},
        BODY | {"5-options": ["2a"]},
        {"vraag": "5", "5-options": ["5c"]},
        BODY | {"5-version": "x"},
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
    assert FIRST in page.text
    assert not [link for link in page.find("a") if "/vraag/" in link.attributes["href"]]
    for before, status in (("dossier", 403), ("lezen", 404)):
        assert client.post(f"/{before}/{dossier.read_key}/uitkomst/herstel/", BODY).status_code == status
    assert not Choice.objects.filter(dossier=dossier, version__gt=1).exists()


def test_a_contradiction_that_the_kring_keeps_says_so(client: Client) -> None:
    dossier = make_dossier({2: Answer(("2a",)), 5: Answer(("5a",))}, (Kept("2a", "5a", "Met opzet."),))
    text = page_of(client, dossier).text
    assert "Los van de veiligheidsregio, of advies aan het bestuur? Botst, afgesproken." in text
    assert "U laat dit bewust zo." in text
