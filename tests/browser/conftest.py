"""One server and one Chromium for all browser tests; a context (a user's own browser) for each test."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from tests.browser.server import Server, serving
from tests.waiting import DEADLINE

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EXAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "dossiers"
LAPTOP, PHONE = (1280, 800), (375, 812)


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product, served."""
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Chromium; closed with the package, because Django refuses the database while Playwright's event loop runs."""
    expect.set_options(timeout=1000 * DEADLINE)
    # Where a document was made in this process, its fonts are the only ones, and letters get another width.
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, env={**environment})
        yield browser
        browser.close()


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the page a window of this size, and wait until it has it."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("([width, height]) => innerWidth === width && innerHeight === height", arg=[width, height])


def in_its_font(page: Page) -> Page:
    """Return the page when its letters are there: in those of the machine the same words take other room."""
    page.wait_for_function(
        """() => {
             document.body.getBoundingClientRect();  // before it is laid out a page knows of no fonts
             const fonts = [...document.fonts];
             fonts.forEach((font) => font.load());
             return fonts.length > 0 && fonts.every((font) => font.status === "loaded");
           }"""
    )
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


@dataclass
class Users:
    """Opens a browser for a user, and remembers which other hosts any of them asked something of."""

    chromium: Browser
    server: Server
    contexts: list[BrowserContext] = field(default_factory=list)
    other_hosts: list[str] = field(default_factory=list)

    def open(self, size: tuple[int, int] = LAPTOP, **options: Any) -> Page:
        """Return a page in a browser of its own; `options` are Playwright's."""
        context = self.chromium.new_context(
            base_url=self.server.address,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            viewport={"width": size[0], "height": size[1]},
            **options,
        )
        context.set_default_timeout(1000 * DEADLINE)
        context.on("request", self._look_at)
        self.contexts.append(context)
        return context.new_page()

    def _look_at(self, request: Request) -> None:
        if urlsplit(request.url).netloc not in {urlsplit(self.server.address).netloc, ""}:
            self.other_hosts.append(request.url)

    def close(self) -> None:
        """Close all browsers; fails when a page asked something of another host."""
        for context in self.contexts:
            context.close()
        assert not self.other_hosts


@pytest.fixture
def users(chromium: Browser, server: Server) -> Iterator[Users]:
    """Browsers for one test."""
    opened = Users(chromium, server)
    yield opened
    opened.close()


@pytest.fixture
def page(users: Users) -> Page:
    """A page on a laptop."""
    return users.open()


@dataclass(frozen=True)
class Dossiers:
    """The keys of the example dossiers: empty, half and full with their werklink, the full one with its leeslink; then
    those of `settled_dossiers.py`."""

    empty: str
    half: str
    full: str
    reading: str
    concept: str
    settled: str
    settled_reading: str
    settled_code: str
    without_files: str
    reopened: str
    decided: str
    decided_reading: str
    evaluated: str
    evaluated_reading: str
    to_clear: str


def upload(page: Page, content: bytes) -> str:
    """Upload a dossier file and return the key of its werklink; ends on the page with the links."""
    page.goto("/")
    page.get_by_text("Een dossierbestand inlezen").click()
    page.get_by_label("Dossierbestand").set_input_files(
        {"name": "dossier.json", "mimeType": "application/json", "buffer": content}
    )
    page.get_by_role("button", name="Inlezen").click()
    found = re.search(r"/dossier/([^/]+)/links/", page.url)
    assert found is not None
    return found[1]


def make_dossier(page: Page, name: str) -> str:
    """Upload an example (leeg, half, vol) and return the key of its werklink; ends on the page with the links."""
    return upload(page, (EXAMPLES / f"{name}.json").read_bytes())


def key_in(link: str) -> str:
    """The key in a link to a dossier."""
    return urlsplit(link).path.split("/")[2]


@pytest.fixture(scope="package")
def dossiers(chromium: Browser, server: Server) -> Dossiers:
    """The three examples and those of which something is settled; tests that change something make a dossier of their
    own."""
    settled = json.loads(server.run("from tests.browser.settled_dossiers import make; make()"))
    users = Users(chromium, server)
    page = users.open()
    empty, half, full = (make_dossier(page, name) for name in ("leeg", "half", "vol"))
    reading = key_in(page.get_by_label("Leeslink", exact=True).input_value())
    users.close()
    return Dossiers(empty, half, full, reading, **settled)
