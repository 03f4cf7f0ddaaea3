"""What is stored of a settled version comes as it was stored: whole, in part, or not at all to who has it."""

import hashlib
import io
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist.domain.settled.code import shown_code
from checklist.domain.settled.value import SettledFileKind
from checklist.keys import EditKey, Key, ReadKey
from checklist.models import AdviesFile, Dossier, SettledAdvies
from tests.dossiers import make_dossier
from tests.settled import HTML, add_files, offered_with_files, settle

pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 100
SIZE = len(CONTENT)
PDF = SettledFileKind.PDF


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier()


@pytest.fixture
def advies(dossier: Dossier) -> SettledAdvies:
    advies = settle(dossier)
    add_files(advies.acts.get(), {PDF: CONTENT})
    return advies


@pytest.fixture
def address(dossier: Dossier, advies: SettledAdvies) -> str:
    return reverse("settled-file", args=[EditKey(dossier.edit_key), advies.code, 1, PDF])


def tag_of(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()}"'


def test_a_file_comes_as_it_is_stored(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.content == CONTENT
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{AdviesFile.objects.get().name}"'
    assert response["ETag"] == tag_of(CONTENT)
    assert response["Accept-Ranges"] == "bytes"
    assert response["Content-Length"] == str(SIZE)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("key", ["edit_key", "read_key"])
def test_both_links_give_everything(client: Client, dossier: Dossier, advies: SettledAdvies, key: str) -> None:
    opens: Key = EditKey(dossier.edit_key) if key == "edit_key" else ReadKey(dossier.read_key)
    asked = {
        reverse("settled-file", args=[opens, advies.code, 1, PDF]): CONTENT,
        reverse("settled-snapshot", args=[opens, advies.code]): bytes(advies.snapshot),
        reverse("settled-html", args=[opens, advies.code]): HTML,
    }
    for where, content in asked.items():
        response = client.get(where)
        assert response.content == content
        assert response["ETag"] == tag_of(content)
        assert response["Content-Length"] == str(len(content))
        assert response["Content-Disposition"].startswith("attachment")
    assert client.get(reverse("settled-zip", args=[opens, advies.code])).status_code == 200


@pytest.mark.parametrize("name", ["settled-file", "settled-snapshot", "settled-html", "settled-zip"])
def test_a_code_of_another_dossier_is_not_found(client: Client, advies: SettledAdvies, name: str) -> None:
    other = make_dossier()
    more = [1, PDF] if name == "settled-file" else []
    assert client.get(reverse(name, args=[EditKey(other.edit_key), advies.code, *more])).status_code == 404


@pytest.mark.parametrize(("act", "kind"), [(2, PDF), (1, SettledFileKind.DOCX)])
def test_a_file_that_there_is_not_is_not_found(
    client: Client, dossier: Dossier, advies: SettledAdvies, act: int, kind: SettledFileKind
) -> None:
    where = reverse("settled-file", args=[EditKey(dossier.edit_key), advies.code, act, kind])
    assert client.get(where).status_code == 404


RANGES = [
    ("bytes=0-99", 0, 100),
    ("bytes=100-", 100, SIZE),
    ("bytes=-100", SIZE - 100, SIZE),
    (f"bytes=-{SIZE * 2}", 0, SIZE),
    (f"bytes=0-{SIZE * 2}", 0, SIZE),
    (f"bytes={SIZE - 1}-", SIZE - 1, SIZE),
]


@pytest.mark.parametrize(("asked", "first", "end"), RANGES)
def test_one_range_comes_as_such(client: Client, address: str, asked: str, first: int, end: int) -> None:
    response = client.get(address, HTTP_RANGE=asked)
    assert response.status_code == 206
    assert response.content == CONTENT[first:end]
    assert response["Content-Range"] == f"bytes {first}-{end - 1}/{SIZE}"
    assert response["Content-Length"] == str(end - first)
    assert response["ETag"] == tag_of(CONTENT)


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE}-{SIZE + 5}", "bytes=-0"])
def test_a_range_that_there_is_not_says_how_large_it_is(client: Client, address: str, asked: str) -> None:
    response = client.get(address, HTTP_RANGE=asked)
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"
    assert response.content == b""


NO_RANGE = ["bytes=0-9,20-29", "bytes=9-0", "bytes=-", "bytes=a-b", "lines=0-9", "bytes=" + "9" * 5000 + "-", ""]


@pytest.mark.parametrize("asked", NO_RANGE)
def test_several_ranges_and_what_is_none_give_everything(client: Client, address: str, asked: str) -> None:
    response = client.get(address, HTTP_RANGE=asked)
    assert (response.status_code, response.content) == (200, CONTENT)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (tag_of(CONTENT), 206),
        (tag_of(b"anders"), 200),
        (f"W/{tag_of(CONTENT)}", 200),
        ("Thu, 14 Jan 2027 15:04:05 GMT", 200),
    ],
)
def test_a_range_of_what_has_changed_gives_everything(client: Client, address: str, said: str, status: int) -> None:
    assert client.get(address, HTTP_RANGE="bytes=0-9", HTTP_IF_RANGE=said).status_code == status


def test_the_pieces_are_the_whole(client: Client, address: str) -> None:
    pieces = [client.get(address, HTTP_RANGE=f"bytes={at}-{at + 9_999}").content for at in range(0, SIZE, 10_000)]
    assert b"".join(pieces) == CONTENT


def asking(client: Client, address: str, how: str) -> Any:
    if how == "HEAD":
        return client.head(address)
    headers = {
        "GET": {},
        "range": {"Range": "bytes=5-9"},
        "no range": {"Range": f"bytes={SIZE}-"},
        "has it": {"If-None-Match": tag_of(CONTENT)},
        "has it, weakly": {"If-None-Match": f"W/{tag_of(CONTENT)}"},
        "has another": {"If-None-Match": tag_of(b"")},
        "wants another": {"If-Match": tag_of(b"")},
    }
    return client.get(address, headers=headers[how])


ASKED = [
    ("GET", 200, 3),
    ("range", 206, 3),
    ("has another", 200, 3),
    ("HEAD", 200, 2),
    ("has it", 304, 2),
    ("has it, weakly", 304, 2),
    ("no range", 416, 2),
    ("wants another", 412, 2),
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked[0])
def test_bytes_are_read_only_to_be_sent(
    client: Client, address: str, asked: tuple[str, int, int], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    how, status, queries = asked
    with django_assert_num_queries(queries) as captured:
        response = asking(client, address, how)
    assert response.status_code == status
    read = [query["sql"].partition("FROM")[0] for query in captured.captured_queries]
    assert ['"content"' in columns for columns in read] == [False, False, True][:queries]


def test_a_head_says_what_a_get_does(client: Client, address: str) -> None:
    head, get = client.head(address), client.get(address)
    assert head.content == b""
    for header in ("Content-Length", "ETag", "Accept-Ranges", "Content-Type", "Content-Disposition"):
        assert head[header] == get[header]


@pytest.mark.parametrize("name", ["settled-snapshot", "settled-html"])
def test_the_texts_cost_no_more(
    client: Client,
    dossier: Dossier,
    advies: SettledAdvies,
    name: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    where = reverse(name, args=[EditKey(dossier.edit_key), advies.code])
    with django_assert_num_queries(3):
        tag = client.get(where)["ETag"]
    with django_assert_num_queries(2) as captured:
        assert client.get(where, HTTP_IF_NONE_MATCH=tag).status_code == 304
    assert 'LENGTH("checklist_settledadvies"' in captured.captured_queries[1]["sql"]


@pytest.mark.parametrize("asked", ["", "bytes=0-9999"])
def test_what_has_ranges_is_never_compressed(client: Client, address: str, asked: str) -> None:
    response = client.get(address, HTTP_ACCEPT_ENCODING="gzip", HTTP_RANGE=asked)
    assert not response.has_header("Content-Encoding")
    assert response.content == (CONTENT[:10_000] if asked else CONTENT)
    assert response["ETag"] == tag_of(CONTENT)


def test_a_page_is_still_compressed(client: Client) -> None:
    assert client.get("/", HTTP_ACCEPT_ENCODING="gzip")["Content-Encoding"] == "gzip"


def test_everything_comes_in_one_zip(
    client: Client, dossier: Dossier, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    advies = offered_with_files(dossier=dossier)
    with django_assert_num_queries(3):
        response = client.get(
            reverse("settled-zip", args=[EditKey(dossier.edit_key), advies.code]), HTTP_ACCEPT_ENCODING="gzip"
        )
    assert not response.has_header("Content-Encoding")
    assert response["Content-Disposition"] == f'attachment; filename="voorstel-{shown_code(advies.code)}-v1.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as packed:
        assert packed.testzip() is None
        assert {entry.compress_type for entry in packed.infolist()} == {zipfile.ZIP_STORED}
        files = {name: packed.read(name) for name in packed.namelist()}
    assert len(files) == len(packed.namelist())
    lines = files.pop("SHA256SUMS").decode().splitlines()
    sums = {name: hashed for hashed, _, name in (line.partition("  ") for line in lines)}
    assert b"<!doctype html>" in files.pop("regiostaf-controle.html")
    assert {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} == sums
    stored = {bytes(content) for content in AdviesFile.objects.values_list("content", flat=True)}
    assert set(files.values()) == stored | {bytes(advies.snapshot), HTML}
