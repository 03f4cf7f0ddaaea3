"""Somebody with a browser who visits the product: going to a page, pressing a button."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.conftest import Dossiers
from tests.browser.server import ROOT, Server

TOO_LONG = "Te lang. " * 1200


_FIXTURE = json.loads((ROOT / "fixtures" / "governance_models.json").read_text(encoding="utf-8"))


MODELS = [model["fields"]["slug"] for model in _FIXTURE]


FOUR_MODELS = "&".join(f"m={slug}" for slug in MODELS[:4])


@dataclass(frozen=True)
class Visitor:
    """A page in a browser, and what there is to visit."""

    page: Page
    dossiers: Dossiers
    server: Server

    def go(self, address: str) -> None:
        """Open an address of the product."""
        self.page.goto(address)

    def open_question(self, key: str, number: int, query: str = "") -> None:
        """Open a question."""
        self.go(f"/dossier/{key}/vraag/{number}/{query}")


Step = Callable[[Visitor], None]


def at(address: str) -> Step:
    """Go to an address; {empty}, {half}, {full}, {reading} and so on stand for the keys."""
    return lambda visitor: visitor.go(address.format(**vars(visitor.dossiers)))


def press(visitor: Visitor, button: str) -> None:
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=button).first.click()


def set_version(visitor: Visitor, version: int) -> None:
    visitor.page.evaluate(
        "version => { for (const input of document.querySelectorAll('[name$=version]')) input.value = version; }",
        version,
    )
