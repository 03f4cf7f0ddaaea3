"""The outcome follows the content: a trait or tension that a redacteur changes or switches off."""

import pytest
from django.test import Client

from checklist.domain.dossier import Answer
from checklist.models import Tension
from models_catalogue.models import Trait
from tests.beheer.browsing import edit, redacteurs_browser
from tests.dossiers import make_dossier
from tests.views.outcome import cells, example, page_of, repairs_in

pytestmark = pytest.mark.django_db


def test_a_trait_that_a_redacteur_switches_off_no_longer_counts(client: Client) -> None:
    dossier = example("vol")
    trait = Trait.objects.get(model__slug="managementraad", option__code="6b")
    assert trait.ground in page_of(client, dossier).text
    edit(redacteurs_browser(), trait, active="")
    page = page_of(client, dossier)
    assert cells(page, "Managementraad")[6] == "iets anders"
    assert trait.ground not in page.text
    assert "8 van uw 18 keuzes passen bij de managementraad" in page.text


def test_a_trait_that_a_redacteur_changes_changes_the_judgement(client: Client) -> None:
    dossier = example("vol")
    trait = Trait.objects.get(model__slug="managementraad", option__code="6b")
    edit(redacteurs_browser(), trait, stance="past-niet", ground="Het werkterrein is smaller.")
    page = page_of(client, dossier)
    assert cells(page, "Managementraad")[6] == "past niet"
    assert "Het werkterrein is smaller." in page.by_id("grond-managementraad-6").text
    assert "bij de managementraad en 1 past er niet bij" in page.text


def test_a_tension_that_a_redacteur_switches_off_is_gone_with_its_repairs_and_gives_room(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7b",)), 11: Answer(("11a",))})
    page = page_of(client, dossier)
    assert len(repairs_in(page)) > 0
    assert "blijft er geen over" in page.text
    edit(redacteurs_browser(), Tension.objects.get(option_a__code="7b", option_b__code="11a"), active="")
    page = page_of(client, dossier)
    assert not repairs_in(page)
    assert "Geen van uw keuzes botst of vraagt een afspraak" in page.text
    assert "blijft er geen over" not in page.text


def test_an_attention_point_that_a_redacteur_makes_a_contradiction_counts_as_one(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7b",)), 8: Answer(("8b",))})
    assert "Eén paar keuzes botst" not in page_of(client, dossier).text
    tension = Tension.objects.get(option_a__code="7b", option_b__code="8b")
    edit(redacteurs_browser(), tension, severity="tegenstrijdig", agreement="")
    page = page_of(client, dossier)
    assert repairs_in(page)
    assert "Eén paar keuzes botst" in page.text


def test_a_way_out_that_a_redacteur_changes_or_switches_off_is_offered_so(client: Client) -> None:
    dossier = make_dossier({7: Answer(("7b",)), 11: Answer(("11a",))})
    tension, editor = Tension.objects.get(number=6), redacteurs_browser()
    edit(editor, tension, **{"repairs-0-text": "Neem de CGS erin op."})
    edit(editor, tension.repairs.get(number=2), active="")
    buttons = [" ".join(button.text.split()) for button in page_of(client, dossier).find("button")]
    assert "Neem de CGS erin op." in buttons
    assert "Maak de CGS voorzitter van de regiostaf." not in buttons
