"""The link is the key (rule 10): who may do what, what is kept private, and what the browser remembers."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest
from django.test import Client
from django.urls import reverse

from checklist import selectors
from checklist.access import COOKIE
from checklist.domain.advies.reading import Reading
from checklist.export.pdf import RenderTimeout
from checklist.models import Choice, Dossier
from checklist.views import downloads
from tests.dossiers import CLASHING, action_body, keep_body, make_dossier, question_body, question_url
from tests.pages import Page
from tests.urls_to_visit import (
    BEHIND_A_KEY,
    UNKNOWN_KEY,
    addresses_of_questions,
    all_visits,
    old_addresses,
    reading_visits,
    refused_addresses,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    return make_dossier(CLASHING)


@pytest.mark.usefixtures("_quick_pdf")
def test_the_leeslink_reads_and_never_edits(client: Client, dossier: Dossier) -> None:
    for visit in reading_visits(dossier):
        assert client.get(visit.address).status_code == visit.status, visit.address
    for address in refused_addresses(dossier):
        response = client.get(address)
        assert response.status_code == 403, address
        assert "Om te wijzigen hebt u de werklink nodig." in Page(response).text


def test_nothing_can_be_saved_with_the_leeslink(client: Client, dossier: Dossier) -> None:
    for page, body in (
        ("vraag/1/", question_body(1, "1a")),
        ("vraag/1/botsing/", {"options": "1a", "mine": "1a", "version": 0}),
        ("controle/", keep_body() | action_body("Bellen")),
        ("gegevens/", {"title": "Anders", "version": 1}),
    ):
        assert client.post(f"/dossier/{dossier.read_key}/{page}", body).status_code == 403
        in_reading = client.post(f"/lezen/{dossier.read_key}/{page}", body).status_code
        assert in_reading == (404 if page == "gegevens/" else 403)
    assert Choice.objects.get(dossier=dossier, question__number=1).version == 0
    assert not dossier.kept_tensions.exists()
    assert not dossier.actions.exists()


@pytest.mark.usefixtures("_quick_pdf")
def test_no_page_for_readers_shows_the_werklink_or_a_way_to_edit(client: Client, dossier: Dossier) -> None:
    key = dossier.read_key
    documents = {reverse(f"{reading}-pdf", args=[key]) for reading in Reading}
    not_for_readers = {*refused_addresses(dossier), *old_addresses(dossier), *addresses_of_questions(key)}
    for visit in reading_visits(dossier):
        content = client.get(visit.address).content.decode()
        assert dossier.edit_key not in content, visit.address
        page = Page(content) if visit.html else None
        posting = {form.action for form in page.forms if form.posts} if page else set()
        assert posting <= documents, visit.address
        hrefs = [link.attributes["href"] for link in page.find("a")] if page else []
        links = [urljoin(visit.address, href) for href in hrefs if not href.startswith("#")]
        assert not {re.split(r"[?#]", link)[0] for link in links} & not_for_readers, visit.address


def test_the_links_page_shows_both_links_in_full(client: Client, dossier: Dossier) -> None:
    content = client.get(reverse("dossier-links", args=[dossier.edit_key])).content.decode()
    assert f"http://testserver/dossier/{dossier.edit_key}/" in content
    assert f"http://testserver/lezen/{dossier.read_key}/" in content


def test_a_key_is_read_letter_for_letter(client: Client, dossier: Dossier) -> None:
    other = dossier.edit_key.swapcase()
    assert other != dossier.edit_key
    for key in (other, UNKNOWN_KEY, dossier.edit_key[:-1], f"{dossier.edit_key}x", f"{dossier.edit_key} "):
        assert client.get(f"/dossier/{key}/").status_code == 404


def assert_private(response: Any, address: str) -> None:
    assert response["Cache-Control"] == "private, no-store", address
    assert response["X-Robots-Tag"] == "noindex", address
    assert response["Referrer-Policy"] == "same-origin", address


@pytest.mark.usefixtures("_quick_pdf")
def test_every_page_behind_a_key_is_private(client: Client, dossier: Dossier) -> None:
    for visit in all_visits(dossier):
        if visit.address.startswith(BEHIND_A_KEY):
            assert_private(client.get(visit.address), visit.address)


def raise_error(_: object) -> bytes:
    raise RuntimeError


def raise_timeout(*_: object) -> bytes:
    raise RenderTimeout


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (302, lambda c, d: c.post(question_url(d, 1), question_body(1, "1a"))),
        (400, lambda c, d: c.post(question_url(d, 1), {})),
        (400, lambda c, d: c.get(question_url(d, 1), HTTP_HOST="elders.example")),
        (403, lambda c, d: Client(enforce_csrf_checks=True).post(question_url(d, 1), question_body(1))),
        (301, lambda c, d: c.get(f"/dossier/{d.read_key}/uitkomst/")),
        (302, lambda c, d: c.get(f"/lezen/{d.read_key}/vraag/1/")),
        (400, lambda c, d: c.get(f"/lezen/{d.read_key}/", HTTP_HOST="elders.example")),
        (403, lambda c, d: c.get(f"/dossier/{d.read_key}/links/")),
        (403, lambda c, d: c.post(f"/lezen/{d.read_key}/vraag/1/", question_body(1, "1a"))),
        (404, lambda c, d: c.get(f"/dossier/{d.edit_key}/vraag/13/")),
        (404, lambda c, d: c.get(f"/lezen/{d.edit_key}/")),
        (404, lambda c, d: c.get(f"/lezen/{d.read_key}/vraag/13/")),
        (405, lambda c, d: c.post(f"/lezen/{d.read_key}/")),
        (405, lambda c, d: c.put(question_url(d, 1))),
        (405, lambda c, d: c.post(reverse("outcome", args=[d.edit_key]))),
        (409, lambda c, d: c.post(question_url(d, 2), question_body(2, "2b"))),
        (413, lambda c, d: c.post(question_url(d, 1), {"1-motivation": "a" * 2_600_000})),
    ],
)
def test_every_answer_behind_a_key_is_private(
    client: Client, dossier: Dossier, status: int, ask: Callable[[Client, Dossier], Any]
) -> None:
    response = ask(client, dossier)
    assert response.status_code == status
    assert_private(response, str(status))


@pytest.mark.parametrize(("status", "failure"), [(500, raise_error), (503, raise_timeout)])
def test_a_failure_behind_a_key_is_private(
    client: Client, dossier: Dossier, status: int, failure: Callable[[object], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "stored_advies_file", failure)
    client.raise_request_exception = False
    response = client.post(reverse("voorstel-pdf", args=[dossier.edit_key]))
    assert response.status_code == status
    assert_private(response, str(status))


def opened_here(client: Client) -> list[str]:
    """The addresses of the dossiers that the start page lists as opened in this browser."""
    page = Page(client.get("/"))
    return [
        link.attributes["href"]
        for link in page.find("a")
        if re.match("/(dossier|lezen)/.{32}/", link.attributes["href"])
    ]


def test_the_start_page_lists_opened_dossiers_the_newest_first(client: Client) -> None:
    dossiers = [make_dossier() for _ in range(3)]
    for dossier in (*dossiers, dossiers[0]):
        client.get(reverse("dossier", args=[dossier.edit_key]))
    newest_first = [dossiers[0], dossiers[2], dossiers[1]]
    assert opened_here(client) == [reverse("dossier", args=[dossier.edit_key]) for dossier in newest_first]


def test_the_list_says_which_link_is_for_reading(client: Client, dossier: Dossier) -> None:
    client.get(reverse("dossier", args=[dossier.read_key]))
    assert opened_here(client) == [reverse("dossier", args=[dossier.read_key])]
    assert "alleen lezen" in Page(client.get("/")).text


@pytest.mark.parametrize("kinds", [("edit_key", "read_key"), ("read_key", "edit_key"), ("read_key", "edit_key") * 2])
def test_a_dossier_of_which_both_links_were_opened_stands_once_by_its_werklink(
    client: Client, dossier: Dossier, kinds: tuple[str, ...]
) -> None:
    first, *later = (reverse("dossier", args=[getattr(dossier, kind)]) for kind in kinds)
    other = make_dossier()
    for address in (first, reverse("dossier", args=[other.edit_key]), *later):
        client.get(address)
    assert opened_here(client) == [reverse("dossier", args=[one.edit_key]) for one in (dossier, other)]
    assert "alleen lezen" not in Page(client.get("/")).text


def test_a_list_that_has_both_links_already_shows_the_dossier_once_at_its_newest_place(dossier: Dossier) -> None:
    other = make_dossier()
    listed = selectors.dossiers_with_keys([dossier.read_key, other.read_key, dossier.edit_key])
    assert [one.key for one in listed] == [dossier.edit_key, other.read_key]
    assert [one.can_edit for one in listed] == [True, False]


def test_a_dossier_takes_one_place_of_those_that_are_remembered(client: Client) -> None:
    dossiers = [make_dossier() for _ in range(20)]
    for dossier in dossiers:
        client.get(reverse("dossier", args=[dossier.edit_key]))
        client.get(reverse("dossier", args=[dossier.read_key]))
    assert len(opened_here(client)) == 20


def test_with_the_leeslink_alone_the_werklink_is_not_in_the_list(client: Client, dossier: Dossier) -> None:
    client.get(reverse("dossier", args=[dossier.read_key]))
    assert dossier.edit_key not in client.cookies[COOKIE].value


def test_a_dossier_that_was_refused_or_is_unknown_is_not_remembered(client: Client, dossier: Dossier) -> None:
    client.post(reverse("question", args=[dossier.read_key, 1]))
    client.get(f"/dossier/{dossier.read_key}/links/")
    client.get(f"/lezen/{dossier.edit_key}/")
    client.get(f"/dossier/{UNKNOWN_KEY}/")
    assert opened_here(client) == []
    assert COOKIE not in client.cookies


def test_a_dossier_that_is_gone_drops_off_the_list(client: Client, dossier: Dossier) -> None:
    client.get(reverse("dossier", args=[dossier.edit_key]))
    dossier.delete()
    assert opened_here(client) == []


def test_the_browser_remembers_the_last_twenty(client: Client) -> None:
    dossiers = [make_dossier() for _ in range(21)]
    for dossier in dossiers:
        client.get(reverse("dossier-links", args=[dossier.edit_key]))
    assert len(opened_here(client)) == 20
    assert reverse("dossier", args=[dossiers[0].edit_key]) not in opened_here(client)


def test_the_cookie_is_for_the_server_alone(client: Client, dossier: Dossier) -> None:
    client.get(reverse("dossier", args=[dossier.edit_key]))
    cookie = client.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_cookie_travels_over_https_only_when_the_site_does(client: Client, dossier: Dossier) -> None:
    address = reverse("dossier", args=[dossier.edit_key])
    assert not client.get(address).cookies[COOKIE]["secure"]
    assert Client().get(address, secure=True).cookies[COOKIE]["secure"]


@pytest.mark.parametrize("change", [lambda v: "x" + v, lambda v: v[:-1], lambda v: v.split(":")[0], lambda v: v + ":"])
def test_a_cookie_that_was_tampered_with_is_ignored(
    client: Client, dossier: Dossier, change: Callable[[str], str]
) -> None:
    client.get(reverse("dossier", args=[dossier.edit_key]))
    client.cookies[COOKIE] = change(client.cookies[COOKIE].value)
    assert opened_here(client) == []
    assert client.get(reverse("dossier", args=[dossier.edit_key])).status_code == 200
    assert len(opened_here(client)) == 1


@pytest.mark.parametrize("key_kind", ["edit_key", "read_key"])
@pytest.mark.parametrize(
    "shape", ["http://testserver/dossier/{}/", "  https://elders.example/dossier/{}/vraag/3/\r\n", "{}"]
)
def test_a_pasted_link_opens_the_dossier(client: Client, dossier: Dossier, key_kind: str, shape: str) -> None:
    key = getattr(dossier, key_kind)
    response = client.post(reverse("dossier-open"), {"link": shape.format(key)})
    assert (response.status_code, response["Location"]) == (302, reverse("dossier", args=[key]))


@pytest.mark.parametrize(
    "link", ["", " ", "x", f"/dossier/{UNKNOWN_KEY}/", "a" * 501, "\x00" * 32, "//elders.example", "👩‍🏫" * 32]
)
def test_a_link_that_opens_nothing_is_explained_on_the_start_page(client: Client, link: str) -> None:
    response = client.post(reverse("dossier-open"), {"link": link})
    page = Page(response)
    assert response.status_code == 200
    assert page.title.startswith("Fout: ")
    assert page.find("a", href="#id_link")
    assert COOKIE not in client.cookies
