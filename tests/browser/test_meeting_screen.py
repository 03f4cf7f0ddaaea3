"""The beamer of a meeting: each state on one screen of any beamer, for everybody to read, and followed by itself."""

import json
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Users, in_its_font, resize
from tests.browser.server import Server
from tests.meeting.screens import LARGE, STATES

pytestmark = pytest.mark.browser

SIZES = [(1280, 720), (1024, 768), (1920, 1080)]
# Not every browser, nor every machine, gives a letter the same width: three per cent more must fit too.
WIDER = "0.015rem"
NAMES = [*STATES, *(f"{name}, 26" for name in LARGE)]

# What lies below the bar at the bottom, or beside the window.
_OUTSIDE = """() => {
  const seen = (part) => {
    const style = getComputedStyle(part), box = part.getBoundingClientRect();
    return box.width && box.height && style.clipPath === "none" && !part.closest(".visually-hidden, svg");
  };
  const bar = document.querySelector(".stand > .foot");
  const floor = bar ? bar.getBoundingClientRect().top : innerHeight;
  const beyond = (part, bottom) => {
    const box = part.getBoundingClientRect();
    return box.bottom > bottom + 1 || box.right > innerWidth + 1 || box.left < -1;
  };
  const inStage = [...document.querySelectorAll(".stage *")].filter((part) => seen(part) && beyond(part, floor));
  const bars = [...document.querySelectorAll(".top *, .foot *")];
  const inBars = bars.filter((part) => seen(part) && beyond(part, innerHeight));
  const root = document.documentElement;
  const scrolls = root.scrollHeight > innerHeight || root.scrollWidth > innerWidth ? ["it scrolls"] : [];
  const said = (part) => `${part.tagName}.${part.className}: ${part.textContent.slice(0, 40)}`;
  return [...scrolls, ...[...inStage, ...inBars].map(said)];
}"""


@pytest.fixture(scope="module")
def beamers(chromium: Browser, server: Server) -> Mapping[str, str]:
    """The addresses of a beamer in each state."""
    made = server.run(
        "import json; from tests.meeting.screens import LARGE, STATES, in_the_largest_region, make;"
        "keys = {name: make(name).read_key for name in STATES};"
        "keys |= {f'{name}, 26': in_the_largest_region(name).read_key for name in LARGE};"
        "print(json.dumps(keys))"
    )
    return {name: f"/lezen/{key}/vergadering/scherm/" for name, key in json.loads(made.splitlines()[-1]).items()}


@pytest.fixture(scope="module")
def shared_page(chromium: Browser, server: Server) -> Page:
    """One browser for all states: none of them changes anything."""
    context = chromium.new_context(base_url=server.address, locale="nl-NL", timezone_id="Europe/Amsterdam")
    return context.new_page()


@pytest.mark.parametrize("name", NAMES)
def test_each_state_is_one_screen_at_every_size(shared_page: Page, beamers: Mapping[str, str], name: str) -> None:
    shared_page.goto(beamers[name])
    in_its_font(shared_page)
    for size in SIZES:
        resize(shared_page, size)
        for spacing in ("normal", WIDER):
            shared_page.evaluate("spacing => { document.documentElement.style.letterSpacing = spacing }", spacing)
            assert shared_page.evaluate(_OUTSIDE) == [], (size, spacing)


@pytest.mark.parametrize("name", NAMES)
def test_zoomed_in_four_times_it_scrolls_one_way(shared_page: Page, beamers: Mapping[str, str], name: str) -> None:
    resize(shared_page, (320, 256))
    shared_page.goto(beamers[name])
    in_its_font(shared_page)
    assert shared_page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(shared_page: Page, beamers: Mapping[str, str], name: str) -> None:
    resize(shared_page, (1280, 720))
    shared_page.goto(beamers[name])
    assert violations(shared_page) == []


def heights(page: Page, selector: str) -> float:
    """How large the letters are, in pixels."""
    found: float = page.locator(selector).first.evaluate("part => parseFloat(getComputedStyle(part).fontSize)")
    return found


@pytest.mark.parametrize(
    ("name", "selector", "least"),
    [
        ("join", ".join .code", 113),
        ("join", ".join__url", 46.8),
        ("alone", ".head h1", 46.8),
        ("alone", ".opt-card h2", 29.7),
        ("alone", ".foot", 21.6),
        ("reasons", ".why li li", 23.4),
        ("result", ".uit strong", 46.8),
        ("names", ".who", 19),
        ("settled", ".ans", 46.8),
    ],
)
def test_words_are_large_enough_for_the_back_of_the_room(
    shared_page: Page, beamers: Mapping[str, str], name: str, selector: str, least: float
) -> None:
    resize(shared_page, (1280, 720))
    shared_page.goto(beamers[name])
    assert heights(shared_page, selector) >= least


def test_the_qr_code_is_large_and_has_no_more_than_29_modules(shared_page: Page, beamers: Mapping[str, str]) -> None:
    resize(shared_page, (1280, 720))
    shared_page.goto(beamers["join"])
    code = shared_page.locator(".join__qr svg")
    _, _, width, _ = map(int, (code.get_attribute("viewBox") or "").split())
    assert width <= 29 + 8
    box = code.bounding_box()
    assert box is not None
    assert box["width"] / width >= 14


def test_without_a_script_a_link_fetches_the_page_anew(users: Users, beamers: Mapping[str, str]) -> None:
    page = users.open(SIZES[0], java_script_enabled=False)
    page.goto(beamers["vote"])
    page.get_by_role("link", name="Ververs").click()
    expect(page.get_by_text("10 van 11 stemmen binnen")).to_be_visible()


def test_the_next_step_comes_by_itself(users: Users, server: Server, beamers: Mapping[str, str]) -> None:
    page = users.open(SIZES[0])
    page.goto(beamers["about"])
    expect(page.get_by_text("Straks geeft u eerst alleen")).to_be_visible()
    key = beamers["about"].split("/")[2]
    server.run(
        "from checklist.models import Meeting; from tests.meetings import make_round;"
        f"m = Meeting.objects.get(dossier__read_key='{key}'); make_round(m, 6);"
        "Meeting.objects.filter(pk=m.pk).update(version=m.version + 1)"
    )
    expect(page.get_by_text("zonder te overleggen")).to_be_visible()


@pytest.mark.parametrize("name", ["vote", "result", "settled"])
def test_with_the_chairs_press_on_it_it_is_still_one_screen(users: Users, server: Server, name: str) -> None:
    made = server.run(f"from tests.meeting.screens import make; print(make('{name}').edit_key)")
    page = users.open(SIZES[0])
    page.goto(f"/dossier/{made.splitlines()[-1]}/vergadering/scherm/?bediening=1")
    in_its_font(page)
    for width, height in SIZES:
        resize(page, (width, height))
        assert page.evaluate(_OUTSIDE) == [], (width, height)
    assert violations(page) == []
