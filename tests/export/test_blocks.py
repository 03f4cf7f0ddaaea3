"""Our own closed HTML as blocks: all its words, in order, with whose they are; nothing unknown is left out."""

from functools import cache
from itertools import pairwise

import pytest

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.export.blocks.markup import UnknownMarkupError
from checklist.export.blocks.reading import document_of
from checklist.export.blocks.tables import TEXT_WIDTH, WIDTHS, widths_of
from checklist.export.blocks.value import (
    Block,
    Box,
    Contents,
    Document,
    Drawing,
    Heading,
    Item,
    Listing,
    Marks,
    Paragraph,
    Run,
    Signing,
    Style,
    Table,
    Whose,
)
from checklist.export.html import advies_html
from tests.content import EXAMPLES
from tests.export.block_words import all_blocks, runs_by_origin, texts_of, words_of_document, words_of_html
from tests.export.voorstellen import composed, contradictory, example

FIXTURES = sorted(path.stem for path in EXAMPLES.glob("*.json"))
ALL = (*FIXTURES, "tegenstrijdig")
HEADS = dict.fromkeys(Reading, "Voorbeeld: een regiostaf voor Veiligheidsregio Brabant-Noord") | {
    Reading.REGLEMENT: "Reglement regiostaf"
}


@cache
def advies(name: str) -> Advies:
    return composed(contradictory() if name == "tegenstrijdig" else example(name))


@cache
def html(name: str, reading: Reading) -> str:
    return advies_html(advies(name), reading)


@cache
def document(name: str = "vol-voorstel", reading: Reading = Reading.VOORSTEL) -> Document:
    return document_of(html(name, reading))


def body(inside: str) -> str:
    header = '<header class="vs-head" data-title="T" data-mark="M" data-foot="F"><h1>Titel</h1></header>'
    return f"<!doctype html><html><head><title>T (concept)</title></head><body>{header}{inside}</body></html>"


def blocks(inside: str) -> tuple[Block, ...]:
    return document_of(body(inside)).blocks[1:]


def paragraph(inside: str) -> tuple[Run, ...]:
    (block,) = blocks(f"<p>{inside}</p>")
    assert isinstance(block, Paragraph)
    return block.runs


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("name", ALL)
def test_all_words_come_back_in_the_same_order(name: str, reading: Reading) -> None:
    assert words_of_document(document(name, reading)) == words_of_html(html(name, reading))


@pytest.mark.parametrize("origin", ["kring", "besluit"])
def test_whose_words_a_text_is_is_kept(origin: str) -> None:
    told = {text.strip() for text, whose in runs_by_origin(document()) if whose == origin}
    marked = html("vol-voorstel", Reading.VOORSTEL).split(f'data-van="{origin}">')[1:]
    assert len(told) > 10
    assert all(any(text in part for part in marked) for text in told if "&" not in text and len(text) < 40)


def test_what_the_kring_typed_in_the_verslag_is_the_krings() -> None:
    kring = "".join(text for text, whose in runs_by_origin(document(reading=Reading.VERSLAG)) if whose == Whose.KRING)
    assert "Wij doen het dus in twee stappen: eerst beginnen, dan vastleggen." in kring


@pytest.mark.parametrize(
    "inside",
    [
        "<blockquote>Nieuw</blockquote>",
        "<p class='vs-nieuw'>Nieuw</p>",
        "<p><mark>Nieuw</mark></p>",
        "<section>Tekst buiten een alinea</section>",
        "<section><span>Tekst buiten een alinea</span></section>",
        "<p>Eerst <span class='vs-number'>2.1</span></p>",
        "<p><span class='vs-table'>Een klasse van iets anders</span></p>",
        "<table class='vs-table'><tbody></tbody></table>",
        "<ul><li>Punt <ul><li>a</li></ul> en verder</li></ul>",
        "<figure class='vs-figure'><figcaption>Zonder figuur</figcaption></figure>",
        "<svg class='organigram__svg'></svg>",
        "<svg class='grafiek__svg'><title>Grafiek</title></svg>",
        "<img alt='Plaatje' src='data:'>",
        "<p><img alt='Plaatje' src='data:'></p>",
        "<p class='vs-qr'>Tekst <img alt='QR-code' src='data:'></p>",
        "<p class='vs-qr'><img alt='QR-code' src='data:'> tekst</p>",
        "<p class='vs-qr'>Geen code</p>",
        "<ul id='a'><li>Punt</li></ul><div id='b'><ul><li>Punt</li></ul></div>",
    ],
)
def test_what_the_reader_does_not_know_is_refused(inside: str) -> None:
    with pytest.raises(UnknownMarkupError):
        document_of(body(inside))


def test_a_document_without_its_header_is_refused() -> None:
    with pytest.raises(UnknownMarkupError):
        document_of("<!doctype html><title>T</title><p>Tekst</p>")


def test_the_facts_of_the_file_are_read() -> None:
    read = document()
    assert read.title == "Voorbeeld: een regiostaf voor Veiligheidsregio Brabant-Noord (concept)"
    assert read.author == "Kring van gemeentesecretarissen, Veiligheidsregio Brabant-Noord"
    assert read.subject.startswith("Bestuursvoorstel regiostaf, het algemeen bestuur")
    assert "verlengd lokaal bestuur" in read.keywords


@pytest.mark.parametrize("reading", Reading)
def test_each_reading_says_what_stands_at_the_head_and_foot_of_its_pages(reading: Reading) -> None:
    read = document(reading=reading)
    assert read.head.startswith(HEADS[reading])
    assert read.mark
    assert "2026" in read.foot


def test_the_contents_stand_on_the_cover_and_point_at_what_is_there() -> None:
    contents = document().cover[-1]
    assert isinstance(contents, Contents)
    anchors = {block.anchor for block in document().blocks if isinstance(block, Heading)}
    assert contents.rows
    assert {row.anchor for row in contents.rows} <= anchors


def test_the_besluitenlijst_has_no_cover() -> None:
    read = document(reading=Reading.BESLUITENLIJST)
    assert read.cover == ()
    assert isinstance(read.blocks[1], Heading)
    assert read.blocks[1].level == 1


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("name", ALL)
def test_no_level_of_heading_is_skipped(name: str, reading: Reading) -> None:
    read = document(name, reading)
    levels = [block.level for block in (*read.cover, *read.blocks) if isinstance(block, Heading)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("name", ALL)
def test_every_reference_has_what_it_points_at(name: str, reading: Reading) -> None:
    read = document(name, reading)
    assert _targets(read) <= _anchors(read)


def _targets(read: Document) -> set[str]:
    runs = [run for block in all_blocks((*read.cover, *read.blocks)) for run in _runs(block)]
    return {run.href.removeprefix("#") for run in runs if run.href.startswith("#")}


def _runs(block: Block) -> list[Run]:
    match block:
        case Heading() | Paragraph():
            return list(block.runs)
        case Listing():
            return [run for item in block.items for run in item.runs]
        case Table():
            return [run for row in block.rows for cell in row.cells for run in cell.runs]
    return []


def _anchors(read: Document) -> set[str]:
    found: set[str] = set()
    for block in (*read.cover, *read.blocks):
        found.add(getattr(block, "anchor", ""))
        if isinstance(block, Table):
            found |= {row.anchor for row in block.rows}
        if isinstance(block, Listing):
            found |= {item.anchor for item in block.items}
        if isinstance(block, Box):
            found |= {getattr(inner, "anchor", "") for inner in block.blocks}
    return found


def test_the_summary_the_first_chapter_and_each_appendix_start_a_page() -> None:
    starting = [text for text, block in texts_of(document().blocks) if isinstance(block, Heading) and block.new_page]
    assert starting[:2] == ["Samenvatting", "1 Aanleiding"]
    after = [text.split(".")[0] for text in starting[2:]]
    assert after == [*(f"Bijlage\xa0{letter}" for letter in "ABC"), "Concept-reglement", "Bijlage\xa0D"]


def test_a_part_may_have_a_mark_of_its_own_at_the_head_of_its_pages() -> None:
    (block,) = blocks('<h3 class="vs-reglement__start" data-mark="nog te toetsen">Concept-reglement</h3>')
    assert block == Heading(3, (Run("Concept-reglement"),), new_page=True, mark="nog te toetsen")


def test_a_document_may_stand_in_one_element() -> None:
    inside = '<header class="vs-head" data-mark="concept"><h1>Reglement</h1></header><p>Artikel</p>'
    read = document_of(f"<title>R</title><body><div class='vs-reglement'>{inside}</div></body>")
    assert (read.mark, len(read.blocks)) == ("concept", 2)


def test_the_number_of_a_paragraph_stands_apart_from_its_words() -> None:
    (block,) = blocks('<p class="vs-par vs-point" id="p2.1"><span class="vs-number">2.1</span> Een besluit.</p>')
    assert block == Paragraph((Run("Een besluit."),), "2.1", "p2.1", Style.POINT)


def test_a_box_keeps_the_anchor_of_what_is_around_it() -> None:
    (block,) = blocks('<div id="stop"><div class="vs-box vs-box--stop"><p>Dit kan niet.</p></div></div>')
    assert block == Box((Paragraph((Run("Dit kan niet."),)),), stop=True, anchor="stop")


def test_where_an_organ_signs_is_lines_with_room_to_write() -> None:
    line = '<span class="vs-line">&nbsp;</span>'
    (block,) = blocks(f'<p class="vs-sign vs-sign--own">Op {line}<br>De voorzitter, {line} De griffier, {line}</p>')
    blank = Run("", blank=True)
    names = (Run("De voorzitter, "), blank, Run(" De griffier, "), blank)
    assert block == Signing(((Run("Op "), blank), names), own=True)


def test_the_organigram_is_a_drawing_with_its_words_and_its_caption() -> None:
    drawing = next(block for block in document().blocks if isinstance(block, Drawing))
    assert (drawing.name, drawing.anchor) == ("organigram", "figuur-1")
    assert drawing.alternative.startswith("Links de gemeenten")
    assert "".join(run.text for run in drawing.caption).startswith("Figuur\xa01. ")


def test_a_table_has_its_caption_its_head_and_the_head_of_each_row() -> None:
    tables = {block.kind: block for block in document().blocks if isinstance(block, Table)}
    choices = tables["choices"]
    assert "".join(run.text for run in choices.caption).startswith("Tabel\xa01. ")
    assert len(choices.head) == 1
    assert all(cell.head for cell in choices.head[0].cells)
    assert all(row.cells[0].head and not row.cells[1].head for row in choices.rows)


def test_the_facts_of_the_verslag_are_a_table_like_those_of_the_voorstel() -> None:
    (facts,) = (block for block in document(reading=Reading.VERSLAG).cover if isinstance(block, Table))
    assert facts.kind == "facts"
    assert [cell.runs for cell in facts.rows[0].cells] == [(Run("Veiligheidsregio"),), (Run("Brabant-Noord"),)]


def test_every_kind_of_table_has_measures_as_wide_as_the_text() -> None:
    read = [document(name, reading) for name in ALL for reading in Reading]
    tables = {block.kind: block for one in read for block in (*one.cover, *one.blocks) if isinstance(block, Table)}
    assert set(tables) <= set(WIDTHS)
    assert all(len(WIDTHS[kind]) == len(table.rows[0].cells) for kind, table in tables.items())
    assert {sum(widths) for widths in WIDTHS.values()} == {TEXT_WIDTH}


def test_a_table_of_another_size_has_columns_of_one_width() -> None:
    assert widths_of("nieuw", 3) == (52, 52, 52)


def test_a_list_within_an_item_stays_in_it() -> None:
    (block,) = blocks('<ol class="vs-list"><li>Eerst:<ol type="a"><li>een</li></ol></li><li>Dan</li></ol>')
    inner = Listing((Item((Run("een"),)),), Marks.LETTERS)
    assert block == Listing((Item((Run("Eerst:"),), inner=(inner,)), Item((Run("Dan"),))), Marks.NUMBERS)


@pytest.mark.parametrize(
    ("inside", "runs"),
    [
        ("  een \n twee ", (Run("een twee"),)),
        ("een <strong>twee </strong> drie", (Run("een "), Run("twee ", strong=True), Run("drie"))),
        ("€&nbsp;42.000 ", (Run("€\xa042.000"),)),
        ("regel <br> tweede", (Run("regel"), Run("tweede", break_before=True))),
        ("a<br><br>b", (Run("a"), Run("", break_before=True), Run("b", break_before=True))),
        ("wet<sup>3</sup>.", (Run("wet"), Run("3", raised=True), Run("."))),
        ('<a href="#p2.1">2.1</a>', (Run("2.1", href="#p2.1"),)),
        ("a.<wbr>nl/<wbr>b", (Run("a.nl/b"),)),
        ('<span class="nowrap">18 mei</span>', (Run("18\xa0mei"),)),
        (
            '<span data-van="kring">Wij <b>willen</b></span>',
            (Run("Wij ", Whose.KRING), Run("willen", Whose.KRING, True)),
        ),
        ("&lt;b&gt; &amp; □ 🚒 שלום", (Run("<b> & □ 🚒 שלום"),)),
    ],
)
def test_what_stands_within_a_paragraph_is_read_as_html_shows_it(inside: str, runs: tuple[Run, ...]) -> None:
    assert paragraph(inside) == runs
