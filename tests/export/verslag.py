"""The verslag of an advies, as the PDF is made of it."""

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.export.html import advies_html


def verslag_html(advies: Advies) -> str:
    """The whole document."""
    return advies_html(advies, Reading.VERSLAG)
