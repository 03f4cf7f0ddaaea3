"""A document as a web page of its own, opened from a folder: it asks nothing of anybody."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from checklist.domain.advies.reading import Reading
from checklist.export.html import standalone_html
from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Users, resize
from tests.export.voorstellen import composed, example

pytestmark = pytest.mark.browser

ZOOMED = (320, 256)


@pytest.fixture(params=list(Reading), ids=str)
def document(request: pytest.FixtureRequest, users: Users, tmp_path: Path) -> Page:
    """The fullest example's document, opened by its file."""
    file = tmp_path / "document.html"
    file.write_text(standalone_html(composed(example("vol-voorstel")), request.param), encoding="utf-8")
    page = users.open()
    page.goto(file.as_uri())
    return page


def test_it_asks_for_no_other_file(document: Page) -> None:
    assert document.evaluate("performance.getEntriesByType('resource').map((one) => one.name)") == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=str)
def test_axe_finds_nothing(document: Page, size: tuple[int, int]) -> None:
    resize(document, size)
    assert violations(document) == []


def test_nothing_sticks_out_when_zoomed(document: Page) -> None:
    resize(document, ZOOMED)
    assert document.evaluate("document.documentElement.scrollWidth") <= ZOOMED[0]


def test_each_reference_leads_somewhere(document: Page) -> None:
    lost = document.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((link) => link.getAttribute('href').slice(1))"
        ".filter((id) => !document.getElementById(id))"
    )
    assert lost == []
