"""What holds for every page that the site answers with, and what no page ever has (rules 7, 9 and 10)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from checklist.models import Dossier
from checklist.views import downloads
from tests.dossiers import full_dossier, keep_body, question_body, question_url
from tests.pages import Page
from tests.urls_to_visit import BEHIND_A_KEY, OF_A_MEETING, all_visits

pytestmark = pytest.mark.django_db


POLICY = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


# What a browser fetches by itself; a link to read elsewhere is no request.
FETCHED = {
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
    "embed": "src",
    "use": "href",
    "image": "href",
    "video": "src",
    "audio": "src",
    "input": "src",
}


@dataclass(frozen=True)
class Seen:
    """What one address, or one post, answered."""

    address: str
    status: int
    headers: dict[str, str]
    page: Page | None


def seen(address: str, response: Any) -> Seen:
    # Not a part of a page that a script asks for, nor a page that isn't shown but kept.
    is_page = response["Content-Type"].startswith("text/html") and b"<!doctype html>" in response.content
    is_page = is_page and "Content-Disposition" not in response
    return Seen(address, response.status_code, dict(response.items()), Page(response) if is_page else None)


@pytest.fixture(scope="module")
def whole_site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[Seen]:
    """What every address answers, every post that ends in a page, and every address that a page links to."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(downloads, "stored_advies_file", lambda *_: b"%PDF-")
        found = list(visited(full_dossier()))
        links = {path for at, page in pages_of(found) for path, _ in links_of(at, page)} - {at.address for at in found}
        found += [seen(path, Client().get(path)) for path in sorted(links)]
        transaction.set_rollback(True)
    return found


def visited(dossier: Dossier) -> Iterator[Seen]:
    client = Client(raise_request_exception=False)
    for visit in all_visits(dossier):
        yield seen(visit.address, client.get(visit.address))
    posts: list[tuple[str, dict[str, Any]]] = [
        (question_url(dossier, 7), question_body(7, "7a", "7b")),
        (question_url(dossier, 1), question_body(1, "1b")),
        (question_url(dossier, 1), {}),
        (reverse("dossier-title-page", args=[dossier.edit_key]), {"title": "", "version": "1"}),
        (reverse("check", args=[dossier.edit_key]), keep_body("m" * 10_001)),
        (reverse("check", args=[dossier.edit_key]), keep_body("Anders")),
        (reverse("dossier-open"), {"link": "x"}),
        (reverse("dossier-upload"), {}),
        (reverse("dossier-new"), {}),
        (reverse("dossier-open"), {"link": "x" * 2_600_000}),
    ]
    for address, body in posts:
        yield seen(f"POST {address}", client.post(address, body))
    without_token = Client(enforce_csrf_checks=True)
    yield seen(f"POST {reverse('dossier-open')}", without_token.post(reverse("dossier-open")))


def pages_of(whole_site: list[Seen]) -> list[tuple[str, Page]]:
    return [(at.address, at.page) for at in whole_site if at.page]


def links_of(address: str, page: Page) -> set[tuple[str, str]]:
    """Path and fragment of the links to pages of the site, also of those relative to the address of the page."""
    hrefs = [link.attributes.get("href", "") for link in page.find("a")]
    base = address.removeprefix("POST ")
    targets = [urlsplit(urljoin(base, href)) for href in hrefs if href and not href.startswith("#")]
    return {(target.path, target.fragment) for target in targets if not target.scheme and not target.netloc}


def test_the_whole_site_was_seen(whole_site: list[Seen]) -> None:
    assert {at.status for at in whole_site} == {200, 301, 302, 400, 403, 404, 409, 413}
    assert len(pages_of(whole_site)) > 60


def test_every_answer_carries_the_strict_policy(whole_site: list[Seen]) -> None:
    for at in whole_site:
        assert set(at.headers["Content-Security-Policy"].split("; ")) == POLICY, at.address
        assert at.headers["X-Content-Type-Options"] == "nosniff", at.address


def test_no_page_has_script_or_style_of_its_own(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        assert not page.find("style"), address
        for element in page.elements:
            assert "style" not in element.attributes, (address, element)
            assert not [name for name in element.attributes if name.startswith("on")], (address, element)
            assert not element.attributes.get("href", "").lower().startswith("javascript:"), (address, element)
            if element.tag == "script":
                assert element.attributes["src"], address
                assert element.text == "", address


def test_no_page_asks_another_host_for_anything(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        for element in page.elements:
            sources = [element.attributes.get(FETCHED.get(element.tag, "-"), "")]
            sources += re.split(r"[,\s]+", element.attributes.get("srcset", ""))
            sources += [element.attributes.get("action", ""), element.attributes.get("formaction", "")]
            for source in sources:
                target = urlsplit(urljoin("http://testserver/", source))
                assert (target.scheme, target.netloc) == ("http", "testserver"), (address, source)


def test_no_stylesheet_asks_another_host_for_anything() -> None:
    sheets = sorted(settings.BASE_DIR.glob("static/**/*.css"))
    assert sheets
    for sheet in sheets:
        for source in re.findall(
            r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", sheet.read_text(encoding="utf-8")
        ):
            assert not re.match(r"(?:[a-z]+:)?//", "".join(source)), (sheet, source)


def test_every_page_is_dutch_with_one_heading_and_no_doubled_id(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
        assert len(ids) == len(set(ids)), address
        assert [element.attributes.get("lang", "")[:2] for element in page.find("html")] == ["nl"], address
        if not address.startswith("/beheer/"):
            assert len(page.find("h1")) == 1, address
            assert page.title.endswith(" – Regiostaf"), address


def test_every_link_on_a_page_leads_somewhere(whole_site: list[Seen]) -> None:
    of_address = {urlsplit(at.address).path: at for at in whole_site}
    for address, page in pages_of(whole_site):
        for path, fragment in links_of(address, page):
            at = of_address[path]
            assert at.status in (200, 302), (address, path)
            if fragment:
                assert at.page, (address, path)
                assert at.page.by_id(fragment), (address, path, fragment)


def test_everything_a_page_points_at_within_itself_is_there(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        ids = {element.attributes.get("id") for element in page.elements}
        for element in page.elements:
            target = element.attributes.get("href", "")
            assert not target.startswith("#") or target[1:] in ids, (address, target)
            for name in ("aria-describedby", "aria-labelledby", "for"):
                for wanted in element.attributes.get(name, "").split():
                    assert wanted in ids, (address, name, wanted)


def test_every_control_has_a_label(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        labelled = {label.attributes.get("for") for label in page.find("label")}
        for element in page.elements:
            unseen = element.attributes.get("type") in {"hidden", "submit"}
            if element.tag in {"textarea", "select", "input"} and not unseen:
                assert element.attributes.get("id") in labelled, (address, element)


def test_every_form_that_posts_carries_one_token(whole_site: list[Seen]) -> None:
    for address, page in pages_of(whole_site):
        for form in page.forms:
            tokens = form.values["csrfmiddlewaretoken"]
            assert [len(token) for token in tokens] == [64] * form.posts, address


def test_a_browser_brings_no_typed_text_back_into_a_form_with_a_version(whole_site: list[Seen]) -> None:
    typed = {"motivation", "title"}
    seen = set()
    for address, page in pages_of(whole_site):
        for form in page.forms:
            names = {name.rpartition("-")[2] for name in form.values}
            if "version" in names and typed & names:
                assert form.autocomplete == "off", address
                seen.add(page.find("h1")[0].text)
    assert {"De laatste tien minuten", "Gegevens van het dossier", "Iemand anders was u voor"} < seen


def test_pages_anybody_may_see_are_not_hidden_from_search_engines(whole_site: list[Seen]) -> None:
    for at in whole_site:
        hidden = at.address.removeprefix("POST ").startswith((*BEHIND_A_KEY, *OF_A_MEETING))
        assert ("X-Robots-Tag" in at.headers) == hidden, at.address
