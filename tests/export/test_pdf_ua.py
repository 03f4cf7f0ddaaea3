"""The PDF is PDF/UA-1 and PDF/A-3a by veraPDF, and sound for somebody who hears it (which a checker doesn't see)."""

import io
import re
from pathlib import Path

import pikepdf
import pytest

from checklist.export.pdf import RenderLimits, engine, finisher, render_pdf
from tests.export import samples
from tests.export.structure import Structure, page_texts, problems, read_structure
from tests.export.verapdf import failures
from tests.export.verslag import verslag_html

SHELL = "<!doctype html><html lang=nl><title>Proef</title><h1>Proef</h1>"


# All samples are rendered once, for veraPDF and for what only looks at them; two processes would each render them all.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    limits = RenderLimits(tmp_path_factory.mktemp("render") / "slots")
    return {name: render_pdf(verslag_html(make()), limits) for name, make in samples.SAMPLES.items()}


@pytest.fixture(scope="module")
def structures(documents: dict[str, bytes]) -> dict[str, Structure]:
    return {name: read_structure(document) for name, document in documents.items()}


@pytest.mark.pdfua
def test_verapdf_passes_every_document(documents: dict[str, bytes], tmp_path: Path) -> None:
    for name, document in documents.items():
        (tmp_path / f"{name}.pdf").write_bytes(document)
    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""


@pytest.mark.pdfua
def test_verapdf_fails_a_document_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "wrong.pdf"
    path.write_bytes(engine.write_pdf(SHELL + "<h3>Een niveau overgeslagen</h3>"))
    assert "7.4.2-1" in failures([path], "ua1")


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_somebody_who_hears_the_document_misses_nothing(structures: dict[str, Structure], name: str) -> None:
    assert problems(structures[name]) == []


def test_the_document_has_links_lists_a_table_and_all_its_headings_to_check(structures: dict[str, Structure]) -> None:
    root = structures["vol"].root
    assert [len(root.of_kind(kind)) > 0 for kind in ("Link", "L", "Table", "TH", "H4")] == [True] * 5
    assert len(root.of_kind("Table")) == 3
    assert len(root.of_kind("H3")) == 18
    assert [figure.alt.partition(";")[0] for figure in root.of_kind("Figure")] == ["De regiostaf in beeld"]


@pytest.mark.parametrize(("name", "pages"), [("leeg", range(3, 5)), ("half", range(8, 12)), ("vol", range(8, 13))])
def test_an_example_is_as_long_as_a_board_paper(documents: dict[str, bytes], name: str, pages: range) -> None:
    with pikepdf.open(io.BytesIO(documents[name])) as document:
        assert len(document.pages) in pages


@pytest.mark.parametrize("name", ["half", "vol", "stress", "clashing"])
def test_the_summary_has_one_page_to_itself(documents: dict[str, bytes], name: str) -> None:
    with pikepdf.open(io.BytesIO(documents[name])) as document, document.open_outline() as outline:
        chapters = {item.title: item for item in outline.root[0].children}
        pages = [page.obj.objgen for page in document.pages]
        starts = [pages.index(_page_of(chapters[title]).objgen) for title in ("Samenvatting", "Het ontwerp")]
    assert starts == [1, 2]


def _page_of(item: pikepdf.OutlineItem) -> pikepdf.Object:
    destination = item.destination
    assert isinstance(destination, pikepdf.Array)
    return destination[0]


def test_bookmarks_are_the_chapters_and_the_questions(structures: dict[str, Structure]) -> None:
    for structure in structures.values():
        headings = structure.root.of_kind("H1", "H2", "H3")
        assert [_without_spaces(mark) for mark in structure.bookmarks] == [_without_spaces(h.text) for h in headings]


def _without_spaces(text: str) -> str:
    """The walk can't tell the end of a line from the end of a mark, and puts a space at both."""
    return "".join(text.split())


def test_running_headers_and_page_numbers_are_not_read(structures: dict[str, Structure]) -> None:
    text = structures["leeg"].root.text
    assert text.count("CONCEPT") == text.count("24 november 2026") == 1
    assert re.findall(r"\b\d+ van \d+\b", text) == []


def test_a_paragraph_that_goes_on_over_the_page_is_one() -> None:
    words = " ".join(f"woord{number}" for number in range(1500))
    structure = read_structure(engine.write_pdf(f"{SHELL}<section><p>{words}</p></section><p>Slot.</p>"))
    assert [paragraph.text for paragraph in structure.root.of_kind("P")] == [words, "Slot."]
    assert len(structure.root.of_kind("Sect")) == 1


def test_a_list_that_goes_on_over_the_page_is_one_and_its_items_stay_apart() -> None:
    items = [f"Punt {number}." for number in range(120)]
    structure = read_structure(engine.write_pdf(SHELL + "<ul><li>" + "<li>".join(items) + "</ul><p>Slot.</p>"))
    (whole,) = structure.root.of_kind("L")
    assert [item.of_kind("LBody")[0].text for item in whole.children] == items


ROWS = "".join(f'<tr><th scope="row">{number}</th><td>Cel {number}</td></tr>' for number in range(120))


@pytest.mark.parametrize("wrapper", ["<table>{}</table>", "<section><div><table>{}</table></div></section>"])
def test_a_table_that_goes_on_over_the_page_is_one_and_its_header_is_read_once(wrapper: str) -> None:
    head = "<thead><tr><th scope=col>Nummer</th><th scope=col>Inhoud</th></tr></thead>"
    table = wrapper.format(f"{head}<tbody>{ROWS}</tbody>")
    structure = read_structure(engine.write_pdf(f"{SHELL}<p>Voor.</p>{table}<p>Na.</p>"))
    (whole,) = structure.root.of_kind("Table")
    assert [row.text for row in whole.of_kind("TR")] == ["Nummer Inhoud", *(f"{n} Cel {n}" for n in range(120))]
    assert problems(structure) == []


@pytest.mark.pdfua
def test_verapdf_passes_a_table_that_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "table.pdf"
    head = "<thead><tr><th scope=col>Nummer</th><th scope=col>Inhoud</th></tr></thead>"
    path.write_bytes(engine.write_pdf(f"{SHELL}<table>{head}<tbody>{ROWS}</tbody></table>"))
    assert failures([path]) == ""


def test_a_table_without_a_header_keeps_its_rows_apart() -> None:
    structure = read_structure(engine.write_pdf(f"{SHELL}<table><tbody>{ROWS}</tbody></table>"))
    assert len(structure.root.of_kind("TR")) == 120


def test_a_list_in_columns_is_one_list() -> None:
    items = [f"Punt {number}." for number in range(9)]
    structure = read_structure(engine.write_pdf(SHELL + '<ul style="columns: 2"><li>' + "<li>".join(items) + "</ul>"))
    (whole,) = structure.root.of_kind("L")
    assert [item.of_kind("LBody")[0].text for item in whole.children] == items


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_a_reason_in_columns_is_one_paragraph(structures: dict[str, Structure], name: str) -> None:
    paragraphs = [paragraph.text for paragraph in structures[name].root.of_kind("P")]
    for reason in samples.SAMPLES[name]().reasons:
        assert f"{reason.heading}. {reason.text}" in paragraphs


@pytest.mark.parametrize("above", range(216, 261, 4))
def test_no_step_stands_alone_at_the_foot_or_the_head_of_a_page(above: int) -> None:
    steps = "".join(f"<li>Stap {number} is lang genoeg. {'Dat duurt even. ' * 8}</li>" for number in range(1, 6))
    pdf = engine.write_pdf(f'{SHELL}<div style="height: {above}mm"></div><ol>{steps}</ol>')
    assert sum(text.count("Stap") for text in page_texts(pdf)) == 5
    assert 1 not in [text.count("Stap") for text in page_texts(pdf)]


def test_two_paragraphs_on_two_pages_stay_two() -> None:
    structure = read_structure(engine.write_pdf(SHELL + '<p>Eén.</p><p style="break-before: page">Twee.</p>'))
    assert [paragraph.text for paragraph in structure.root.of_kind("P")] == ["Eén.", "Twee."]


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<h3>Diep</h3>", "a level is skipped before H3 Diep"),
        ("<h1>Nog een</h1>", "the document needs one first-level heading"),
        ("<table><tbody><tr><td>1</td></tr></tbody></table>", "a row without a header: 1"),
        ("<table><caption>Kop</caption><tbody><tr><th>1</table>", "a table of ['Caption', 'TBody']"),
        ("<table><thead><tr><th>a</thead><tbody><tr><td>1</table>", "a row without a header: 1"),
        ('<a href="https://example.nl/"><br></a>', "a link without text"),
        ('<img src="regiostaf:proef.svg">', "a figure without a text"),
    ],
)
def test_the_walk_finds_what_is_wrong(markup: str, problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engine._fetcher._files, "regiostaf:proef.svg", Path(__file__).with_name("proef.svg"))
    found = problems(read_structure(engine.write_pdf(SHELL + markup)))
    assert any(problem in item for item in found), found


@pytest.mark.parametrize(
    ("repair", "markup", "problem"),
    [
        ("set_header_scopes", "<table><thead><tr><th>a</thead><tbody><tr><th>1</table>", "has scope ''"),
        ("mark_running_text_as_artefact", "<p>Tekst</p>", "text outside the tree: 1 van 1"),
        ("join_columns", '<ul style="columns: 2"><li>a<li>b</ul>', "a list of ['L', 'L']"),
        ("describe_links", '<p id="doel"><a href="#doel">Hier</a></p>', "link Hier is described as ['doel']"),
        ("make_links_whole", f'<p><a href="https://example.nl">{"Een lange link. " * 20}</a></p>', "falls in two"),
    ],
)
def test_the_walk_finds_what_the_finisher_repairs(
    repair: str, markup: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(*_: object) -> None:
        """The document as WeasyPrint makes it."""

    monkeypatch.setattr(finisher, repair, leave)
    found: list[str] = problems(read_structure(engine.write_pdf(SHELL + markup)))
    assert any(problem in item for item in found), found
