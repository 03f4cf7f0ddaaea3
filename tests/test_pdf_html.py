"""The document that becomes the PDF: its contents, its order, and texts just as they were typed."""

import re
import unicodedata

import pytest

from checklist.export.html import advies_html, keep_names_whole
from checklist.export.pdf import engine
from checklist.export.pdf.characters import SQUARE, available_characters, replace_missing
from tests.content import real_content
from tests.pdf import samples
from tests.pdf.structure import read_structure

ABC = frozenset(map(ord, "abc "))


@pytest.fixture(scope="module")
def short() -> str:
    """The document, without the marks around names."""
    return re.sub(r'<span class="nowrap">([^<]*)</span>', r"\1", advies_html(samples.short()))


def test_the_parts_stand_in_their_order(short: str) -> None:
    headings = [re.sub("<[^>]+>", "", heading) for heading in re.findall(r"<h[123][^>]*>(.*?)</h[123]>", short)]
    assert headings[0] == "Een regiostaf voor Brabant-Noord"
    assert [heading for heading in headings[1:] if not heading[0].isdigit()] == [
        "Inhoud",
        "Samenvatting",
        "Wat wij het bestuur vragen",
        "Waar dit ontwerp op lijkt",
        "Het ontwerp",
        "Modellen die hetzelfde doen",
        "Waarop de vergelijking rust",
        "Waarom een regiostaf",
        "Voorwaarden",
        "Vervolgstappen",
        "Evaluatie",
        "Bronnen",
        "Aanwezig",
    ]
    assert [int(heading.split()[0]) for heading in headings if heading[0].isdigit()] == list(range(1, 13))


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_table_of_contents_has_every_chapter_and_question_and_every_link_has_its_target(name: str) -> None:
    html = advies_html(samples.SAMPLES[name]())
    contents = re.findall(r'data-target="#([^"]+)"', html)
    chapters = re.findall(r'<h2 [^>]*id="([^"]+)"', html)
    questions = [f"vraag-{number}" for number in range(1, 13)]
    assert contents == [*chapters[1:3], *questions, *chapters[3:]]
    assert [target for target in re.findall(r'href="#([^"]+)"', html) if f'id="{target}"' not in html] == []


def test_it_says_concept(short: str) -> None:
    assert '<p class="advies-cover__status">CONCEPT</p>' in short


def test_line_breaks_of_typed_texts_stay(short: str) -> None:
    assert "<p>Wij beginnen klein.<br>Het bestuur volgt.</p>" in short


def test_nothing_typed_becomes_markup_or_a_template() -> None:
    html = advies_html(samples.stress())
    assert "&lt;b&gt;geen opmaak&lt;/b&gt; &amp; {{ 7|add:7 }}" in html


def test_an_open_question_shows_its_motivation(short: str) -> None:
    found = section(short, 4)
    assert "Nog niet bepaald" in found
    assert "De kring schrijft hierover:" in found
    assert "Wij wachten op de griffiers." in found


def section(html: str, number: int) -> str:
    """The part of the document about one question."""
    return html.partition(f'id="vraag-{number}"')[2].partition("</section>")[0]


def test_a_decision_stands_with_its_code_and_the_booklets_words(short: str) -> None:
    found = re.sub("<[^>]+>", "", section(short, 7))
    assert "7a De regiostaf wordt aangehaakt aan het overleg van gemeentesecretarissen" in found
    assert "‘Aan het overleg van gemeentesecretarissen en/of van gemeentelijke veiligheidsadviseurs’" in found


def test_a_kept_tension_is_told_once_as_a_bewuste_afwijking_with_its_motivation(short: str) -> None:
    assert short.count("Bewuste afwijking") == 1
    assert "Wij vragen de voorzitter om een vaste uitnodiging." in section(short, 2)
    assert 'Zie ook 1a met 2a (<a class="utrecht-link utrecht-link--html-a" href="#vraag-2">' in section(short, 1)


def test_a_kept_tension_without_a_reason_says_so() -> None:
    html = advies_html(samples.kept_without_reason())
    assert "<strong>Bewuste afwijking.</strong> De kring houdt beide keuzes; de reden is niet ingevuld." in html


def test_a_choice_without_a_motivation_shows_what_to_ask_the_kring(short: str) -> None:
    prompt = real_content().option_of["5b"].prompt
    assert f"Nog niet gemotiveerd. Vraag aan de kring: {prompt}" in section(short, 5)


def test_notes_stand_with_their_question_and_point_at_their_source(short: str) -> None:
    for question in samples.short().answered:
        found = section(short, question.number)
        assert [note.text for note in question.notes if note.text.replace("'", "&#x27;") not in found] == []
        assert [note.text for note in question.notes if f'href="#bron-{note.source}"' not in found] == []
        assert found.count("niet nagekeken in de geldende tekst") == [n.certain for n in question.notes].count(False)


def test_an_empty_dossier_says_so_and_asks_nothing() -> None:
    html = advies_html(samples.example("leeg"))
    assert "heeft nog geen keuzes gemaakt. Alle twaalf vragen zijn nog niet bepaald." in html
    assert "Wij leggen nu nog geen besluiten voor." in html
    assert "Er zijn nog geen keuzes om met de negen modellen te vergelijken." in html
    assert "<table" not in html


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
