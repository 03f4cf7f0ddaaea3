"""What the application server makes of odd requests, before the product sees them and after it answered."""

from collections.abc import Iterator
from wsgiref.util import setup_testing_defaults

import pytest

from regiostaf.middleware import LARGEST_BODY, MOST_THROWN_AWAY
from regiostaf.wsgi import application
from tests.live import Browser, Reply, Server, served
from tests.pages import Page

FORM = "application/x-www-form-urlencoded"
FILE = "multipart/form-data; boundary=x"


@pytest.fixture(scope="module")
def server(django_db_setup: None) -> Iterator[Server]:
    with served(workers=1) as running:
        yield running


def heading(reply: Reply) -> str:
    return Page(reply).find("h1")[0].text


# On the way in gunicorn takes some headers for the word of a proxy; whoever sends one must not be believed.
@pytest.mark.slow
@pytest.mark.parametrize(
    "headers",
    [
        {"SCRIPT_NAME": "/x"},
        {"SCRIPT_NAME": "/over"},
        {"Script-Name": "/over"},
        {"PATH_INFO": "/methode/"},
        {"REMOTE_ADDR": "192.0.2.1"},
        {"REMOTE_USER": "beheerder"},
        {"X_FORWARDED_FOR": "192.0.2.1"},
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-Proto": "https", "X-Forwarded-Ssl": "off"},
        {"X-Forwarded-Protocol": "ssl"},
        {"X-Forwarded-Host": "elders.example"},
    ],
    ids=str,
)
def test_a_header_that_only_a_proxy_may_send_counts_for_nothing(server: Server, headers: dict[str, str]) -> None:
    reply = Browser(server).get("/over/", headers)
    assert (reply.status, heading(reply)) == (200, "Over deze wijzer")
    assert reply.content == Browser(server).get("/over/").content


@pytest.mark.slow
@pytest.mark.parametrize("kind", [FORM, FILE])
@pytest.mark.parametrize("address", ["/openen/bestand/", "/openen/", "/bestaat-niet/", "/"])
def test_the_page_for_what_is_too_large_is_read_after_everything_was_sent(
    server: Server, address: str, kind: str
) -> None:
    reply = Browser(server).send(address, b"a" * (LARGEST_BODY + 16_000_000), kind)
    assert (reply.status, heading(reply)) == (413, "Dit is te groot")


@pytest.mark.slow
@pytest.mark.parametrize("size", [2_400_000, LARGEST_BODY - 1000])
def test_the_page_for_an_address_that_is_not_there_is_read_after_everything_was_sent(server: Server, size: int) -> None:
    reply = Browser(server).send("/bestaat-niet/", b"a" * size, FILE)
    assert (reply.status, heading(reply)) == (404, "Deze pagina bestaat niet")


@pytest.mark.slow
def test_no_more_is_thrown_away_than_a_wrong_file_is_large(server: Server) -> None:
    with pytest.raises(OSError, match=r"Broken pipe|reset"):
        Browser(server).send("/openen/bestand/", b"a" * (MOST_THROWN_AWAY + 8_000_000), FILE)
    assert Browser(server).get("/over/").status == 200


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/over/", "/bestaat-niet/", "/openen/"])
@pytest.mark.parametrize("kind", ["multipart/form-data; boundary*=onzin''x", "text/plain; charset*=onzin''x"])
def test_a_content_type_that_cannot_be_read_is_no_error_of_the_server(address: str, kind: str) -> None:
    """Django raises for it before any page of ours can answer: the server would write a traceback and an empty 500."""
    statuses: list[str] = []
    environ = {"PATH_INFO": address, "REQUEST_METHOD": "POST", "CONTENT_TYPE": kind, "HTTP_HOST": "localhost"}
    setup_testing_defaults(environ)
    application(environ, lambda status, _headers: statuses.append(status))
    assert statuses[0][0] == "4"
