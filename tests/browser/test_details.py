"""What an option leaves open, in a browser: it shows when its option is chosen, and is answered by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, Users, make_dossier
from tests.browser.keyboard import press, tab_to

pytestmark = pytest.mark.browser

CARRIER = "Welk overleg draagt de regiostaf"
CENTRE = "Welke gemeente is de centrumgemeente?"
SAVE = ".foot .btn--go"


def open_question(page: Page, number: int) -> str:
    """Open a question of a new, empty dossier; return the dossier's key."""
    key = make_dossier(page, "leeg")
    page.goto(f"/dossier/{key}/vraag/{number}/")
    return key


def choose(page: Page, code: str) -> None:
    """Press an option's card."""
    page.locator(f"label[for=optie-{code}]").click()
    expect(page.locator(f"#optie-{code}")).to_be_checked()


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_answer_is_picked_by_keyboard_and_stands_in_the_advies(users: Users, java_script: bool) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    key = open_question(page, 7)
    tab_to(page, "#optie-7a")
    page.keyboard.press("Space")
    tab_to(page, "input[name='7-detail-7a-drager']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    press(page, SAVE, "Space")
    page.goto(f"/dossier/{key}/advies/")
    expect(page.locator(".advies")).to_contain_text(
        "Plaats: bij het overleg van gemeentelijke veiligheidsadviseurs (7a)"
    )
    page.goto(f"/dossier/{key}/verslag/")
    decision = "De regiostaf hoort bij het overleg van gemeentelijke veiligheidsadviseurs."
    expect(page.locator(".advies-decisions")).to_contain_text(decision)
    expect(page.locator("section", has=page.locator("#vraag-7")).last).to_contain_text(decision)


def test_a_gemeente_is_picked_by_keyboard_and_stands_in_the_advies(page: Page) -> None:
    key = open_question(page, 8)
    tab_to(page, "#optie-8a")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#id_8-detail-8b-gemeente")
    page.keyboard.type("Zee")
    press(page, SAVE, "Space")
    page.goto(f"/dossier/{key}/advies/")
    expect(page.locator(".advies")).to_contain_text("één vrijgestelde functionaris bij de gemeente Zeewolde (8b)")
    page.goto(f"/dossier/{key}/verslag/")
    expect(page.locator(".advies")).to_contain_text("Bij welke gemeente is de functionaris in dienst? Zeewolde")


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_it_shows_while_its_option_is_chosen_and_keeps_its_answer(users: Users, size: tuple[int, int]) -> None:
    page = users.open(size)
    open_question(page, 7)
    carrier, centre = page.get_by_role("group", name=CARRIER), page.get_by_label(CENTRE)
    expect(carrier).to_be_hidden()
    choose(page, "7a")
    page.get_by_label("beide", exact=True).check()
    choose(page, "7c")
    expect(carrier).to_be_hidden()
    expect(centre).to_be_visible()
    choose(page, "7a")
    expect(page.get_by_label("beide", exact=True)).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_press_on_an_answer_leaves_the_option_as_it_is(page: Page) -> None:
    open_question(page, 1)
    choose(page, "1d")
    page.get_by_text("in beide", exact=True).click()
    expect(page.locator("#optie-1d")).to_be_checked()
    expect(page.get_by_label("in beide", exact=True)).to_be_checked()


def test_answers_on_a_phone_are_large_enough_to_press(users: Users) -> None:
    page = users.open(PHONE)
    open_question(page, 10)
    for code in ("10b", "10c"):
        choose(page, code)
    answers = page.locator(".opt__sub label:visible")
    expect(answers).to_have_count(8)
    heights = [box["height"] for answer in answers.all() if (box := answer.bounding_box())]
    assert min(heights) >= 44
