"""The QR code: what it says, in whatever file it stands."""

import io
import re
from collections.abc import Callable
from zipfile import ZipFile

import pytest
import zxingcpp
from PIL import Image

from checklist.domain.house_style import OWN_STYLE
from checklist.export.blocks.reading import document_of
from checklist.export.blocks.value import QrCode
from checklist.export.docx import write_docx
from checklist.export.odt import write_odt
from checklist.export.qr import is_qr_svg, qr_alternative, qr_png, qr_svg
from tests.export.states import ADDRESS

LONG = f"https://{'een-lange-naam.' * 8}example/regiostaf/advies/7K2M9QXR4TBD/"
HTML = """<!doctype html><html><head><title>T</title></head><body>
<header class="vs-head" data-title="T" data-mark="M" data-foot="F"><h1>Titel</h1></header>
<div class="vs-last"><p>Slot.</p><p class="vs-qr"><img src="data:" alt="{}" data-address="{}"></p></div></body>
</html>"""


def read(png: bytes) -> list[str]:
    """What a telephone reads in a picture."""
    with Image.open(io.BytesIO(png)) as picture:
        return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


@pytest.mark.parametrize("address", [ADDRESS, LONG])
def test_it_is_read_as_its_address(address: str) -> None:
    assert read(qr_png(address)) == [address]


@pytest.mark.parametrize("make", [qr_svg, qr_png])
def test_the_same_address_gives_the_same_bytes(make: Callable[[str], bytes]) -> None:
    assert make(ADDRESS) == make(ADDRESS)


def test_it_is_small_enough_to_stand_in_each_document() -> None:
    assert len(qr_svg(ADDRESS)) < 2100
    assert len(qr_png(ADDRESS)) < 600


def test_it_has_four_modules_of_white_around_it() -> None:
    size, path = re.findall(rb'viewBox="0 0 (\d+) \1".* d="M4 4[.]5(.)', qr_svg(ADDRESS))[0]
    assert (int(size), path) == (33 + 2 * 4, b"h")


@pytest.mark.parametrize("address", [ADDRESS, LONG])
def test_it_is_known_as_ours(address: str) -> None:
    assert is_qr_svg(qr_svg(address))


def test_a_text_document_has_it_as_a_block() -> None:
    assert document_of(HTML.format("QR-code naar a", "https://a.example/")).blocks[-1] == QrCode(
        "https://a.example/", "QR-code naar a"
    )


@pytest.mark.parametrize("write", [write_docx, write_odt])
def test_a_file_to_edit_has_it_with_its_words(write: Callable[..., bytes]) -> None:
    file = write(document_of(HTML.format(qr_alternative(ADDRESS), ADDRESS)), OWN_STYLE, {})
    with ZipFile(io.BytesIO(file)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert [ADDRESS] in [read(content) for name, content in parts.items() if name.endswith(".png")]
    (text,) = [content for name, content in parts.items() if name in {"content.xml", "word/document.xml"}]
    assert f"QR-code naar {ADDRESS}".encode() in text
    measure = re.search(rb'svg:width="([^"]+)"|<wp:extent cx="(\d+)"', text)
    assert measure
    assert measure[1] in {b"30.00mm", None}
    assert measure[2] in {b"1080000", None}
