"""The whole walk, as a user does it: from the start page through twelve questions to the PDF in hand."""

import re

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, Users
from tests.browser.keyboard import press, tab_to

pytestmark = pytest.mark.browser

TITLE = "Regiostaf Brabant-Noord"
# An answer to each question: more than one option where that is allowed, and one question left open.
ANSWERS: dict[int, list[str]] = {
    1: ["1a", "1d"],
    2: ["2a", "2b"],
    3: ["3b"],
    4: ["4b"],
    5: ["5b"],
    6: ["6a"],
    7: ["7a"],
    8: ["8a"],
    9: ["9a"],
    10: ["10c"],
    11: ["11c"],
    12: [],
}
MOTIVATION = "Zo houden wij de lijn kort.\nDat is ons veel waard."


def assert_is_the_advies(download: Download) -> None:
    """A PDF, under the name of the region, its state and the day."""
    name = r"regiostaf-brabant-noord-concept-v0-\d{4}-\d\d-\d\d\.pdf"
    assert re.fullmatch(name, download.suggested_filename)
    content = download.path().read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def assert_all_is_there(page: Page) -> None:
    """The advies, with the reason of every answer."""
    expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    for number, codes in ANSWERS.items():
        if codes:
            expect(page.locator(".advies")).to_contain_text(f"Vraag {number} beargumenteerd.")
    expect(page.locator(".advies")).to_contain_text(MOTIVATION, use_inner_text=True)


def assert_is_the_controle(page: Page) -> None:
    """The agenda, with the question that was left open."""
    expect(page).to_have_title("De laatste tien minuten – Regiostaf")
    expect(page.locator("#punt-vraag-12 .item__word")).to_contain_text("Nog niet bepaald")


def walk(page: Page) -> None:
    """Make a dossier and answer all questions, by pressing what is on the screen."""
    page.goto("/")
    page.get_by_role("link", name="Nieuw dossier").click()
    page.get_by_label("Titel van het dossier").fill(TITLE)
    page.get_by_label("Veiligheidsregio").select_option(label="Brabant-Noord")
    page.get_by_label("Datum van de vergadering").fill("2026-11-24")
    page.get_by_label("Aanwezig").fill("A. Jansen, Oss\nB. de Vries, Boxtel")
    page.get_by_role("button", name="Dossier maken").click()
    expect(page.get_by_label("Werklink", exact=True)).to_have_value(page.url.removesuffix("links/"))
    page.get_by_role("link", name="Naar de twaalf vragen").click()
    page.get_by_role("link", name="Begin met vraag 1").click()
    for number, codes in ANSWERS.items():
        expect(page.get_by_text(f"Vraag {number} van 12 ·")).to_be_visible()
        for code in codes:
            page.locator(f"label[for=optie-{code}]").click()
        text = f"Vraag {number} beargumenteerd." if codes else ""
        page.get_by_label("Waarom kiest u dit?").fill(text if number > 1 else f"{text}\n{MOTIVATION}")
        page.get_by_role("button", name="Opslaan en verder").click()


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_twelve_questions_lead_to_a_pdf(users: Users, size: tuple[int, int], java_script: bool) -> None:
    page = users.open(size, java_script_enabled=java_script)
    walk(page)
    assert_is_the_controle(page)
    page.get_by_role("button", name="Opslaan en naar de afronding").click()
    page.get_by_role("button", name="Opslaan en naar het advies").click()
    assert_all_is_there(page)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Voorstel downloaden als PDF").click()
    assert_is_the_advies(downloading.value)


def choose(page: Page, number: int, codes: list[str]) -> None:
    """Choose options: check boxes with Space, radio buttons with the arrows."""
    radio = page.locator(f"input[type=radio][name='{number}-options']").count()
    if radio:
        tab_to(page, f"#optie-{number}a")
        if codes:
            page.keyboard.press("Space")
        order = [f"{number}{letter}" for letter in "abcd"]
        for _ in range(order.index(codes[0]) if codes else 0):
            page.keyboard.press("ArrowDown")
    for code in [] if radio else codes:
        tab_to(page, f"#optie-{code}")
        page.keyboard.press("Space")


def begin_with_tab(page: Page) -> None:
    """Make a dossier and go to its first question, with the keyboard alone."""
    page.goto("/")
    press(page, "a[href='/dossier/nieuw/']")
    tab_to(page, "#id_title")
    page.keyboard.type(TITLE)
    tab_to(page, "#id_veiligheidsregio")
    page.keyboard.type("Brabant-N")
    press(page, "button[type=submit]")
    press(page, "main .utrecht-button--primary-action")
    press(page, "main .btn--go")


def test_keyboard_alone_is_enough(page: Page) -> None:
    begin_with_tab(page)
    for number, codes in ANSWERS.items():
        choose(page, number, codes)
        if codes:
            tab_to(page, f"#id_{number}-motivation")
            page.keyboard.type(f"Vraag {number} beargumenteerd.")
            if number == 1:
                page.keyboard.press("Enter")
                page.keyboard.type(MOTIVATION)
        press(page, ".foot .btn--go", "Space")
    assert_is_the_controle(page)
    press(page, ".foot .btn--go")
    expect(page.get_by_role("heading", name="Afronding", level=1)).to_be_visible()
    press(page, ".foot .btn--go")
    assert_all_is_there(page)
    tab_to(page, "button[form=pdf]")
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    assert_is_the_advies(downloading.value)
