"""The document that becomes the PDF: its contents, its order, and texts just as they were typed."""

import re
import unicodedata

import pytest

from checklist.export.html import advies_html, keep_names_whole
from checklist.export.pdf import engine
from checklist.export.pdf.characters import SQUARE, available_characters, replace_missing
from tests.pdf import samples
from tests.pdf.structure import read_structure

ABC = frozenset(map(ord, "abc "))


@pytest.fixture(scope="module")
def short() -> str:
    """The document, without the marks around names."""
    return re.sub(r'<span class="nowrap">([^<]*)</span>', r"\1", advies_html(samples.short()))


def test_the_parts_stand_in_their_order(short: str) -> None:
    headings = [re.sub("<[^>]+>", "", heading) for heading in re.findall(r"<h[123][^>]*>(.*?)</h[123]>", short)]
    chapters = ["Inhoud", "Keuzes", "Nog niet bepaald", "Spanningen", "Modellen die op het ontwerp lijken", "Bronnen"]
    assert headings[0] == "Een regiostaf voor Brabant-Noord"
    assert [heading for heading in headings if heading in chapters] == chapters
    numbers = [int(heading.split()[0]) for heading in headings if heading[0].isdigit()]
    assert numbers == [1, 2, 5, 7, 10, 3, 4, 6, 8, 9, 11, 12]


def test_the_table_of_contents_names_every_question_and_points_at_it(short: str) -> None:
    targets = re.findall(r'<a [^>]*href="#([^"]+)"', short)
    assert {f"vraag-{number}" for number in range(1, 13)} <= set(targets)
    assert all(f'id="{target}"' in short for target in targets)


def test_it_says_concept(short: str) -> None:
    assert '<p class="advies-cover__status">CONCEPT</p>' in short


def test_line_breaks_of_typed_texts_stay(short: str) -> None:
    assert "<p>Wij beginnen klein.<br>Het bestuur volgt.</p>" in short


def test_nothing_typed_becomes_markup_or_a_template() -> None:
    html = advies_html(samples.stress())
    assert "&lt;b&gt;geen opmaak&lt;/b&gt; &amp; {{ 7|add:7 }}" in html


def test_an_open_question_shows_its_motivation(short: str) -> None:
    section = short.partition('id="vraag-4"')[2].partition("</section>")[0]
    assert "Nog niet bepaald" in section
    assert "Wij wachten op de griffiers." in section


def test_a_kept_tension_is_a_bewuste_afwijking_with_its_motivation(short: str) -> None:
    chapter = short.partition('id="spanningen"')[2]
    assert chapter.count("Bewuste afwijking") == 1
    assert "Wij vragen de voorzitter om een vaste uitnodiging." in chapter


def test_grounds_of_models_and_notes_stand_with_their_question(short: str) -> None:
    advies = samples.short()
    for question in advies.questions:
        section = short.partition(f'id="vraag-{question.number}"')[2].partition("</section>")[0]
        texts = [choice.ground for choice in question.same_choices] + [note.text for note in question.notes]
        assert [text for text in texts if text.replace("'", "&#x27;") not in section] == []


def test_an_empty_dossier_says_so() -> None:
    html = advies_html(samples.example("leeg"))
    assert "De kring heeft nog geen keuzes gemaakt." in html
    assert "Er zijn nog geen keuzes om met de negen modellen uit het boekje te vergelijken." in html


def test_missing_characters_become_squares_and_are_told() -> None:
    assert replace_missing("a☃b 消 c", ABC) == (f"a{SQUARE}b {SQUARE} c", frozenset("☃消"))


def test_joiners_and_variation_selectors_disappear_without_a_square() -> None:
    assert replace_missing("a\u200db\ufe0fc", ABC) == ("abc", frozenset())


def test_a_text_with_all_its_characters_comes_through_unchanged() -> None:
    text = "Ł ć → ≤ ✓ ½ € “aanhaling”\nbïjzonder"
    assert replace_missing(text, available_characters()) == (text, frozenset())


def test_the_fonts_have_every_letter_of_western_and_eastern_europe() -> None:
    letters = [chr(code) for code in range(0xA0, 0x180) if unicodedata.category(chr(code)).startswith("L")]
    old = {"ŉ", "ſ"}
    assert [letter for letter in letters if ord(letter) not in available_characters()] in ([], sorted(old))


def test_the_last_page_names_the_missing_characters_and_a_usual_document_has_no_such_page(short: str) -> None:
    html = advies_html(samples.strange())
    assert "U+1F692" in html.partition('id="tekens"')[2]
    assert "🚒" not in html
    assert 'id="tekens"' not in short


def test_the_pdf_shows_a_square_for_each_missing_character() -> None:
    text = read_structure(engine.write_pdf(advies_html(samples.strange()))).root.text
    assert f"Brandweer {SQUARE}{SQUARE} en {SQUARE}{SQUARE}, " in text


def test_names_with_a_hyphen_stay_on_one_line() -> None:
    assert '<span class="nowrap">Brabant-Noord</span></h1>' in advies_html(samples.short())
    assert keep_names_whole("<p>In Brabant-Noord</p>") == '<p>In <span class="nowrap">Brabant-Noord</span></p>'


@pytest.mark.parametrize(
    "html",
    [
        "<title>Brabant-Noord</title>",
        '<a href="#x">Brabant-Noord</a>',
        '<p class="Brabant-Noord">VGS-kring, e-mail</p>',
        f"<p>{'Woord-' * 20}Woord</p>",
    ],
)
def test_links_titles_attributes_and_endless_words_stay_as_they_are(html: str) -> None:
    assert keep_names_whole(html) == html
