"""Four pages of the voorstel beside each other, as paper."""

import re
import subprocess
from pathlib import Path

from PIL import Image

# The summary, the decisions and the drawing, by what stands on their pages.
SHOWN = (r"(?m)^\s*Vraag\. ", r"(?m)^\s*2 Gevraagd besluit$", r"(?m)^\s*Figuur 1\. ")
HEIGHT = 655
EDGE, TABLE = 10, (138, 140, 138)


def pages_side_by_side(pdf: Path) -> Image.Image:
    """The cover of a voorstel, its summary, its decisions and the page with the drawing. Each page's picture comes
    beside the file."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, stdout=subprocess.PIPE, text=True).stdout
    pages = text.split("\f")
    numbers = [1, *(_first(pages, words) for words in SHOWN)]
    images = [_page(pdf, number) for number in numbers]
    width = sum(image.width + EDGE for image in images) + EDGE
    paper = Image.new("RGB", (width, HEIGHT + 2 * EDGE), TABLE)
    left = EDGE
    for image in images:
        paper.paste(image, (left, EDGE))
        left += image.width + EDGE
    return paper


def _first(pages: list[str], shown: str) -> int:
    return next(number for number, words in enumerate(pages, start=1) if re.search(shown, words))


def _page(pdf: Path, number: int) -> Image.Image:
    made = pdf.with_name(f"page-{number}")
    size = ["-scale-to-y", str(HEIGHT), "-scale-to-x", "-1"]
    subprocess.run(["pdftoppm", "-f", str(number), "-singlefile", *size, "-png", pdf, made], check=True)
    return Image.open(f"{made}.png")
