"""The controle leads on: to questions to choose anew, along ways out and agreements, and each saves its form first."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer, Kept
from checklist.models import Dossier, Repair, Tension
from tests.dossiers import CLASHING, choice, make_dossier
from tests.pages import Body, Page
from tests.views.agenda import actions, address, form_of, keep, kept, page_of, plan, point, send, values_of, words

pytestmark = pytest.mark.django_db

# 1a met 10b: three ways out, and an agreement. 2a met 5a: a contradiction.
ATTENTION = {1: Answer(("1a",)), 10: Answer(("10b",))}
POINT = "punt-1a-10b"


def ways_in(page: Page) -> list[str]:
    """The values of the buttons of the ways out."""
    return [button.attributes["value"] for button in page.find("button", name="herstel")]


def typed(client: Client, dossier: Dossier) -> Body:
    """The form with something typed in it that must not be lost."""
    return plan(form_of(client, dossier), "vraag:4", "Bellen")


TYPED = ("vraag:4", "Bellen", "", "")


# Ways that lead elsewhere


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("afronding", "closing"),
        ("advies", "advies"),
        ("overzicht", "dossier"),
        ("uitkomst", "outcome"),
        ("controle", "check"),
    ],
)
def test_each_page_it_leads_to_comes_after_the_save(client: Client, dossier: Dossier, value: str, name: str) -> None:
    response = send(client, dossier, typed(client, dossier), naar=value)
    assert response["Location"] == reverse(name, args=[dossier.edit_key])
    assert actions(dossier) == [TYPED]


def test_enter_in_a_field_leads_to_the_afronding(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier)
    first = next(one for one in page.elements if one.tag == "button")
    assert (first.attributes["name"], first.attributes["value"]) == ("naar", "afronding")
    assert (first.attributes["form"], first.attributes["tabindex"]) == ("controle", "-1")
    assert send(client, dossier, values_of(page))["Location"] == reverse("closing", args=[dossier.edit_key])


def test_a_question_is_opened_with_the_point_to_come_back_to(client: Client, dossier: Dossier) -> None:
    page = page_of(client, dossier)
    assert "Kies opnieuw bij vraag 2 of vraag 5" in words(point(page, "punt-2a-5a"))
    button = next(one for one in page.find("button", name="naar", value="5"))
    query = button.attributes["formaction"]
    response = send(client, dossier, typed(client, dossier), query, naar="5")
    question = reverse("question", args=[dossier.edit_key, 5])
    assert response["Location"] == f"{question}?van=controle&punt=punt-2a-5a"
    assert actions(dossier) == [TYPED]


@pytest.mark.parametrize("naar", ["13", "0", "elders", ""])
def test_a_place_that_there_is_not_is_a_bad_request_and_saves_nothing(
    client: Client, dossier: Dossier, naar: str
) -> None:
    assert send(client, dossier, typed(client, dossier), naar=naar).status_code == 400
    assert actions(dossier) == []


@pytest.mark.parametrize("point_asked", ["punt-x&y=1", "https://elders.example", "punt-" + "a" * 50, "#"])
def test_an_odd_point_is_left_out(client: Client, dossier: Dossier, point_asked: str) -> None:
    query = f"?{urlencode({'punt': point_asked})}"
    response = send(client, dossier, typed(client, dossier), query, naar="controle")
    assert response["Location"] == address(dossier)


@pytest.mark.parametrize(
    "buttons", [{"naar": "5"}, {"naar": "overzicht"}, {"overnemen": "10"}, {"herstel": "10.1_10.1"}]
)
def test_no_button_leaves_an_invalid_page(client: Client, buttons: dict[str, str]) -> None:
    dossier = make_dossier(ATTENTION)
    values = plan(form_of(client, dossier), "vraag:4", "m" * 401)
    response = send(client, dossier, values, **buttons)
    assert response.status_code == 200
    assert Page(response).title.startswith("Fout: ")
    assert (kept(dossier), choice(dossier, 10).options) == (None, ["10b"])


# Ways out


def test_the_first_two_ways_out_are_offered(client: Client) -> None:
    page = page_of(client, make_dossier(ATTENTION))
    assert len(ways_in(page)) == 2
    shown = words(point(page, POINT))
    assert "Laat de gemeenten zelf een bijdrage betalen. Werk met gesloten beurzen." in shown
    assert "Kies opnieuw bij vraag 1 of vraag 10" in shown


def test_one_press_saves_the_page_and_the_way_and_offers_the_way_back(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    page = page_of(client, dossier)
    response = send(client, dossier, typed(client, dossier), f"?punt={POINT}", herstel=ways_in(page)[0])
    assert response["Location"] == f"{address(dossier)}?vraag=10&versie=2&was=10b&punt={POINT}#{POINT}"
    assert (choice(dossier, 10).options, actions(dossier)) == (["10c"], [TYPED])
    page = Page(client.get(response["Location"]))
    assert "Vraag 10 is gewijzigd." in page.text
    (button,) = page.find("button", name="terugzetten")
    back = send(
        client, dossier, values_of(page), button.attributes["formaction"], terugzetten=button.attributes["value"]
    )
    assert choice(dossier, 10).options == ["10b"]
    assert back["Location"].endswith(f"#{POINT}")


def test_a_way_out_of_two_questions_saves_both(client: Client) -> None:
    Repair.objects.filter(tension__number=1, number=1).update(adds="2b 5b", drops="2a 5a")
    dossier = make_dossier(CLASHING)
    send(client, dossier, form_of(client, dossier), herstel=ways_in(page_of(client, dossier))[0])
    assert (choice(dossier, 2).options, choice(dossier, 5).options) == (["2b"], ["5b"])


def test_a_way_out_of_what_another_changed_is_not_taken_and_the_page_says_so(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    (way, *_) = ways_in(page_of(client, dossier))
    values = typed(client, dossier)
    dossier.choices.filter(question__number=10).update(version=7)
    response = send(client, dossier, values, herstel=way)
    assert response["Location"].startswith(address(dossier))
    text = Page(client.get(response["Location"])).text
    assert "Een ander heeft vraag 10 net gewijzigd. Aan de antwoorden is niets veranderd." in text
    assert (choice(dossier, 10).options, actions(dossier)) == (["10b"], [TYPED])


def test_a_way_out_of_what_is_gone_changes_nothing(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    (way, *_) = ways_in(page_of(client, dossier))
    dossier.choices.filter(question__number=10).update(options=["10a"])
    assert send(client, dossier, {}, herstel=way)["Location"].startswith(address(dossier))
    assert choice(dossier, 10).options == ["10a"]


@pytest.mark.parametrize(
    "button",
    [
        {"herstel": "x"},
        {"herstel": ""},
        {"herstel": "10.1_13.1"},
        {"herstel": "9" * 5000},
        {"terugzetten": ""},
        {"terugzetten": "10.1.2a"},
        {"terugzetten": "2.1.2a.5a"},
        {"terugzetten": "10.1.10a.10b"},
        {"overnemen": "1"},
        {"overnemen": "62"},
        {"overnemen": ""},
    ],
)
def test_a_button_that_no_page_has_is_a_bad_request(client: Client, button: dict[str, str]) -> None:
    dossier = make_dossier(ATTENTION)
    assert send(client, dossier, typed(client, dossier), **button).status_code == 400
    assert actions(dossier) == []


def test_a_way_out_says_what_comes_of_it(client: Client) -> None:
    dossier = make_dossier({1: Answer(("1b",)), 2: Answer(("2b",))})
    assert "Vraag 2 is dan nog niet bepaald." in page_of(client, dossier).text


# Agreements


def agreement(number: int) -> str:
    return f"Of spreek af: ‘{Tension.objects.get(number=number).agreement}’"


def test_what_needs_an_agreement_shows_one(client: Client) -> None:
    assert agreement(10) in words(point(page_of(client, make_dossier(ATTENTION)), POINT))


def test_it_is_taken_over_with_one_press_that_saves_the_page(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    response = send(client, dossier, typed(client, dossier), overnemen="10")
    assert response["Location"] == f"{address(dossier)}#{POINT}"
    assert (kept(dossier), actions(dossier)) == (Tension.objects.get(number=10).agreement, [TYPED])
    page = Page(client.get(response["Location"]))
    assert words(point(page, POINT)).startswith("Afgesproken")
    assert values_of(page)["spanning-10-keep"] == ["on"]


def test_taking_it_over_keeps_what_was_typed_below_it(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    send(client, dossier, form_of(client, dossier) | {"spanning-10-motivation": ["Zo vinden wij."]}, overnemen="10")
    assert kept(dossier) == f"{Tension.objects.get(number=10).agreement}\n\nZo vinden wij."


def test_what_is_kept_with_a_reason_needs_no_agreement_any_more(client: Client) -> None:
    dossier = make_dossier(ATTENTION, (Kept("1a", "10b", "Toch."),))
    assert "Of spreek af" not in words(point(page_of(client, dossier), POINT))


def test_what_is_kept_without_a_reason_can_still_take_it_over(client: Client) -> None:
    dossier = make_dossier(ATTENTION, (Kept("1a", "10b", ""),))
    assert agreement(10) in words(point(page_of(client, dossier), POINT))
    send(client, dossier, form_of(client, dossier), overnemen="10")
    assert kept(dossier) == Tension.objects.get(number=10).agreement


def test_no_agreement_helps_a_contradiction(client: Client) -> None:
    # A redacteur made it one, and the agreement was loaded afterwards.
    Tension.objects.filter(number=10).update(severity="tegenstrijdig")
    dossier = make_dossier(ATTENTION | CLASHING)
    page = page_of(client, dossier)
    assert "Of spreek af" not in words(point(page, POINT)) + words(point(page, "punt-2a-5a"))
    assert send(client, dossier, form_of(client, dossier), overnemen="10").status_code == 400


def test_who_only_reads_gets_none_of_it(client: Client) -> None:
    dossier = make_dossier(ATTENTION, (Kept("1a", "10b", ""),))
    page = page_of(client, dossier, dossier.read_key, "?vraag=10&was=10c&versie=1")
    assert not page.forms
    assert not page.find("button")
    for words_of_a_button in ("Hoe kan het wel?", "Of spreek af", "Kies", "Terugzetten"):
        assert words_of_a_button not in page.text


def test_a_box_that_another_ticked_too_is_no_conflict(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    values = keep(form_of(client, dossier), "", 10)
    assert [send(client, dossier, values).status_code for _ in range(2)] == [302, 302]
