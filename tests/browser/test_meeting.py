"""The whole meeting, as a kring holds it: from the start page through twelve questions and the agenda of the last ten
minutes to the advies in hand, in the ways in which somebody may use it; with Tab alone, and without JavaScript on a
phone: test_walk."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, Dossiers, Users, key_in
from tests.browser.keyboard import press, tab_to
from tests.browser.test_walk import ANSWERS, MOTIVATION, TITLE, assert_is_the_advies, begin_with_tab

pytestmark = pytest.mark.browser

ACTION = {"about": "vraag:12", "what": "Vraag 12 bespreken", "who": "A. Jansen, Oss", "when": "1 maart 2027"}
KEPT = "De kring weet het en wil het zo."
BEAMER, PHONE, ZOOMED = (1280, 720), (375, 740), (320, 256)


@dataclass(frozen=True)
class Way:
    """How somebody uses the product: on which screen, with what, and in which of both stands."""

    size: tuple[int, int]
    java_script: bool = True
    touch: bool = False
    stand: bool = False
    forced_colors: bool = False

    def open(self, users: Users) -> Page:
        """A page in such a browser."""
        colors = {"forced_colors": "active"} if self.forced_colors else {}
        return users.open(self.size, java_script_enabled=self.java_script, has_touch=self.touch, **colors)

    def act(self, target: Locator) -> None:
        """Press something: a click, or a tap of a finger."""
        if self.touch:
            target.tap()
        else:
            target.click()

    def look_at(self, page: Page) -> None:
        """What holds of every page on the way: nothing lies beside the window, and axe finds nothing."""
        page.wait_for_load_state()  # a heading is there before the stylesheets are
        assert page.evaluate("document.documentElement.scrollWidth") == self.size[0]
        if self.java_script:
            assert violations(page) == []


WAYS = {
    "mouse, vergaderstand": Way(BEAMER, stand=True),
    "mouse, vergaderstand, without JavaScript": Way(BEAMER, java_script=False, stand=True),
    "laptop, forced colours": Way(LAPTOP, forced_colors=True),
    "phone": Way(PHONE, touch=True),
    "zoomed in to 400 %": Way(ZOOMED),
}


def motivation(number: int) -> str:
    """What the kring says of its answer; of the first question in two paragraphs."""
    text = f"Vraag {number} beargumenteerd."
    return f"{text}\n{MOTIVATION}" if number == 1 else text


def assert_all_is_saved(page: Page) -> None:
    """The file of the dossier has every answer, what is kept and who does what."""
    key = key_in(page.url)
    file: dict[str, Any] = json.loads(page.request.get(f"/dossier/{key}/dossier.json").body())
    for number, codes in ANSWERS.items():
        choice = file["choices"].get(str(number), {})
        assert choice.get("options", []) == codes
        assert choice.get("motivation", "") == (motivation(number) if codes else "")
    assert [kept["motivation"] for kept in file["kept"]] == [KEPT]
    assert file["actions"] == [ACTION]


def begin(page: Page, way: Way) -> None:
    """Make a dossier and go to its first question, in the stand that is asked for."""
    page.goto("/")
    way.act(page.get_by_role("link", name="Nieuw dossier"))
    page.get_by_label("Titel van het dossier").fill(TITLE)
    page.get_by_label("Veiligheidsregio").select_option(label="Brabant-Noord")
    page.get_by_label("Datum van de vergadering").fill("2026-11-24")
    page.get_by_label("Aanwezig").fill("A. Jansen, Oss\nB. de Vries, Boxtel")
    way.act(page.get_by_role("button", name="Dossier maken"))
    way.act(page.get_by_role("link", name="Naar de twaalf vragen"))
    way.act(page.get_by_role("link", name="Begin met vraag 1"))
    if way.stand:
        page.get_by_role("button", name="Vergaderstand").click()
        expect(page.locator("body.room")).to_be_visible()


def expect_question(page: Page, number: int) -> None:
    """A question is open."""
    expect(page.get_by_text(f"Vraag {number} van 12 ·")).to_be_visible()


def answer(page: Page, way: Way, number: int, codes: list[str]) -> None:
    """Answer the question that is open and go on; without options it is left open."""
    expect_question(page, number)
    for code in codes:
        way.act(page.locator(f"label[for=optie-{code}]"))
        expect(page.locator(f"#optie-{code}")).to_be_checked()
    way.look_at(page)
    if codes:
        page.get_by_label("Waarom kiest u dit?").fill(motivation(number))
        way.act(page.get_by_role("button", name="Opslaan en verder"))
    else:
        way.act(page.get_by_role("button", name="Openlaten"))


def agree(page: Page, way: Way) -> None:
    """Keep one tension, say who does what about the open question, and go to the advies."""
    expect(page.get_by_role("heading", name="De laatste tien minuten")).to_be_visible()
    way.look_at(page)
    kept = page.locator(".item--afspraak").first
    way.act(kept.get_by_label("Toch zo laten, want …"))
    kept.get_by_label("Waarom de kring het zo laat").fill(KEPT)
    point = page.locator("#punt-vraag-12")
    for label, name in (("Wat", "what"), ("Wie", "who"), ("Wanneer", "when")):
        point.get_by_label(label, exact=True).fill(ACTION[name])
    way.act(page.get_by_role("button", name="Opslaan en naar de afronding"))
    way.act(page.get_by_role("button", name="Opslaan en naar het advies"))


@pytest.mark.parametrize("name", WAYS)
def test_a_meeting_ends_with_an_advies(users: Users, name: str) -> None:
    way = WAYS[name]
    page = way.open(users)
    begin(page, way)
    for number, codes in ANSWERS.items():
        answer(page, way, number, codes)
    agree(page, way)
    expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    way.look_at(page)
    assert_all_is_saved(page)
    for words in (KEPT, *ACTION.values(), *(motivation(number) for number, codes in ANSWERS.items() if codes)):
        if words != ACTION["about"]:
            expect(page.locator("main")).to_contain_text(words, use_inner_text=True)
    with page.expect_download() as downloading:
        way.act(page.get_by_role("button", name="Voorstel downloaden als PDF"))
    assert_is_the_advies(downloading.value)


def begin_with_keys(page: Page) -> None:
    """Make a dossier, go to its first question and put the vergaderstand on, without a mouse."""
    begin_with_tab(page)
    press(page, "button.switch", "Space")


def key_press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def answer_with_keys(page: Page, number: int, codes: list[str]) -> None:
    """Answer with a letter, or at every other question with a number; go on with Enter, or leave it open with 0."""
    for code in codes:
        letter = code[-1]
        page.keyboard.press(letter if number % 2 else str("abcd".index(letter) + 1))
        expect(page.locator(f"#optie-{code}")).to_be_checked()
    if not codes:
        key_press(page, "0")
        return
    page.keyboard.press("m")
    page.keyboard.insert_text(motivation(number))
    page.keyboard.press("Escape")
    key_press(page, "Enter")


def agree_with_keys(page: Page) -> None:
    """Keep one tension, say who does what about the open question, and go to the advies, without a mouse."""
    expect(page.get_by_role("heading", name="De laatste tien minuten")).to_be_visible()
    tab_to(page, ".item--afspraak [type=checkbox]")
    page.keyboard.press("Space")
    tab_to(page, ".item--afspraak [name$=motivation]")
    page.keyboard.insert_text(KEPT)
    for name in ("what", "who", "when"):
        tab_to(page, f"#punt-vraag-12 [name$={name}]")
        page.keyboard.insert_text(ACTION[name])
    press(page, ".foot .btn--go")
    expect(page.get_by_role("heading", name="Afronding", level=1)).to_be_visible()
    press(page, ".foot .btn--go")


def test_the_keys_of_the_vergaderstand_are_enough(users: Users) -> None:
    page = users.open(BEAMER)
    begin_with_keys(page)
    for number, codes in ANSWERS.items():
        expect_question(page, number)
        answer_with_keys(page, number, codes)
    agree_with_keys(page)
    assert_all_is_saved(page)
    tab_to(page, "button[form=pdf]")
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    assert_is_the_advies(downloading.value)


def test_the_other_keys_of_the_vergaderstand(users: Users, dossiers: Dossiers) -> None:
    page = users.open(BEAMER)
    page.context.add_cookies([{"name": "stand", "value": "vergader", "url": users.server.address}])
    page.goto(f"/dossier/{dossiers.full}/vraag/8/")
    expect_question(page, 8)
    key_press(page, "ArrowLeft")
    expect_question(page, 7)
    page.keyboard.press("u")
    expect(page.locator(".opt:has(#optie-7a) details")).to_have_attribute("open", "")
    page.keyboard.press("u")
    expect(page.locator(".opt details[open]")).to_have_count(0)
    page.keyboard.press("?")
    keys = page.get_by_role("heading", name="Toetsen in de vergaderstand")
    expect(keys).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("m")
    page.keyboard.press("End")
    page.keyboard.type("0?mu")
    expect(page.locator("#id_7-motivation")).to_be_focused()
    expect_question(page, 7)
