"""The head of the site and the two addresses of a house style; without one there is no trace of it."""

import pytest
from django.db import DatabaseError
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from checklist import context_processors, selectors
from checklist.domain.house_style import HouseStyle as Style
from checklist.models import Dossier, HouseStyle
from checklist.selectors.house_style import _Seen
from models_catalogue import stamp
from tests.house_style.styles import NAME, save_style
from tests.pages import Page

pytestmark = pytest.mark.django_db

CSS, LOGO = "/huisstijl.css", "/huisstijl/logo.png"


def pages(dossier: Dossier) -> list[str]:
    """One page of each frame."""
    names = ("dossier", "check", "outcome", "advies", "closing")
    return ["/", "/methode/", *(reverse(name, args=[dossier.edit_key]) for name in names)]


def links(page: Page) -> list[str]:
    """The stylesheets that it loads."""
    return [link.attributes["href"] for link in page.find("link", rel="stylesheet")]


def test_every_head_has_the_logo_once_with_its_alternative_text(
    client: Client, dossier: Dossier, house: HouseStyle
) -> None:
    selectors.newest_house_style()
    for address in [*pages(dossier), reverse("question", args=[dossier.edit_key, 4]), "/bestaat-niet/"]:
        page = Page(client.get(address))
        (logo,) = page.find("img", **{"class": "house-mark"})
        assert logo.attributes["alt"] == NAME, address
        assert (logo.attributes["width"], logo.attributes["height"]) == ("400", "120")
        assert links(page)[-1] == f"{CSS}?v={house.version}"
        for served in (logo.attributes["src"], links(page)[-1]):
            assert client.get(served).status_code == 200


def test_a_style_without_a_logo_shows_the_name(client: Client, dossier: Dossier) -> None:
    save_style(name="<b>Voorbeeld & Co", logo=b"")
    for address in pages(dossier)[1:]:
        page = Page(client.get(address))
        assert [name.text for name in page.find("span", **{"class": "house-name"})] == ["<b>Voorbeeld & Co"]
        assert not page.find("img", **{"class": "house-mark"})


def test_a_style_with_a_colour_alone_changes_no_word(client: Client, dossier: Dossier) -> None:
    for address in pages(dossier)[1:]:
        before = Page(client.get(address))
        save_style(name="", logo=b"")
        after = Page(client.get(address))
        assert after.text == before.text
        assert set(links(after)) > set(links(before))
        HouseStyle.objects.all().delete()


def test_without_a_style_a_page_is_as_it_is_without_this(
    client: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(_: HttpRequest) -> dict[str, object]:
        return {}

    addresses = [address for address in pages(dossier) if "afronding" not in address]
    client.get(addresses[2])  # the start page lists it from now on
    with_it = [client.get(address).content for address in addresses]
    monkeypatch.setattr(context_processors, "house", nothing)
    without = [client.get(address).content for address in addresses]
    assert [len(page) for page in with_it] == [len(page) for page in without]
    assert not [page for page in with_it if b"house" in page or b"huisstijl" in page]
    assert client.get(CSS).status_code == client.get(LOGO).status_code == 404


def test_a_page_that_reads_the_content_or_a_dossier_shows_a_change_at_once(client: Client, dossier: Dossier) -> None:
    for address in pages(dossier)[1:]:
        client.get(address)
        save_style(name=f"Naam van {address}", logo=b"")
        assert f"Naam van {address}" in Page(client.get(address)).text
        HouseStyle.objects.all().delete()
        assert "Naam van" not in Page(client.get(address)).text


def test_a_page_that_asks_neither_shows_what_was_seen_last(client: Client, house: HouseStyle) -> None:
    assert not Page(client.get("/")).find("img")
    client.get("/methode/")
    assert Page(client.get("/")).find("img", alt=NAME)


def test_the_first_page_of_a_process_reads_the_style(client: Client, house: HouseStyle) -> None:
    _Seen.version = None
    assert Page(client.get("/")).find("img", alt=NAME)


def test_a_style_costs_one_query_after_a_change_and_none_after_that(
    client: Client, dossier: Dossier, house: HouseStyle, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("dossier-drawings", args=[dossier.edit_key])
    client.get(address)
    with django_assert_num_queries(2):
        client.get(address)
    save_style(colour="#154273")
    with django_assert_num_queries(3):
        client.get(address)
    with django_assert_num_queries(2):
        client.get(address)


def test_a_change_puts_no_new_stamp_on_the_content() -> None:
    before = stamp.current().get()
    save_style()
    assert stamp.current().get() == before


def test_a_page_is_shown_without_a_style_when_it_cannot_be_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> Style:
        raise DatabaseError

    monkeypatch.setattr(selectors, "house_style", away)
    assert client.get("/").status_code == 200


def test_the_stylesheet_holds_three_colours_and_nothing_else(client: Client, house: HouseStyle) -> None:
    answer = client.get(CSS, {"v": house.version})
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer.content.decode() == (
        ".regiostaf-theme { --petrol: #5b2d82; --petrol-dark: #442262; --petrol-tint: #f0ecf4; }\n"
    )


def test_a_stored_colour_that_nobody_can_read_is_not_used(client: Client, house: HouseStyle) -> None:
    HouseStyle.objects.update(colour="#ff6600", version="f" * 16)
    assert client.get(CSS).status_code == 404


@pytest.mark.parametrize("address", [CSS, LOGO])
def test_a_browser_keeps_what_has_its_version_for_good(client: Client, house: HouseStyle, address: str) -> None:
    assert client.get(address, {"v": house.version})["Cache-Control"] == "public, max-age=31536000, immutable"
    for other in ({}, {"v": "0" * 16}, {"v": ""}):
        assert client.get(address, other)["Cache-Control"] == "no-cache"
    assert client.post(address).status_code == 405


def test_the_logo_is_served_as_it_is_stored(client: Client, house: HouseStyle) -> None:
    answer = client.get(LOGO, {"v": house.version})
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == bytes(house.logo)
