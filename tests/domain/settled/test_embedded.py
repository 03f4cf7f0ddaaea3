"""The files embedded in a PDF are found while it passes by, in pieces of any size."""

import random
import tracemalloc
import zlib
from hashlib import sha256

import pytest

from checklist.domain.settled.embedded import MOST_INFLATED, EmbeddedHashes

SNAPSHOT = b'{"format":"regiostaf-advies/1"}' + bytes(range(256)) * 30
CHAIN = b'{"format":"regiostaf-ketting/1"}'


def embedded(content: bytes, *, packed: bool = True, length: str = "", eol: bytes = b"\n") -> bytes:
    """An object as writers of PDFs make it."""
    raw = zlib.compress(content) if packed else content
    head = (
        f"7 0 obj\n<< /Type /EmbeddedFile {'/Filter /FlateDecode ' if packed else ''}/Params << /Size {len(content)} "
    )
    head += f"/CheckSum <00ff> >> /Length {length or len(raw)} >>\nstream"
    return head.encode() + eol + raw + b"\nendstream\nendobj\n"


def a_pdf(*objects: bytes) -> bytes:
    """Objects between others."""
    page = zlib.compress(b"BT (stream) Tj ET" * 50)
    other = b"3 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(page), page)
    catalog = b"1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>\nendobj\n"
    return b"%PDF-1.7\n" + catalog + other.join([b"", *objects, b""]) + b"%%EOF\n"


def found_in(pdf: bytes, size: int = 65_536) -> set[str]:
    looking = EmbeddedHashes()
    for at in range(0, len(pdf), size):
        looking.feed(pdf[at : at + size])
    return looking.found


def hashes(*contents: bytes) -> set[str]:
    return {sha256(content).hexdigest() for content in contents}


@pytest.mark.parametrize("size", [1, 2, 7, 64, 1000, 65_536])
def test_every_file_is_found_in_pieces_of_any_size(size: int) -> None:
    pdf = a_pdf(embedded(SNAPSHOT), embedded(CHAIN, packed=False), embedded(b"<mdto/>", eol=b"\r\n"))
    assert found_in(pdf, size) == hashes(SNAPSHOT, CHAIN, b"<mdto/>")


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"geen PDF",
        a_pdf(),
        a_pdf(embedded(SNAPSHOT, length="8 0 R")),
        a_pdf(embedded(SNAPSHOT)[:-60]),
        a_pdf(embedded(SNAPSHOT).replace(b"x\x9c", b"y\x9c", 1)),
        a_pdf(embedded(SNAPSHOT, length="10")),
        a_pdf(embedded(SNAPSHOT).replace(b"/EmbeddedFile", b"/XObject")),
    ],
    ids=["nothing", "no PDF", "no file", "length elsewhere", "cut off", "no zlib", "too short", "no embedded file"],
)
def test_what_cannot_be_read_is_not_found(pdf: bytes) -> None:
    assert found_in(pdf) == set()


def test_what_becomes_too_large_is_not_found_and_takes_no_memory() -> None:
    pdf = a_pdf(embedded(bytes(MOST_INFLATED + 1)), embedded(CHAIN))
    tracemalloc.start()
    assert found_in(pdf) == set()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_any_bytes_can_pass() -> None:
    chance = random.Random(7)
    pieces = [
        b" obj",
        b"/EmbeddedFile",
        b"/Length 5 ",
        b"/FlateDecode",
        b">>\nstream\n",
        b">>stream\r\n",
        b"\0\xff",
        b"endstream",
    ]
    for _ in range(500):
        found_in(b"".join(chance.choices(pieces, k=40)), chance.choice([1, 3, 50]))
