"""The advies as a file, made under the limits of this installation."""

from django.conf import settings

from checklist.domain.advies import Advies
from checklist.export.html import advies_html
from checklist.export.pdf import RenderLimits, render_pdf


def advies_pdf(advies: Advies) -> bytes:
    """Return the PDF of an advies, made in a process of its own; one to two seconds.

    Raises `RenderFailed` (busy, too long, too large, crashed) when there is none within the limits.
    """
    return render_pdf(advies_html(advies), RenderLimits(slots_directory=settings.VAR_DIR / "pdf-slots"))
