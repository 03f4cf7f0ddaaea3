"""A stored HTML as a PDF in two states, with other templates and another stylesheet of ours in between."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.test import override_settings

from checklist.domain.advies.reading import Reading
from checklist.domain.decision_content import Organ
from checklist.domain.settled.frozen import Frozen
from checklist.domain.state import Outcome, Stand, State
from checklist.export.pdf import Attachment, Relationship, Stylesheet, engine
from checklist.export.settled import printed_html
from tests.export.file_words import heard_of_pdf
from tests.export.states import LATER, OFFERED
from tests.export.verapdf import failures
from tests.frozen import SETTLED_ON, frozen, sample, snapshot

pytestmark = pytest.mark.slow

SETTLED = State(Stand.SETTLED, 1, SETTLED_ON, code=OFFERED.code, address="https://regiostaf.example/advies/0/")
DECIDED = replace(
    SETTLED,
    stand=Stand.DECIDED,
    offered_on=SETTLED_ON,
    organ=Organ.AB,
    decided_on=LATER,
    outcome=Outcome.CHANGED,
    text="Het bestuur wil eerst een proef van een jaar. " * 40,
)


@cache
def full() -> Frozen:
    return frozen(sample())


def pdf(state: State, html: bytes | None = None) -> bytes:
    """The voorstel in a state; no stylesheet of ours is there to be taken."""
    what = full()
    printed = printed_html(html or what.html, Reading.VOORSTEL, state, what.cover)
    inside = Attachment("regiostaf-advies.json", snapshot(what), "application/json", "", Relationship.SOURCE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_stylesheets", {})
        return engine.write_pdf(printed, None, [inside], house=what.house)


@cache
def settled() -> bytes:
    return pdf(SETTLED)


@pytest.fixture
def later(tmp_path: Path) -> bytes:
    """The same HTML in a later state, after every chapter has been written anew."""
    settled()
    for path in (settings.BASE_DIR / "templates" / "advies" / "voorstel").glob("*.html"):
        changed = tmp_path / path.relative_to(settings.BASE_DIR / "templates")
        changed.parent.mkdir(parents=True, exist_ok=True)
        of_state = path.stem in {"cover", "state_box", "state_words", "last_part", "head", "file_title"}
        changed.write_text(path.read_text() if of_state else "<p>Een andere tekst.</p>")
    templates = [settings.TEMPLATES[0] | {"DIRS": [tmp_path, settings.BASE_DIR / "templates"]}]
    with override_settings(TEMPLATES=templates):
        return pdf(DECIDED)


def outside_the_parts(heard: str) -> str:
    """What is heard between the box on page 2 and the last part."""
    return heard[heard.index("Vraag.Wij") : heard.rindex("Ditdocument.")]


def test_two_states_have_the_same_text_outside_the_parts_that_change(later: bytes) -> None:
    first, second = heard_of_pdf(settled()), heard_of_pdf(later)

    assert outside_the_parts(first) == outside_the_parts(second)
    assert "Hetbestuurbeslootanders" in second
    assert "Hetbestuurbeslootanders" not in first
    assert "Eenanderetekst" not in second


def test_it_is_set_in_the_stylesheet_that_it_holds() -> None:
    small = full().html.replace(b"size: A4", b"size: A5")

    with pikepdf.open(io.BytesIO(pdf(SETTLED, small))) as opened:
        assert [round(float(edge)) for edge in opened.pages[5].mediabox] == [0, 0, 420, 595]


def test_the_stored_style_sets_it_as_ours_does_now() -> None:
    with pikepdf.open(io.BytesIO(settled())) as opened:
        pages = len(opened.pages)
    now = engine.write_pdf(
        printed_html(full().html, Reading.VOORSTEL, SETTLED, full().cover).replace('media="print"', 'media="none"'),
        Stylesheet.VOORSTEL,
    )

    with pikepdf.open(io.BytesIO(now)) as opened:
        assert len(opened.pages) == pages
    assert heard_of_pdf(now) == heard_of_pdf(settled())


@pytest.mark.pdfua
def test_verapdf_passes_both_as_accessible_and_as_archival(later: bytes, tmp_path: Path) -> None:
    (tmp_path / "settled.pdf").write_bytes(settled())
    (tmp_path / "later.pdf").write_bytes(later)

    assert failures(sorted(tmp_path.glob("*.pdf"))) == ""
