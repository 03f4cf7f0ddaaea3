"""What the bounded worker costs: the PDF through it against WeasyPrint warm in this process, on the same HTML."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from checklist.export.pdf import RenderLimits, engine, render_pdf


@dataclass(frozen=True)
class PdfFigures:
    """Medians in milliseconds; `ratio` is the worker's over the warm one."""

    worker_ms: float
    warm_ms: float

    @property
    def ratio(self) -> float:
        """How many times as long the worker takes (aim: at most 1.3)."""
        return self.worker_ms / self.warm_ms


def measure(html: str, runs: int = 15) -> PdfFigures:
    """Render the HTML both ways, in turn, so that a busy machine slows both; the first of each doesn't count."""
    with TemporaryDirectory() as folder:
        limits = RenderLimits(Path(folder))
        pairs = [
            (_milliseconds(lambda: render_pdf(html, limits)), _milliseconds(lambda: engine.write_pdf(html)))
            for _ in range(runs + 1)
        ]
    return PdfFigures(*(median(column) for column in zip(*pairs[1:], strict=True)))


def _milliseconds(render: Callable[[], bytes]) -> float:
    started = time.perf_counter()
    render()
    return 1000 * (time.perf_counter() - started)
