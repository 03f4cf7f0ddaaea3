"""The whole way of what is settled in a browser, without JavaScript and with the keyboard alone; on paper and in forced
colours."""

import json
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import EXAMPLES, Dossiers, Users, upload
from tests.browser.keyboard import press, tab_to
from tests.browser.server import Server
from tests.browser.tour import TOUR
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

CHANGED = "Eerst een proef van een jaar."
SEEN = "Begonnen in het najaar."
PRINTED = [
    "settled",
    "settled, reading",
    "settled, decided",
    "settled, question, 409",
    "settled, start",
    "settled, overview",
    "settled, advies",
    "settled, downloads",
    "settled, check",
    "settled, closing, 409",
    "evaluation",
    "evaluation, reading",
    "evaluation, settled already",
    "evaluation, settling",
    "evaluation, settled",
    "public",
]
# What can be pressed, of what is shown: on paper nobody presses anything.
TO_PRESS = """() => [...document.querySelectorAll('button:not(.term), [type=submit], [type=file], .button-row')]
    .filter(element => element.checkVisibility() && element.getClientRects().length)
    .map(element => element.outerHTML.slice(0, 120))"""
FORMS = """() => [...document.querySelectorAll('form')]
    .filter(form => form.checkVisibility() && form.getClientRects().length && form.offsetHeight > 0)
    .map(form => form.action)"""
# Without a border or an underline, what can be pressed looks like text where the colours of the site are gone.
PLAIN = """() => [...document.querySelectorAll('main .utrecht-button, main button:not(.term), main input, main select')]
    .filter(element => element.checkVisibility() && element.getClientRects().length && element.type !== 'hidden')
    .filter(element => ['', 'none'].includes(getComputedStyle(element).borderTopStyle)
        && !['checkbox', 'radio', 'file'].includes(element.type)
        && !getComputedStyle(element).textDecorationLine.includes('underline'))
    .map(element => element.outerHTML.slice(0, 120))"""


@pytest.fixture
def plain(users: Users) -> Page:
    """A page without JavaScript."""
    return users.open(java_script_enabled=False)


def todays(page: Page) -> str:
    """The key of a dossier of which the kring meets today."""
    told = json.loads((EXAMPLES / "vol-voorstel.json").read_text(encoding="utf-8"))
    return upload(
        page, json.dumps(told | {"date": datetime.now(tz=ZoneInfo("Europe/Amsterdam")).date().isoformat()}).encode()
    )


def settle(page: Page, key: str) -> None:
    """From the overview to the page of what is settled."""
    page.goto(f"/dossier/{key}/")
    press(page, "main a[href$='/vaststellen/']")
    tab_to(page, "#id_sure")
    page.keyboard.press("Space")
    press(page, ".button-bar button")


def unfold(page: Page, act: str) -> None:
    """Open the form of an act."""
    tab_to(page, f"details:has([name=handeling][value={act}]) > summary")
    page.keyboard.press("Enter")


def record(page: Page, act: str) -> None:
    """Press the button of the form of an act."""
    press(page, f"details:has([name=handeling][value={act}]) button")


def choose(page: Page, selector: str, words: str) -> None:
    """Choose in a list by typing how a choice begins."""
    tab_to(page, selector)
    page.keyboard.type(words)


def newest(page: Page) -> str:
    """The heading of the newest version."""
    return page.locator(".settled h2").first.inner_text()


def test_a_voorstel_is_settled_offered_decided_and_evaluated(plain: Page) -> None:
    page, key = plain, todays(plain)
    page.goto(f"/dossier/{key}/vaststellen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vaststellen")
    tab_to(page, ".settling__text > summary")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Proefdruk, nog niet vastgesteld")).to_be_visible()
    settle(page, key)
    expect(page.get_by_role("heading", level=1)).to_have_text("Vastgesteld voorstel")
    assert newest(page).startswith("Versie 1: vastgesteld op")
    tab_to(page, ".settled__first a")
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    assert re.fullmatch(r"voorstel(-[0-9A-Z]{4}){3}-v1\.pdf", downloading.value.suggested_filename)
    unfold(page, "aangeboden")
    record(page, "aangeboden")
    assert newest(page).startswith("Versie 1: aangeboden op")
    unfold(page, "besluit")
    choose(page, "#id_besluit-outcome", "Aangenomen met")
    tab_to(page, "#id_besluit-text")
    page.keyboard.type(CHANGED)
    record(page, "besluit")
    assert newest(page).startswith("Versie 1: besloten op")
    expect(page.locator(".settled__acts")).to_contain_text(CHANGED)
    page.goto(f"/dossier/{key}/")
    press(page, "main a[href$='/evaluatie/']")
    choose(page, "#bevinding-0", "Anders")
    tab_to(page, "#tekst-0")
    page.keyboard.type(SEEN)
    press(page, ".button-bar button")
    expect(page.get_by_text("De evaluatie is opgeslagen.")).to_be_visible()
    press(page, "main a[href$='/evaluatie/vaststellen/']")
    tab_to(page, "#id_sure")
    page.keyboard.press("Space")
    press(page, ".button-bar button")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vastgestelde evaluatie")
    page.goto(f"/dossier/{key}/evaluatie/")
    expect(page.get_by_text(SEEN)).to_be_visible()
    expect(page.locator("main textarea")).to_have_count(0)


def test_a_voorstel_that_is_opened_again_gets_a_version_that_replaces_the_first(plain: Page) -> None:
    page, key = plain, todays(plain)
    settle(page, key)
    first = page.locator(".summary-list a").get_attribute("href")
    assert first is not None
    unfold(page, "heropend")
    tab_to(page, "#id_heropend-text")
    page.keyboard.type("Er ontbrak een besluit.")
    record(page, "heropend")
    page.goto(f"/dossier/{key}/vastgesteld/")
    expect(page.get_by_text("De kring werkt aan versie 2.")).to_be_visible()
    settle(page, key)
    assert newest(page).startswith("Versie 2: vastgesteld op")
    tab_to(page, ".utrecht-alert a[href='#versie-2']")
    expect(page.locator(".utrecht-alert").filter(has_text="Vervangen door versie 2 van")).to_be_visible()
    page.goto("/advies/" + first.rstrip("/").rsplit("/", 1)[-1] + "/")
    press(page, ".utrecht-alert a[href*='/advies/']")
    expect(page.locator("main")).to_contain_text("versie 2: vastgesteld op")


def test_what_is_settled_is_cleared_and_neither_changed_nor_deleted(plain: Page, dossiers: Dossiers) -> None:
    page, dossier = plain, f"/dossier/{dossiers.to_clear}/"
    page.goto(dossier)
    expect(page.get_by_role("heading", name="Acties")).to_be_visible()
    page.goto(f"{dossier}vastgesteld/")
    press(page, "main a[href$='/opruimen/']")
    tab_to(page, "#id_sure")
    page.keyboard.press("Space")
    press(page, ".button-bar button")
    page.goto(dossier)
    expect(page.get_by_role("heading", name="Acties")).to_have_count(0)
    answer = page.goto(f"{dossier}vraag/2/")
    assert answer is not None
    assert answer.status == 409
    press(page, "main a[href$='/vastgesteld/']")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vastgesteld voorstel")
    page.goto(f"{dossier}verwijderen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit dossier wordt bewaard")
    expect(page.locator("main form")).to_have_count(0)


@pytest.mark.parametrize("name", PRINTED)
def test_nothing_on_paper_is_to_be_pressed(page: Page, dossiers: Dossiers, server: Server, name: str) -> None:
    TOUR[name](Visitor(page, dossiers, server))
    page.emulate_media(media="print")
    assert page.evaluate(TO_PRESS) == []
    # A form that the kring fills in is printed with what it says.
    filled_in = ["/evaluatie/"] if name == "evaluation" else []
    assert [address[-len("/evaluatie/") :] for address in page.evaluate(FORMS)] == filled_in


@pytest.mark.parametrize("name", PRINTED)
def test_in_forced_colours_all_is_still_to_be_told_apart(
    users: Users, dossiers: Dossiers, server: Server, name: str
) -> None:
    page = users.open(forced_colors="active")
    TOUR[name](Visitor(page, dossiers, server))
    assert page.evaluate(PLAIN) == []
    assert violations(page) == []
