"""The fetcher: a document gets our own files by name and nothing else."""

import io
from pathlib import Path
from urllib.error import URLError

import pikepdf
import pytest

from checklist.export.pdf import RenderLimits, render_pdf
from checklist.export.pdf.fetcher import OwnFilesFetcher
from checklist.export.pdf.resources import FOLDER


@pytest.fixture(scope="module")
def fetcher() -> OwnFilesFetcher:
    return OwnFilesFetcher()


@pytest.mark.parametrize("name", ["verslag.css", "fonts/SourceSans3-Regular.ttf"])
def test_our_own_files_are_served_by_name(fetcher: OwnFilesFetcher, name: str) -> None:
    assert fetcher(f"regiostaf:{name}").read() == (FOLDER / name).read_bytes()


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
