"""The HTML from which the appendix is made that has two to four designs side by side."""

from collections.abc import Mapping
from datetime import date

from django.template.loader import render_to_string

from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.domain.variants.value import VariantTable
from checklist.export.html import keep_names_whole
from checklist.export.pdf.characters import available_characters, replace_missing
from checklist.export.pdf.resources import HOUSE_LOGO


def variants_html(table: VariantTable, today: date, house: HouseStyle = OWN_STYLE) -> str:
    """The whole document; its tables are the template that the screen shows too, and `house` stands above its title.
    Characters that the PDF's font lacks are squares in it and its end names them. No queries."""
    context = {"table": table, "today": today, "issued_by": house, "logo_address": HOUSE_LOGO}
    html, missing = replace_missing(_document(context, ()), available_characters())
    if missing:
        codes = tuple(f"U+{ord(character):04X}" for character in sorted(missing))
        html, _ = replace_missing(_document(context, codes), available_characters())
    return keep_names_whole(html)


def _document(context: Mapping[str, object], missing_characters: tuple[str, ...]) -> str:
    return render_to_string("variants/document.html", {**context, "missing_characters": missing_characters})
