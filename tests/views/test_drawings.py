"""The keuzekaart, and the page with both drawings: what they show, in words too, and with any model laid over."""

import re
from itertools import takewhile

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from hypothesis import given

from checklist.domain.content import Content
from checklist.domain.dossier import Answer, Kept
from checklist.domain.drawings.choice_map import ChoiceMap, MapCell, choice_map
from checklist.domain.drawings.parties import PARTS
from checklist.domain.drawings.regiostaf import regiostaf_of
from checklist.domain.dutch import capital
from checklist.models import Dossier
from tests.content import make_model, make_question, real_content
from tests.dossiers import make_dossier
from tests.export import samples
from tests.export.organigram import FULL, words_of_svg
from tests.export.verslag import verslag_html
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


def listed(page: Page) -> list[str]:
    """The list that says what the picture shows: from its first heading to what comes after it."""
    first = [element.attributes.get("id") for element in page.elements].index("organigram-gemeenten")
    parts = takewhile(lambda element: element.tag not in {"h2", "a", "footer"}, page.elements[first:])
    return [" ".join(part.text.split()) for part in parts if part.tag == "li"]


@pytest.mark.django_db
def test_the_page_has_the_organigram_and_the_same_in_words(dossier: Dossier) -> None:
    page = opened(dossier)
    (svg,) = page.find("svg", role="img")
    assert page.by_id(svg.attributes["aria-labelledby"].split()[0]).text.startswith("De regiostaf in beeld")
    regiostaf = regiostaf_of(real_content(), ("1a", "1d", "2a", "7a"))
    assert [text.text for text in page.find("text")] == words_of_svg(regiostaf)
    assert listed(page)[:5] == [
        "Raden nog niet bepaald",
        "Colleges nog niet bepaald",
        "Kring van secretarissen ↓ richt de regiostaf op",
        "Overleg van secretarissen, veiligheidsadviseurs of beide ↑ daar hoort de regiostaf bij",
        "Coördinerend secretaris (CGS) nog niet bepaald",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["3a", "4a", "5a", "9c", "11a"])
def test_the_list_says_what_has_no_line_too(code: str) -> None:
    page = opened(make_dossier({int(code[:-1]): Answer((code,))}))
    assert any(part.words in item for part in PARTS[code] for item in listed(page))


@pytest.mark.django_db
def test_a_contradiction_stands_in_the_legend_and_in_the_list(dossier: Dossier) -> None:
    page = opened(make_dossier({7: Answer(("7b",)), 11: Answer(("11a",))}))
    assert "botst: vraag 7 met vraag 11" in [" ".join(item.text.split()) for item in page.find("li")]
    (said,) = [item for item in listed(page) if item.startswith("Botst")]
    assert said.startswith("Botst, vraag 7 met vraag 11. De regiostaf hangt aan de taak")


@pytest.mark.django_db
def test_a_contradiction_that_is_kept_is_called_agreed_upon() -> None:
    kept = make_dossier({7: Answer(("7b",)), 11: Answer(("11a",))}, kept=(Kept("7b", "11a", "Wij proberen het."),))
    assert "botst: vraag 7 met vraag 11 (afgesproken)" in [" ".join(i.text.split()) for i in opened(kept).find("li")]


@pytest.mark.django_db
def test_the_legend_names_what_is_open_with_its_question(dossier: Dossier) -> None:
    (said,) = [item.text for item in opened(dossier).find("li") if item.text.strip().startswith("nog niet bepaald:")]
    assert "colleges (vraag 3), raden (vraag 4)" in said


def test_a_small_drawing_has_the_list_and_no_legend() -> None:
    context = {"regiostaf": regiostaf_of(real_content(), ("1a",)), "small": True}
    page = Page(render_to_string("drawings/regiostaf.html", context))
    assert not page.find("ul", **{"class": "organigram__legend"})
    assert "Kring van secretarissen ↓ richt de regiostaf op" in listed(page)


@pytest.mark.django_db
def test_the_page_leads_on_to_the_outcome_and_the_check(dossier: Dossier) -> None:
    links = {link.text: link.attributes["href"] for link in opened(dossier).find("a")}
    assert links["Naar de uitkomst"] == reverse("outcome", args=[dossier.edit_key])
    assert links["Controle"] == reverse("check", args=[dossier.edit_key])


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
        "1d Vastgelegd in regeling of verordening gekozen",
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
    page = Page(verslag_html(advies))
    assert [text.text for text in page.find("text")] == words_of_svg(advies.regiostaf)
    said = [" ".join(item.split()) for item in listed(page)]
    for column in advies.regiostaf.columns:
        for relation in column.relations:
            assert any(item.startswith(relation.who) and item.endswith(relation.words) for item in said)


def test_the_drawing_names_no_option_by_its_code() -> None:
    words = " ".join(words_of_svg(regiostaf_of(real_content(), FULL.split())))
    assert re.findall(r"\b\d{1,2}[a-d]\b", words) == []


def test_the_advies_lays_the_nearest_model_over_the_map_and_names_it() -> None:
    advies = samples.example("vol")
    assert advies.choice_map.model == "Managementraad"
    assert "Onder elke optie staat wat het boekje ervan zegt bij de managementraad." in Page(verslag_html(advies)).text


def test_the_advies_lays_no_model_over_the_map_when_two_are_as_near() -> None:
    advies = samples.advies_of("Regiostaf", {7: Answer(("7c",))})
    assert len(advies.nearest) == 2
    assert advies.choice_map.model == ""
    assert "Onder elke optie staat" not in Page(verslag_html(advies)).text


def test_an_advies_without_choices_has_no_drawings() -> None:
    assert "in-beeld" not in verslag_html(samples.example("leeg"))
