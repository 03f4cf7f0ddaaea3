"""The controle in a browser: five points on one screen, a bar that covers nothing, and a form that loses nothing."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import PHONE, Users

pytestmark = pytest.mark.browser

BOTH_WAYS = pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])

# 7b met 11a botst; 7b met 8b needs an agreement; 8b met 9a is agreed; questions 4 and 10 are open.
CHOICES = {
    **{str(n): {"options": [f"{n}{c}"]} for n, c in {2: "a", 3: "b", 5: "b", 6: "c", 7: "b", 8: "b", 9: "a"}.items()},
    "1": {"options": ["1d"], "details": {"1d": {"vastlegging": "regeling"}}},
    "11": {"options": ["11a"]},
    "12": {"options": ["12b"]},
    "4": {"options": [], "motivation": "Wij wachten op het gesprek met de griffiers."},
    "10": {"options": [], "motivation": "Eerst willen wij weten hoeveel uren hij nodig heeft."},
}
MEETING = {
    "format": "regiostaf-dossier/2",
    "title": "Regiostaf Kennemerland",
    "veiligheidsregio": "VR12",
    "date": "2026-11-24",
    "present": ["Secretaris van Haarlem", "Secretaris van Heemskerk", "Secretaris van Velsen"],
    "choices": CHOICES,
    "kept": [{"a": "8b", "b": "9a", "motivation": "Uren staan per gemeente vast, voor een heel jaar."}],
    "actions": [
        {
            "about": "7b+11a",
            "what": "Twee varianten uitwerken",
            "who": "Secretaris van Velsen",
            "when": "1 februari 2027",
        },
        {"about": "vraag:4", "what": "Gesprek met de griffiers", "who": "Secretaris van Heemskerk", "when": "december"},
    ],
}
POINTS = ["punt-7b-11a", "punt-7b-8b", "punt-8b-9a", "punt-vraag-4", "punt-vraag-10"]
LAPTOP = (1280, 720)
# So many pixels of what has the focus lie under a bar. The skip link lies on it; after the last stop nothing has it.
COVERED = """() => {
    if (document.activeElement.matches('body, .utrecht-skip-link')) return 0;
    const box = document.activeElement.getBoundingClientRect();
    const lies = selector => {
        const bar = document.querySelector(selector);
        if (!bar || bar.contains(document.activeElement) || getComputedStyle(bar).position !== 'sticky') return 0;
        const its = bar.getBoundingClientRect();
        return Math.max(0, Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top));
    };
    return lies('.top') + lies('.foot');
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll('main :is(button, summary, input, textarea, a)')]
    .filter(it => it.checkVisibility() && it.type !== 'hidden' && it.type !== 'checkbox')
    .filter(it => it.getBoundingClientRect().height < 44).map(it => it.outerHTML.slice(0, 80))"""


def open_meeting(page: Page) -> str:
    """Upload the meeting of the tests, and open its controle; return its address."""
    page.goto("/")
    page.get_by_text("Een dossierbestand inlezen").click()
    file: FilePayload = {
        "name": "dossier.json",
        "mimeType": "application/json",
        "buffer": json.dumps(MEETING).encode(),
    }
    page.get_by_label("Dossierbestand").set_input_files(file)
    page.get_by_role("button", name="Inlezen").click()
    page.goto(page.url.replace("links/", "controle/"))
    return page.url


def field(page: Page, point: str, label: str) -> Locator:
    return page.locator(f"#{point}").get_by_label(label, exact=True)


def bottom_of(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def top_of(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["y"]


# How it looks


def test_five_points_stand_on_one_screen(users: Users) -> None:
    page = users.open(LAPTOP)
    open_meeting(page)
    assert [item.get_attribute("id") for item in page.locator(".item").all()][:5] == POINTS
    assert bottom_of(page.locator(f"#{POINTS[-1]}")) <= top_of(page.locator(".foot"))
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize(
    ("size", "pixels"),
    [((1024, 768), 16), (LAPTOP, 18), ((1520, 820), 22), ((1840, 1000), 27), ((1920, 1080), 27), ((2500, 1380), 36)],
)
def test_it_grows_with_the_window_in_steps(users: Users, size: tuple[int, int], pixels: int) -> None:
    page = users.open(size)
    open_meeting(page)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == pixels
    question = page.locator(".item h3").first.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")
    assert question == pytest.approx(pixels * 20 / 18, abs=0.1)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.parametrize("size", [(1280, 800), (1280, 600), (375, 740)])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_no_bar_covers_what_has_the_focus(users: Users, size: tuple[int, int], key: str) -> None:
    page = users.open(size)
    open_meeting(page)
    for _ in range(60):
        page.keyboard.press(key)
        assert page.evaluate(COVERED) == 0, page.evaluate("document.activeElement.outerHTML")


def test_in_a_low_window_the_bars_move_along(users: Users) -> None:
    page = users.open((640, 400))
    open_meeting(page)
    for bar in (".top", ".foot"):
        assert page.locator(bar).evaluate("it => getComputedStyle(it).position") == "static"


def test_a_phone_has_no_sideways_scroll_and_no_small_target(users: Users) -> None:
    page = users.open(PHONE)
    open_meeting(page)
    page.get_by_text("Anders afspreken").click()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert page.evaluate(SMALL_TARGETS) == []


def test_what_grows_with_its_text(users: Users) -> None:
    page = users.open(LAPTOP)
    open_meeting(page)
    what = field(page, "punt-vraag-10", "Wat")
    low = bottom_of(what) - top_of(what)
    what.fill("Uren ramen voor elke gemeente, met een marge voor ziekte en voor de vakantie van de zomer.")
    assert bottom_of(what) - top_of(what) > 2 * low - 20


def test_paper_has_the_points_and_no_bars_or_buttons(users: Users, tmp_path: Path) -> None:
    page = users.open(LAPTOP)
    open_meeting(page)
    page.emulate_media(media="print")
    for hidden in (".top", ".foot", "main button", "summary"):
        assert page.locator(hidden).filter(visible=True).count() == 0, hidden
    expect(page.get_by_text("Hoort de regiostaf bij de CGS, of werkt de CGS los?").first).to_be_visible()
    expect(field(page, "punt-7b-11a", "Wat")).to_be_visible()


# Nothing typed is lost


@BOTH_WAYS
@pytest.mark.parametrize("button", ["Opslaan en naar de afronding", "Overzicht", "Uitkomst", "Advies", "vraag 7"])
def test_each_way_out_saves_what_was_typed(users: Users, java_script: bool, button: str) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    address = open_meeting(page)
    field(page, "punt-vraag-10", "Wie").fill("Iedereen")
    field(page, "punt-overig", "Wat").fill("Verslag maken")
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).first.click()
    assert not page.url.startswith(address)
    page.goto(address)
    expect(field(page, "punt-vraag-10", "Wie")).to_have_value("Iedereen")
    expect(page.locator("[id^=punt-overig-] textarea")).to_have_value("Verslag maken")


@BOTH_WAYS
def test_enter_in_a_field_saves_and_goes_to_the_afronding(users: Users, java_script: bool) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    address = open_meeting(page)
    field(page, "punt-vraag-10", "Wie").fill("Iedereen")
    with page.expect_navigation():
        field(page, "punt-vraag-10", "Wie").press("Enter")
    assert page.url.endswith("/afronding/")
    page.goto(address)
    expect(field(page, "punt-vraag-10", "Wie")).to_have_value("Iedereen")


@BOTH_WAYS
def test_a_question_leads_back_to_the_point_that_one_came_from(users: Users, java_script: bool) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    open_meeting(page)
    page.locator("#punt-vraag-10").get_by_role("button", name="vraag 10").click()
    page.get_by_label("Waarom kiest u dit?").fill("Nog niet.")
    page.get_by_role("button", name="Opslaan en terug").click()
    expect(page).to_have_url(re.compile(r"/controle/#punt-vraag-10$"))
    expect(page.locator("#punt-vraag-10")).to_be_in_viewport()
    expect(page.locator("#punt-vraag-10")).to_contain_text("Nog niet.")


@BOTH_WAYS
def test_an_agreement_is_taken_over_with_one_press_and_let_go_by_its_box(users: Users, java_script: bool) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    address = open_meeting(page)
    point = page.locator("#punt-7b-8b")
    field(page, "punt-vraag-10", "Wie").fill("Iedereen")
    point.get_by_role("button", name="Overnemen").click()
    expect(point.locator(".item__word")).to_have_text("Afgesproken")
    expect(point).to_contain_text("Wij spreken af waar de CGS over gaat")
    expect(field(page, "punt-vraag-10", "Wie")).to_have_value("Iedereen")
    point.get_by_text("Anders afspreken").click()
    point.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(page).not_to_have_url(re.compile("/controle/"))
    page.goto(address)
    expect(point.locator(".item__word")).to_have_text("Afspraak nodig")


@BOTH_WAYS
def test_a_way_out_saves_the_page_and_can_be_turned_back(users: Users, java_script: bool) -> None:
    page = users.open(LAPTOP, java_script_enabled=java_script)
    open_meeting(page)
    point = page.locator("#punt-7b-11a")
    field(page, "punt-vraag-10", "Wie").fill("Iedereen")
    point.get_by_text("Hoe kan het wel?").click()
    point.get_by_role("button", name="Maak de CGS deel van de regiostaf.").click()
    expect(point).to_have_count(0)
    expect(page.locator(".top")).to_contain_text("Vraag 11 is gewijzigd.")
    expect(field(page, "punt-vraag-10", "Wie")).to_have_value("Iedereen")
    expect(page.get_by_text("was: Hoort de regiostaf bij de CGS, of werkt de CGS los?")).to_be_visible()
    page.get_by_role("button", name="Terugzetten").click()
    expect(point.locator(".item__word")).to_have_text("Botst")


@BOTH_WAYS
def test_two_browsers_on_one_controle_lose_nothing(users: Users, java_script: bool) -> None:
    ann, ben = (users.open(LAPTOP, java_script_enabled=java_script) for _ in range(2))
    address = open_meeting(ann)
    ben.goto(address)
    for page, who, what in ((ben, "punt-vraag-10", "Van Ben"), (ann, "punt-7b-8b", "Van Ann")):
        field(page, who, "Wat").fill(what)
        field(page, "punt-vraag-4", "Wat").fill(f"Griffiers: {what}")
    ben.get_by_role("button", name="Overzicht", exact=True).click()
    ann.get_by_role("button", name="Overzicht", exact=True).click()
    expect(ann.get_by_role("alert")).to_contain_text("Iemand anders was u voor.")
    row = ann.locator("#punt-vraag-4")
    expect(row).to_contain_text("Intussen opgeslagen door een ander: Wat: Griffiers: Van Ben")
    expect(field(ann, "punt-vraag-4", "Wat")).to_have_value("Griffiers: Van Ann")
    field(ann, "punt-vraag-4", "Wat").fill("Griffiers: van ons beiden")
    ann.get_by_role("button", name="Overzicht", exact=True).click()
    ben.goto(address)
    for point, text in (("vraag-10", "Van Ben"), ("7b-8b", "Van Ann"), ("vraag-4", "Griffiers: van ons beiden")):
        expect(field(ben, f"punt-{point}", "Wat")).to_have_value(text)


def test_what_is_wrong_has_the_focus_and_leads_to_its_field(users: Users) -> None:
    page = users.open(LAPTOP)
    open_meeting(page)
    field(page, "punt-vraag-10", "Wat").fill("Blijft staan")
    field(page, "punt-7b-11a", "Waarom de kring het zo laat").fill("Omdat wij dat willen")
    page.get_by_role("button", name="Overzicht", exact=True).click()
    expect(page).to_have_title("Fout: De laatste tien minuten – Regiostaf")
    reason = page.get_by_role("alert")
    expect(reason).to_be_focused()
    reason.get_by_role("link").click()
    expect(page.locator("#punt-7b-11a").get_by_role("checkbox")).to_be_focused()
    assert page.evaluate(COVERED) == 0
    expect(field(page, "punt-vraag-10", "Wat")).to_have_value("Blijft staan")
    expect(field(page, "punt-7b-11a", "Waarom de kring het zo laat")).to_have_value("Omdat wij dat willen")
