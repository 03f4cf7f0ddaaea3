"""Leaving a question by any way out, with text typed: the text is there when one comes back (rule 1)."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Users, make_dossier

pytestmark = pytest.mark.browser

FIELDS = ("motivation", "minority")


def button(name: str, value: str) -> str:
    """A submit button of the question's form."""
    return f"button[name={name}][value='{value}']"


# The way out, and where it leads to from question n: itself or one of the dossier's other pages; empty: elsewhere.
WAYS = {
    **{f"question {number}": (button("naar", str(number)), f"/vraag/{number}/$") for number in range(1, 13)},
    "controle": (button("naar", "controle"), "/controle/$"),
    "overzicht": (button("naar", "overzicht"), "/dossier/[^/]+/$"),
    "uitkomst": (button("naar", "uitkomst"), "/uitkomst/$"),
    "advies": (button("naar", "advies"), "/advies/$"),
    "vorige": (button("vorige", "1"), ""),
    "openlaten": (button("openlaten", "1"), ""),
    "vergaderstand": (button("stand", "vergader"), "/vraag/{number}/$"),
    "gewone stand": (button("stand", "gewoon"), "/vraag/{number}/$"),
    "verder": (".foot .btn--go", ""),
}


class Typist:
    """Types at one question of a dossier, leaves it, and looks whether what was typed is there."""

    def __init__(self, page: Page, number: int) -> None:
        self.page = page
        self.number = number
        self.address = f"/dossier/{make_dossier(page, 'half')}/vraag/{number}/"
        self._typed = ""

    def open(self) -> None:
        """Come to the question, and find there what was typed last."""
        self.page.goto(self.address, wait_until="domcontentloaded")
        if self._typed:
            for field in FIELDS:
                expect(self._field(field)).to_have_value(f"{self._typed} ({field})")

    def type(self, text: str) -> None:
        """Put a text in both fields."""
        for field in FIELDS:
            self._field(field).fill(f"{text} ({field})")
        self._typed = text

    def leave(self, selector: str, leads_to: str) -> None:
        """Press a button, and see where that leads."""
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.page.locator(selector).click()
        assert re.search(leads_to.format(number=self.number), self.page.url.partition("?")[0]), self.page.url

    def press_enter_in_an_option(self) -> None:
        """Enter in an option saves and goes on."""
        self.page.locator(f"input[name='{self.number}-options']").first.focus()
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.page.keyboard.press("Enter")
        assert re.search(f"/vraag/{self.number + 1}/$" if self.number < 12 else "/controle/$", self.page.url)

    def _field(self, name: str) -> Locator:
        return self.page.locator(f"#id_{self.number}-{name}")


@pytest.mark.parametrize("java_script", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("number", range(1, 13))
def test_what_was_typed_is_there_after_leaving_by_any_way(users: Users, number: int, java_script: bool) -> None:
    typist = Typist(users.open(java_script_enabled=java_script), number)
    for way, (selector, leads_to) in WAYS.items():
        typist.open()
        typist.type(f"Getypt voor {way}")
        typist.leave(selector, leads_to)
    for stand in ("gewoon", "vergader"):
        typist.page.context.add_cookies([{"name": "stand", "value": stand, "url": typist.page.url}])
        typist.open()
        typist.type(f"Getypt voor Enter, {stand}")
        typist.press_enter_in_an_option()
    typist.open()
