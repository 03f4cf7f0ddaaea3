"""The HTML from which the appendix is made that has two to four designs side by side."""

from datetime import date

from django.template.loader import render_to_string

from checklist.domain.variants.value import VariantTable
from checklist.export.html import keep_names_whole
from checklist.export.pdf.characters import available_characters, replace_missing


def variants_html(table: VariantTable, today: date) -> str:
    """The whole document; its tables are the template that the screen shows too. Characters that the PDF's font lacks
    are squares in it and its end names them. No queries."""
    html, missing = replace_missing(_document(table, today, ()), available_characters())
    if missing:
        codes = tuple(f"U+{ord(character):04X}" for character in sorted(missing))
        html, _ = replace_missing(_document(table, today, codes), available_characters())
    return keep_names_whole(html)


def _document(table: VariantTable, today: date, missing_characters: tuple[str, ...]) -> str:
    context = {"table": table, "today": today, "missing_characters": missing_characters}
    return render_to_string("variants/document.html", context)
