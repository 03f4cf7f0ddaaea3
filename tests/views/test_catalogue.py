"""The pages of the catalogue say what the booklet says of each model, and how sure that is."""

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from checklist.models import Option, Question
from models_catalogue import selectors
from models_catalogue.models import GovernanceModel, ModelNote, Trait
from tests.pages import unexplained

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    """The page's text without markup, white space as single spaces."""
    response = client.get(address)
    assert response.status_code == 200
    without_tags = re.sub(r"<[^>]+>", " ", unexplained(response.content.decode()))
    return " ".join(unescape(without_tags).split())


def test_the_list_shows_all_models_with_region_and_hallmarks_in_words(client: Client) -> None:
    text = text_of(client, "/modellen/")
    for model in GovernanceModel.objects.select_related("hallmark_1", "hallmark_2"):
        assert model.name in text
        assert model.region in text
        assert f"{model.hallmark_1.code} {model.hallmark_1.label}" in text
        assert f"{model.hallmark_2.code} {model.hallmark_2.label}" in text


def test_the_list_links_to_every_model(client: Client) -> None:
    links = set(re.findall(r'href="(/modellen/[^"]+/)"', client.get("/modellen/").content.decode()))
    assert links == {f"/modellen/{slug}/" for slug in GovernanceModel.objects.values_list("slug", flat=True)}


def test_the_regions_stand_there_with_their_gemeenten_and_the_date(client: Client) -> None:
    text = text_of(client, "/modellen/")
    assert "De 25 veiligheidsregio’s" in text
    assert "Stand van 1 januari 2023" in text
    assert "Brabant-Noord (11 gemeenten)" in text
    assert "Nuenen, Gerwen en Nederwetten; " in text


def test_a_model_page_shows_every_ground_and_leaves_the_readers_to_the_method_page(client: Client) -> None:
    for model in GovernanceModel.objects.prefetch_related("traits__option"):
        text = text_of(client, f"/modellen/{model.slug}/")
        for trait in model.traits.filter(active=True):
            stance = trait.get_stance_display() if trait.readers == 2 else f"mogelijk {trait.get_stance_display()}"
            assert f"{stance} {trait.option.code} {trait.option.label} {trait.ground}" in text
        assert "lezer" not in text.partition("Wat het boekje bij dit model zegt")[2]


def test_a_model_page_shows_region_passage_questions_and_silence(client: Client) -> None:
    text = text_of(client, "/modellen/managementraad/")
    assert "landelijk; regionaal te vertalen" in text
    assert "Hoofdstuk 2, Managementraad bij de veiligheidsregio" in text
    for question in Question.objects.all():
        assert f"{question.number}. {question.label}" in text
    assert f"het boekje zwijgt over deze vraag: 9a {Option.objects.get(code='9a').label}" in text
    assert f"het boekje noemt hier iets anders dan: 7c {Option.objects.get(code='7c').label}" in text


STATES = [
    ("managementraad", "2a", "kenmerkend"),
    ("adoptieregeling", "1c", "past"),
    ("managementraad", "5a", "past-niet"),
    ("managementraad", "1a", "mogelijk"),
    ("overkoepelend-directeur", "11a", "mogelijk"),
    ("managementraad", "7c", "anders"),
    ("managementraad", "9a", "zwijgt"),
]


@pytest.mark.parametrize(("slug", "code", "state"), STATES)
def test_the_state_of_an_option(slug: str, code: str, state: str) -> None:
    page = selectors.model_page(slug)
    assert page is not None
    assert {option.code: option.state for question in page.questions for option in question.options}[code] == state


def test_options_stand_in_the_booklets_order() -> None:
    page = selectors.model_page("managementraad")
    assert page is not None
    codes = [option.code for question in page.questions for option in question.options]
    assert codes == sorted(codes, key=lambda code: (int(code[:-1]), code[-1]))
    assert len(codes) == 39


def test_what_is_switched_off_is_not_shown(client: Client) -> None:
    Trait.objects.filter(model__slug="managementraad", option__code="2a").update(active=False, ground="Verborgen grond")
    ModelNote.objects.filter(model__slug="managementraad").update(active=False)
    text = text_of(client, "/modellen/managementraad/")
    assert "Verborgen grond" not in text
    assert "Stand van zaken" not in text


def test_a_note_says_when_it_was_not_checked(client: Client) -> None:
    assert "Niet nagekeken bij een tweede bron." in text_of(client, "/modellen/managementraad/")
    assert "Niet nagekeken" not in text_of(client, "/modellen/veiligheidsmanager/")


def test_only_a_web_address_is_a_link(client: Client) -> None:
    with_address = client.get("/modellen/managementraad/").content.decode()
    assert 'href="https://www.veiligheidsberaad.nl/bevolkingszorg/"' in with_address
    ModelNote.objects.filter(model__slug="veiligheidsmanager").update(url="javascript:alert(1)")
    assert "javascript:alert" not in client.get("/modellen/veiligheidsmanager/").content.decode()


def test_what_is_for_the_redactie_only_is_not_shown(client: Client) -> None:
    note = ModelNote.objects.get(key="model-functionaris-verlengd-lokaal-bestuur-1")
    assert note.attention
    assert note.attention not in text_of(client, "/modellen/functionaris-verlengd-lokaal-bestuur/")


def test_an_editors_text_is_escaped(client: Client) -> None:
    GovernanceModel.objects.filter(slug="managementraad").update(name="<script>alert(1)</script>")
    assert "<script>alert" not in client.get("/modellen/managementraad/").content.decode()


def test_an_unknown_model_is_not_found(client: Client) -> None:
    assert client.get("/modellen/onbekend/").status_code == 404


@pytest.mark.parametrize("address", ["/modellen/", "/modellen/managementraad/"])
def test_a_page_takes_no_form(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


# The list: models with their hallmarks; traits and options to find them by; gemeenten. A model: itself; traits; notes;
# options.
CEILINGS = [
    ("/modellen/", 5),
    ("/modellen/?draagt=8a&waar=7a&diep=6b", 5),
    ("/modellen/managementraad/", 5),
    ("/modellen/onbekend/", 1),
]


@pytest.mark.parametrize(("address", "ceiling"), CEILINGS)
def test_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, address: str, ceiling: int
) -> None:
    with django_assert_max_num_queries(ceiling):
        client.get(address)


def test_a_model_page_begins_with_its_texts_in_order(client: Client) -> None:
    for model in GovernanceModel.objects.all():
        text = text_of(client, f"/modellen/{model.slug}/")
        order = ["in_a_line", "what", "how", "good_for", "mind", "example"]
        places = [text.index(" ".join(getattr(model, name).split())) for name in order]
        assert places == sorted(places)
        assert places[-1] < text.index("Wat het boekje bij dit model zegt over de twaalf vragen")


def test_the_list_says_every_model_in_a_line(client: Client) -> None:
    text = text_of(client, "/modellen/")
    for line in GovernanceModel.objects.values_list("in_a_line", flat=True):
        assert line in text
