"""The HTML that is stored of a settled voorstel, and what it is as a document in a state."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from checklist.domain.advies.reading import Reading
from checklist.domain.dossier import Answer, DossierValue
from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.snapshot import cover_of
from checklist.export.blocks.reading import document_of
from checklist.export.html import advies_html, document_html
from checklist.export.pictures.drawings import drawings_of
from checklist.export.settled import StoredHtml, filled_html, frozen_html, printed_html
from checklist.export.settled.stored import NotStoredHtmlError
from tests.export.states import OFFERED
from tests.frozen import frozen, sample, snapshot
from tests.house_style.logos import png

READINGS = [Reading.VOORSTEL, Reading.BESLUITENLIJST, Reading.REGLEMENT]
EMPTY = re.compile(r'<div data-stand="(\w+)"[^<>]*></div>')
ODD = 'Zeg 𝄞 <div data-stand="echt"></div> </template> </body> "ja"'


@cache
def full() -> Frozen:
    return frozen(sample())


def odd() -> DossierValue:
    """A dossier in which somebody typed our own markup, and a character that the PDF has no letter for."""
    return replace(sample(), title="Met 'quotes' en <title>", answers={2: Answer(("2a",), ODD)})


def body(html: str) -> str:
    """What stands between a document's first heading and its end, without empty lines."""
    return "\n".join(line for line in html.partition("<body>")[2].splitlines() if line.strip())


@pytest.mark.parametrize("reading", READINGS)
def test_the_parts_that_change_with_the_state_are_empty_in_it(reading: Reading) -> None:
    assert sorted(EMPTY.findall(StoredHtml(full().html.decode()).body(reading))) == ["echt", "kader", "omslag"]


def test_no_state_and_no_date_of_one_is_in_it() -> None:
    assert "astgesteld door de kring op" not in full().html.decode()
    assert "CONCEPT" not in full().html.decode()


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(
    "told", [sample("leeg"), sample("half"), sample("vol-voorstel"), odd()], ids=lambda it: it.title
)
def test_filled_it_is_the_document_of_the_value_itself(told: DossierValue, reading: Reading) -> None:
    what = frozen(told)

    assert body(printed_html(what.html, reading, OFFERED, what.cover)) == body(
        advies_html(replace(what.advies, voorstel=replace(what.advies.voorstel, state=OFFERED)), reading)
    )


@pytest.mark.parametrize("reading", READINGS)
def test_for_who_has_fonts_of_their_own_it_has_the_same_blocks(reading: Reading) -> None:
    what = full()

    assert document_of(filled_html(what.html, reading, OFFERED, what.cover)) == document_of(
        document_html(replace(what.advies, voorstel=replace(what.advies.voorstel, state=OFFERED)), reading)
    )


def test_a_cover_that_was_read_back_fills_it_the_same() -> None:
    what = full()

    for reading in READINGS:
        read_back = printed_html(what.html, reading, OFFERED, cover_of(snapshot(what)))
        assert read_back == printed_html(what.html, reading, OFFERED, what.cover)


def test_a_character_that_the_pdf_lacks_stays_as_it_was_typed_until_a_pdf_is_made() -> None:
    what = frozen(odd())
    printed = printed_html(what.html, Reading.VOORSTEL, OFFERED, what.cover)

    assert "𝄞" in what.html.decode()
    assert "𝄞" in filled_html(what.html, Reading.VOORSTEL, OFFERED, what.cover)
    assert "𝄞" not in printed
    assert "Het gaat om U+1D11E." in printed


def test_who_opens_it_reads_its_title() -> None:
    html = frozen(odd()).html.decode()

    assert '<div data-stand="omslag" data-title="Met &#x27;quotes&#x27; en &lt;title&gt;"></div>' in html


def test_it_holds_the_drawings() -> None:
    held = StoredHtml(full().html.decode()).pictures

    assert held == drawings_of(full().advies, ("organigram", "tijdlijn"))


HOUSES = [OWN_STYLE, HouseStyle("VR 'A' & <B>"), HouseStyle("Gemeente Oss", png((120, 40)), (120, 40), "#7a1f5c")]


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.organisation or "own")
def test_it_holds_whose_it_is(house: HouseStyle) -> None:
    html = frozen_html(full().advies, house)

    assert StoredHtml(html.decode()).house == house


def test_it_holds_the_colours_of_the_house_on_screen_and_on_paper() -> None:
    html = frozen_html(full().advies, HOUSES[2]).decode()

    assert len(re.findall(r"--petrol: #7a1f5c;", html)) == 2


@pytest.mark.parametrize(
    "html",
    [b"", b"<!doctype html><title>Iets</title>\n</head>\n<body>\n", b"<title>Iets</title>\n</head>\n<body>\n\n</body>"],
)
def test_what_isnt_a_stored_html_is_refused(html: bytes) -> None:
    with pytest.raises(NotStoredHtmlError):
        filled_html(html, Reading.VOORSTEL, OFFERED, full().cover)


def test_later_texts_of_ours_only_reach_the_parts_that_change_with_the_state(tmp_path: Path) -> None:
    what = full()
    before = filled_html(what.html, Reading.VOORSTEL, OFFERED, what.cover)
    changed = tmp_path / "advies" / "voorstel"
    changed.mkdir(parents=True)
    (changed / "summary.html").write_text("<p>Nieuwe samenvatting</p>")
    (changed / "state_box.html").write_text('<div data-stand="kader"><div><p>Nieuw kader</p></div></div>')
    templates = [settings.TEMPLATES[0] | {"DIRS": [tmp_path, settings.BASE_DIR / "templates"]}]

    with override_settings(TEMPLATES=templates):
        after = filled_html(what.html, Reading.VOORSTEL, OFFERED, what.cover)

    assert "Nieuwe samenvatting" not in after
    empty, new = ('<div data-stand="kader"></div>', '<div data-stand="kader"><div><p>Nieuw kader</p></div></div>')
    assert after == before.replace(empty, new)


# Another process of the server has another order of sets: whoever confirms is seldom served by the one that showed it.
IN_A_PROCESS = """
from hashlib import sha256
import django
django.setup()
from tests.frozen import frozen, sample, snapshot
what = frozen(sample())
print(what.html_sha256, sha256(snapshot(what)).hexdigest())
"""


@pytest.mark.slow
def test_two_processes_make_the_same_bytes_of_one_value() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", IN_A_PROCESS],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "tests.settings"},
            cwd=settings.BASE_DIR,
        ).stdout
        for seed in ("1", "2")
    }

    assert told == {f"{full().html_sha256} {sha256_of(snapshot(full()))}\n"}
