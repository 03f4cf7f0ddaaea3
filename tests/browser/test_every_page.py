"""What holds for every page: axe finds nothing, the browser has no complaint, and on 320 pixels (1280 at 400 %)
nothing sticks out or is lost. Each page is opened once and shown on several screens."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users, resize
from tests.browser.server import Server
from tests.browser.tour import TOUR
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

# 1280 by 800 pixels at 400 %.
ZOOMED = (320, 200)
# Without Django's own pages, of which the wide lists scroll.
OURS = [name for name in TOUR if not name.startswith("beheer")]

# On a small screen there is no vergaderstand and no room: the switch and the clock of the bar aren't there, nor which
# version comes after 'Heropend', which leads to the page that says so; a list stands in the place of the organigram.
WORDS = """() => [...document.body.children].filter(part => part instanceof HTMLElement).map(part => {
    const replaced = [...part.querySelectorAll('.switch, .top__clock, .top .standing__more, .organigram__picture')];
    return [part.innerText, replaced.filter(it => it.checkVisibility()).map(it => it.innerText).join(' ')];
})"""
FIRST_STOP = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .find(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility()).className"""
# Past the bar and past the list of questions, that a question page has behind its form.
IN_THE_CONTENT = """() => !document.activeElement.closest('header, nav') && document.querySelector('main')
    .compareDocumentPosition(document.activeElement) !== Node.DOCUMENT_POSITION_PRECEDING"""
STICKS_OUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    const seen = box.width && element.checkVisibility() && !element.closest('.scroll-inline, .visually-hidden');
    return seen && box.right > innerWidth + 1;
}).map(element => element.outerHTML.slice(0, 80))"""


class Tourist:
    """Visits pages in one browser; notes the status of the last one and what the browser complains of."""

    def __init__(self, users: Users, dossiers: Dossiers, server: Server) -> None:
        self.page = users.open(LAPTOP)
        self.status = 0
        self.complaints: list[str] = []
        self.page.on("response", self._look_at)
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(error.message))
        self._visitor = Visitor(self.page, dossiers, server)

    def visit(self, name: str) -> None:
        """Open the page of this name on a laptop."""
        resize(self.page, LAPTOP)
        self.complaints.clear()
        TOUR[name](self._visitor)

    def _look_at(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.status = response.status

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def tourist(chromium: Browser, server: Server, dossiers: Dossiers) -> Iterator[Tourist]:
    users = Users(chromium, server)
    yield Tourist(users, dossiers, server)
    users.close()


@pytest.fixture(scope="module", params=TOUR)
def name(tourist: Tourist, request: pytest.FixtureRequest) -> str:
    """The name of the page that is open now; pytest runs all tests of one page after each other."""
    opened: str = request.param
    tourist.visit(opened)
    return opened


def words(page: Page) -> Counter[str]:
    """The words on a page, outside what a small screen replaces."""
    parts: list[list[str]] = page.evaluate(WORDS)
    shown, replaced = (Counter(" ".join(texts).split()) for texts in zip(*parts, strict=True))
    return shown - replaced


def test_page_opens_and_the_browser_has_no_complaint(tourist: Tourist, name: str) -> None:
    expected = re.search(r"\b[45]\d\d\b", name)
    assert tourist.status == int(expected[0] if expected else 200)
    assert tourist.complaints == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing(tourist: Tourist, name: str, size: tuple[int, int]) -> None:
    resize(tourist.page, size)
    assert violations(tourist.page) == []


@pytest.mark.parametrize("name", OURS, indirect=True)
def test_nothing_sticks_out_or_is_lost_when_zoomed(tourist: Tourist, name: str) -> None:
    resize(tourist.page, LAPTOP)
    on_a_laptop = words(tourist.page)
    resize(tourist.page, ZOOMED)
    assert tourist.page.evaluate("document.documentElement.scrollWidth") == ZOOMED[0]
    assert tourist.page.evaluate(STICKS_OUT) == []
    assert words(tourist.page) == on_a_laptop


@pytest.mark.parametrize("name", OURS, indirect=True)
def test_the_skip_link_comes_first_and_leads_past_what_repeats(tourist: Tourist, name: str) -> None:
    page = tourist.page
    resize(page, LAPTOP)
    assert "utrecht-skip-link" in page.evaluate(FIRST_STOP)
    page.locator(".utrecht-skip-link").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.keyboard.press("Tab")
    assert page.evaluate(IN_THE_CONTENT)
