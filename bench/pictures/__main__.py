"""Makes the pictures of the README in `docs/`; see `script/screenshots` for its usage."""

import json
import tempfile
from pathlib import Path

from django.conf import settings
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from bench.pictures.paper import pages_side_by_side
from bench.pictures.settings import MOMENT, UNTIL
from bench.room.look import Window, opened
from tests.browser.conftest import ARGUMENTS, CHROMIUM, upload
from tests.browser.server import serving
from tests.content import EXAMPLES

DOCS = settings.BASE_DIR / "docs"
SCREEN = Window(1280, 720, meeting=True)
# A question with a clash; what comes out of a design, once all is answered.
OF_HALF = {"vraag": "vraag/7/", "controle": "controle/"}
OF_FULL = {"uitkomst": "uitkomst/", "overzicht": "", "beeld": "beeld/"}
COLOURS = 256


def main() -> None:
    """Serve the product with a database of its own, take each picture, and leave nothing else behind."""
    with (
        tempfile.TemporaryDirectory(prefix="regiostaf-pictures-") as folder,
        serving(Path(folder), "bench.pictures.settings") as server,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            with opened(chromium, server.address, SCREEN) as page:
                page.clock.set_fixed_time(MOMENT)
                _take_all(page, Path(folder) / "advies.pdf")
        finally:
            chromium.close()


def _take_all(page: Page, pdf: Path) -> None:
    _take(page, "start", "/")
    for name, addresses in (("half", OF_HALF), ("vol-voorstel", OF_FULL)):
        dossier = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
        key = upload(page, json.dumps(dossier | {"until": UNTIL}).encode())
        for picture, address in addresses.items():
            _take(page, picture, f"/dossier/{key}/{address}")
    page.goto(f"/dossier/{key}/advies/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Voorstel downloaden als PDF").click()
    download.value.save_as(pdf)
    _write("advies", pages_side_by_side(pdf))


def _take(page: Page, picture: str, address: str) -> None:
    """What is in the window when the page, its letters and its images are there."""
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    with tempfile.NamedTemporaryFile(suffix=".png") as taken:
        page.screenshot(path=taken.name, animations="disabled", caret="hide")
        _write(picture, Image.open(taken.name))


def _write(picture: str, image: Image.Image) -> None:
    """A third of the size: no picture has so many colours that one sees the difference."""
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(DOCS / f"{picture}.png", optimize=True)
    print(f"docs/{picture}.png")


if __name__ == "__main__":
    main()
