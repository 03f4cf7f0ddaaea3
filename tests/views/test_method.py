"""Method and about: every tension and judgement with its anchor, and what the product does."""

import pytest
from django.test import Client

from checklist.access import COOKIE_AGE, REMEMBERED
from checklist.domain.outcome import judgements
from checklist.domain.outcome.silence import Silence
from checklist.models import Tension
from checklist.selectors import PRESENT_FOR
from models_catalogue.models import Trait
from tests.content import real_content
from tests.views.reading import COMPARE, page_at

pytestmark = pytest.mark.django_db


def test_the_method_page_has_every_tension_with_its_anchor(client: Client) -> None:
    page = page_at(client, "/methode/")
    for tension in Tension.objects.select_related("option_a", "option_b"):
        row = page.by_id(f"spanning-{tension.number}").text
        assert tension.explanation in row
        assert {"tegenstrijdig": "botst", "aandachtspunt": "afspraak nodig"}[tension.severity] in row
        assert tension.option_a.label in row
        assert tension.option_b.label in row
        assert ("één van twee" in row) == (tension.readers == 1)


def test_the_method_page_has_every_judgement_with_its_anchor(client: Client) -> None:
    page = page_at(client, "/methode/")
    for trait in Trait.objects.filter(active=True).select_related("model", "option"):
        row = page.by_id(f"{trait.model.slug}-{trait.option.code}").text
        assert trait.ground in row
        assert trait.get_stance_display() in row
        assert ("één van twee" in row) == (f"mogelijk {trait.get_stance_display()}" in row) == (trait.readers == 1)


def test_one_question_shows_only_what_touches_it(client: Client) -> None:
    rows = {
        element.attributes["id"]
        for element in page_at(client, "/methode/?vraag=7").find("tr")
        if "id" in element.attributes
    }
    tensions = Tension.objects.filter(option_a__question__number=7) | Tension.objects.filter(
        option_b__question__number=7
    )
    traits = Trait.objects.filter(option__question__number=7, active=True)
    expected = {f"spanning-{number}" for number in tensions.values_list("number", flat=True)}
    expected |= {f"{slug}-{code}" for slug, code in traits.values_list("model__slug", "option__code")}
    assert rows == expected


@pytest.mark.parametrize("asked", ["0", "13", "7a", "%00", "１"])
def test_a_question_that_is_none_shows_all_and_says_so(client: Client, asked: str) -> None:
    page = page_at(client, f"/methode/?vraag={asked}")
    assert "Deze vraag bestaat niet." in page.text
    assert page.by_id("spanning-1")


def test_what_is_switched_off_is_not_on_the_method_page(client: Client) -> None:
    Trait.objects.filter(model__slug="managementraad", option__code="7a").update(active=False)
    Tension.objects.filter(number=1).update(active=False)
    page = page_at(client, "/methode/")
    ids = {element.attributes.get("id") for element in page.find("tr")}
    assert not {"managementraad-7a", "spanning-1"} & ids
    assert "nu 110 oordelen" in page.text


def test_the_tables_have_captions_and_headers_with_a_scope(client: Client) -> None:
    page = page_at(client, "/methode/")
    assert len(page.find("table")) == len(page.find("caption")) == 10
    assert {element.attributes.get("scope") for element in page.find("th")} == {"col", "row"}


def test_the_method_page_says_the_four_silences_and_who_read(client: Client) -> None:
    text = page_at(client, "/methode/").text
    for silence in Silence:
        assert silence.value[1:] in text
    for fact in ("351", "0,87", "0,72", "39 opties"):
        assert fact in text


def test_the_count_of_judgements_is_that_of_the_content() -> None:
    counted = judgements.reading(real_content())
    assert (counted.judgements, counted.shown, counted.by_two, counted.by_one, counted.empty) == (
        351,
        111,
        89,
        22,
        240,
    )


def test_about_says_what_the_product_does(client: Client) -> None:
    text = page_at(client, "/over/").text
    assert f"Na {int(PRESENT_FOR.total_seconds() // 60)} minuten telt het niet meer mee" in text
    assert "hoogstens twintig, een jaar lang" in text
    assert (REMEMBERED, COOKIE_AGE) == (20, 365 * 24 * 3600)
    assert "wijzigen en verwijderen" in text


def test_every_page_leads_to_them(client: Client) -> None:
    links = {element.attributes.get("href") for element in page_at(client, "/").find("a")}
    assert {"/over/", "/methode/", "/checklist/", "/modellen/"} <= links


@pytest.mark.parametrize("address", ["/checklist/", "/methode/", "/over/", COMPARE])
def test_a_page_takes_no_form(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
