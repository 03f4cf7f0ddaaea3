"""Documents in a house style: its logo once on the cover, its colours, and none that is kept from before a change."""

import io
import re
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from checklist import documents
from checklist.domain.advies.reading import Reading
from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.export.html import advies_html, standalone_html, stylesheet_of
from checklist.export.pdf import RenderLimits, engine, render_pdf
from checklist.export.pdf.fetcher import OwnFilesFetcher
from checklist.export.pdf.resources import HOUSE_LOGO
from checklist.house_logo import logo_of
from checklist.models import Dossier
from checklist.models import HouseStyle as Row
from tests.export import samples
from tests.export.structure import problems, read_structure
from tests.export.verapdf import failures
from tests.house_style.logos import png
from tests.house_style.styles import COLOUR, NAME, save_style

LOGO = logo_of(png())
HOUSE = HouseStyle(NAME, *LOGO, COLOUR)
READINGS = list(Reading)


def html_of(reading: Reading, house: HouseStyle = OWN_STYLE) -> str:
    """A full design as the renderer gets it."""
    return advies_html(samples.example("vol-voorstel"), reading, house)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[Reading, bytes]:
    """Each document, in the process and with the limits of the product."""
    limits = RenderLimits(tmp_path_factory.mktemp("render") / "slots")
    return {
        reading: render_pdf(html_of(reading, HOUSE), limits, stylesheet_of(reading), house=HOUSE)
        for reading in READINGS
    }


@pytest.mark.slow
@pytest.mark.pdfua
def test_verapdf_passes_all_as_accessible_and_as_archival(written: dict[Reading, bytes], tmp_path: Path) -> None:
    for reading, pdf in written.items():
        (tmp_path / f"{reading}.pdf").write_bytes(pdf)
    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""


@pytest.mark.slow
def test_who_hears_a_document_hears_once_whose_it_is(written: dict[Reading, bytes]) -> None:
    for reading, pdf in written.items():
        structure = read_structure(pdf)
        first = structure.root.of_kind("Figure")[0]
        assert [figure.alt for figure in structure.root.of_kind("Figure")].count(NAME) == 1, reading
        assert first.alt == NAME
        assert problems(structure) == []


@pytest.mark.slow
def test_the_logo_stands_on_the_first_page_alone(written: dict[Reading, bytes]) -> None:
    for pdf in written.values():
        with pikepdf.open(io.BytesIO(pdf)) as document:
            # All pages share one list of what may be drawn.
            (name,) = document.pages[0].get_images()
            drawn = [page.Contents.read_bytes().count(f"{name} Do".encode()) for page in document.pages]
        assert drawn == [1, *[0] * (len(drawn) - 1)]


def test_a_document_is_in_the_colour_of_the_house() -> None:
    shell = "<!doctype html><html lang=nl><title>Proef</title><h1>Proef</h1><h2>Kop</h2>"
    own, other = (
        inks(engine.write_pdf(shell, stylesheet_of(Reading.VOORSTEL), house=house)) for house in (OWN_STYLE, HOUSE)
    )
    petrol, purple = "0.039216 0.309804 0.341176", "0.356863 0.176471 0.509804"
    assert petrol in own
    assert petrol not in other
    assert purple in other


def inks(pdf: bytes) -> str:
    """What is drawn on the first page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return document.pages[0].Contents.read_bytes().decode("latin-1")


@pytest.mark.parametrize("reading", READINGS)
def test_without_a_style_a_document_says_nothing_of_one(reading: Reading) -> None:
    assert "vs-house" not in html_of(reading)
    assert HOUSE_LOGO not in html_of(reading)
    assert html_of(reading, HouseStyle(colour=COLOUR)) == html_of(reading)


@pytest.mark.parametrize("reading", READINGS)
def test_without_a_logo_a_cover_has_the_name_as_text(reading: Reading) -> None:
    html = html_of(reading, HouseStyle("Voorbeeld & <Co>"))
    assert html.count('<p class="vs-house">Voorbeeld &amp; &lt;Co&gt;</p>') == 1


@pytest.mark.parametrize("reading", READINGS)
def test_the_author_stays_the_kring(reading: Reading) -> None:
    author = re.compile(
        '<meta name="author" content="Kring van gemeentesecretarissen, [Vv]eiligheidsregio Brabant-Noord">'
    )
    assert author.search(html_of(reading, HOUSE))


def test_the_renderer_serves_the_logo_that_it_is_given_and_no_other() -> None:
    with_logo, without = OwnFilesFetcher(HOUSE.logo), OwnFilesFetcher()
    assert with_logo(HOUSE_LOGO).read() == HOUSE.logo
    for fetcher, address in [
        (without, HOUSE_LOGO),
        (with_logo, HOUSE_LOGO + "/"),
        (with_logo, HOUSE_LOGO.upper()),
        (with_logo, "regiostaf:huisstijl/../huisstijl/logo.png"),
        (with_logo, "data:image/png;base64," + b64encode(HOUSE.logo).decode()),
    ]:
        with pytest.raises(URLError):
            fetcher(address)


def test_a_file_of_its_own_has_the_logo_and_the_colours_in_it() -> None:
    page = standalone_html(samples.example("vol-voorstel"), Reading.VOORSTEL, HOUSE)
    assert page.count(f'src="data:image/png;base64,{b64encode(HOUSE.logo).decode()}" alt="{NAME}"') == 1
    assert f":root {{ --petrol: {COLOUR};" in page
    assert page.index(COLOUR) > page.index("--petrol: #0a4f57")
    assert HOUSE_LOGO not in page


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> list[HouseStyle]:
    """In which style each document was made; how often is seen without the renderer."""
    settings.VAR_DIR = tmp_path
    rendered: list[HouseStyle] = []

    def render(*_: object, house: HouseStyle) -> bytes:
        rendered.append(house)
        return b"%PDF-"

    monkeypatch.setattr(documents, "render_pdf", render)
    return rendered


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [{"name": "Andere naam"}, {"colour": "#154273"}, {"logo": png((200, 100))}, {"logo": b""}],
    ids=["name", "colour", "logo", "no logo"],
)
def test_a_kept_document_is_made_again_after_any_change(
    dossier: Dossier, house: Row, change: dict[str, Any], made: list[HouseStyle]
) -> None:
    address = reverse("voorstel-pdf", args=[dossier.edit_key])
    for _ in range(2):
        assert Client().post(address).status_code == 200
    before = house.version
    changed = save_style(**change)
    for _ in range(2):
        assert Client().post(address).status_code == 200
    assert [style.version for style in made] == [before, changed.version]
    Row.objects.all().delete()
    Client().post(address)
    assert made[-1] == OWN_STYLE
