"""The HTML that is stored of a settled document, and every document made of it (docs/rules.md, rule 16)."""

from checklist.export.settled.filled import filled_html, printed_html
from checklist.export.settled.frozen import frozen_evaluatie_html, frozen_html
from checklist.export.settled.parts import parts_of, parts_of_evaluatie
from checklist.export.settled.stored import StoredHtml

__all__ = [
    "StoredHtml",
    "filled_html",
    "frozen_evaluatie_html",
    "frozen_html",
    "parts_of",
    "parts_of_evaluatie",
    "printed_html",
]
