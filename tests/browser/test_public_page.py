"""The page of a code in a browser: a file is checked where it is, in the words of the server."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Users
from tests.browser.server import Server, serving
from tests.domain.settled.test_embedded import a_pdf, embedded

pytestmark = pytest.mark.browser

CODE = "7K2M9QXR4TBD"
ZOOMED = (320, 256)
MAKE = """
import os, pathlib
from tests.settled import offered_with_files
from checklist.models import AdviesFile
made = offered_with_files(code="7K2M9QXR4TBD")
folder = pathlib.Path(os.environ["VAR_DIR"])
(folder / "snapshot").write_bytes(made.snapshot)
for file in AdviesFile.objects.filter(kind="pdf", act__advies=made):
    (folder / f"{file.act.number}.pdf").write_bytes(file.content)
"""
NEWEST = "Dit is het vastgestelde document: versie 1, aangeboden op 21 januari 2027."
EARLIER = "Dit is een vastgesteld document: versie 1, in de stand vastgesteld (14 januari 2027)."
SAME_DATA = "Niet hetzelfde bestand. De gegevens die in dit bestand zitten, zijn wel die van versie 1"
ANOTHER = "Niet hetzelfde bestand. Mailprogramma’s"
STAYS, SENT = "Uw bestand blijft op uw computer.", "Het wordt hier nagerekend en niet bewaard."


@dataclass(frozen=True)
class Settled:
    """A server with one settled version, and files to check there with what is said of each."""

    server: Server
    files: dict[Path, str]


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settled]:
    folder = tmp_path_factory.mktemp("settled")
    with serving(folder) as server:
        server.run(MAKE)
        (folder / "repacked.pdf").write_bytes(a_pdf(embedded((folder / "snapshot").read_bytes())))
        (folder / "other.pdf").write_bytes(a_pdf(embedded(b"{}")))
        said = {"2.pdf": NEWEST, "1.pdf": EARLIER, "repacked.pdf": SAME_DATA, "other.pdf": ANOTHER}
        yield Settled(server, {folder / name: text for name, text in said.items()})


@pytest.fixture
def visitors(chromium: Browser, settled: Settled) -> Iterator[Users]:
    opened = Users(chromium, settled.server)
    yield opened
    opened.close()


def posts_of(page: Page) -> list[Request]:
    """The requests that send something, as they come."""
    found: list[Request] = []
    page.on("request", lambda request: found.append(request) if request.method == "POST" else None)
    return found


def test_every_file_is_told_the_same_with_and_without_javascript(visitors: Users, settled: Settled) -> None:
    with_script, without = visitors.open(), visitors.open(java_script_enabled=False)
    posts = posts_of(with_script)
    for page in (with_script, without):
        page.goto(f"/advies/{CODE}/")
    expect(with_script.get_by_text(STAYS)).to_be_visible()
    expect(with_script.get_by_text(SENT)).to_be_hidden()
    expect(without.get_by_text(SENT)).to_be_visible()
    expect(without.get_by_text(STAYS)).to_be_hidden()
    for file, text in settled.files.items():
        with_script.get_by_label("Bestand", exact=True).set_input_files(file)
        here = with_script.locator("[data-result]")
        expect(here).to_contain_text(f"{file.name}: {text}")
        without.get_by_label("Bestand", exact=True).set_input_files(file)
        without.get_by_role("button", name="Kijk na").click()
        there = without.locator("[data-result]")
        expect(there).to_contain_text(text)
        assert here.inner_text().strip() == f"{file.name}: {there.inner_text().strip()}"
    assert posts == []


def test_a_file_can_be_dropped_on_the_page(visitors: Users) -> None:
    page = visitors.open()
    page.goto(f"/advies/{CODE}/")
    page.evaluate(
        """() => {
             const dropped = new DataTransfer();
             dropped.items.add(new File(["anders"], "anders.pdf"));
             const how = { dataTransfer: dropped, bubbles: true, cancelable: true };
             document.querySelector("main").dispatchEvent(new DragEvent("drop", how));
           }"""
    )
    expect(page.locator("[data-result]")).to_contain_text(f"anders.pdf: {ANOTHER}")


def test_a_file_that_is_too_large_to_be_ours_is_not_even_read(visitors: Users, tmp_path: Path) -> None:
    page = visitors.open()
    page.goto(f"/advies/{CODE}/")
    (tmp_path / "film.mp4").write_bytes(bytes(4_000_001))
    page.get_by_label("Bestand", exact=True).set_input_files(tmp_path / "film.mp4")
    expect(page.locator("[data-result]")).to_contain_text("Geen van onze documenten is zo groot")


@pytest.mark.parametrize(
    "without",
    [
        "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })",
        "delete globalThis.DecompressionStream",
    ],
    ids=["no crypto.subtle", "no DecompressionStream"],
)
def test_a_browser_that_cannot_sends_the_file(visitors: Users, settled: Settled, without: str) -> None:
    page = visitors.open()
    page.add_init_script(without)
    page.goto(f"/advies/{CODE}/")
    expect(page.get_by_text(SENT)).to_be_visible()
    posts = posts_of(page)
    page.get_by_label("Bestand", exact=True).set_input_files(next(iter(settled.files)))
    page.get_by_role("button", name="Kijk na").click()
    expect(page.locator("[data-result]")).to_contain_text(NEWEST)
    assert len(posts) == 1


def test_a_code_is_looked_up_with_the_keyboard_alone(visitors: Users) -> None:
    page = visitors.open()
    page.goto("/advies/")
    page.get_by_label("Code").focus()
    page.keyboard.type("7k2m 9qxr 4tbd")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Document 7K2M-9QXR-4TBD")


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=str)
def test_axe_finds_nothing(visitors: Users, settled: Settled, size: tuple[int, int]) -> None:
    page = visitors.open(size)
    for address in ("/advies/", "/advies/000000000000/", f"/advies/{CODE}/"):
        page.goto(address)
        assert violations(page) == [], address
    page.get_by_label("Bestand", exact=True).set_input_files(next(iter(settled.files)))
    expect(page.locator("[data-result]")).to_contain_text(NEWEST)
    assert violations(page) == []


def test_nothing_sticks_out_when_zoomed(visitors: Users, settled: Settled) -> None:
    page = visitors.open(ZOOMED)
    for address in ("/advies/", f"/advies/{CODE}/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED[0], address
    page.get_by_label("Bestand", exact=True).set_input_files(list(settled.files)[-1])
    expect(page.locator("[data-result]")).to_contain_text(ANOTHER)
    assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED[0]
