"""The table of contents: with its rows in it, so that it needs no update."""

from xml.etree.ElementTree import Element

from checklist.export.blocks.value import Contents, ContentsRow, Run
from checklist.export.odt.making import Making
from checklist.export.odt.xml import add

_TITLE_STYLE = "Contents_20_Heading"
_LINK_STYLE = "Index_20_Link"


def add_contents(making: Making, parent: Element, contents: Contents) -> None:
    """Write the contents below their heading. The page of a row is a field: whatever sets the document knows it."""
    place = add(parent, "text:table-of-content", {"text:name": "Inhoud", "text:protected": "true"})
    levels = max((row.level for row in contents.rows), default=1)
    _add_source(place, contents.heading, levels)
    body = add(place, "text:index-body")
    title = add(body, "text:index-title", {"text:name": "Inhoud_kop"})
    making.paragraph(title, _TITLE_STYLE, (Run(contents.heading),))
    for row in contents.rows:
        _add_row(add(body, "text:p", {"text:style-name": _row_style(row.level)}), row)


def _row_style(level: int) -> str:
    return f"Contents_20_{level}"


def _add_row(paragraph: Element, row: ContentsRow) -> None:
    look = {"text:style-name": _LINK_STYLE, "text:visited-style-name": _LINK_STYLE}
    link = add(paragraph, "text:a", {"xlink:type": "simple", "xlink:href": f"#{row.anchor}"} | look, row.text)
    add(link, "text:tab")
    add(link, "text:bookmark-ref", {"text:reference-format": "page", "text:ref-name": row.anchor}, " ")


def _add_source(place: Element, title: str, levels: int) -> None:
    """From what LibreOffice makes the contents anew, when its user asks for that."""
    outline = {"text:outline-level": str(levels), "text:use-index-marks": "false"}
    source = add(place, "text:table-of-content-source", outline)
    add(source, "text:index-title-template", {"text:style-name": _TITLE_STYLE}, title)
    for level in range(1, levels + 1):
        row = {"text:outline-level": str(level), "text:style-name": _row_style(level)}
        template = add(source, "text:table-of-content-entry-template", row)
        add(template, "text:index-entry-link-start", {"text:style-name": _LINK_STYLE})
        add(template, "text:index-entry-text")
        add(template, "text:index-entry-tab-stop", {"style:type": "right", "style:leader-char": " "})
        add(template, "text:index-entry-page-number")
        add(template, "text:index-entry-link-end")
