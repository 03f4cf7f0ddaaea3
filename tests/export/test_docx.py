"""The DOCX of a document made by hand, of each kind of block, and of the full example."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import pytest

from checklist.domain.advies.reading import Reading
from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.export.blocks.reading import document_of
from checklist.export.blocks.value import (
    Block,
    Box,
    Document,
    Heading,
    Item,
    Listing,
    Marks,
    Paragraph,
    Run,
    Style,
    Table,
    Whose,
)
from checklist.export.docx import write_docx
from checklist.export.html import document_html
from tests.export.block_words import words_of_document
from tests.export.docx_files import (
    WP,
    R,
    W,
    body_of,
    found,
    out_of_order,
    paragraphs,
    parts_of,
    parts_with_text,
    style_of,
    told,
    value,
    words,
)
from tests.export.every_block import ALTERNATIVE, EVERY_BLOCK, PICTURES, heads, items, picture, row, text
from tests.export.libreoffice import converted
from tests.export.packages import xml_of
from tests.export.voorstellen import capped, composed, example

HOUSE = HouseStyle("Gemeente Oss", picture(), (312, 156), "#7b1e3a")
DRAWINGS = {"organigram": picture(), "tijdlijn": picture()}
MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ODD = "<b>&amp; ]]> □ \u05e9\u05dc\u05d5\u05dd \N{FIRE ENGINE} \u0627\u0644\u0639 {{ 7|add:7 }} “aanhaling”"


@pytest.fixture(scope="module")
def file() -> bytes:
    """The document of each kind of block."""
    return write_docx(EVERY_BLOCK, OWN_STYLE, PICTURES, MOMENT)


@pytest.fixture(scope="module")
def body(file: bytes) -> Element:
    """Its text."""
    return body_of(file)


@pytest.fixture(scope="module")
def voorstel() -> Document:
    """The full example."""
    return document_of(document_html(composed(example("vol-voorstel")), Reading.VOORSTEL))


def written(*blocks: Block) -> Element:
    """The text of a file of these blocks, without a cover."""
    return body_of(write_docx(replace(EVERY_BLOCK, cover=(), blocks=blocks), OWN_STYLE, PICTURES))


def paragraph(*runs: Run) -> Element:
    """A paragraph of these runs."""
    (only,) = paragraphs(written(Paragraph(runs)))
    return only


def one(element: Element, said: str) -> Element:
    """The one paragraph with these words."""
    (only,) = (each for each in paragraphs(element) if words(each) == said)
    return only


def has(paragraph: Element, property_name: str) -> bool:
    """Whether a paragraph has a property of its own."""
    return paragraph.find(f"{W}pPr/{W}{property_name}") is not None


@pytest.mark.parametrize("reading", Reading)
def test_all_words_of_a_document_are_in_it_in_the_same_order(reading: Reading) -> None:
    document = document_of(document_html(composed(example("vol-voorstel")), reading))
    told = body_of(write_docx(document, OWN_STYLE, DRAWINGS))
    seen = " ".join(words(each) for each in paragraphs(told)).replace("→", " ").replace("↵", " ")
    assert seen.split() == words_of_document(document)


def test_the_library_opens_it_again(file: bytes) -> None:
    opened = docx.Document(BytesIO(file))
    assert [each.text for each in opened.paragraphs if each.style and each.style.name == "Title"] == [
        "Regiostaf Brabant-Noord"
    ]


def test_everything_stands_in_the_order_that_word_asks_for(file: bytes, voorstel: Document) -> None:
    assert out_of_order(file) == []
    assert out_of_order(write_docx(voorstel, HOUSE, DRAWINGS)) == []


def test_the_same_document_gives_the_same_bytes(file: bytes) -> None:
    assert write_docx(EVERY_BLOCK, OWN_STYLE, PICTURES, MOMENT) == file


@pytest.mark.slow
def test_libreoffice_opens_it_without_a_word(file: bytes, tmp_path: Path) -> None:
    path = tmp_path / "alles.docx"
    path.write_bytes(file)

    assert converted(path, "pdf", tmp_path / "pdf").read_bytes().startswith(b"%PDF")


def test_headings_have_the_level_of_the_document(body: Element, file: bytes) -> None:
    assert style_of(one(body, "Een vraag")) == "Heading2"
    assert style_of(one(body, "Een onderdeel")) == "Heading3"
    assert style_of(one(body, "Het algemeen bestuur besluit:")) == "Aanhefbesluit"
    levels = {value(style, "styleId"): value(style.find(f"{W}pPr/{W}outlineLvl")) for style in styles(file)}
    assert [levels[f"Heading{level}"] for level in (1, 2, 3, 4)] == ["0", "1", "2", "3"]


def styles(file: bytes) -> list[Element]:
    """The styles of a file."""
    return list(found(xml_of(file, "word/styles.xml"), "style"))


def test_every_style_that_is_used_is_there(file: bytes, body: Element) -> None:
    known = {value(style, "styleId") for style in styles(file)}
    used = {value(each) for tag in ("pStyle", "rStyle", "tblStyle") for each in found(body, tag)}
    based = {value(each) for style in styles(file) for each in found(style, "basedOn")}
    assert used | based <= known


def test_a_part_that_starts_a_page_does(body: Element) -> None:
    assert has(one(body, "2 Gevraagd besluit"), "pageBreakBefore")
    assert not has(one(body, "Een vraag"), "pageBreakBefore")


def test_the_number_of_a_paragraph_is_text_before_a_tab(body: Element) -> None:
    point = one(body, "2.1→de regiostaf in te stellen\xa0(1a)*")
    assert style_of(point) == "Besluitpuntmetnummer"
    assert value(next(found(point, "rStyle"))) == "Alineanummer"


def test_whose_words_a_text_is_is_the_name_of_its_style(file: bytes, body: Element) -> None:
    by_style = {value(run.find(f"{W}rPr/{W}rStyle")): words(run) for run in found(body, "r")}
    names = {value(style, "styleId"): value(style.find(f"{W}name")) for style in styles(file)}
    seen = {names[style]: said for style, said in by_style.items() if style}
    assert seen["Besluittekst"] == "de regiostaf in te stellen"
    assert "Tekst van de kring" in seen


@pytest.mark.parametrize("style", ["Tekstvandekring", "Besluittekst"])
def test_whose_words_a_text_is_is_not_seen(file: bytes, style: str) -> None:
    (look,) = (each for each in styles(file) if value(each, "styleId") == style)
    assert list(look.find(f"{W}rPr") or ()) == []


def test_a_counted_list_begins_anew() -> None:
    lists = (
        Listing(items("a", "b"), Marks.NUMBERS),
        Paragraph(text("Tussendoor.")),
        Listing(items("c"), Marks.NUMBERS),
    )
    file = write_docx(replace(EVERY_BLOCK, cover=(), blocks=lists), OWN_STYLE, {})
    numbers = [value(each) for each in found(body_of(file), "numId")]
    assert numbers[0] == numbers[1] != numbers[2]
    starts = {
        value(each, "numId"): [value(start) for start in found(each, "startOverride")]
        for each in found(xml_of(file, "word/numbering.xml"), "num")
    }
    assert starts[numbers[2]][0] == "1"


@pytest.mark.parametrize(
    ("marks", "form"), [(Marks.BULLETS, "bullet"), (Marks.NUMBERS, "decimal"), (Marks.LETTERS, "lowerLetter")]
)
def test_a_list_is_a_real_one(marks: Marks, form: str) -> None:
    file = write_docx(replace(EVERY_BLOCK, cover=(), blocks=(Listing(items("a"), marks),)), OWN_STYLE, {})
    numbering = xml_of(file, "word/numbering.xml")
    (number,) = (value(each) for each in found(body_of(file), "numId"))
    (definition,) = (
        value(each.find(f"{W}abstractNumId")) for each in found(numbering, "num") if value(each, "numId") == number
    )
    forms = {
        value(each, "abstractNumId"): value(next(found(each, "numFmt"))) for each in found(numbering, "abstractNum")
    }
    assert forms[definition] == form


def test_a_list_without_marks_has_none() -> None:
    assert not list(found(written(Listing(items("a"), Marks.NONE)), "numPr"))


def test_a_list_within_an_item_stands_deeper() -> None:
    inner = Listing(items("b"), Marks.LETTERS)
    told = written(Listing((Item(text("a"), inner=(inner,)),), Marks.NUMBERS))
    assert [value(each) for each in found(told, "ilvl")] == ["0", "1"]


def test_the_head_of_a_table_is_marked_and_repeated(body: Element) -> None:
    table = next(each for each in found(body, "tbl") if words(each).startswith("Nr."))
    first, second = found(table, "tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert second.find(f"{W}trPr/{W}tblHeader") is None
    look = next(found(table, "tblLook"))
    assert (value(look, "firstRow"), value(look, "firstColumn")) == ("1", "1")


def test_rows_do_not_break_and_columns_are_fixed(body: Element) -> None:
    tables = list(found(body, "tbl"))
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for table in tables for each in found(table, "tr"))
    assert {value(each, "type") for each in found(body, "tblLayout")} == {"fixed"}
    assert all(
        sum(int(value(each, "w")) for each in found(table, "gridCol")) == pytest.approx(8844, 3) for table in tables
    )


def test_facts_have_no_head(body: Element) -> None:
    facts = next(found(body, "tbl"))
    assert not list(found(facts, "tblHeader"))
    assert value(next(found(facts, "tblLook")), "firstRow") == "0"


def test_the_caption_of_a_table_stays_above_it(body: Element, file: bytes) -> None:
    caption = one(body, "Tabel 1. Bronnen")
    assert style_of(caption) == "Caption"
    assert has(caption, "keepNext")


def test_an_amount_stands_at_the_right(body: Element) -> None:
    assert value(one(body, "€\xa042.000").find(f"{W}pPr/{W}jc")) == "right"


def test_the_last_point_stays_with_where_one_signs() -> None:
    point = Paragraph(text("Besluit."), "2.1", style=Style.POINT)
    signing = next(block for block in EVERY_BLOCK.blocks if type(block).__name__ == "Signing")
    told = written(point, signing)
    assert [has(each, "keepNext") for each in paragraphs(told)] == [True, True, False]


def test_a_line_to_sign_on_is_a_tab_and_not_a_row_of_signs(file: bytes, body: Element) -> None:
    one(body, "De voorzitter, → De secretaris, →")
    (look,) = (each for each in styles(file) if value(each, "styleId") == "Ondertekening")
    assert {value(tab, "leader") for tab in found(look, "tab")} == {"underscore"}
    assert "__" not in words(body)


def test_a_box_is_paragraphs_with_a_ground(body: Element) -> None:
    assert style_of(one(body, "Dit voorstel kan zo niet worden besloten:")) == "Kaderstop"
    assert style_of(one(body, "Nog een reden.")) == "Kaderstop"
    assert style_of(one(body, "Let op: bij één paar ontbreekt een afspraak.")) == "Kaderletop"


def test_two_boxes_in_a_row_stay_apart() -> None:
    told = written(Box((Paragraph(text("Een.")),)), Box((Paragraph(text("Twee.")),)))
    first, second = (value(each.find(f"{W}pPr/{W}ind"), "right") for each in paragraphs(told))
    assert first != second


def test_each_picture_has_its_words(body: Element) -> None:
    assert [each.get("descr") for each in body.iter(f"{WP}docPr")] == [ALTERNATIVE]


def test_the_bar_along_the_cover_is_decorative(file: bytes) -> None:
    (header,) = (part for part in parts_of(file) if part.startswith("word/header") and "docPr" in told(file, part))
    assert 'decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"' in told(
        file, header
    )


def test_a_picture_that_is_not_there_is_told_in_words() -> None:
    told = body_of(write_docx(EVERY_BLOCK, OWN_STYLE, {}))
    assert one(told, ALTERNATIVE) is not None


def test_the_contents_are_a_field_with_its_rows_filled_in(body: Element) -> None:
    instructions = [(each.text or "").strip() for each in found(body, "instrText")]
    assert instructions[0] == 'TOC \\o "1-2" \\h \\z'
    assert [words(each) for each in paragraphs(body, "toc1")] == ["Samenvatting→", "2 Gevraagd besluit→"]
    kinds = Counter(value(each, "fldCharType") for each in found(body, "fldChar"))
    assert kinds["begin"] == kinds["separate"] == kinds["end"]


def test_nothing_is_counted_anew_while_it_opens(file: bytes) -> None:
    assert "updateFields" not in told(file, "word/settings.xml")
    assert "w:dirty" not in parts_with_text(file)


def test_every_link_in_the_full_example_has_its_bookmark(voorstel: Document) -> None:
    told = body_of(write_docx(voorstel, OWN_STYLE, PICTURES))
    names = [value(each, "name") for each in found(told, "bookmarkStart")]
    targets = {value(each, "anchor") for each in found(told, "hyperlink")} - {""}
    assert len(targets) > 50
    assert targets <= set(names)
    assert len(names) == len(set(names))
    assert all(name.replace("_", "").isalnum() and name[0].isalpha() for name in names)
    ends = [value(each, "id") for each in found(told, "bookmarkEnd")]
    assert sorted(ends) == sorted(value(each, "id") for each in found(told, "bookmarkStart"))


def test_a_web_address_is_a_link_outside_and_nothing_else_is(file: bytes, body: Element) -> None:
    outside = {each.get(f"{R}id") for each in found(body, "hyperlink")} - {None}
    relations = xml_of(file, "word/_rels/document.xml.rels")
    assert {each.get("Id") for each in relations if each.get("TargetMode") == "External"} == outside
    assert [each.get("Target") for each in relations if each.get("Id") in outside] == [
        "https://wetten.overheid.nl/BWBR0003740"
    ]
    assert parts_with_text(file).count('TargetMode="External"') == 1


def test_a_link_that_is_only_a_number_says_what_it_is(body: Element) -> None:
    assert "bron 1" in {value(each, "tooltip") for each in found(body, "hyperlink")}


def test_the_head_and_foot_of_the_pages(file: bytes) -> None:
    texts = {words(xml_of(file, part)) for part in parts_of(file) if part.startswith(("word/header", "word/footer"))}
    assert texts == {"", "Regiostaf Brabant-Noord→CONCEPT", "Concept van 24 november 2026→1 van 1"}
    (footer,) = (part for part in parts_of(file) if part.startswith("word/footer"))
    assert [(each.text or "").strip() for each in found(xml_of(file, footer), "instrText")] == ["PAGE", "NUMPAGES"]


def test_the_cover_has_no_head_and_no_foot(body: Element) -> None:
    assert next(found(body, "titlePg"), None) is not None
    assert next(found(written(Paragraph(text("Tekst."))), "titlePg"), None) is None


def test_pages_with_a_mark_of_their_own_have_it_at_their_head_alone() -> None:
    blocks = (
        Paragraph(text("Voor.")),
        Heading(2, text("Reglement"), new_page=True, mark="nog te toetsen"),
        Table("choices", (heads("a", "b", "c"),), (row("d", "e", "f"),)),
        Heading(2, text("Bijlage D"), new_page=True),
    )
    file = write_docx(replace(EVERY_BLOCK, cover=(), blocks=blocks), OWN_STYLE, {})
    opened = docx.Document(BytesIO(file))
    assert [section.header.paragraphs[0].text.partition("\t")[2] for section in opened.sections] == [
        "CONCEPT",
        "nog te toetsen",
        "CONCEPT",
    ]
    assert {section.footer.paragraphs[0].text for section in opened.sections} == {
        "Concept van 24 november 2026\t1 van 1"
    }


def test_the_paper_is_a4_with_the_margins_of_the_pdf(file: bytes) -> None:
    section = docx.Document(BytesIO(file)).sections[0]
    measures = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(measure.mm) for measure in measures if measure] == [210, 297, 36, 18]


def test_the_language_is_dutch(file: bytes) -> None:
    (language,) = found(xml_of(file, "word/styles.xml"), "lang")
    assert {value(language), value(language, "eastAsia"), value(language, "bidi")} == {"nl-NL"}
    assert "en-US" not in parts_with_text(file)


def test_the_file_says_what_it_is_and_nothing_of_the_machine(file: bytes) -> None:
    properties = docx.Document(BytesIO(file)).core_properties
    assert properties.title == "Regiostaf Brabant-Noord (concept)"
    assert properties.author == properties.last_modified_by == EVERY_BLOCK.author
    assert (properties.subject, properties.keywords) == (EVERY_BLOCK.subject, EVERY_BLOCK.keywords)
    assert (properties.language, properties.comments) == ("nl-NL", "")
    assert properties.created == properties.modified == MOMENT
    assert not [word for word in ("python", "Macintosh", "file:", "/home") if word in parts_with_text(file)]


def test_there_is_nothing_in_it_but_what_we_wrote(file: bytes) -> None:
    others = {part for part in parts_of(file) if "header" not in part and "footer" not in part and "media" not in part}
    assert {part for part in others if not part.endswith(".rels")} == {
        "[Content_Types].xml",
        "docProps/core.xml",
        "word/document.xml",
        "word/fontTable.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }


def test_the_file_may_be_edited(file: bytes) -> None:
    assert "documentProtection" not in told(file, "word/settings.xml")


def test_no_empty_paragraph_makes_room(voorstel: Document) -> None:
    told = body_of(write_docx(voorstel, OWN_STYLE, DRAWINGS))
    empty = [each for each in paragraphs(told) if not words(each).strip() and not list(each.iter(f"{WP}inline"))]
    assert empty == []


def test_a_letter_that_a_laptop_lacks_has_another_in_its_place(file: bytes) -> None:
    (font,) = found(xml_of(file, "word/fontTable.xml"), "font")
    assert (value(font, "name"), value(font.find(f"{W}altName"))) == ("Source Sans 3", "Calibri")


def test_a_house_shows_its_logo_which_says_its_name() -> None:
    told = body_of(write_docx(EVERY_BLOCK, HOUSE, PICTURES))
    assert next(told.iter(f"{WP}docPr")).get("descr") == "Gemeente Oss"
    assert "Gemeente Oss" not in words(told)


@pytest.mark.parametrize("cover", [EVERY_BLOCK.cover, ()])
def test_a_house_without_a_logo_shows_its_name(cover: tuple[Block, ...]) -> None:
    document, house = replace(EVERY_BLOCK, cover=cover), replace(HOUSE, logo=b"")
    first = paragraphs(body_of(write_docx(document, house, PICTURES)))[0]
    assert (style_of(first), words(first)) == ("Organisatie", "Gemeente Oss")


def test_headings_have_the_colour_of_the_house() -> None:
    file = write_docx(EVERY_BLOCK, HOUSE, PICTURES)
    (heading,) = (each for each in styles(file) if value(each, "styleId") == "Heading1")
    assert value(heading.find(f"{W}rPr/{W}color")) == "7B1E3A"


@pytest.mark.parametrize(
    "said",
    [
        ODD,
        "\x00\x01\x08\x0b\x1f\ufffe\uffff",
        "regel\neen\ttab\rretour",
        "e\u0301 \u202e omgekeerd",
        "De kring wil dit. " * 600,
        "\ud800",
    ],
)
def test_nothing_that_is_typed_breaks_the_file(said: str) -> None:
    runs = (Run(said, Whose.KRING), Run("bron", href="#" + said, label=said))
    blocks = (Heading(2, (Run(said),), said[:50]), Paragraph(runs, said[:5]), Listing((Item((Run(said),)),)))
    document = replace(EVERY_BLOCK, cover=(), blocks=blocks, title=said, head=said, mark=said, foot=said)
    opened = docx.Document(BytesIO(write_docx(document, OWN_STYLE, PICTURES)))
    assert len(opened.paragraphs) == 3


def test_typed_text_stays_as_it_is() -> None:
    assert words(paragraph(Run(ODD))) == ODD


def test_typed_lines_spaces_and_soft_hyphens_are_kept() -> None:
    told = paragraph(Run("€\xa042 af\xadbreken"), Run("nieuwe regel", break_before=True))
    assert words(told) == "€\xa042 af\xadbreken↵nieuwe regel"
    assert "\xad" not in "".join(each.text or "" for each in found(told, "t"))


def test_the_lines_that_end_a_document_stand_close() -> None:
    first, second = paragraphs(written(*(Paragraph(text(said), style=Style.LAST) for said in ("Code.", "Nagaan."))))
    assert [value(each.find(f".//{W}spacing"), "before") for each in (first, second)] == ["", "0"]


def test_a_long_title_is_smaller() -> None:
    sizes = []
    for title in ("Kort", "Een lange titel " * 8):
        blocks = (Heading(1, text(title)),)
        file = write_docx(replace(EVERY_BLOCK, cover=blocks, blocks=()), OWN_STYLE, {})
        (look,) = (each for each in styles(file) if value(each, "styleId") == "Title")
        sizes.append(int(value(look.find(f"{W}rPr/{W}sz"))) / 2)
    assert sizes == [26, 20]


@pytest.mark.slow
def test_the_largest_document_is_written() -> None:
    document = document_of(document_html(composed(capped()), Reading.VOORSTEL))
    assert len(docx.Document(BytesIO(write_docx(document, OWN_STYLE, PICTURES))).paragraphs) > 300
