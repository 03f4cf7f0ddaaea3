"""Models found by what they do: the filters, what both readers read, and what is said when nothing fits."""

import pytest
from django.test import Client

from checklist.models import Option
from models_catalogue.filters import FILTERS, find_models
from models_catalogue.models import GovernanceModel, Trait
from tests.views.reading import page_at

pytestmark = pytest.mark.django_db


def found(client: Client, query: str) -> list[str]:
    """The slugs of the models that the list shows as cards."""
    inputs = page_at(client, f"/modellen/?{query}").find("input", name="m")
    return [element.attributes["value"] for element in inputs]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("draagt=8a", ["functionaris-verlengd-lokaal-bestuur", "adviesstructuur-brede-regio", "managementraad"]),
        ("draagt=9b", ["veiligheidsbureau-centrumstad", "concernfunctie-gemeente"]),
        ("waar=7a", ["managementraad"]),
        ("diep=6c", ["veiligheidsmanager", "adviesstructuur-brede-regio"]),
        ("draagt=8a&diep=6b", ["functionaris-verlengd-lokaal-bestuur", "managementraad"]),
        ("waar=7d&waar=7a", ["managementraad"]),
        ("draagt=9c&diep=6a", []),
    ],
)
def test_a_filter_finds_what_both_readers_read(client: Client, query: str, slugs: list[str]) -> None:
    assert found(client, query) == slugs


@pytest.mark.parametrize("query", ["", "draagt=&waar=&diep=", "waar=6a", "diep=99", "draagt=%00", "x=7a"])
def test_what_is_no_option_of_a_filter_narrows_nothing(client: Client, query: str) -> None:
    assert found(client, query) == list(GovernanceModel.objects.values_list("slug", flat=True))


def test_of_a_model_that_is_left_out_it_says_what_the_booklet_says(client: Client) -> None:
    others = {item.model.slug: [stance.state for stance in item.stances] for item in find_models({"waar": "7a"}).others}
    assert others["adoptieregeling"] == ["mogelijk"]
    assert others["concernfunctie-gemeente"] == ["anders"]
    assert others["veiligheidsmanager"] == ["zwijgt"]
    others = {item.model.slug: [stance.state for stance in item.stances] for item in find_models({"diep": "6a"}).others}
    assert others["managementraad"] == ["past-niet"]
    assert "kan het model nog steeds bij u passen" in page_at(client, "/modellen/?waar=7a").text


def test_when_nothing_is_found_it_says_that_the_wish_is_not_wrong_and_leads_back(client: Client) -> None:
    page = page_at(client, "/modellen/?draagt=9c&diep=6a")
    assert "Bij geen model past dit" in page.text
    assert "Dat maakt uw wens niet fout" in page.text
    assert [link.text for link in page.find("a", href="/modellen/")][:2] == [
        "Alle negen tonen",
        "Alle negen modellen tonen",
    ]


def test_the_filter_keeps_what_was_asked_and_counts_the_models(client: Client) -> None:
    page = page_at(client, "/modellen/?waar=7c")
    (chosen,) = [item for item in page.find("input", name="waar") if "checked" in item.attributes]
    assert chosen.attributes["value"] == "7c"
    assert "Aan de centrumgemeente 7c, 2 modellen" in page.text


def test_a_trait_that_is_switched_off_no_longer_finds_a_model(client: Client) -> None:
    Trait.objects.filter(model__slug="managementraad", option__code="7a").update(active=False)
    assert found(client, "waar=7a") == []


def test_every_filter_has_the_options_of_its_questions() -> None:
    for item, (name, _, numbers) in zip(find_models({}).filters, FILTERS, strict=True):
        codes = [option.code for question in item.questions for option in question.options]
        assert item.name == name
        assert codes == list(Option.objects.filter(question__number__in=numbers).values_list("code", flat=True))


def test_the_examples_stand_by_region(client: Client) -> None:
    text = page_at(client, "/modellen/").text
    assert "Brabant-Noord Functionaris verlengd lokaal bestuur Adoptieregeling" in text
    assert text.count("Voorbeeld in het boekje:") == 7
