"""Whatever goes wrong, the user gets a page of ours in Dutch; odd requests never end in an error of the server."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from checklist import documents
from checklist.export.pdf import (
    RenderBusy,
    RenderCrashed,
    RenderFailed,
    RenderLimits,
    RenderTimeout,
    RenderTooLarge,
    run_limited,
)
from checklist.models import Choice, Dossier
from checklist.views import advies
from tests.dossiers import CLASHING, make_dossier, question_body, question_url
from tests.export import misbehaving
from tests.pages import Page
from tests.urls_to_visit import UNKNOWN_KEY, all_visits
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier(CLASHING)


@pytest.fixture
def client(client: Client) -> Client:
    """A browser that sees what a user sees, also when the server fails."""
    client.raise_request_exception = False
    return client


def test_the_tests_run_as_the_product_does() -> None:
    assert settings.DEBUG is False


def assert_own_page(response: Any, status: int, heading: str) -> Page:
    """A page in our frame, in Dutch, with a way out."""
    assert response.status_code == status
    page = Page(response)
    assert page.find("html", lang="nl")
    assert [h1.text for h1 in page.find("h1")] == [heading]
    assert page.title == f"{heading} – Regiostaf"
    assert page.find("header")
    assert page.find("footer")
    assert page.find("main", id="inhoud")
    assert page.find("a", href="/")
    return page


def fail(_: object) -> bytes:
    raise RuntimeError("kapot")


@pytest.mark.parametrize(
    ("status", "heading", "ask"),
    [
        (400, "Dit verzoek klopt niet", lambda c, d: c.post(question_url(d, 1), {})),
        (400, "Dit verzoek klopt niet", lambda c, d: c.get("/", HTTP_HOST="elders.example")),
        (400, "Dit verzoek klopt niet", lambda c, d: c.post(question_url(d, 1), {f"x{n}": "" for n in range(1001)})),
        (403, "Dit mag niet met deze link", lambda c, d: c.get(reverse("question", args=[d.read_key, 1]))),
        (
            403,
            "Dit formulier is verlopen",
            lambda c, d: Client(enforce_csrf_checks=True).post(question_url(d, 1), question_body(1, "1a")),
        ),
        (404, "Deze pagina bestaat niet", lambda c, d: c.get("/bestaat-niet/")),
        (404, "Deze pagina bestaat niet", lambda c, d: c.get(f"/dossier/{UNKNOWN_KEY}/")),
        (404, "Deze pagina bestaat niet", lambda c, d: c.get("/modellen/bestaat-niet/")),
        (405, "Dit kan op deze pagina niet", lambda c, d: c.post(reverse("check", args=[d.edit_key]))),
        (405, "Dit kan op deze pagina niet", lambda c, d: c.put(question_url(d, 1))),
        (413, "Dit is te groot", lambda c, d: c.post("/openen/bestand/", {"file": file_of(4_000_000)})),
        (413, "Dit is te groot", lambda c, d: c.post(question_url(d, 1), {"1-motivation": "a" * 3_000_000})),
        (
            413,
            "Dit is te groot",
            lambda c, d: c.generic(
                "POST",
                question_url(d, 1),
                "1-motivation=" + "a" * 2_600_000,
                content_type="application/x-www-form-urlencoded",
            ),
        ),
    ],
)
def test_what_goes_wrong_has_a_page_of_its_own(
    client: Client, dossier: Dossier, status: int, heading: str, ask: Callable[[Client, Dossier], Any]
) -> None:
    assert_own_page(ask(client, dossier), status, heading)
    assert not Choice.objects.filter(dossier=dossier, question__number=1, version__gt=0).exists()


def post_an_old_form(address: str, body: dict[str, Any]) -> Page:
    """Post without a token: what an old form, and a browser without cookies, come to."""
    response = Client(enforce_csrf_checks=True).post(address, body)
    return assert_own_page(response, 403, "Dit formulier is verlopen")


def test_the_page_of_an_old_form_holds_what_was_typed_and_nothing_is_written(dossier: Dossier) -> None:
    typed = "Regel 1\n</textarea><b>&amp;"
    body = question_body(1, "1a", motivation=typed, minority="Oss denkt hier anders over.")
    page = post_an_old_form(question_url(dossier, 1), body)
    assert page.texts_to_copy() == {"Motivering": typed, "Minderheidsstandpunt": "Oss denkt hier anders over."}
    assert not page.find("b")
    assert Choice.objects.get(dossier=dossier, question__number=1).version == 0


def test_the_page_of_an_old_form_holds_no_other_field(dossier: Dossier) -> None:
    body = {
        "title": "Regiostaf Oost",
        "present": "A. Jansen\nB. de Vries",
        "veiligheidsregio": "VR99",
        "subtitle": "GEHEIM",
        "motivation-naam": "GEHEIM",
        "password": "GEHEIM",
        "minority": " \n",
    }
    page = post_an_old_form(reverse("dossier-title-page", args=[dossier.edit_key]), body)
    assert page.texts_to_copy() == {"Titel van het dossier": "Regiostaf Oost", "Aanwezig": "A. Jansen\nB. de Vries"}
    assert "GEHEIM" not in page.text
    assert "VR99" not in page.text


def test_the_page_of_an_old_form_leads_to_the_form_anew_in_a_new_tab(dossier: Dossier) -> None:
    address = question_url(dossier, 1) + "?naar=controle"
    page = post_an_old_form(address, question_body(1, motivation="Daarom."))
    (anew,) = page.find("a", href=address)
    assert anew.attributes["target"] == "_blank"
    assert "nieuw tabblad" in anew.text


def test_the_page_of_an_old_form_in_which_nothing_was_typed_has_nothing_to_copy(dossier: Dossier) -> None:
    page = post_an_old_form(question_url(dossier, 1), question_body(1, "1a"))
    assert not page.find("textarea")
    assert "opieer" not in page.text
    assert "laad de pagina opnieuw" in page.text


def test_of_a_text_far_over_its_cap_the_page_of_an_old_form_holds_the_start(dossier: Dossier) -> None:
    body = question_body(1, motivation="Daarom. " + "x" * 250_000, minority="Oss.")
    texts = post_an_old_form(question_url(dossier, 1), body).texts_to_copy()
    assert texts["Minderheidsstandpunt"] == "Oss."
    assert texts["Motivering (alleen het begin)"] == "Daarom. " + "x" * (40_000 - 8) + "…"


class GoneAway(BytesIO):
    """What is left to read of a browser that broke off."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Fail as a closed connection does."""
        raise OSError("the connection is gone")


def test_an_old_form_of_a_browser_that_broke_off_is_no_error_of_the_server() -> None:
    broken: dict[str, Any] = {"wsgi.input": GoneAway()}
    kind = "application/x-www-form-urlencoded"
    response = Client(enforce_csrf_checks=True).generic("POST", "/openen/", "link=x", content_type=kind, **broken)
    assert response.status_code == 403


def test_the_page_of_a_wrong_method_still_says_which_ones_are_right(client: Client, dossier: Dossier) -> None:
    response = client.post(reverse("check", args=[dossier.edit_key]))
    assert response["Allow"] == "GET, HEAD"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Type"] == "text/html; charset=utf-8"


def test_a_failure_of_ours_has_a_page_that_says_so(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(advies, "advies_pdf", fail)
    page = assert_own_page(client.post(reverse("advies-pdf", args=[dossier.edit_key])), 500, "Er ging iets mis")
    assert "kapot" not in page.text


def file_of(size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile("dossier.json", b" " * size, "application/json")


def test_an_upload_of_more_than_2_mb_gets_a_clear_message_on_the_start_page(client: Client) -> None:
    before = Dossier.objects.count()
    response = client.post(reverse("dossier-upload"), {"file": file_of(2_000_001)})
    assert response.status_code == 200
    page = Page(response)
    assert page.title.startswith("Fout: ")
    assert page.find("a", href="#id_file")
    assert "Dit bestand is groter dan 2 MB" in page.text
    assert Dossier.objects.count() == before


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"file": ""},
        {"file": "geen bestand"},
        {"file": SimpleUploadedFile("leeg.json", b"")},
        {"file": SimpleUploadedFile("kapot.json", b"\xff\xfe\x00")},
        {"file": SimpleUploadedFile("nul\x00.json", b"[" * 200_000)},
        {"file": SimpleUploadedFile("getal.json", b"9" * 5000)},
        {"file": SimpleUploadedFile("surrogaat.json", b'{"format": "\\ud800"}')},
    ],
)
def test_an_upload_that_is_no_dossier_is_refused_on_the_start_page(client: Client, body: dict[str, Any]) -> None:
    before = Dossier.objects.count()
    response = client.post(reverse("dossier-upload"), body)
    assert response.status_code == 200
    assert Page(response).find("a", href="#id_file")
    assert Dossier.objects.count() == before


@pytest.mark.parametrize("files", [101, 1])
def test_a_flood_of_files_is_refused_or_read_once(client: Client, files: int) -> None:
    response = client.post(reverse("dossier-upload"), {f"file{n}": file_of(1) for n in range(files)})
    assert response.status_code == (400 if files > 100 else 200)


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
    for name in ("dossier", "dossier-links", "check", "advies", "dossier-json"):
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


@pytest.mark.parametrize("error", [RenderTimeout, RenderBusy, RenderCrashed, RenderTooLarge, RenderFailed])
def test_a_pdf_that_cannot_be_made_gets_a_page_with_a_retry(
    client: Client, dossier: Dossier, error: type[RenderFailed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(documents, "render_pdf", refuse)
    address = reverse("advies-pdf", args=[dossier.edit_key])
    response = client.post(address)
    page = assert_own_page(response, 503, "Het document is niet gemaakt")
    assert int(response["Retry-After"]) > 0
    assert page.form(address)
    (retry,) = page.find("button", form="pdf")
    assert retry.text == "Opnieuw proberen"
    assert ("al andere documenten gemaakt" in page.text) == (error is RenderBusy)


@pytest.fixture
def misbehave(
    warm_fork_server: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[str], bytes]], Path]:
    """Let a function make the documents; returns the file in which it leaves its process id."""
    limits = RenderLimits(tmp_path / "slots", cpu_seconds=1, memory_bytes=512 * 1024**2)

    def make_documents_with(function: Callable[[str], bytes]) -> Path:
        pid_file = tmp_path / "pid"
        monkeypatch.setattr(documents, "render_pdf", lambda *_: run_limited(function, str(pid_file), limits))
        return pid_file

    return make_documents_with


@pytest.mark.slow
@pytest.mark.parametrize("function", [misbehaving.spin, misbehaving.eat_memory, misbehaving.segfault])
def test_a_renderer_that_misbehaves_gets_a_page(
    client: Client,
    dossier: Dossier,
    function: Callable[[str], bytes],
    misbehave: Callable[[Callable[[str], bytes]], Path],
) -> None:
    misbehave(function)
    response = client.post(reverse("advies-pdf", args=[dossier.edit_key]))
    assert_own_page(response, 503, "Het document is niet gemaakt")


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_other_pages_answer_while_a_renderer_hangs(
    dossier: Dossier, misbehave: Callable[[Callable[[str], bytes]], Path]
) -> None:
    pid_file = misbehave(misbehaving.hang_deaf)
    with ThreadPoolExecutor(1) as pool:
        pdf = pool.submit(post_and_disconnect, reverse("advies-pdf", args=[dossier.edit_key]))
        assert wait_until(pid_file.exists)
        for _ in range(10):
            assert Client().get(question_url(dossier, 1)).status_code == 200
        assert not pdf.done()
        os.kill(int(pid_file.read_text(encoding="ascii")), signal.SIGKILL)
        assert_own_page(pdf.result(), 503, "Het document is niet gemaakt")


def post_and_disconnect(address: str) -> Any:
    """Press a button in a thread, which has a database connection of its own."""
    try:
        return Client().post(address)
    finally:
        connection.close()
