"""The controle offers at most two ways out of a tension, and the agreement with which both choices can stay."""

import pytest
from django.test import Client
from django.urls import reverse

from checklist.domain.dossier import Answer, Kept
from checklist.models import Dossier, Tension
from tests.dossiers import choice, make_dossier
from tests.pages import Element, Page
from tests.views.outcome import repairs_in, take_over

pytestmark = pytest.mark.django_db

# 1a met 10b: three ways out, and an agreement. 2a met 5a: a contradiction.
ATTENTION = {1: Answer(("1a",)), 10: Answer(("10b",))}
CONTRADICTION = {2: Answer(("2a",)), 5: Answer(("5a",))}


def page_of(client: Client, dossier: Dossier, key: str = "") -> Page:
    return Page(client.get(reverse("check", args=[key or dossier.edit_key])))


def section(page: Page, number: int) -> Element:
    return page.by_id(f"spanning-{number}")


def test_the_first_two_ways_out_are_offered(client: Client) -> None:
    page = page_of(client, make_dossier(ATTENTION))
    assert len(repairs_in(page)) == 2
    words = " ".join(section(page, 10).text.split())
    assert "Hoe kan het wel? Laat de gemeenten zelf een bijdrage betalen. Werk met gesloten beurzen." in words


def test_one_press_saves_and_leads_back_with_the_way_back(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    taken = take_over(client, dossier, repairs_in(page_of(client, dossier))[0])
    assert taken["Location"] == reverse("check", args=[dossier.edit_key]) + "?vraag=10&versie=2&was=10b"
    page = Page(client.get(taken["Location"]))
    assert "Vraag 10 (Bekostiging) is opgeslagen: 10c. Eerst was het 10b. Terugdraaien" in page.text
    take_over(client, dossier, repairs_in(page)[0])
    assert choice(dossier, 10).options == ["10b"]


def test_a_conflict_leads_back_to_the_controle_as_well(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    (form, *_) = repairs_in(page_of(client, dossier))
    dossier.choices.filter(question__number=10).update(version=7, options=["10a"])
    conflict = Page(take_over(client, dossier, form)).form("botsing/")
    assert conflict.values["naar"] == ["controle"]


def agreement(number: int) -> str:
    return f"Of spreek af: ‘{Tension.objects.get(number=number).agreement}’"


def test_an_attention_point_shows_what_to_agree_on(client: Client) -> None:
    assert agreement(10) in " ".join(section(page_of(client, make_dossier(ATTENTION)), 10).text.split())


def test_what_is_kept_needs_no_agreement_any_more(client: Client) -> None:
    dossier = make_dossier(ATTENTION, (Kept("1a", "10b", "Toch."),))
    assert "Of spreek af" not in section(page_of(client, dossier), 10).text


def test_no_agreement_helps_a_contradiction(client: Client) -> None:
    # A redacteur made it one, and the agreement was loaded afterwards.
    Tension.objects.filter(number=10).update(severity="tegenstrijdig")
    page = page_of(client, make_dossier(ATTENTION | CONTRADICTION))
    assert "Of spreek af" not in section(page, 10).text + section(page, 1).text


def test_who_only_reads_gets_neither(client: Client) -> None:
    dossier = make_dossier(ATTENTION)
    page = page_of(client, dossier, dossier.read_key)
    assert not page.forms
    assert "Hoe kan het wel?" not in page.text
    assert "Of spreek af" not in page.text
