"""A house style in the browser: every colour that is let in can be read, and the bars stay as high as they were."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Dossiers, Users, resize
from tests.browser.in_the_beheer import logged_in
from tests.browser.server import Server
from tests.browser.visitor import Visitor, press

pytestmark = pytest.mark.browser

FORM = "/beheer/checklist/housestyle/"
OWN = "#0a4f57"
# A dark one, and the lightest that are let in of grey, red, yellow and green; black, of which there is no darker.
COLOURS = ["#154273", "#6b6b6b", "#d90000", "#6e6e00", "#007d00", "#000000"]
PAGES = ["/", "/dossier/{key}/vraag/2/", "/dossier/{key}/", "/dossier/{key}/uitkomst/", "/dossier/{key}/advies/"]
HEADER = "() => document.querySelector('header').getBoundingClientRect().height"
BAR = "() => getComputedStyle(document.querySelector('header')).backgroundColor"


def logo() -> bytes:
    """Shapes, and nobody's."""
    image = Image.new("RGB", (600, 200), "white")
    ImageDraw.Draw(image).ellipse((10, 10, 190, 190), fill="#5b2d82")
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


class Beheerder:
    """Somebody with the form of the house style in one browser, and pages of a dossier in another."""

    def __init__(self, users: Users, server: Server, dossiers: Dossiers) -> None:
        self.form = Visitor(users.open(), dossiers, server)
        self.page = users.open()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self._key = dossiers.half

    def save(self, name: str, colour: str, *, with_logo: bool = False) -> Page:
        """Fill in the form and save it."""
        logged_in(FORM)(self.form)
        page = self.form.page
        page.locator("#id_organisation").fill(name)
        page.locator("#id_colour").fill(colour)
        if with_logo:
            page.locator("#id_upload").set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": logo()})
        page.locator("#id_remove").set_checked(not with_logo)
        press(self.form, "Opslaan")
        return page

    def visit(self, address: str) -> Page:
        """Open a page of the dossier."""
        self.page.goto(address.format(key=self._key))
        return self.page


@pytest.fixture(scope="module")
def beheerder(chromium: Browser, server: Server, dossiers: Dossiers) -> Iterator[Beheerder]:
    users = Users(chromium, server)
    opened = Beheerder(users, server, dossiers)
    yield opened
    opened.save("", OWN)
    users.close()


@pytest.mark.parametrize("colour", COLOURS)
def test_axe_finds_nothing_on_pages_in_an_accepted_colour(beheerder: Beheerder, colour: str) -> None:
    beheerder.save("Voorbeeldorganisatie", colour, with_logo=True)
    beheerder.complaints.clear()
    wanted = "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))
    beheerder.visit("/methode/")  # this server has seen the change
    for address in PAGES:
        page = beheerder.visit(address)
        assert page.evaluate(BAR) == wanted, address
        assert violations(page) == [], address
    assert beheerder.complaints == []


def test_a_light_colour_is_refused_in_words_and_axe_finds_nothing_on_the_form(beheerder: Beheerder) -> None:
    page = beheerder.save("Voorbeeldorganisatie", "#ff6600")
    expect(page.locator(".errorlist").first).to_be_visible()
    expect(page.locator("#content")).to_contain_text("Deze kleur haalt 2,9 : 1 op wit; nodig is 4,5 : 1.")
    assert violations(page) == []
    beheerder.visit("/methode/")
    assert "255, 102, 0" not in beheerder.page.evaluate(BAR)


@pytest.mark.parametrize("size", [LAPTOP, (1280, 720), PHONE], ids=str)
@pytest.mark.parametrize("with_logo", [True, False], ids=["logo", "name"])
def test_bars_stay_as_high_as_without_it(beheerder: Beheerder, size: tuple[int, int], with_logo: bool) -> None:
    resize(beheerder.page, size)
    addresses = [address for address in PAGES if "advies" not in address]
    heights = []
    for name, logo_too in (("", False), ("Voorbeeldorganisatie met een bijzonder lange naam", with_logo)):
        beheerder.save(name, OWN, with_logo=logo_too)
        beheerder.visit("/methode/")
        heights.append([beheerder.visit(address).evaluate(HEADER) for address in addresses])
    resize(beheerder.page, LAPTOP)
    assert heights[0] == heights[1]


def test_the_logo_is_shown_and_has_its_shape(beheerder: Beheerder) -> None:
    beheerder.save("Voorbeeldorganisatie", "#154273", with_logo=True)
    image = beheerder.visit("/methode/").get_by_role("img", name="Voorbeeldorganisatie")
    expect(image).to_be_visible()
    width, height = image.evaluate("image => [image.naturalWidth, image.naturalHeight]")
    assert (width, height) == (600, 200)
    assert re.search(r"\?v=[0-9a-f]{16}$", image.get_attribute("src") or "")
