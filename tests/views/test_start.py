"""The start page: what this is, what it costs, and three ways in."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer
from checklist.keys import SAMPLE
from checklist.models import Dossier
from tests.dossiers import CLASHING, make_dossier
from tests.pages import Page

pytestmark = pytest.mark.django_db


def start(client: Client) -> Page:
    return Page(client.get(reverse("start")))


def open_all(client: Client, *dossiers: Dossier) -> None:
    for dossier in dossiers:
        client.get(reverse("dossier", args=[dossier.edit_key]))


def test_there_are_three_ways_in(client: Client) -> None:
    page = start(client)
    assert [heading.text for heading in page.find("h2")][:3] == ["Nieuw", "Verder", "Voorbeeld"]
    assert page.find("a", href=reverse("dossier-new"))
    assert page.form(reverse("dossier-open"))
    assert page.form(reverse("dossier-upload"))


def test_what_it_costs_adds_up_to_ninety_minutes(client: Client) -> None:
    minutes = [part.text for part in start(client).find("strong") if part.text.endswith(" min")]
    assert minutes == ["5 min", "72 min", "13 min"]


def test_a_dossier_says_how_far_it_is_and_of_when(client: Client) -> None:
    open_all(client, make_dossier(CLASHING | {4: Answer((), "Wij wachten.")}), make_dossier())
    text = start(client).text
    assert "0 van 12 vragen, 24 november 2026 Regiostaf Brabant-Noord 2 van 12 vragen, 24 november 2026" in text


@pytest.mark.both_databases
def test_what_is_answered_is_counted_on_both_databases(client: Client) -> None:
    open_all(client, make_dossier(CLASHING | {4: Answer()}))
    assert "2 van 12 vragen" in start(client).text


@pytest.mark.parametrize(("count", "told"), [(0, False), (3, False), (4, True)])
def test_more_than_three_dossiers_stand_in_a_list_that_opens(client: Client, count: int, told: bool) -> None:
    open_all(client, *(make_dossier() for _ in range(count)))
    page = start(client)
    assert ("Eerder geopend (1)" in page.text) == told
    assert page.text.count("van 12 vragen") == count
    assert ("In deze browser is nog geen dossier geopend." in page.text) == (count == 0)


def test_the_sample_can_be_looked_at_and_is_none_of_the_dossiers_opened_here(client: Client) -> None:
    call_command("load_content", verbosity=0)
    client.get(reverse("dossier", args=[SAMPLE]))
    page = start(client)
    assert page.find("a", href=reverse("advies", args=[SAMPLE]))[0].text == "Bekijk een voorbeeldadvies"
    assert page.find("a", href=reverse("dossier", args=[SAMPLE]))[0].text == "Bekijk het voorbeelddossier"
    assert page.find("a", href=reverse("models"))
    assert "Brabant-Noord, verzonnen keuzes." in page.text
    assert "van 12 vragen" not in page.text


def test_without_a_sample_nothing_leads_to_it(client: Client) -> None:
    page = start(client)
    assert "voorbeeldadvies" not in page.text
    assert page.find("a", href=reverse("models"))


def test_a_wrong_link_stays_in_its_field_with_the_reason(client: Client) -> None:
    page = Page(client.post(reverse("dossier-open"), {"link": "geen link"}))
    (field,) = page.find("input", name="link")
    assert field.attributes["value"] == "geen link"
    assert field.attributes["aria-invalid"] == "true"
    assert "Dit is geen link van een dossier" in page.by_id(field.attributes["aria-describedby"]).text
    assert page.title.startswith("Fout: ")


def test_a_refused_file_opens_the_part_that_it_came_from(client: Client) -> None:
    page = Page(client.post(reverse("dossier-upload"), {}))
    assert [part for part in page.find("details") if "open" in part.attributes and "inlezen" in part.text]
    assert "Kies eerst een dossierbestand." in page.text
