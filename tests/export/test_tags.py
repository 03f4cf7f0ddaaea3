"""What a voorstel is made of, as somebody hears it: each construct in a document made by hand."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from checklist.export.pdf import engine
from tests.export import constructs
from tests.export.structure import Element, Structure, problems, read_structure
from tests.export.verapdf import failures

SHELL = "<!doctype html><html lang=nl><title>Proef</title><h1>Proef</h1>"


@pytest.fixture(scope="module")
def written() -> Iterator[bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(engine._fetcher._files, "regiostaf:proef.svg", Path(__file__).with_name("proef.svg"))
        yield engine.write_pdf(constructs.HTML)


@pytest.fixture(scope="module")
def structure(written: bytes) -> Structure:
    return read_structure(written)


@pytest.mark.pdfua
def test_verapdf_passes_all_of_it(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "constructs.pdf"
    path.write_bytes(written)
    assert failures([path]) == ""


def test_somebody_who_hears_it_misses_nothing(structure: Structure) -> None:
    assert problems(structure) == []


def test_the_contents_are_contents_with_a_title_and_a_page_in_each_row(structure: Structure) -> None:
    (contents,) = structure.root.of_kind("TOC")
    rows = [[link.descriptions for link in item.of_kind("Link")] for item in contents.children]
    assert rows == [
        [[text], [f"bladzijde {page}"]] for (_, text), page in zip(constructs.CONTENTS, ("2", "3", "4"), strict=True)
    ]


@pytest.mark.parametrize(
    "row", ['<li><a href="#x">X</a><p>Uitleg</p></li>', "<li><a href='#x'>X</a><ul><li>Onder</li></ul></li>"]
)
def test_a_list_that_holds_more_than_links_stays_a_list(row: str) -> None:
    html = f'{SHELL}<nav><ul><li><a href="#x">Y</a></li>{row}</ul></nav><h2 id="x">X</h2>'
    root = read_structure(engine.write_pdf(html)).root
    assert [root.of_kind(kind) for kind in ("TOC", "TOCI", "Reference")] == [[], [], []]
    assert root.of_kind("L")


def test_a_list_of_links_elsewhere_stays_a_list() -> None:
    html = f'{SHELL}<ul><li><a href="#x">X</a></li></ul><h2 id="x">X</h2>'
    assert read_structure(engine.write_pdf(html)).root.of_kind("TOC") == []


def test_contents_that_go_on_over_the_page_are_one() -> None:
    rows = "".join('<li><a href="#x">X</a></li>' for _ in range(90))
    root = read_structure(engine.write_pdf(f'{SHELL}<nav><ul>{rows}</ul></nav><h2 id="x">X</h2>')).root
    assert [len(contents.children) for contents in root.of_kind("TOC")] == [90]


def numbered(structure: Structure, number: str) -> Element:
    (found,) = (p for p in structure.root.of_kind("P") if p.text.startswith(number))
    return found


def test_a_number_is_heard_before_its_paragraph_and_with_it(structure: Structure) -> None:
    assert numbered(structure, "2.2").text == "2.2 kennis te nemen van:"


def test_a_source_is_heard_as_a_source(structure: Structure) -> None:
    (source,) = numbered(structure, "2.1").of_kind("Link")
    assert (source.text, source.descriptions) == ("1", ["bron 1"])


def test_an_address_over_two_lines_is_one_link_with_a_place_to_click_in_each(structure: Structure) -> None:
    (address,) = (link for link in structure.root.of_kind("Link") if link.text.startswith("wetten"))
    whole = constructs.ADDRESS.replace("<wbr>", "")
    assert address.text.replace(" ", "") == whole
    assert address.descriptions == [whole] * 2


def test_a_link_over_the_page_is_one() -> None:
    words = " ".join(f"woord{number}" for number in range(1500))
    structure = read_structure(engine.write_pdf(f'{SHELL}<p>Voor <a href="https://example.nl">{words}</a> na.</p>'))
    (link,) = structure.root.of_kind("Link")
    assert link.text == words
    assert problems(structure) == []


def test_a_table_without_a_head_names_its_facts(structure: Structure) -> None:
    facts = structure.root.of_kind("Table")[0]
    assert [(cell.text, cell.scope) for cell in facts.of_kind("TH")] == [("Status", "Row"), ("Orgaan", "Row")]


def test_a_caption_belongs_to_its_table_over_its_pages(structure: Structure) -> None:
    risks = structure.root.of_kind("Table")[1]
    assert [child.kind for child in risks.children] == ["Caption", "THead", "TBody"]
    assert risks.children[0].text == "Tabel 2. De risico’s"
    assert len(risks.of_kind("TR")) == 71


@pytest.mark.parametrize("above", range(225, 262, 3))
def test_a_table_keeps_its_header_wherever_its_page_ends(above: int) -> None:
    rows = "".join(f'<tr><th scope="row">{number}</th><td>{"Cel. " * 60}</td></tr>' for number in range(9))
    head = "<thead><tr><th scope=col>Nummer</th><th scope=col>Inhoud</th></tr></thead>"
    table = f"<table><caption>Tabel 1</caption>{head}<tbody>{rows}</tbody></table>"
    style = "<style>table { table-layout: fixed; width: 100% } tr { break-inside: avoid }</style>"
    html = f'{SHELL}{style}<div style="height: {above}mm"></div><section>{table}</section>'
    structure = read_structure(engine.write_pdf(html))
    assert [len(table.of_kind("TR")) for table in structure.root.of_kind("Table")] == [10]
    assert problems(structure) == []


def test_points_have_a_mark_and_a_text(structure: Structure) -> None:
    points = structure.root.of_kind("L")[1]
    assert [[part.kind for part in item.children] for item in points.children] == [["Lbl", "LBody"]] * 2
    assert [item.of_kind("LBody")[0].text for item in points.children] == ["de instelling; (1a)", "de taken. (2d)"]


def test_a_drawing_says_where_on_its_page_it_stands(written: bytes) -> None:
    with pikepdf.open(io.BytesIO(written)) as document:
        (figure,) = (item for item in document.objects if "/Alt" in item and item.get("/S") == "/Figure")
        left, foot, right, top = (float(corner) for corner in figure.A.BBox)
        content = figure.Pg.Contents.read_bytes()
        width, height = (float(corner) for corner in figure.Pg.MediaBox[2:])
    assert b"Do" in content or b"re" in content
    assert 36 / 25.4 * 72 - 1 < left < right <= width
    assert 0 < foot < top < height


def test_the_order_of_reading_is_that_of_the_page(structure: Structure) -> None:
    text = structure.root.text
    told = [
        "Inhoud",
        "Dit voorstel kan zo niet",
        "Eén reden.",
        "Vraag.",
        "besluit:",
        "2.1",
        "2.2",
        "Besloten op",
        "Tabel 2",
    ]
    places = [text.index(item, text.index("Vraag.") if item in {"besluit:", "2.1"} else 0) for item in told]
    assert places == sorted(places)


def test_running_text_and_lines_are_not_read(structure: Structure) -> None:
    assert structure.root.text.count("Een regiostaf") == 1
