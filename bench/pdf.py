"""What documents cost: through the bounded worker, against WeasyPrint warm in this process, on the same HTML; and one
that is kept."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from django.test import Client, override_settings
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from bench.pages import Figures
from checklist.export.pdf import Attachment, RenderLimits, Stylesheet, engine, render_pdf
from checklist.export.pdf.resources import SCHEME


def measure(html: str, runs: int = 15) -> Figures:
    """Render the HTML both ways, in turn, so that a busy machine slows both; the first of each doesn't count."""
    with TemporaryDirectory() as folder:
        limits = RenderLimits(Path(folder))
        pairs = [
            (_milliseconds(lambda: render_pdf(html, limits)), _milliseconds(lambda: engine.write_pdf(html)))
            for _ in range(runs + 1)
        ]
    return Figures(*(median(column) for column in zip(*pairs[1:], strict=True)))


@dataclass(frozen=True)
class DocumentFigures:
    """The best of so many runs of a document as the product makes it, of WeasyPrint alone on the same HTML and CSS, and
    of that without our CSS; and how large the product's is."""

    product_ms: float
    alone_ms: float
    unstyled_ms: float
    size: int


def measure_document(
    html: str, stylesheet: Stylesheet, attachments: Sequence[Attachment], runs: int = 5
) -> DocumentFigures:
    """Make a document the three ways in turn, so that a busy machine slows all; once before it counts."""
    css = CSS(string=stylesheet.path.read_text(encoding="utf-8"), base_url=SCHEME, url_fetcher=engine._fetcher)
    with TemporaryDirectory() as folder:
        limits = RenderLimits(Path(folder))
        ways = (
            lambda: render_pdf(html, limits, stylesheet, attachments),
            lambda: _weasyprint_alone(html, [css]),
            lambda: _weasyprint_alone(html, []),
        )
        size = len(ways[0]())
        rounds = [[_milliseconds(way) for way in ways] for _ in range(runs)]
    product, alone, unstyled = (min(column) for column in zip(*rounds, strict=True))
    return DocumentFigures(product, alone, unstyled, size)


def _weasyprint_alone(html: str, stylesheets: list[CSS]) -> bytes:
    """As the product asks for it, without what the product adds."""
    source = HTML(string=html, base_url=SCHEME, url_fetcher=engine._fetcher)
    pdf: bytes = source.write_pdf(stylesheets=stylesheets, font_config=FontConfiguration(), pdf_variant=engine.VARIANT)
    return pdf


@override_settings(ALLOWED_HOSTS=["testserver"])
def measure_kept(address: str, runs: int) -> float:
    """The median of the milliseconds of processor time that a document costs which is kept, through all middleware."""
    client = Client()

    def ask() -> float:
        started = time.process_time()
        if client.post(address).status_code != HTTPStatus.OK:
            raise RuntimeError("no document came, which measures nothing")
        return 1000 * (time.process_time() - started)

    ask()
    return median(ask() for _ in range(runs))


def _milliseconds(render: Callable[[], bytes]) -> float:
    started = time.perf_counter()
    render()
    return 1000 * (time.perf_counter() - started)
