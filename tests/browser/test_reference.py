"""Pages to look things up in: found and compared without JavaScript, by keyboard, on paper and on a phone."""

import io

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users
from tests.browser.test_weight import LATER_PAGE, received
from tests.browser.visitor import FOUR_MODELS

pytestmark = pytest.mark.browser

BEAMER = (1920, 1080)
COMPARED = f"/modellen/vergelijken/?{FOUR_MODELS}"


@pytest.fixture
def plain(users: Users) -> Page:
    """A page without JavaScript."""
    return users.open(java_script_enabled=False)


def test_models_are_found_and_compared_without_javascript(plain: Page) -> None:
    plain.goto("/modellen/")
    plain.get_by_text("Zoek op wie de staf leidt").click()
    plain.get_by_label("Het gehele domein van de veiligheidsregio 6b").check()
    plain.get_by_label("Een vertegenwoordiging van/namens").check()
    plain.get_by_role("button", name="Zoeken").click()
    expect(plain.get_by_role("heading", name="Bij twee modellen past dit")).to_be_visible()
    for box in plain.get_by_role("checkbox").all():
        box.check()
    plain.get_by_role("button", name="Naast elkaar zetten").click()
    expect(plain.get_by_role("columnheader", name="Managementraad")).to_be_visible()
    expect(plain.get_by_role("columnheader", name="Functionaris in directie")).to_be_visible()


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_ground_of_a_judgement_opens_with_the_keyboard(users: Users, size: tuple[int, int]) -> None:
    page = users.open(size)
    page.goto(COMPARED)
    judgement = page.locator(".compare details").first
    ground = judgement.locator("p")
    expect(ground).to_be_hidden()
    judgement.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(ground).to_be_visible()
    box = ground.bounding_box()
    assert box is not None
    assert box["width"] > 120


@pytest.mark.parametrize("size", [PHONE, LAPTOP, BEAMER], ids=["phone", "laptop", "beamer"])
def test_the_comparison_stays_a_table_for_who_hears_it(users: Users, size: tuple[int, int]) -> None:
    page = users.open(size)
    page.goto(COMPARED)
    expect(page.get_by_role("table")).to_have_count(1)
    expect(page.get_by_role("columnheader")).to_have_count(5)
    assert page.get_by_role("rowheader").count() > 30


def test_on_a_phone_every_judgement_has_its_model_beside_it(users: Users) -> None:
    page = users.open(PHONE)
    page.goto(COMPARED)
    cell = page.locator(".compare [data-column]").first
    shown = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert shown == f'"{cell.get_attribute("data-column")}"'


def test_the_names_of_the_models_stay_in_sight(users: Users, dossiers: Dossiers) -> None:
    page = users.open(BEAMER)
    page.goto(f"/dossier/{dossiers.half}/vergelijken/?{FOUR_MODELS}")
    page.locator("#vraag-12").scroll_into_view_if_needed()
    expect(page.get_by_role("columnheader", name="Uw keuze")).to_be_in_viewport()


def pages_on_paper(page: Page) -> int:
    with pikepdf.open(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize(("address", "most"), [("/checklist/", 3), (COMPARED, 4)])
def test_it_is_short_on_paper(page: Page, address: str, most: int) -> None:
    page.goto(address)
    assert pages_on_paper(page) <= most


def test_a_link_to_a_tension_leads_to_its_row(page: Page) -> None:
    page.goto("/methode/#spanning-40")
    row = page.locator("#spanning-40")
    expect(row).to_be_in_viewport()
    assert row.evaluate("row => getComputedStyle(row).backgroundColor") == "rgb(227, 239, 240)"


@pytest.mark.parametrize(
    "address", ["/checklist/", "/over/", "/modellen/?draagt=8a", COMPARED, "/methode/?vraag=7", "/methode/"]
)
def test_a_page_is_light(page: Page, address: str) -> None:
    page.goto("/", wait_until="networkidle")
    assert received(page, address) <= LATER_PAGE
