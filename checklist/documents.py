"""Documents as files, made under the limits of this installation."""

import logging
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.content import Question
from checklist.export.html import advies_html
from checklist.export.pdf import RenderLimits, Stylesheet, render_pdf
from checklist.export.worksheet import worksheet_html
from checklist.whole_files import written_whole

_logger = logging.getLogger(__name__)


def advies_pdf(advies: Advies, reading: Reading) -> bytes:
    """Return one reading of an advies as PDF, made in a process of its own; one to two seconds.

    Raises `RenderFailed` (busy, too long, too large, crashed) when there is none within the limits.
    """
    return render_pdf(advies_html(advies, reading), _limits())


def worksheet_pdf(questions: Sequence[Question]) -> bytes:
    """Return the PDF of the blank worksheet. Raises `RenderFailed` as `advies_pdf` does.

    It is the same for everybody, so it is made once (a second) and kept in a file until a text or the look changes:
    whoever asks for it often takes no place in the renderer from an advies.
    """
    html = worksheet_html(questions)
    digest = _digest(html, Stylesheet.WORKSHEET.path.read_text(encoding="utf-8"), version("weasyprint"))
    path = settings.VAR_DIR / "worksheet.kept"
    kept = path.read_bytes() if path.is_file() else b""
    if kept.startswith(digest):
        return kept.removeprefix(digest)
    pdf = render_pdf(html, _limits(), Stylesheet.WORKSHEET)
    _keep(path, digest + pdf)
    return pdf


def _limits() -> RenderLimits:
    return RenderLimits(slots_directory=settings.VAR_DIR / "pdf-slots")


def _digest(*parts: str) -> bytes:
    return sha256("\0".join(parts).encode()).hexdigest().encode()


def _keep(path: Path, content: bytes) -> None:
    """Replace the one file whole. A full disk costs time (it is made again), not the worksheet."""
    try:
        with written_whole(path) as file:
            file.write(content)
    except OSError as error:
        _logger.warning("The worksheet can't be kept: %s", error)
