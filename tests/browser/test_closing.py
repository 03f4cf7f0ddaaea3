"""The afronding in a browser: by keyboard, without JavaScript and on a phone, and nothing that was typed is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Users
from tests.browser.test_check import COVERED, SMALL_TARGETS, open_meeting

pytestmark = pytest.mark.browser

BOTH_WAYS = pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
LAPTOP = (1280, 720)


def open_closing(page: Page, *, more: bool = False) -> str:
    """Open the afronding of a new dossier; return its address."""
    address = open_meeting(page).replace("/controle/", "/afronding/") + ("meer/" if more else "")
    page.goto(address)
    return address


@BOTH_WAYS
@pytest.mark.parametrize("button", ["Opslaan en naar het advies", "Vorige", "Meer velden", "Overzicht"])
def test_each_way_out_saves_what_was_typed(users: Users, java_script: bool, button: str) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    address = open_closing(page)
    page.get_by_label("Algemeen bestuur").check()
    page.get_by_label("Indiener").fill("De portefeuillehouder")
    page.get_by_role("group", name="Haarlem", exact=True).get_by_label("Later ingestemd").check()
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).first.click()
    assert page.url != address
    page.goto(address)
    expect(page.get_by_label("Algemeen bestuur")).to_be_checked()
    expect(page.get_by_label("Indiener")).to_have_value("De portefeuillehouder")
    expect(page.get_by_role("group", name="Haarlem", exact=True).get_by_label("Later ingestemd")).to_be_checked()
    expect(page.get_by_text("3 van 8 ingevuld")).to_be_visible()


@BOTH_WAYS
def test_a_table_grows_by_a_row_where_one_was(users: Users, java_script: bool) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    open_closing(page, more=True)
    page.locator("#risicos-0-risico").fill("Te weinig tijd")
    with page.expect_navigation():
        page.get_by_role("button", name="Nog een regel bij Risico’s").click()
    assert page.url.endswith("/afronding/meer/#veld-risicos")
    expect(page.locator("#risicos-0-risico")).to_have_value("Te weinig tijd")
    page.locator("#risicos-1-risico").fill("Te weinig geld")
    with page.expect_navigation():
        page.locator("#risicos-1-risico").press("Tab")
        page.get_by_role("button", name="Vorige").click()
    expect(page.get_by_role("heading", name="Afronding", level=1)).to_be_visible()


def test_every_control_is_reached_by_keyboard_and_lies_under_no_bar(users: Users) -> None:
    page = users.open(LAPTOP)
    open_closing(page)
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || ''"))
        assert page.evaluate(COVERED) == 0
        if page.evaluate("document.activeElement.value") == "meer":
            break
    asked = {"besluit_orgaan", "vergaderdatum", "indiener", "aanleiding", "kosten_dekking", "draagvlak"}
    assert asked | {"evaluatie_datum", "naar"} <= reached


def test_enter_in_a_field_saves_and_goes_to_the_advies(users: Users) -> None:
    page = users.open(LAPTOP)
    address = open_closing(page)
    page.get_by_label("Indiener").fill("Iemand")
    with page.expect_navigation():
        page.get_by_label("Indiener").press("Enter")
    assert page.url.endswith("/advies/")
    page.goto(address)
    expect(page.get_by_label("Indiener")).to_have_value("Iemand")


def test_what_is_wrong_has_the_focus_and_leads_to_its_field(users: Users) -> None:
    page = users.open(LAPTOP)
    open_closing(page)
    page.get_by_label("Indiener").fill("x" * 121)
    with page.expect_navigation():
        page.get_by_role("button", name="Opslaan en naar het advies").first.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Indiener: Deze tekst telt 121 tekens.").click()
    expect(page.get_by_label("Indiener")).to_be_focused()


def test_what_is_still_open_leads_to_its_question_after_a_save(users: Users) -> None:
    page = users.open(LAPTOP)
    address = open_closing(page)
    page.get_by_label("Indiener").fill("Iemand")
    with page.expect_navigation():
        page.get_by_role("button", name="Vraag 10: Wie betaalt de regiostaf?").click()
    assert page.url.endswith("/vraag/10/")
    page.goto(address)
    expect(page.get_by_label("Indiener")).to_have_value("Iemand")


@pytest.mark.parametrize("size", [PHONE, (320, 640)], ids=["phone", "narrow"])
@pytest.mark.parametrize("more", [False, True], ids=["first page", "second page"])
def test_on_a_phone_all_of_it_fits_and_can_be_touched(users: Users, size: tuple[int, int], more: bool) -> None:
    page = users.open(size)
    open_closing(page, more=more)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert [it for it in page.evaluate(SMALL_TARGETS) if 'type="radio"' not in it] == []
