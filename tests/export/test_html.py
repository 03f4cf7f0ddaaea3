"""The document that becomes the PDF: its contents, its order, and texts just as they were typed."""

import re
from html import unescape

import pytest

from checklist.domain.advies.reading import Reading
from checklist.domain.dossier import Action
from checklist.export.html import document_html, keep_names_whole, standalone_html
from models_catalogue.certainty import DOUBTS
from tests.content import real_content
from tests.export import samples
from tests.export.verslag import verslag_html


@pytest.mark.parametrize("reading", Reading)
def test_a_web_page_of_its_own_is_the_document_with_its_style(reading: Reading) -> None:
    advies = samples.strange()
    page = standalone_html(advies, reading)
    assert re.sub("<meta name=.viewport.*?</style>\n", "", page, flags=re.DOTALL) == document_html(advies, reading)
    assert "@media print" in page


def test_in_a_web_page_every_character_is_as_it_was_typed() -> None:
    assert "消防" in standalone_html(samples.strange(), Reading.VERSLAG)


def test_the_parts_stand_in_their_order(short: str) -> None:
    headings = [re.sub("<[^>]+>", "", heading) for heading in re.findall(r"<h[123][^>]*>(.*?)</h[123]>", short)]
    assert headings[0] == "Een regiostaf voor Brabant-Noord"
    assert [heading for heading in headings[1:] if not heading[0].isdigit()] == [
        "Inhoud",
        "Samenvatting",
        "Wat wij het algemeen bestuur vragen",
        "Bij welk model dit ontwerp past",
        "Het ontwerp",
        "De regiostaf in beeld",
        "Keuzekaart",
        "Organigram",
        "Vergelijking met de modellen",
        "Waarop de vergelijking rust",
        "Waarom een regiostaf",
        "Wat van betekenis is",
        "Acties",
        "Vervolgstappen",
        "Evaluatie",
        "Bronnen",
        "Aanwezig",
        "Begrippen",
    ]
    assert [int(heading.split()[0]) for heading in headings if heading[0].isdigit()] == list(range(1, 13))


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_table_of_contents_has_every_chapter_and_question_and_every_link_has_its_target(name: str) -> None:
    html = verslag_html(samples.SAMPLES[name]())
    contents = re.findall(r'data-target="#([^"]+)"', html)
    chapters = re.findall(r'<h2 [^>]*id="([^"]+)"', html)
    questions = [f"vraag-{number}" for number in range(1, 13)]
    assert contents == [*chapters[1:3], *questions, *chapters[3:]]
    assert [target for target in re.findall(r'href="#([^"]+)"', html) if f'id="{target}"' not in html] == []


def models_chapter(codes: str) -> str:
    """The text of the chapter on the models, when these options are chosen."""
    html = verslag_html(samples.advies_of("Regiostaf", samples.answers_of(codes)))
    chapter = html.partition('id="modellen"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", "", chapter)).split())


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        (
            "1a 1d 2a 2b 5b 7a 9a 10c",
            "Modellen kunnen samengaan. Van de combinaties van hoogstens drie, zonder een keuze die er niet bij past, "
            "dekt deze de meeste keuzes: de adoptieregeling en de managementraad. Deze keuzes passen niet aantoonbaar "
            "bij die combinatie: 1a, 1d, 10c.",
        ),
        (
            "1a 2a 7a",
            "Van de modellen zonder een keuze die er niet bij past, dekt dit model alleen al de meeste keuzes: de "
            "managementraad. Deze keuze past niet aantoonbaar bij dat model: 1a.",
        ),
    ],
)
def test_a_combination_is_said_with_its_condition(codes: str, sentence: str) -> None:
    assert sentence in models_chapter(codes)


def test_the_evaluation_is_a_proposal_with_a_date_to_fill_in(short: str) -> None:
    found = re.sub("<[^>]+>", "", short.partition('id="evaluatie"')[2].partition("</section>")[0])
    assert "Voorstel van deze wijzer: evalueer de regiostaf één jaar na het besluit." in found
    assert "Evaluatiedatum (in te vullen bij het besluit)" in found
    assert "Bij het besluit hoort een evaluatiedatum." in short


def test_the_document_says_once_what_deze_wijzer_is(short: str) -> None:
    explained = "Regiostaf, de website waarmee de kring dit ontwerp maakte (hier: ‘deze wijzer’)"
    assert short.count(explained) == 1


def test_without_names_the_cover_says_so_and_there_is_no_chapter_for_them() -> None:
    html = verslag_html(samples.kept_without_reason())
    assert "Aanwezig</strong> geen namen ingevuld</p>" in html
    assert 'id="aanwezig"' not in html
    assert 'href="#aanwezig"' not in html


def test_it_says_concept(short: str) -> None:
    assert '<p class="advies-cover__status">CONCEPT</p>' in short


def test_line_breaks_of_typed_texts_stay(short: str) -> None:
    assert "<p>Wij beginnen klein.<br>Het bestuur volgt.</p>" in short


def test_nothing_typed_becomes_markup_or_a_template() -> None:
    html = verslag_html(samples.stress())
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
    assert "7a De regiostaf hoort bij het overleg van gemeentesecretarissen" in found
    assert "‘Aan het overleg van gemeentesecretarissen en/of van gemeentelijke veiligheidsadviseurs’" in found


def test_a_kept_tension_is_told_once_as_a_bewuste_keuze_with_its_motivation(short: str) -> None:
    assert short.count("Bewuste keuze") == 1
    assert "Wij vragen de voorzitter om een vaste uitnodiging." in section(short, 2)
    assert 'Zie ook 1a met&nbsp;2a (<a href="#vraag-2">' in section(short, 1)


def test_of_an_aandachtspunt_that_is_not_kept_it_says_what_could_be_agreed() -> None:
    agreement = next(t.agreement for t in real_content().tensions if (t.a, t.b) == ("1a", "10b"))
    html = verslag_html(samples.advies_of("Regiostaf", samples.answers_of("1a 10b")))
    assert f"Een afspraak kan zijn: ‘{agreement}’" in unescape(html)


def test_a_kept_tension_without_a_reason_says_so() -> None:
    html = verslag_html(samples.kept_without_reason())
    assert "<strong>Bewuste keuze.</strong> De kring houdt beide keuzes; de reden is niet ingevuld." in html


def test_a_choice_without_a_motivation_shows_what_to_ask_the_kring(short: str) -> None:
    prompt = real_content().option_of["5b"].prompt
    assert f"Nog niet gemotiveerd. Vraag aan de kring: {prompt}" in section(short, 5)


def test_notes_stand_with_their_question_and_point_at_their_source(short: str) -> None:
    for question in samples.short().answered:
        found = section(short, question.number)
        assert [note.text for note in question.notes if note.text.replace("'", "&#x27;") not in found] == []
        assert [note.text for note in question.notes if f'href="#bron-{note.source}"' not in found] == []
        doubts = [note.doubt for note in question.notes]
        for doubt in DOUBTS.values():
            assert found.count(doubt) == doubts.count(doubt)


def test_an_empty_dossier_says_so_and_asks_nothing() -> None:
    html = verslag_html(samples.example("leeg"))
    assert "heeft nog geen keuzes gemaakt. Nog geen van de twaalf vragen over de regiostaf is bepaald." in html
    assert "Wij leggen nu nog geen besluiten voor." in html
    assert "Er zijn nog geen keuzes om daarmee te vergelijken." in html
    assert "<table" not in html


def test_names_with_a_hyphen_stay_on_one_line() -> None:
    assert '<span class="nowrap">Brabant-Noord</span></h1>' in verslag_html(samples.short())
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


def rows_of_actions(html: str) -> list[list[str]]:
    """The cells of each row of the table of actions."""
    table = html.partition('id="acties"')[2].partition("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.split("<tr[^>]*>", table)[1:]]
    return [[re.sub("<[^>]+>", "", cell) for cell in row] for row in rows]


def test_actions_stand_in_the_order_of_the_agenda_about_something_in_words(short: str) -> None:
    tension = next(t for t in real_content().tensions if (t.a, t.b) == ("1a", "2a"))
    assert rows_of_actions(short) == [
        ["Waarover", "Wat", "Wie", "Wanneer"],
        [
            tension.question,
            "Vaste uitnodiging regelenen vastleggen",
            "Secretaris van Uden",
            "gedaan",
        ],
        ["Hoe bereikt de regiostaf de raden?", "Gesprek met de griffiers", "Secretaris van Oss", "december 2026"],
        ["Hoe ver reikt het werk?", "nog niet afgesproken", "Alle secretarissen", "1 maart 2027"],
        ["Overig", "Datum prikken", "nog niet afgesproken", "na het gesprek"],
    ]


def test_a_document_without_actions_has_no_chapter_of_them() -> None:
    html = verslag_html(samples.example("vol"))
    assert "acties" not in re.findall(r'id="([^"]+)"', html)
    assert 'href="#acties"' not in html


def test_what_is_typed_in_an_action_is_text() -> None:
    made = samples.advies_of("Regiostaf", {}, actions=(Action("", "<b>x</b> {{ 7|add:7 }}", "<i>", "&amp;"),))
    html = verslag_html(made)
    assert "&lt;b&gt;x&lt;/b&gt; {{ 7|add:7 }}" in html
    assert ">&lt;i&gt;</td>" in html
    assert ">&amp;amp;</td>" in html
