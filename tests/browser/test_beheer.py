"""The lists of the beheer: nothing is cut off at the right, and the filter above them can be unfolded."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from playwright.sync_api import Browser, Page, expect

from checklist.models import HouseStyle
from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users, resize
from tests.browser.server import ADMIN, Server

pytestmark = pytest.mark.browser

# The house style is one row; its address leads to that.
LISTS = sorted(
    f"/beheer/{model._meta.app_label}/{model._meta.model_name}/"
    for model in admin.site._registry
    if model != HouseStyle
)
CUT_OFF = """() => {
    const box = document.querySelector('#changelist .results');
    return Math.max(box.scrollWidth - box.clientWidth, document.documentElement.scrollWidth - innerWidth);
}"""


@pytest.fixture(scope="module")
def beheer(chromium: Browser, server: Server, dossiers: Dossiers) -> Iterator[Page]:
    """A beheerder's page, with dossiers to list."""
    users = Users(chromium, server)
    page = users.open()
    page.goto("/beheer/")
    page.locator("#id_username").fill(ADMIN)
    page.locator("#id_password").fill(server.password)
    page.get_by_role("button", name="Aanmelden").click()
    yield page
    users.close()


def open_text(users: Users, server: Server) -> Page:
    """The form of question 1, opened by a beheerder in a browser of their own."""
    page = users.open()
    page.goto("/beheer/")
    page.locator("#id_username").fill(ADMIN)
    page.locator("#id_password").fill(server.password)
    page.get_by_role("button", name="Aanmelden").click()
    page.goto("/beheer/checklist/question/")
    page.locator("#result_list tbody th a").first.click()
    return page


def test_back_to_a_text_shows_what_another_saved_meanwhile(users: Users, server: Server) -> None:
    ann, ben = open_text(users, server), open_text(users, server)
    opener = ann.locator("#id_opener")
    stored = opener.input_value()
    opener.fill("Mijn vraag?")
    with ann.expect_navigation():
        ann.get_by_role("button", name="Opslaan", exact=True).click()
    ben.reload()
    ben.locator("#id_opener").fill(stored)
    with ben.expect_navigation():
        ben.get_by_role("button", name="Opslaan", exact=True).click()
    ann.go_back()
    expect(opener).to_have_value(stored)


@pytest.mark.parametrize("size", [LAPTOP, (1024, 768), (768, 1024), PHONE], ids=["laptop", "wide", "high", "phone"])
@pytest.mark.parametrize("address", LISTS)
def test_a_list_is_no_wider_than_its_box(beheer: Page, address: str, size: tuple[int, int]) -> None:
    resize(beheer, size)
    beheer.goto(address)
    assert beheer.evaluate(CUT_OFF) <= 0


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_filter_of_a_list_is_unfolded_and_chosen_from(beheer: Page, size: tuple[int, int]) -> None:
    resize(beheer, size)
    beheer.goto("/beheer/checklist/tension/")
    choice = beheer.locator(".list-filter a", has_text="tegenstrijdig")
    expect(choice).not_to_be_visible()
    beheer.locator("summary", has_text="Filter").click()
    expect(choice).to_be_visible()
    assert violations(beheer) == []
    choice.click()
    expect(beheer.locator("#changelist-search")).to_contain_text("6 gevonden van 61")
    expect(choice).to_have_attribute("aria-current", "true")
