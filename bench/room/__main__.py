"""`script/measure_room`: prints what each question shows, as tables in Markdown; see the script for its usage."""

import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.room.choices import any_choice, chosen
from bench.room.look import Seen, Window, look_at, opened
from checklist.domain.content import Content
from tests.browser.conftest import ARGUMENTS, CHROMIUM, upload
from tests.browser.server import serving
from tests.content import EXAMPLES, real_content

WINDOWS = (
    Window(1280, 720, meeting=True),
    Window(1280, 720),
    Window(1366, 768, meeting=True),
    Window(1366, 768),
    Window(1920, 1080, meeting=True),
    Window(1920, 1080),
    Window(375, 740),
)
ROOMS = tuple(
    Window(*size, meeting=True) for size in ((1280, 720), (1366, 768), (1024, 768), (1920, 1080), (1280, 600))
)
NUMBERS = ("words", "screens", "heading", "option", "booklet")
IN_WINDOW = ("options_in_window", "save_in_window")


def main() -> None:
    """Serve the product with a database of its own, measure, print; nothing is left behind."""
    content = real_content()
    with (
        tempfile.TemporaryDirectory(prefix="regiostaf-room-") as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            if "--any-choice" in sys.argv[1:]:
                _any_choice(chromium, server.address, content)
            else:
                _each_question(chromium, server.address, content)
        finally:
            chromium.close()


def _each_question(chromium: Browser, address: str, content: Content) -> None:
    with opened(chromium, address, WINDOWS[0]) as page:
        key = upload(page, (EXAMPLES / "vol.json").read_bytes())
    for window in WINDOWS:
        with opened(chromium, address, window) as page:
            _print_table(window, [look_at(page, key, question) for question in content.questions])


def _print_table(window: Window, seen: list[Seen]) -> None:
    print(f"### {window}\n")
    _print_row(["question", "words", "screens", "heading px", "option px", "booklet px", "options seen", "save seen"])
    _print_row(["---:"] * 6 + [":---:"] * 2)
    for number, page in enumerate(seen, start=1):
        yes_or_no = ["yes" if getattr(page, name) else "no" for name in IN_WINDOW]
        _print_row([str(number), *(_figure(getattr(page, name)) for name in NUMBERS), *yes_or_no])
    counted = [f"{sum(getattr(page, name) for page in seen)} of {len(seen)}" for name in IN_WINDOW]
    for name, of in (("median", median), ("maximum", max)):
        _print_row([name, *(_figure(of([getattr(page, column) for page in seen])) for column in NUMBERS), *counted])
    words, screens = sum(page.words for page in seen), sum(page.screens for page in seen)
    print(f"\n{words} words, {_figure(screens)} screens in all.\n")


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if value else "–"


def _print_row(cells: Iterable[str]) -> None:
    print(f"| {' | '.join(cells)} |")


def _any_choice(chromium: Browser, address: str, content: Content) -> None:
    cases = []
    with opened(chromium, address, ROOMS[0]) as page:
        for case in any_choice(content):
            cases.append((case, upload(page, json.dumps(case.dossier).encode())))
    print("| window | looked at | outside |\n| --- | ---: | --- |")
    for window in ROOMS:
        with opened(chromium, address, window) as page:
            outside = [
                f"question {number} with {chosen(case, number)}: {seen.outside}"
                for case, key in cases
                for number in case.questions
                if (seen := _look(page, key, number, content)).outside
            ]
        looked_at = sum(len(case.questions) for case, _ in cases)
        _print_row([str(window), str(looked_at), "; ".join(outside) or "nothing"])


def _look(page: Page, key: str, number: int, content: Content) -> Seen:
    return look_at(page, key, content.questions[number - 1])


if __name__ == "__main__":
    main()
