"""The HTML from which the appendix is made that has two to four designs side by side."""

from datetime import date

from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.domain.variants.value import VariantTable
from checklist.export.html import paper_html


def variants_html(table: VariantTable, today: date, house: HouseStyle = OWN_STYLE) -> str:
    """The whole document; its tables are the template that the screen shows too, and `house` stands above its title.
    No queries."""
    return paper_html("variants/document.html", {"table": table, "today": today}, house)
