"""Odd requests never end in an error of the server: methods, cookies, headers, bodies, addresses."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from checklist.models import Choice, Dossier
from tests.dossiers import question_body, question_url
from tests.urls_to_visit import all_visits

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("_quick_pdf")
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ONZIN"])
def test_an_odd_method_is_not_allowed_anywhere(client: Client, dossier: Dossier, method: str) -> None:
    for visit in all_visits(dossier):
        response = client.generic(method, visit.address)
        if visit.address.startswith("/beheer/") or visit.status == 301:
            assert response.status_code < 500, visit.address
        else:
            # Who may not come in is told that, whatever he wanted.
            assert response.status_code in {405, visit.status} & {403, 404, 405}, visit.address


@pytest.mark.usefixtures("_quick_pdf")
def test_a_page_without_a_form_takes_no_post(client: Client, dossier: Dossier) -> None:
    key = dossier.edit_key
    for name in ("dossier", "dossier-links", "outcome", "advies", "dossier-json"):
        assert client.post(reverse(name, args=[key])).status_code == 405
    for address in ("/", "/modellen/"):
        assert client.post(address).status_code == 405


BROKEN_COOKIES = [
    "sessionid=onzin",
    'sessionid="abcdefgh\\000ijkl"',
    "sessionid=" + "x" * 5000,
    "csrftoken=é; messages=onzin; dossiers=a:b:c",
    'messages="W1siXHUwMDAwIl1d:1:x"; dossiers=.',
    "=;;;,;=;",
    "\xff\xfe=\xff",
    'dossiers="\\000\\377:x:y"',
]


@pytest.mark.both_databases
@pytest.mark.parametrize("cookie", BROKEN_COOKIES)
def test_broken_cookies_break_nothing(client: Client, dossier: Dossier, cookie: str) -> None:
    for address, status in (
        ("/", 200),
        (reverse("dossier", args=[dossier.edit_key]), 200),
        (question_url(dossier, 1), 200),
        ("/bestaat-niet/", 404),
        (reverse("admin:index"), 302),
        (reverse("admin:login"), 200),
    ):
        assert client.get(address, HTTP_COOKIE=cookie).status_code == status, address


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_ACCEPT": "\xff/\x00;q=abc,,;"},
        {"HTTP_ACCEPT": ""},
        {"HTTP_ACCEPT": "application/json"},
        {"HTTP_ACCEPT_LANGUAGE": "xx-\xff;q=9,*"},
        {"HTTP_ACCEPT_ENCODING": "gzip;q=x, \xff"},
        {"HTTP_RANGE": "bytes=9-1"},
        {"HTTP_IF_MODIFIED_SINCE": "morgen"},
        {"HTTP_REFERER": "\xff://"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_X_FORWARDED_PROTO": "\xff"},
    ],
    ids=str,
)
def test_odd_headers_break_nothing(client: Client, dossier: Dossier, headers: dict[str, Any]) -> None:
    for address in ("/", question_url(dossier, 1), reverse("advies", args=[dossier.edit_key]), "/bestaat-niet/"):
        assert client.get(address, **headers).status_code in (200, 404)


@pytest.mark.parametrize("length", ["²", "-1", "", "x", "1e3", "9" * 5000, "\xff"])
def test_a_broken_content_length_is_no_error_of_the_server(client: Client, dossier: Dossier, length: str) -> None:
    for address in ("/", question_url(dossier, 1), "/openen/"):
        response = client.post(address, question_body(1, "1a"), CONTENT_LENGTH=length)
        assert response.status_code < 500
    assert not Choice.objects.filter(dossier=dossier, question__number=1, version__gt=0).exists()


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded; charset=onzin",
        "application/json",
        "text/plain",
        "\xff",
        "",
    ],
)
def test_a_body_that_is_no_form_is_a_bad_request(client: Client, dossier: Dossier, content_type: str) -> None:
    for body in (b"", b"\xff\x00--x", b"--x\r\n\r\n--x--"):
        response = client.generic("POST", question_url(dossier, 1), body, content_type=content_type)
        assert response.status_code == 400
    response = client.generic("POST", reverse("dossier-upload"), b"\xff--x", content_type=content_type)
    assert response.status_code in (200, 400)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "address",
    [
        "/%00/",
        "/%ff%fe/",
        "/dossier/%00/",
        "/modellen/%00/",
        "/modellen/" + "x" * 5000 + "/",
        "/dossier/" + "/" * 50,
        "/%E2%80%AE/",
    ],
)
def test_an_odd_address_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "query", ["?naar=%00", "?naar=%ff", "?naar=controle&naar=x", "?" + "a&" * 500, "?%", "?naar[]=1"]
)
def test_an_odd_query_changes_nothing(client: Client, dossier: Dossier, query: str) -> None:
    assert client.get(question_url(dossier, 1) + query).status_code == 200
    assert client.get("/" + query).status_code == 200
