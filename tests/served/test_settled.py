"""What is settled, from the product as it runs: ranges beside gzip, and a file that is sent and kept nowhere."""

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse

from checklist.domain.settled.found import ANOTHER_FILE, TOO_LARGE
from checklist.domain.settled.value import SettledFileKind
from checklist.models import SettledAdvies
from tests.live import Browser, Reply, Server, served
from tests.pages import Page
from tests.settled import add_files, settle

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

# What GZip would make small.
CONTENT = b"%PDF-1.7 " + b"regiostaf " * 50_000
TAG = f'"{hashlib.sha256(CONTENT).hexdigest()}"'
BOUNDARY = "grens"


@pytest.fixture
def advies(transactional_db: None) -> SettledAdvies:
    advies = settle()
    add_files(advies.acts.get(), {SettledFileKind.PDF: CONTENT})
    return advies


@pytest.fixture
def server(advies: SettledAdvies, tmp_path: Path) -> Iterator[Server]:
    with served(1, {"TMPDIR": str(tmp_path)}) as running:
        yield running


def content_of(path: Path) -> bytes:
    """What is in a file; nothing when it was removed just now."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def address_of(advies: SettledAdvies) -> str:
    return reverse("settled-file", args=[advies.dossier.read_key, advies.code, 1, SettledFileKind.PDF])


def checked(server: Server, advies: SettledAdvies, content: bytes) -> Reply:
    """Send a file to the page of a code as a browser without JavaScript does."""
    browser, address = Browser(server), reverse("public", args=[advies.code])
    token = Page(browser.get(address).content.decode()).forms[-1].values["csrfmiddlewaretoken"][0]
    part = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
    head = f'{part}"csrfmiddlewaretoken"\r\n\r\n{token}\r\n{part}"bestand"; filename="a.pdf"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    return browser.send(address, body, f"multipart/form-data; boundary={BOUNDARY}")


def test_a_browser_that_accepts_gzip_gets_the_bytes_it_asks_for(server: Server, advies: SettledAdvies) -> None:
    browser, accepts = Browser(server), {"Accept-Encoding": "gzip, deflate, br"}
    pieces = []
    for first in range(0, len(CONTENT), 200_000):
        reply = browser.get(
            address_of(advies), {**accepts, "Range": f"bytes={first}-{first + 199_999}", "If-Range": TAG}
        )
        assert (reply.status, reply.headers["ETag"]) == (206, TAG)
        assert "Content-Encoding" not in reply.headers
        pieces.append(reply.content)
    assert b"".join(pieces) == CONTENT
    whole = browser.get(address_of(advies), accepts)
    assert (whole.status, whole.content, whole.headers["ETag"]) == (200, CONTENT, TAG)
    assert browser.get(address_of(advies), {**accepts, "If-None-Match": TAG}).status == 304
    assert browser.get("/", accepts).headers["Content-Encoding"] == "gzip"


def test_a_file_that_is_sent_leaves_nothing_behind(server: Server, advies: SettledAdvies, tmp_path: Path) -> None:
    other = b"een ander bestand " * 200_000
    assert "Dit is het vastgestelde document: versie 1" in checked(server, advies, CONTENT).content.decode()
    assert ANOTHER_FILE in checked(server, advies, zlib.compress(CONTENT)).content.decode()
    assert ANOTHER_FILE in checked(server, advies, other).content.decode()
    # A process that starts beside it writes files of its own here.
    kept = [
        path.name
        for path in tmp_path.rglob("*")
        for sent in (CONTENT, zlib.compress(CONTENT), other)
        if path.is_file() and sent[:50] in content_of(path)
    ]
    assert kept == []


def test_a_file_that_is_too_large_to_be_ours_gets_its_answer(server: Server, advies: SettledAdvies) -> None:
    reply = checked(server, advies, bytes(6_000_000))
    assert reply.status == 413
    assert TOO_LARGE in reply.content.decode()
