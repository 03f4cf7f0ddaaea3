"""The worksheet: made once and again when a text changed, sound to hear, with room to write."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist import documents, selectors
from checklist.export.pdf import RenderBusy, Stylesheet
from checklist.export.worksheet import worksheet_html
from checklist.models import Option
from tests.content import real_content
from tests.export.structure import Structure, problems, read_structure
from tests.export.verapdf import failures
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept_apart(tmp_path: Path, settings: Any) -> Path:
    """An installation without a worksheet yet."""
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.fixture
def renderings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was rendered; the renderer itself isn't needed to see how often it is asked."""
    rendered: list[str] = []

    def render(html: str, _limits: object, stylesheet: Stylesheet) -> bytes:
        assert stylesheet is Stylesheet.WORKSHEET
        rendered.append(html)
        return b"%PDF-" + str(len(rendered)).encode()

    monkeypatch.setattr(documents, "render_pdf", render)
    return rendered


def test_the_worksheet_is_made_once(client: Client, kept_apart: Path, renderings: list[str]) -> None:
    answers = [client.get(reverse("worksheet")) for _ in range(3)]
    assert [answer.content for answer in answers] == [b"%PDF-1"] * 3
    assert answers[0]["Content-Type"] == "application/pdf"
    assert len(renderings) == 1


def test_a_changed_text_makes_a_new_worksheet_in_the_same_file(
    client: Client, kept_apart: Path, renderings: list[str]
) -> None:
    client.get(reverse("worksheet"))
    Option.objects.filter(code="7a").update(label="Een andere tekst")
    assert client.get(reverse("worksheet")).content == b"%PDF-2"
    assert "Een andere tekst" in renderings[1]
    assert [path.name for path in kept_apart.iterdir()] == ["worksheet.kept"]


def test_a_worksheet_that_cannot_be_kept_is_still_given(
    client: Client, kept_apart: Path, renderings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    (kept_apart / "worksheet.kept").mkdir()
    assert client.get(reverse("worksheet")).content == b"%PDF-1"
    assert client.get(reverse("worksheet")).content == b"%PDF-2"
    assert "can't be kept" in caplog.text
    assert [path.name for path in kept_apart.iterdir()] == ["worksheet.kept"]


def test_a_worksheet_that_cannot_be_made_gets_a_page(
    client: Client, kept_apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise RenderBusy

    monkeypatch.setattr(documents, "render_pdf", refuse)
    response = client.get(reverse("worksheet"))
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "Het werkblad is er nu niet" in Page(response).title


def test_a_worksheet_takes_no_form(client: Client) -> None:
    assert client.post(reverse("worksheet")).status_code == 405


@pytest.fixture
def worksheet(client: Client) -> bytes:
    return client.get(reverse("worksheet")).content


@pytest.fixture
def structure(worksheet: bytes) -> Structure:
    return read_structure(worksheet)


@pytest.mark.pdfua
def test_verapdf_passes_the_worksheet(worksheet: bytes, tmp_path: Path) -> None:
    path = tmp_path / "worksheet.pdf"
    path.write_bytes(worksheet)
    assert failures([path]) == ""


def test_somebody_who_hears_the_worksheet_misses_nothing(structure: Structure) -> None:
    assert problems(structure) == []
    assert structure.title == "Werkblad regiostaf"
    assert [heading.text.split(".")[0] for heading in structure.root.of_kind("H2")][:12] == [
        str(number) for number in range(1, 13)
    ]


def test_the_worksheet_has_every_option_and_a_place_to_write(structure: Structure) -> None:
    items = [item.text for item in structure.root.of_kind("LI")]
    for option in Option.objects.all():
        assert f"{option.code} {option.label}" in items
    assert items.count("Nog niet bepaald") == 12
    paragraphs = [paragraph.text for paragraph in structure.root.of_kind("P")]
    assert paragraphs.count("Motivering") == paragraphs.count("Minderheidsstandpunt") == 12
    assert {"Kring van veiligheidsregio", "Datum", "Aanwezig"} <= set(paragraphs)


def test_the_worksheet_says_how_many_to_choose() -> None:
    text = " ".join(worksheet_html(real_content().questions).split())
    assert text.count("Kies één optie.") == 5
    assert "Kies 3a alleen zonder een andere optie." in text


def test_an_editors_odd_character_on_the_worksheet_is_a_square() -> None:
    Option.objects.filter(code="7a").update(label="De kring 🚒 <b>")
    html = worksheet_html(selectors.content_all().questions)
    assert "De kring □ &lt;b&gt;" in html
