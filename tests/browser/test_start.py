"""The start page in the room: one screen of a beamer, stacked on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dossiers, Users, in_its_font

pytestmark = pytest.mark.browser

BEAMERS = [(1280, 720), (1366, 768), (1920, 1080), (1024, 768)]
PHONE = (375, 740)


def open_start(users: Users, size: tuple[int, int], *opened: str) -> Page:
    """The start page in a browser in which these dossiers were opened."""
    page = users.open(size)
    for key in opened:
        page.goto(f"/dossier/{key}/")
    page.goto("/")
    return in_its_font(page)


@pytest.mark.parametrize("size", BEAMERS, ids=str)
def test_it_is_one_screen_of_a_beamer_however_many_dossiers(
    users: Users, dossiers: Dossiers, size: tuple[int, int]
) -> None:
    for opened in ((), (dossiers.full,), (dossiers.full, dossiers.half, dossiers.empty)):
        page = open_start(users, size, *opened)
        assert page.locator(".start").evaluate("one => one.getBoundingClientRect().bottom") <= size[1]
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_on_a_phone_the_ways_in_stack_and_can_be_pressed(users: Users, dossiers: Dossiers) -> None:
    page = open_start(users, PHONE, dossiers.full)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    boxes = page.locator(".start :is(a, button, input:not([type=hidden]), summary):visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(boxes) >= 44
    assert len(set(page.locator(".path").evaluate_all("all => all.map(one => one.getBoundingClientRect().left)"))) == 1


def test_the_sample_leads_from_start_to_its_advies_and_overview(users: Users) -> None:
    page = open_start(users, (1280, 720))
    page.get_by_role("link", name="Bekijk een voorbeeldadvies").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Voorbeeld met verzonnen keuzes: regiostaf Brabant-Noord")
    page.goto("/")
    page.get_by_role("link", name="Bekijk het voorbeelddossier").click()
    expect(page.get_by_text("Elf van twaalf vragen beantwoord.")).to_be_visible()
    page.goto("/")
    expect(page.get_by_text("In deze browser is nog geen dossier geopend.")).to_be_visible()
