"""Documents as PDF: `render_pdf` turns HTML into PDF/A-3a and PDF/UA-1 in one file, in a bounded process.

Importing this loads no WeasyPrint; only the fork server does.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.export.pdf.attachment import Attachment, Relationship
from checklist.export.pdf.resources import Stylesheet
from checklist.export.process.errors import RenderBusy, RenderCrashed, RenderFailed, RenderTimeout, RenderTooLarge
from checklist.export.process.limits import RenderLimits
from checklist.export.process.slots import one_at_a_time
from checklist.export.process.worker import run_limited, warm_up

__all__ = [
    "Attachment",
    "Relationship",
    "RenderBusy",
    "RenderCrashed",
    "RenderFailed",
    "RenderLimits",
    "RenderTimeout",
    "RenderTooLarge",
    "Stylesheet",
    "one_at_a_time",
    "render_pdf",
    "run_limited",
    "warm_up",
]

_logger = logging.getLogger(__name__)


def render_pdf(  # noqa: PLR0913 - the last goes by keyword
    html: str,
    limits: RenderLimits,
    stylesheet: Stylesheet | None = Stylesheet.VERSLAG,
    attachments: Sequence[Attachment] = (),
    dated: datetime | None = None,
    *,
    house: HouseStyle = OWN_STYLE,
) -> bytes:
    """The PDF of one HTML document; raises a `RenderFailed`, and logs it, when there is none within the limits.

    The stylesheet is one of ours (in `static/pdf/`), in the colours of `house`, or None when the document has its own;
    the document can load nothing but our own files and its logo. `dated` is when it was made, now unless it is given:
    with it, the same input gives the same bytes.
    """
    job = partial(_write_pdf, stylesheet=stylesheet, attachments=tuple(attachments), dated=dated, house=house)
    try:
        return run_limited(job, html, limits)
    except RenderFailed as error:
        _logger.error("No PDF (%s): %s", type(error).__name__, error)
        raise


def _write_pdf(
    html: str,
    stylesheet: Stylesheet | None,
    attachments: Sequence[Attachment],
    dated: datetime | None,
    house: HouseStyle,
) -> bytes:
    from checklist.export.pdf.engine import write_pdf  # noqa: PLC0415 - WeasyPrint is for the renderer alone

    return write_pdf(html, stylesheet, attachments, dated, house=house)
