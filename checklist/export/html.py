"""The HTML from which the PDF is made."""

from django.template.loader import render_to_string

from checklist.domain.advies import Advies
from checklist.export.pdf.characters import available_characters, replace_missing


def advies_html(advies: Advies) -> str:
    """The whole document; the body is the template that the screen shows too.

    Characters that the PDF's font lacks are squares in it and the last page names them. No queries.
    """
    html, missing = replace_missing(_document(advies, ()), available_characters())
    if missing:
        codes = tuple(f"U+{ord(character):04X}" for character in sorted(missing))
        html, _ = replace_missing(_document(advies, codes), available_characters())
    return html


def _document(advies: Advies, missing_characters: tuple[str, ...]) -> str:
    return render_to_string("advies/document.html", {"advies": advies, "missing_characters": missing_characters})
