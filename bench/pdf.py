"""What the bounded worker costs: the PDF through it against WeasyPrint warm in this process, on the same HTML."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.pages import Figures
from checklist.export.pdf import RenderLimits, engine, render_pdf


def measure(html: str, runs: int = 15) -> Figures:
    """Render the HTML both ways, in turn, so that a busy machine slows both; the first of each doesn't count."""
    with TemporaryDirectory() as folder:
        limits = RenderLimits(Path(folder))
        pairs = [
            (_milliseconds(lambda: render_pdf(html, limits)), _milliseconds(lambda: engine.write_pdf(html)))
            for _ in range(runs + 1)
        ]
    return Figures(*(median(column) for column in zip(*pairs[1:], strict=True)))


def _milliseconds(render: Callable[[], bytes]) -> float:
    started = time.perf_counter()
    render()
    return 1000 * (time.perf_counter() - started)
