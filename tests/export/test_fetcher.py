"""The fetcher: a document gets our own files by name and nothing else."""

import io
from base64 import b64encode
from pathlib import Path
from urllib.error import URLError

import pikepdf
import pytest

from checklist.export.pdf import RenderLimits, render_pdf
from checklist.export.pdf.fetcher import OwnFilesFetcher
from checklist.export.pdf.resources import FOLDER
from checklist.export.qr import qr_data_address, qr_svg
from tests.export.every_block import picture


@pytest.fixture(scope="module")
def fetcher() -> OwnFilesFetcher:
    return OwnFilesFetcher()


@pytest.mark.parametrize("name", ["verslag.css", "fonts/SourceSans3-Regular.ttf"])
def test_our_own_files_are_served_by_name(fetcher: OwnFilesFetcher, name: str) -> None:
    assert fetcher(f"regiostaf:{name}").read() == (FOLDER / name).read_bytes()


def in_itself(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


ADDRESS = "https://voorbeeld.example/advies/7K2M9QXR4TBD/"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'


def test_a_qr_code_that_stands_in_the_document_is_served(fetcher: OwnFilesFetcher) -> None:
    assert fetcher(qr_data_address(ADDRESS)).read() == qr_svg(ADDRESS)


@pytest.mark.parametrize(
    "address",
    [
        in_itself("text/css", b"html{color:red}"),
        in_itself("text/html", b"<p>tekst</p>"),
        in_itself("application/pdf", b"%PDF-1.7"),
        in_itself("font/ttf", b"x"),
        in_itself("image/jpeg", b"\xff\xd8\xff"),
        in_itself("image/gif", b"GIF89a"),
        in_itself("image/png", picture()),
        in_itself("image/png", qr_svg(ADDRESS)),
        in_itself("image/svg+xml", picture()),
        in_itself("image/svg+xml", SVG % b'<image href="file:///etc/passwd"/>'),
        in_itself("image/svg+xml", SVG % b"<text>tekst</text>"),
        in_itself("image/svg+xml", qr_svg(ADDRESS) + b"<!-- -->"),
        in_itself("image/svg+xml", qr_svg(ADDRESS).replace(b"<path", b"<style>@import 'x'</style><path", 1)),
        in_itself("image/svg+xml;charset=utf-8", qr_svg(ADDRESS)),
        "data:image/svg+xml," + qr_svg(ADDRESS).decode(),
        "data:image/png;base64,%%%",
        "data:image/png;base64,",
        "data:",
        "data:;base64,",
        "DATA:image/png;base64," + b64encode(picture()).decode(),
    ],
)
def test_nothing_else_that_stands_in_the_document_is_served(fetcher: OwnFilesFetcher, address: str) -> None:
    with pytest.raises(URLError):
        fetcher(address)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        f"file://{FOLDER}/verslag.css",
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "ftp://127.0.0.1/",
        "data:text/css,html{color:red}",
        "regiostaf:../../manage.py",
        "regiostaf:fonts/../../../manage.py",
        "regiostaf:/etc/passwd",
        "regiostaf:fonts",
        "regiostaf:",
        "verslag.css",
        "",
    ],
)
def test_every_other_address_is_refused(fetcher: OwnFilesFetcher, address: str) -> None:
    with pytest.raises(URLError):
        fetcher(address)


MARK = "GEHEIM-8472"


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="attachment" href="{url}">',
        '<a rel="attachment" href="{url}">bijlage</a>',
        '<link rel="stylesheet" href="{url}">',
        '<style>@import "{url}";</style>',
        '<img alt="plaatje" src="{url}">',
        '<object data="{url}">object</object>',
        '<base href="file:///"><img alt="plaatje" src="{path}">',
        '<p style="background: url({url})">achtergrond</p>',
    ],
)
def test_a_local_file_gets_into_no_document(markup: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text y="9">{MARK}</text></svg>', encoding="utf-8")
    html = f"<!doctype html><html lang=nl><title>t</title>{markup.format(url=secret.as_uri(), path=secret)}<p>tekst"
    pdf = render_pdf(html, RenderLimits(tmp_path / "slots"))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "/EmbeddedFiles" not in document.Root.get("/Names", {})
        streams = [bytes(item.read_bytes()) for item in document.objects if isinstance(item, pikepdf.Stream)]
    assert not any(MARK.encode() in stream for stream in streams)
    plain = render_pdf("<!doctype html><html lang=nl><title>t</title><p>tekst", RenderLimits(tmp_path / "slots"))
    assert len(pdf) < len(plain) + 4000
