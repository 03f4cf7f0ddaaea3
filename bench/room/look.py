"""Looks at a question's page in Chromium, as it opens: nothing is scrolled, pressed or unfolded."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from checklist.domain.content import Question

_SCRIPT = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
PHONE_WIDTH = 480


@dataclass(frozen=True)
class Window:
    """A window in which a question is looked at; `meeting`: in vergaderstand."""

    width: int
    height: int
    meeting: bool = False

    def __str__(self) -> str:
        return f"{self.width} × {self.height}{', vergaderstand' if self.meeting else ''}"


@dataclass(frozen=True)
class Seen:
    """What a sighted reader gets of a question before any scrolling.

    `words`: visible, without typed text. Sizes are in CSS pixels, of options the smallest; `booklet` is 0 where the
    booklet's wording isn't shown. `rest_in_window`: the heading, and the line about a clash where there is one.
    """

    words: int
    screens: float
    heading: float
    option: float
    booklet: float
    options_in_window: bool
    save_in_window: bool
    rest_in_window: bool

    @property
    def outside(self) -> str:
        """What isn't wholly in the window, in words; empty when all is."""
        parts = {"options": self.options_in_window, "save": self.save_in_window, "heading or line": self.rest_in_window}
        return ", ".join(name for name, in_window in parts.items() if not in_window)


@contextmanager
def opened(chromium: Browser, address: str, window: Window) -> Iterator[Page]:
    """A page in a browser of its own, with a window of this size."""
    on_a_phone = window.width <= PHONE_WIDTH
    context = chromium.new_context(
        base_url=address,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": window.width, "height": window.height},
        is_mobile=on_a_phone,
        has_touch=on_a_phone,
    )
    if window.meeting:
        context.add_cookies([{"name": "stand", "value": "vergader", "url": address}])
    try:
        yield context.new_page()
    finally:
        context.close()


def look_at(page: Page, key: str, question: Question) -> Seen:
    """Open a question of a dossier and measure it, once its letters are there."""
    page.goto(f"/dossier/{key}/vraag/{question.number}/")
    page.evaluate("document.fonts.ready.then(() => true)")
    return Seen(**page.evaluate(_SCRIPT, [option.label for option in question.options]))
