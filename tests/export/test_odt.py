"""The ODT of a document made by hand, of each kind of block, as odfdo and a parser of XML read it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import odfdo
import pytest

from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.export.blocks.tables import TEXT_WIDTH, widths_of
from checklist.export.blocks.value import Block, Document, Heading, Paragraph, Run, Runs, Style, Table
from checklist.export.odt import write_odt
from checklist.export.odt.xml import NAMESPACES
from tests.export.every_block import ALTERNATIVE, BLOCKS, EVERY_BLOCK, PICTURES, picture, row
from tests.export.libreoffice import converted
from tests.export.packages import odt_faults, xml_of


@pytest.fixture(scope="module")
def file() -> bytes:
    """The document of each kind of block."""
    return write_odt(EVERY_BLOCK, OWN_STYLE, PICTURES)


@pytest.fixture(scope="module")
def body(file: bytes) -> Element:
    """Its text, as XML."""
    return xml_of(file, "content.xml")


@pytest.fixture(scope="module")
def styles(file: bytes) -> Element:
    """Its styles, as XML."""
    return xml_of(file, "styles.xml")


def name_of(name: str) -> str:
    """A name of OpenDocument ('text:p') as a parser gives it."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def get(element: Element, attribute: str) -> str:
    """An attribute, '' when there is none."""
    return element.get(name_of(attribute), "")


def found(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a kind inside an element."""
    return element.iter(name_of(tag))


def one(element: Element, tag: str, attribute: str = "", value: str = "") -> Element:
    """The one element of a kind, with this value of an attribute."""
    (only,) = (item for item in found(element, tag) if not attribute or get(item, attribute) == value)
    return only


def words(element: Element) -> str:
    """The words of an element, a tab and a new line as signs."""
    signs = {name_of("text:tab"): "→", name_of("text:line-break"): "↵", name_of("text:s"): "␣"}
    inside = "".join(words(child) + (child.tail or "") for child in element)
    sign = signs.get(element.tag, "") * int(get(element, "text:c") or 1)
    return sign + (element.text or "") + inside


def style_of(body: Element, element: Element) -> str:
    """The style of a paragraph that its user sees: that which an automatic style is made of."""
    style = get(element, "text:style-name")
    automatic = {get(item, "style:name"): get(item, "style:parent-style-name") for item in found(body, "style:style")}
    return automatic.get(style) or style


def properties(element: Element, name: str) -> dict[str, str]:
    """What a style says of paragraphs, tables, rows and so on."""
    style = one(element, "style:style", "style:name", name)
    return {key.rpartition("}")[2]: value for part in style for key, value in part.attrib.items()}


def paragraphs_of(*runs: Run) -> Element:
    """The text of a document of one paragraph."""
    document = replace(EVERY_BLOCK, cover=(), blocks=(Paragraph(runs),))
    return xml_of(write_odt(document, OWN_STYLE, {}), "content.xml")


def only_paragraph(*runs: Run) -> Element:
    """A paragraph of these runs."""
    return one(paragraphs_of(*runs), "text:p")


def written(*blocks: Block, document: Document = EVERY_BLOCK) -> bytes:
    """A document of these blocks without a cover."""
    return write_odt(replace(document, cover=(), blocks=blocks), OWN_STYLE, PICTURES)


def test_the_file_is_in_order_before_any_program_mends_it(file: bytes) -> None:
    assert odt_faults(file) == []


@pytest.mark.slow
def test_libreoffice_opens_it_without_a_word(file: bytes, tmp_path: Path) -> None:
    path = tmp_path / "alles.odt"
    path.write_bytes(file)

    assert converted(path, "pdf", tmp_path / "pdf").read_bytes().startswith(b"%PDF")


def test_the_same_document_gives_the_same_bytes(file: bytes) -> None:
    assert write_odt(EVERY_BLOCK, OWN_STYLE, PICTURES) == file


def test_the_parts_bear_no_moment(file: bytes) -> None:
    with ZipFile(BytesIO(file)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_what_it_is_in_what_language_and_nothing_of_the_machine(file: bytes) -> None:
    meta = xml_of(file, "meta.xml")[0]

    assert [(item.tag.rpartition("}")[2], item.text) for item in meta] == [
        ("title", "Regiostaf Brabant-Noord (concept)"),
        ("subject", "Bestuursvoorstel regiostaf, het algemeen bestuur"),
        ("keyword", "regiostaf, veiligheidsregio, Brabant-Noord"),
        ("initial-creator", "Kring van gemeentesecretarissen, Veiligheidsregio Brabant-Noord"),
        ("creator", "Kring van gemeentesecretarissen, Veiligheidsregio Brabant-Noord"),
        ("language", "nl-NL"),
        ("generator", "Regiostaf"),
    ]


def test_what_a_document_does_not_say_of_itself_is_not_there() -> None:
    meta = xml_of(write_odt(replace(EVERY_BLOCK, keywords=""), OWN_STYLE, PICTURES), "meta.xml")

    assert not [item for item in meta.iter() if item.tag.endswith("}keyword")]


def test_it_bears_the_moment_that_it_is_given() -> None:
    made = datetime(2026, 11, 24, tzinfo=UTC)
    meta = odfdo.Document(BytesIO(write_odt(EVERY_BLOCK, OWN_STYLE, PICTURES, made))).meta

    assert meta.creation_date == meta.date == made


def test_all_text_is_dutch_for_a_speller(styles: Element) -> None:
    default = one(styles, "style:default-style", "style:family", "paragraph")
    text = one(default, "style:text-properties")

    assert (get(text, "fo:language"), get(text, "fo:country")) == ("nl", "NL")


def test_headings_are_headings_with_their_levels(file: bytes) -> None:
    headings = odfdo.Document(BytesIO(file)).body.headers

    assert [(heading.get_attribute_string("text:outline-level"), str(heading).strip()) for heading in headings] == [
        ("1", "Samenvatting"),
        ("1", "2 Gevraagd besluit"),
        ("2", "Het algemeen bestuur besluit:"),
        ("2", "Een vraag"),
        ("3", "Een onderdeel"),
        ("4", "Een onderdeel daarvan"),
    ]


def test_each_kind_of_text_has_a_style_of_its_own(body: Element) -> None:
    kinds = {style_of(body, paragraph): words(paragraph) for paragraph in found(body, "text:p")}
    expected = {
        "Title": "Regiostaf Brabant-Noord",
        "Soort_20_op_20_omslag": "Ontwerp van de kring van gemeentesecretarissen",
        "Subtitle": "Concept van 24 november 2026",
        "Merkteken": "CONCEPT",
        "Inleiding": "De eerste regels.",
        "Besluitpunt": "2.2→kennis te nemen van:",
        "Toelichting": "Wat bij de tabel hoort.",
        "Caption": "Tabel 2. Kosten",
        "Slot": "Dit document. Stand: concept.",
    }

    assert {name: kinds.get(name) for name in expected} == expected


def test_every_style_that_the_text_names_is_there(body: Element, styles: Element) -> None:
    named = {
        value
        for element in body.iter()
        for key, value in element.attrib.items()
        if key.endswith(("}style-name", "}parent-style-name", "}visited-style-name"))
    }
    made = {get(style, "style:name") for part in (body, styles) for style in part.iter() if get(style, "style:name")}

    assert named - made == set()


def test_the_number_of_a_paragraph_is_text_that_hangs_in_the_margin(body: Element, styles: Element) -> None:
    (point,) = (item for item in found(body, "text:p") if words(item).startswith("2.1"))

    assert words(point) == "2.1→de regiostaf in te stellen\N{NO-BREAK SPACE}(1a)*"
    assert properties(styles, "Alinea")["text-indent"] == "-15mm"


def test_the_last_point_stays_with_where_its_organ_signs(body: Element) -> None:
    (before,) = (item for item in found(body, "text:p") if words(item).startswith("Besloten op"))

    assert properties(body, get(before, "text:style-name"))["keep-with-next"] == "always"


def test_a_line_to_write_on_is_an_underlined_tab(body: Element) -> None:
    (line,) = (item for item in found(body, "text:p") if words(item).startswith("De voorzitter"))

    assert words(line) == "De voorzitter, → De secretaris, →"
    assert [words(span) for span in found(line, "text:span") if get(span, "text:style-name") == "Invullijn"] == [
        "→"
    ] * 2


def test_text_says_whose_words_it_is_without_a_look_of_its_own(body: Element, styles: Element) -> None:
    spans = {get(span, "text:style-name"): words(span) for span in found(body, "text:span")}

    assert spans["Besluittekst"] == "de regiostaf in te stellen"
    assert spans["Van_20_de_20_kring"] == "Een nieuwe regel."
    assert properties(styles, "Besluittekst") == properties(styles, "Van_20_de_20_kring") == {}


def test_a_new_line_stays_in_its_paragraph(body: Element) -> None:
    assert any("titel↵Een nieuwe regel." in words(paragraph) for paragraph in found(body, "text:p"))


def test_links_lead_to_places_in_the_text_or_outside(body: Element) -> None:
    places = {get(bookmark, "text:name") for bookmark in found(body, "text:bookmark")}
    links = {words(link): get(link, "xlink:href") for link in found(body, "text:a")}

    assert links["2.1"] == "#p2.1"
    assert links["de wet"] == "https://wetten.overheid.nl/BWBR0003740"
    assert {href[1:] for href in links.values() if href.startswith("#")} <= places


def test_a_link_to_a_place_that_is_not_there_is_text(body: Element) -> None:
    assert "nergens" not in {words(link) for link in found(body, "text:a")}


def test_a_link_that_is_but_a_number_says_what_it_is(body: Element) -> None:
    assert get(one(body, "text:a", "xlink:href", "#bron-1"), "office:title") == "bron 1"


def test_every_anchor_can_be_reached_once(body: Element) -> None:
    names = [get(bookmark, "text:name") for bookmark in found(body, "text:bookmark")]

    assert sorted(names) == sorted(set(names))
    assert set(names) >= {"stop", "lid-1", "bron-1", "tabel-1", "figuur-1", "samenvatting", "p4.2.1"}


def test_the_contents_are_filled_in_and_each_row_leads_to_its_chapter(body: Element) -> None:
    contents = one(body, "text:table-of-content")
    rows = [(words(link), get(link, "xlink:href")) for link in found(contents, "text:a")]

    assert words(one(contents, "text:index-title")) == "Inhoud"
    assert rows == [
        ("Samenvatting→ ", "#samenvatting"),
        ("2 Gevraagd besluit→ ", "#hoofdstuk-2"),
        ("2a Een vraag→ ", "#vraag-2"),
    ]


def test_a_chapter_that_starts_a_page_says_so(body: Element) -> None:
    first, second, *rest = found(body, "text:h")

    for heading in (first, second):
        assert properties(body, get(heading, "text:style-name"))["break-before"] == "page"
    assert not any("break-before" in properties_of_automatic(body, heading) for heading in rest)


def properties_of_automatic(body: Element, element: Element) -> dict[str, str]:
    """What an automatic style adds to that of a paragraph, nothing when it has none."""
    name = get(element, "text:style-name")
    made = {get(style, "style:name") for style in found(body, "style:style")}
    return properties(body, name) if name in made else {}


def test_lists_are_lists_with_the_mark_of_their_kind(body: Element) -> None:
    lists = [(get(item, "text:style-name"), len(item)) for item in found(body, "text:list")]

    assert lists == [
        ("Nummering_20_in_20_kader", 2),
        ("Opsomming", 2),
        ("Nummering", 2),
        ("Lettering", 2),
        ("Nummering", 1),
        ("Zonder_20_teken", 1),
    ]


def test_each_counted_list_starts_anew(body: Element) -> None:
    counted = [item for item in found(body, "text:list") if get(item, "text:style-name").startswith(("Numm", "Lett"))]

    assert [get(item[0], "text:start-value") for item in counted] == ["1"] * 4


def test_the_heads_of_a_table_repeat_on_each_page_and_its_rows_stay_whole(body: Element) -> None:
    table = one(body, "table:table", "table:name", "Tabel 1. Bronnen")
    head = one(table, "table:table-header-rows")
    rows = [get(row, "table:style-name") for row in found(table, "table:table-row")]

    assert [words(cell) for cell in found(head, "table:table-cell")] == [
        "Nr.",
        "Bron",
        "Vindplaats",
        "Nagekeken",
        "Adres",
    ]
    assert {properties(body, row)["keep-together"] for row in rows} == {"always"}


def test_facts_have_no_row_of_heads(body: Element) -> None:
    facts = next(found(body, "table:table"))

    assert not list(found(facts, "table:table-header-rows"))
    assert [words(cell) for cell in found(facts, "table:table-cell")][:2] == ["Status", "Concept"]


def test_columns_are_as_wide_as_their_kind_asks_and_fill_the_line(body: Element) -> None:
    table = one(body, "table:table", "table:name", "Tabel 1. Bronnen")
    names = [get(column, "table:style-name") for column in found(table, "table:table-column")]
    widths = [float(properties(body, name)["column-width"].removesuffix("mm")) for name in names]

    assert tuple(widths) == widths_of("sources", 5)
    assert sum(widths) == TEXT_WIDTH


def test_no_two_tables_have_one_name(body: Element) -> None:
    names = [get(table, "table:name") for table in found(body, "table:table")]

    assert sorted(names) == sorted(set(names))


def test_amounts_stand_at_the_right(body: Element) -> None:
    (amount,) = (item for item in found(body, "text:p") if words(item) == "€\N{NO-BREAK SPACE}42.000")

    assert style_of(body, amount) == "Bedrag"


def test_a_box_is_paragraphs_with_one_border(body: Element) -> None:
    boxed = [words(item) for item in found(body, "text:p") if style_of(body, item).startswith("Kader_20_stop")]

    assert boxed == ["Dit voorstel kan zo niet worden besloten:", "Een reden.", "Nog een reden."]


def test_a_picture_has_its_words_and_its_measure(file: bytes, body: Element) -> None:
    frame = one(body, "draw:frame")

    assert words(one(frame, "svg:desc")) == ALTERNATIVE
    assert words(one(frame, "svg:title")) == "Organigram"
    assert (get(frame, "svg:width"), get(frame, "svg:height")) == ("156.00mm", "78.00mm")
    with ZipFile(BytesIO(file)) as package:
        assert package.read(get(one(frame, "draw:image"), "xlink:href")) == PICTURES["organigram"]


def test_a_drawing_without_a_picture_is_told_in_its_words() -> None:
    file = write_odt(EVERY_BLOCK, OWN_STYLE, {})

    assert ALTERNATIVE in [words(paragraph) for paragraph in found(xml_of(file, "content.xml"), "text:p")]
    assert odt_faults(file) == []


def test_a_picture_that_is_not_in_the_document_is_left_out() -> None:
    assert b"tijdlijn" not in write_odt(EVERY_BLOCK, OWN_STYLE, PICTURES | {"tijdlijn": picture()})


def test_the_pages_after_the_cover_say_the_title_the_state_and_which_page_they_are(styles: Element) -> None:
    page = one(styles, "style:master-page", "style:name", "Standard")

    assert words(one(page, "style:header")) == "Regiostaf Brabant-Noord→CONCEPT"
    assert words(one(page, "style:footer")) == "Concept van 24 november 2026→1 van 1"
    assert len(list(found(page, "text:page-number"))) == len(list(found(page, "text:page-count"))) == 1


def test_the_cover_has_a_page_without_them(body: Element, styles: Element) -> None:
    cover = one(styles, "style:master-page", "style:name", "Omslag")
    first = next(found(body, "text:p"))

    assert words(cover).strip() == ""
    assert (
        get(one(body, "style:style", "style:name", get(first, "text:style-name")), "style:master-page-name") == "Omslag"
    )


def test_a_document_without_a_cover_starts_on_a_page_like_the_others() -> None:
    body = xml_of(written(*BLOCKS), "content.xml")

    assert {get(style, "style:master-page-name") for style in found(body, "style:style")} - {""} == {"Standard"}


def test_a_part_with_a_mark_of_its_own_has_pages_that_say_it_and_what_follows_has_not() -> None:
    part = Heading(2, (Run("Deel"),), new_page=True, mark="concept, nog te toetsen door een jurist")
    file = written(
        part, Heading(2, (Run("Nog een"),), new_page=True, mark=part.mark), Heading(2, (Run("Na"),), new_page=True)
    )
    body, styles = xml_of(file, "content.xml"), xml_of(file, "styles.xml")
    heads = {get(page, "style:name"): words(one(page, "style:header")) for page in found(styles, "style:master-page")}
    looks = [one(body, "style:style", "style:name", get(item, "text:style-name")) for item in found(body, "text:h")]

    assert [heads.get(get(look, "style:master-page-name")) for look in looks] == [
        f"Regiostaf Brabant-Noord→{part.mark}",
        None,
        "Regiostaf Brabant-Noord→CONCEPT",
    ]
    assert [properties(body, get(look, "style:name")).get("break-before") for look in looks] == [None, "page", None]


def test_a_page_is_a4_with_the_margins_of_the_pdf(styles: Element) -> None:
    page = one(one(styles, "style:page-layout", "style:name", "A4"), "style:page-layout-properties")

    assert (get(page, "fo:page-width"), get(page, "fo:page-height")) == ("210mm", "297mm")
    assert (get(page, "fo:margin-left"), get(page, "fo:margin-right")) == ("36mm", "18mm")


@pytest.mark.parametrize(
    ("style", "size"),
    [
        ("Besluitpunt", "11pt"),
        ("Toelichting", "9.5pt"),
        ("Table_20_Contents", "9.5pt"),
        ("Alineanummer", "9pt"),
        ("Header", "9pt"),
        ("Title", "26pt"),
        ("Lange_20_titel", "20pt"),
        ("Heading_20_1", "15pt"),
        ("Heading_20_2", "11.5pt"),
    ],
)
def test_letters_are_as_large_as_in_the_pdf(styles: Element, style: str, size: str) -> None:
    assert properties(styles, style)["font-size"] == size


def test_the_letter_is_named_with_its_kind_for_who_does_not_have_it(styles: Element) -> None:
    face = one(styles, "style:font-face", "style:name", "Source Sans 3")

    assert get(face, "style:font-family-generic") == "swiss"


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        ((Run("a  b"),), "a␣␣b"),
        ((Run("a "), Run(" b")), "a ␣b"),
        ((Run(" a"),), "␣a"),
        ((Run("a\tb\nc"),), "a→b↵c"),
        ((Run('<b>&amp; ’ "x"'),), '<b>&amp; ’ "x"'),
        ((Run("a\x00b\x0bc\ufffed\ud800e"),), "abcde"),
        ((Run("€\N{NO-BREAK SPACE}5"),), "€\N{NO-BREAK SPACE}5"),
    ],
)
def test_what_is_typed_is_kept_but_for_what_xml_has_no_place_for(runs: Runs, told: str) -> None:
    assert words(only_paragraph(*runs)) == told


@pytest.mark.parametrize(
    ("typed", "direction"), [("شيماء Jansen", "rl-tb"), ("Jansen שלום", ""), ("12, שלום", "rl-tb")]
)
def test_a_paragraph_goes_the_way_of_its_first_letter(typed: str, direction: str) -> None:
    body = paragraphs_of(Run(typed))
    look = properties_of_automatic(body, one(body, "text:p"))

    assert look.get("writing-mode", "") == direction


@pytest.mark.parametrize(
    ("title", "on_cover", "style"),
    [
        ("Regiostaf", True, "Title"),
        ("Regiostaf " * 7, True, "Lange_20_titel"),
        ("Regiostaf", False, "Lange_20_titel"),
    ],
)
def test_a_title_that_is_long_or_has_no_cover_is_smaller(title: str, on_cover: bool, style: str) -> None:
    heading = (Heading(1, (Run(title),)),)
    document = replace(EVERY_BLOCK, cover=heading * on_cover, blocks=heading * (not on_cover))
    body = xml_of(write_odt(document, OWN_STYLE, {}), "content.xml")

    assert style_of(body, one(body, "text:p")) == style


def test_the_colour_of_the_house_is_that_of_headings_and_links() -> None:
    styles = xml_of(write_odt(EVERY_BLOCK, HouseStyle(colour="#7a1f5c"), PICTURES), "styles.xml")

    assert properties(styles, "Heading_20_1")["color"] == properties(styles, "Internet_20_link")["color"] == "#7a1f5c"


def test_the_logo_of_who_issues_it_stands_first_with_its_words() -> None:
    file = write_odt(EVERY_BLOCK, HouseStyle("Kring Brabant-Noord", picture(600, 100), (600, 100)), PICTURES)
    body = xml_of(file, "content.xml")
    first = next(found(body, "text:p"))

    assert words(one(first, "svg:desc")) == "Kring Brabant-Noord"
    assert get(one(first, "draw:frame"), "svg:width") == "60.00mm"
    assert style_of(body, first) == "Organisatie"
    assert odt_faults(file) == []


def test_the_name_of_who_issues_it_stands_there_when_there_is_no_logo() -> None:
    body = xml_of(write_odt(EVERY_BLOCK, HouseStyle("Kring Brabant-Noord"), PICTURES), "content.xml")

    assert words(next(found(body, "text:p"))) == "Kring Brabant-Noord"


@pytest.mark.parametrize(
    ("title", "organisation", "style"),
    [
        ("Regiostaf", "", "Soort_20_op_20_omslag"),
        ("Regiostaf", "Kring Brabant-Noord", "Soort"),
        ("Regiostaf " * 7, "", "Soort"),
    ],
)
def test_the_cover_leaves_room_above_its_first_line_where_there_is(title: str, organisation: str, style: str) -> None:
    kind, _, *rest = EVERY_BLOCK.cover
    document = replace(EVERY_BLOCK, cover=(kind, Heading(1, (Run(title),)), *rest))
    body = xml_of(write_odt(document, HouseStyle(organisation), PICTURES), "content.xml")

    assert style in {style_of(body, paragraph) for paragraph in found(body, "text:p")}


@pytest.mark.parametrize(("facts", "style"), [(10, "Soort_20_op_20_omslag"), (11, "Soort")])
def test_the_facts_of_all_that_was_done_take_the_room_of_the_cover(facts: int, style: str) -> None:
    cover = tuple(
        replace(block, rows=(row("Status", "Besloten"),) * facts) if isinstance(block, Table) else block
        for block in EVERY_BLOCK.cover
    )
    body = xml_of(write_odt(replace(EVERY_BLOCK, cover=cover), OWN_STYLE, PICTURES), "content.xml")

    assert style in {style_of(body, paragraph) for paragraph in found(body, "text:p")}


def test_a_point_without_a_number_does_not_hang_in_the_margin() -> None:
    body = xml_of(written(Paragraph((Run("te besluiten"),), style=Style.POINT)), "content.xml")

    assert style_of(body, one(body, "text:p")) == "Besluitpunt_20_zonder_20_nummer"
