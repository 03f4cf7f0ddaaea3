"""The outcome in a browser: grounds a press away, repairs and the way back, answers weighed while they are chosen."""

import re
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PHONE, Dossiers, Users, make_dossier, resize
from tests.browser.keyboard import press

pytestmark = pytest.mark.browser

MANAGEMENTRAAD_PLAATS = "De kring van gemeentesecretarissen vormt formeel het adviserende orgaan."


def open_outcome(page: Page, key: str) -> None:
    """Open the outcome of a dossier."""
    page.goto(f"/dossier/{key}/uitkomst/")


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_judgement_leads_to_its_ground_and_back(users: Users, dossiers: Dossiers, java_script: bool) -> None:
    page = users.open(java_script_enabled=java_script)
    open_outcome(page, dossiers.full)
    page.locator("a[href='#grond-managementraad-7']").click()
    ground = page.locator("#grond-managementraad-7:target")
    expect(ground).to_contain_text(MANAGEMENTRAAD_PLAATS)
    expect(ground).to_be_in_viewport()
    page.get_by_role("link", name="Terug naar de tabel na Managementraad").click()
    expect(page.get_by_role("heading", name="De modellen naast uw keuzes")).to_be_in_viewport()


def test_the_keyboard_reaches_the_grounds_and_the_table_scrolls(users: Users, dossiers: Dossiers) -> None:
    page = users.open(PHONE)
    open_outcome(page, dossiers.full)
    page.get_by_role("region", name="De modellen naast uw keuzes").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("rowheader", name="7 Plaats")).to_be_attached()
    page.locator("a[href='#grond-managementraad-7']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#grond-managementraad-7:target")).to_be_in_viewport()


# The page has some two hundred stops for Tab; what a sticky column or bar could cover is among them.
# The skip link comes in over what it skips, and the scrolling regions are larger than what lies on them.
_COVERED = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  if (focused.matches(".utrecht-skip-link, [role=region]")) return "";
  const box = [...focused.getClientRects()][0] ?? focused.getBoundingClientRect();
  if (box.height > innerHeight || box.width > innerWidth) return "";
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top && (focused.contains(top) || top.contains(focused)) ? "" : focused.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize("width", [360, 375])
@pytest.mark.parametrize("path", ["uitkomst/", "vergelijken/?m=managementraad&m=adoptieregeling&m=veiligheidsmanager"])
def test_on_a_phone_nothing_covers_what_has_the_focus(users: Users, dossiers: Dossiers, width: int, path: str) -> None:
    page = users.open(PHONE)
    resize(page, (width, 740))
    page.goto(f"/dossier/{dossiers.full}/{path}")
    covered, stops = [], 0
    while stops < 400:
        page.keyboard.press("Tab")
        found = page.evaluate(_COVERED)
        if found is None:
            break
        stops += 1
        covered += [found] if found else []
    assert stops > 20
    assert covered == []


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_repair_is_taken_over_and_turned_back(users: Users, java_script: bool) -> None:
    page = users.open(java_script_enabled=java_script)
    key = make_dossier(page, "half")
    open_outcome(page, key)
    heading = page.get_by_role("heading", name="Hoort de regiostaf bij de CGS, of werkt de CGS los?")
    expect(heading).to_be_visible()
    page.locator(".outcome-tension").get_by_role("button", name="Maak de CGS deel van de regiostaf.").click()
    status = page.get_by_role("status").filter(has_text="nu CGS in de regiostaf, eerst CGS los")
    expect(status).to_be_visible()
    expect(heading).to_have_count(0)
    page.get_by_role("button", name="Terugzetten").click()
    status = page.get_by_role("status").filter(has_text="nu CGS los van regiostaf, eerst CGS in")
    expect(status).to_be_visible()
    expect(heading).to_be_visible()


def test_the_keyboard_takes_a_repair_over(page: Page) -> None:
    open_outcome(page, make_dossier(page, "half"))
    press(page, ".outcome-tension .repairs button")
    expect(page.get_by_role("button", name="Terugzetten")).to_be_visible()


@pytest.mark.parametrize("name", ["full", "half", "empty"])
def test_it_is_printed_on_few_sheets(page: Page, dossiers: Dossiers, tmp_path: Path, name: str) -> None:
    open_outcome(page, getattr(dossiers, name))
    page.pdf(path=tmp_path / "uitkomst.pdf", format="A4", prefer_css_page_size=True)
    with pikepdf.open(tmp_path / "uitkomst.pdf") as sheets:
        assert len(sheets.pages) <= 3
    page.emulate_media(media="print")
    for heading in (
        "Onderbouwing",
        "De modellen naast uw keuzes",
        "Dichtbij een ander model",
        "Wat één antwoord verandert",
        "Wat nog kan",
    ):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Wat elk model zegt")).to_be_hidden()


# A question


def test_choosing_shows_at_once_what_it_clashes_with(page: Page, dossiers: Dossiers) -> None:
    page.goto(f"/dossier/{dossiers.half}/vraag/2/")
    outlook, at_2a = page.locator("[data-outlook]"), page.locator("#optie-2a-botst")
    expect(outlook).to_be_empty()
    expect(at_2a).to_have_text(re.compile("^Vraagt een afspraak met "))
    page.locator("label[for=optie-2a]").click()
    expect(at_2a).to_be_hidden()
    expect(outlook).to_contain_text("Afspraak nodig")
    page.locator("label[for=optie-2a]").click()
    expect(outlook).to_be_empty()


def test_going_back_to_what_was_stored_shows_that_again(page: Page, dossiers: Dossiers) -> None:
    page.goto(f"/dossier/{dossiers.half}/vraag/7/")
    outlook = page.locator("[data-outlook]")
    stored = outlook.inner_text()
    page.locator("label[for=optie-7d]").click()
    expect(outlook).to_contain_text("Afspraak nodig met vraag 2")
    page.locator("label[for=optie-7b]").click()
    expect(outlook).to_have_text(stored, use_inner_text=True)


def test_without_javascript_the_page_shows_what_is_saved(users: Users) -> None:
    page = users.open(java_script_enabled=False)
    key = make_dossier(page, "half")
    page.goto(f"/dossier/{key}/vraag/2/")
    page.locator("label[for=optie-2a]").click()
    expect(page.locator("[data-outlook]")).to_be_empty()
    page.get_by_role("button", name="Opslaan en verder").click()
    page.goto(f"/dossier/{key}/vraag/2/")
    expect(page.locator("[data-outlook]")).to_contain_text("Afspraak nodig")


def test_without_a_connection_the_page_says_that_it_waits_for_the_save(page: Page, dossiers: Dossiers) -> None:
    def fail(route: Route) -> None:
        route.abort()

    page.goto(f"/dossier/{dossiers.half}/vraag/7/")
    page.route("**/vooruitblik/**", fail)
    page.locator("label[for=optie-7d]").click()
    expect(page.locator("[data-outlook]")).to_have_text("Na het opslaan ziet u hier of dit botst.")
