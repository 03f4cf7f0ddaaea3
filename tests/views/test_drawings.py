"""The keuzekaart, and the page with both drawings: what they show, in words too, and with any model laid over."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given

from checklist.domain.content import Content
from checklist.domain.dossier import Answer
from checklist.domain.drawings.choice_map import ChoiceMap, MapCell, choice_map
from checklist.domain.drawings.regiostaf import regiostaf_of
from checklist.domain.dutch import capital
from checklist.export.html import advies_html
from checklist.models import Dossier
from tests.content import make_model, make_question, real_content
from tests.dossiers import make_dossier
from tests.export import samples
from tests.export.organigram import words_of_svg
from tests.pages import Page
from tests.strategies import CHOICES, chosen_codes

MODELS = [model.slug for model in real_content().models]
ANSWERS = {1: Answer(("1a", "1d")), 2: Answer(("2a",)), 7: Answer(("7a",)), 10: Answer(())}


def cells(found: ChoiceMap) -> dict[str, MapCell]:
    return {cell.code: cell for row in found.rows for cell in row.cells if cell}


@CHOICES
@given(chosen_codes())
def test_every_option_stands_on_the_map_and_the_chosen_ones_are_marked(chosen: frozenset[str]) -> None:
    found = choice_map(real_content(), chosen)
    assert list(cells(found)) == list(real_content().option_of)
    assert {code for code, cell in cells(found).items() if cell.chosen} == chosen
    answered = {int(code[:-1]) for code in chosen}
    assert [row.number for row in found.rows if row.open] == [n for n in range(1, 13) if n not in answered]


def test_all_rows_are_as_long_as_the_longest_question() -> None:
    found = choice_map(real_content(), ())
    assert found.letters == ("a", "b", "c", "d")
    assert {len(row.cells) for row in found.rows} == {4}


def test_every_option_has_words_of_its_own_that_are_short() -> None:
    assert max(len(option.brief) for option in real_content().option_of.values()) <= 44
    for question in real_content().questions:
        words = {option.brief for option in question.options}
        assert len(words - {""}) == len(question.options)


def test_the_map_says_each_option_in_its_few_words() -> None:
    found = {code: cell.words for code, cell in cells(choice_map(real_content(), ())).items()}
    assert (found["1a"], found["8b"]) == ("De kring zelf", "Eén vrijgestelde functionaris")
    assert found == {code: capital(option.brief) for code, option in real_content().option_of.items()}


def test_an_option_without_few_words_stands_on_the_map_in_those_of_the_booklet() -> None:
    content = Content((make_question(1, "ab"),), (), ())
    assert cells(choice_map(content, ()))["1b"].words == "Optie 1b"


def test_a_model_over_the_map_says_of_every_option_what_it_says() -> None:
    model = make_model(1, ("1a", "2a"), kenmerkend="1a", past="2a", past_niet="2b", mogelijk="3a", mogelijk_niet="3b")
    found = cells(choice_map(real_content(), ("1a",), model))
    said = {code: (found[code].stance, found[code].stance_words) for code in ("1a", "2a", "2b", "3a", "3b", "3c", "4a")}
    assert said == {
        "1a": ("kenmerkend", "kenmerkend"),
        "2a": ("past", "past"),
        "2b": ("past-niet", "past niet"),
        "3a": ("mogelijk", "mogelijk past"),
        "3b": ("mogelijk", "mogelijk past niet"),
        "3c": ("anders", "iets anders"),
        "4a": ("zwijgt", "zwijgt"),
    }


def test_without_a_model_the_map_says_nothing_of_one() -> None:
    assert {(cell.stance, cell.stance_words) for cell in cells(choice_map(real_content(), ("1a",))).values()} == {
        ("", "")
    }


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier(ANSWERS)


def opened(dossier: Dossier, query: str = "", key: str = "") -> Page:
    answer = Client().get(reverse("dossier-drawings", args=[key or dossier.edit_key]) + query)
    assert answer.status_code == 200
    return Page(answer)


def cell_texts(page: Page) -> list[str]:
    return [" ".join(cell.text.split()) for cell in page.find("td", role="cell") if cell.text]


@pytest.mark.django_db
def test_the_page_has_the_organigram_and_the_same_in_words(dossier: Dossier) -> None:
    page = opened(dossier)
    (svg,) = page.find("svg", role="img")
    assert page.by_id(svg.attributes["aria-labelledby"].split()[0]).text.startswith("Organigram")
    regiostaf = regiostaf_of(real_content(), ("1a", "1d", "2a", "7a"))
    said = [item.text for item in page.find("li")]
    first = said.index(re.sub(r" \(1a\)", "", regiostaf.sentences[0]))
    # A screen says it in words; the code at the end is the document's.
    assert said[first : first + len(regiostaf.sentences)] == [
        re.sub(r" \(\d+[a-d]\)\.$", ".", sentence) for sentence in regiostaf.sentences
    ]
    assert [text.text for text in page.find("text")] == words_of_svg(regiostaf)


@pytest.mark.django_db
def test_the_map_is_a_table_with_the_questions_as_row_headers(dossier: Dossier) -> None:
    page = opened(dossier)
    headers = page.find("th", scope="row")
    assert [header.text.split(". ")[0] for header in headers] == [str(number) for number in range(1, 13)]
    assert headers[0].text == "1. Instelling"
    assert headers[9].text == "10. Bekostiging nog niet bepaald"
    assert len(page.find("th", scope="col")) == 5
    assert len(page.find("caption")) == 1


@pytest.mark.django_db
def test_a_chosen_option_says_so_in_words(dossier: Dossier) -> None:
    texts = cell_texts(opened(dossier))
    assert len(texts) == 39
    assert [text for text in texts if text.endswith("gekozen")] == [
        "1a De kring zelf gekozen",
        "1d In regeling of verordening gekozen",
        "2a Advies aan het bestuur gekozen",
        "7a Secretarissen of veiligheidsadviseurs gekozen",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("slug", MODELS)
def test_any_model_can_be_laid_over_it(dossier: Dossier, slug: str) -> None:
    page = opened(dossier, f"?model={slug}")
    assert [option.attributes["value"] for option in page.find("option") if "selected" in option.attributes] == [slug]
    texts = cell_texts(page)
    assert all(re.search(r"(kenmerkend|past|past niet|iets anders|zwijgt)$", text) for text in texts), texts
    (model,) = [model for model in real_content().models if model.slug == slug]
    for hallmark in model.hallmarks:
        (text,) = [text for text in texts if text.startswith(f"{hallmark} ")]
        assert text.endswith(model.trait_of[hallmark].word)


@pytest.mark.django_db
def test_a_model_that_is_not_there_is_none(dossier: Dossier) -> None:
    page = opened(dossier, "?model=bestaat-niet")
    assert [option for option in page.find("option") if "selected" in option.attributes] == []
    assert cell_texts(page) == cell_texts(opened(dossier))


@pytest.mark.django_db
def test_the_leeslink_shows_the_same(dossier: Dossier) -> None:
    assert cell_texts(opened(dossier, key=dossier.read_key)) == cell_texts(opened(dossier))


def test_the_advies_has_the_same_drawing_with_the_same_words() -> None:
    advies = samples.example("vol")
    page = Page(advies_html(advies))
    assert [text.text for text in page.find("text")] == words_of_svg(advies.regiostaf)
    listed = [item.text for item in page.find("li")]
    assert set(advies.regiostaf.sentences) <= set(listed)


def test_the_advies_lays_the_nearest_model_over_the_map_and_names_it() -> None:
    advies = samples.example("vol")
    assert advies.choice_map.model == "Managementraad"
    assert "Onder elke optie staat wat het boekje ervan zegt bij de managementraad." in Page(advies_html(advies)).text


def test_the_advies_lays_no_model_over_the_map_when_two_are_as_near() -> None:
    advies = samples.advies_of("Regiostaf", {7: Answer(("7c",))})
    assert len(advies.nearest) == 2
    assert advies.choice_map.model == ""
    assert "Onder elke optie staat" not in Page(advies_html(advies)).text


def test_an_advies_without_choices_has_no_drawings() -> None:
    assert "in-beeld" not in advies_html(samples.example("leeg"))
