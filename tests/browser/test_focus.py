"""The bars of the screens of a meeting stay in sight, and never lie over what has the focus (WCAG 2.4.11)."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Dossiers, Users

pytestmark = pytest.mark.browser

SIZES = [(1280, 800), (1280, 600), (375, 740)]
PAGES = {"question": "vraag/2/", "question, one answer": "vraag/7/", "check": "controle/", "overview": ""}
# The page as long as it gets: whatever can be opened is open.
UNFOLD = "() => document.querySelectorAll('main details').forEach(fold => { fold.open = true; })"
# What a bar covers of the element that has the focus, in pixels; 0 for what stands in a bar itself. Of a field of many
# lines, which may be taller than the room between the bars, the line counts in which one types.
COVERED = """() => {
    const focused = document.activeElement;
    if (focused.closest('.top, .foot, .utrecht-skip-link')) return 0;
    const {top, bottom: end} = focused.getBoundingClientRect();
    const box = {top, bottom: focused.matches('textarea') ? Math.min(end, top + 32) : end};
    const heights = [...document.querySelectorAll('.top, .foot')].map(bar => {
        const over = bar.getBoundingClientRect();
        return Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
    });
    return Math.max(0, ...heights);
}"""
MARK = """() => {
    const focused = document.activeElement, seen = focused.hasAttribute('data-seen');
    focused.setAttribute('data-seen', '');
    return seen || focused === document.body;
}"""
MOST_STOPS = 200


def covered(page: Page, key: str) -> list[str]:
    """Go through the whole page with a key; what had the focus under a bar."""
    page.evaluate("document.querySelectorAll('[data-seen]').forEach(element => element.removeAttribute('data-seen'))")
    found: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if page.evaluate(MARK):
            return found
        if page.evaluate(COVERED) > 1:
            found.append(page.evaluate("document.activeElement.outerHTML.slice(0, 100)"))
    raise AssertionError("Tab never comes round")


@pytest.mark.parametrize("stand", ["gewoon", "vergader"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_bar_lies_over_the_focus(users: Users, dossiers: Dossiers, size: tuple[int, int], stand: str) -> None:
    page = users.open(size)
    page.context.add_cookies([{"name": "stand", "value": stand, "url": users.server.address}])
    for address in PAGES.values():
        page.goto(f"/dossier/{dossiers.half}/{address}")
        page.evaluate(UNFOLD)
        assert {key: covered(page, key) for key in ("Tab", "Shift+Tab")} == {"Tab": [], "Shift+Tab": []}
