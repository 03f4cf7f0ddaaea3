"""The document that becomes the PDF: its contents, its order, and texts just as they were typed."""

import re
import unicodedata
from html import unescape

import pytest

from checklist.domain.dossier import Answer, Kept
from checklist.export.html import advies_html, keep_names_whole
from checklist.export.pdf import engine
from checklist.export.pdf.characters import SQUARE, available_characters, replace_missing
from tests.content import real_content
from tests.export import samples
from tests.export.structure import read_structure

ABC = frozenset(map(ord, "abc "))
A1, A2 = Answer(("1a",)), Answer(("2a",))


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
        "De regiostaf in beeld",
        "Hetzelfde in woorden",
        "Keuzekaart",
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


def summary(answers: dict[int, Answer], kept: tuple[Kept, ...] = ()) -> str:
    """The text of the summary of a dossier."""
    html = advies_html(samples.advies_of("Regiostaf", answers, kept))
    chapter = html.partition('id="samenvatting"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", "", chapter)).split())


def all_but(*numbers: int) -> dict[int, Answer]:
    """Every question answered with its first option, but for these."""
    questions = real_content().questions
    return {q.number: Answer((q.options[0].code,)) for q in questions if q.number not in numbers}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (all_but(), "heeft alle twaalf vragen over de regiostaf beantwoord."),
        (
            all_but(3, 12),
            "heeft tien van de twaalf vragen over de regiostaf beantwoord. "
            "Nog niet bepaald: de verhouding met de colleges en het perspectief.",
        ),
        (
            {7: Answer(("7a",))},
            "heeft één van de twaalf vragen over de regiostaf beantwoord. De andere vragen zijn nog",
        ),
        ({}, "heeft nog geen keuzes gemaakt. Nog geen van de twaalf vragen over de regiostaf is bepaald."),
    ],
)
def test_the_summary_says_how_far_the_kring_is(answers: dict[int, Answer], sentence: str) -> None:
    assert f"De kring van gemeentesecretarissen in Brabant-Noord {sentence}" in summary(answers)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({7: Answer(("7c",))}, "Wij stellen een regiostaf voor die hoort bij de centrumgemeente."),
        (
            {2: Answer(("2b", "2d"))},
            "De regiostaf adviseert de gemeenten over voorstellen die hen binden en organiseert de samenwerking",
        ),
        (
            {2: Answer(("2a", "2b", "2d"))},
            "De regiostaf: adviseert het bestuur van de veiligheidsregio vanuit de gemeenten; adviseert de gemeenten "
            "over voorstellen die hen binden; organiseert de samenwerking tussen gemeenten.",
        ),
    ],
)
def test_the_summary_has_the_core_in_sentences(answers: dict[int, Answer], sentence: str) -> None:
    assert sentence in summary(answers)


ALL_OWN = "Wij vragen u hierover te besluiten. VraagBesluit"
WHERE_IT_SAYS_SO = "Wij vragen u te besluiten over de punten waarbij ‘algemeen bestuur’ staat."
OTHERS_TOO = "Van de andere punten vragen wij u kennis te nemen: daarover besluiten anderen."


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({1: Answer(("1b",))}, ALL_OWN),
        ({1: Answer(("1b",)), 2: Answer(("2a",))}, ALL_OWN),
        ({1: Answer(("1b", "1d"))}, ALL_OWN),
        ({1: Answer(("1a", "1b")), 2: Answer(("2b",))}, f"{WHERE_IT_SAYS_SO} {OTHERS_TOO} VraagBesluit"),
        ({1: A1}, "Wij vragen u kennis te nemen van deze punten. Daarover besluiten anderen. VraagBesluit"),
    ],
)
def test_the_summary_asks_the_bestuur_only_for_what_is_its_own(answers: dict[int, Answer], sentence: str) -> None:
    assert sentence in summary(answers)


def test_the_summary_says_what_a_regiostaf_the_booklet_and_a_hoofdkenmerk_are() -> None:
    found = summary({7: Answer(("7a",))})
    assert found.index("Een regiostaf is een gezamenlijke ambtelijke staf, waarmee gemeenten") < found.index("De kring")
    assert (
        "Het boekje ‘Greep op de (veiligheids)regio?’ uit 2011 beschrijft negen modellen, elk met twee "
        "hoofdkenmerken: de keuzes die het typeren. Het ontwerp lijkt op"
    ) in found


@pytest.mark.parametrize(
    ("answers", "kept", "sentence"),
    [
        ({1: A1, 2: A2}, (), "Bij één paar keuzes is een afspraak nodig: 1a met 2a (vraag 2)."),
        (
            {1: A1, 2: A2, 10: Answer(("10c",))},
            (),
            "Bij twee paren keuzes is een afspraak nodig: 1a met 2a (vraag 2) en 1a met 10c (vraag 10).",
        ),
        (
            {2: A2, 5: Answer(("5a",))},
            (),
            "Eén paar keuzes kan niet samen gelden: 2a met 5a (vraag 5). De kring heeft daarover nog niets vastgelegd.",
        ),
        (
            {1: A1, 2: A2},
            (Kept("1a", "2a", "Toch."),),
            "Bij één paar houdt de kring bewust beide keuzes: 1a met 2a. De motivering staat bij de vraag van de "
            "tweede keuze.",
        ),
    ],
)
def test_the_summary_names_the_pairs_that_need_attention(
    answers: dict[int, Answer], kept: tuple[Kept, ...], sentence: str
) -> None:
    assert sentence in summary(answers, kept)


def test_of_more_than_six_pairs_the_summary_says_how_many_and_where_they_stand() -> None:
    clashing = samples.clashing()
    html = advies_html(clashing).partition('id="samenvatting"')[2].partition("</section>")[0]
    found = re.sub("<[^>]+>", "", html)
    assert (len(clashing.contradictions), len(clashing.agreements_needed), len(clashing.kept_tensions)) == (5, 16, 11)
    assert "Vijf paren keuzes kunnen niet samen gelden: 2a met&nbsp;5a (vraag&nbsp;5), " in found
    assert "Bij zestien paren keuzes is een afspraak nodig. Zij staan bij de vragen in Het ontwerp." in found
    assert "beide keuzes. Zij staan bij de vragen in Het ontwerp. De motivering staat bij de vraag" in found


def models_chapter(codes: str) -> str:
    """The text of the chapter on the models, when these options are chosen."""
    html = advies_html(samples.advies_of("Regiostaf", samples.answers_of(codes)))
    chapter = html.partition('id="modellen"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", "", chapter)).split())


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        (
            "1a 1d 2a 2b 5b 7a 9a 10c",
            "Modellen kunnen samengaan. Van de combinaties van hoogstens drie, zonder een keuze die er niet bij past, "
            "dekt deze de meeste keuzes: de adoptieregeling en de managementraad. Deze keuzes passen niet aantoonbaar "
            "bij die combinatie: 1a, 10c.",
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
    html = advies_html(samples.kept_without_reason())
    assert "Aanwezig</strong> geen namen ingevuld</p>" in html
    assert 'id="aanwezig"' not in html
    assert 'href="#aanwezig"' not in html


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Er zijn nog geen keuzes om daarmee te vergelijken."),
        ({1: Answer(("1a",))}, "Geen duidelijk model. De kring koos van geen enkel model een hoofdkenmerk."),
        (
            {7: Answer(("7a",)), 2: Answer(("2a",)), 9: Answer(("9c",))},
            "Het ontwerp lijkt op de managementraad. Beide hoofdkenmerken zijn gekozen. Twee keuzes passen.",
        ),
        (
            {2: Answer(("2b",)), 9: Answer(("9a",)), 6: Answer(("6c",)), 8: Answer(("8b",))},
            "Het ontwerp lijkt op deze modellen: de veiligheidsmanager en de adoptieregeling.",
        ),
    ],
)
def test_the_summary_says_what_the_design_is_like(answers: dict[int, Answer], sentence: str) -> None:
    assert sentence in summary(answers)


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
    assert 'Zie ook 1a met&nbsp;2a (<a href="#vraag-2">' in section(short, 1)


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
    assert "heeft nog geen keuzes gemaakt. Nog geen van de twaalf vragen over de regiostaf is bepaald." in html
    assert "Wij leggen nu nog geen besluiten voor." in html
    assert "Er zijn nog geen keuzes om daarmee te vergelijken." in html
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
