"""A reading of the advies as HTML: for the PDF, for files that can be edited, and as a file of its own."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path

from django.template.loader import render_to_string

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.export.house_css import PDF, house_css
from checklist.export.pdf.characters import available_characters, replace_missing
from checklist.export.pdf.resources import HOUSE_LOGO, Stylesheet

STANDALONE_STYLE = Path(__file__).resolve().parents[2] / "static" / "pdf" / "standalone.css"
_TAG = re.compile(r"(<[^>]*>)")
_NO_ELEMENTS_INSIDE = ("title", "a", "style")
_NAME = re.compile(r"(?<![\w-])[A-Z]\w{1,19}(?:-[A-Z]\w{1,19}){1,2}(?![\w-])")


def advies_html(advies: Advies, reading: Reading, house: HouseStyle = OWN_STYLE) -> str:
    """The whole document of one reading; the body is the template that the screen shows too. `house` stands on its
    cover; the renderer has its logo and colours. No queries.
    """
    return paper_html(_template_of(reading), {"advies": advies}, house)


def paper_html(template: str, context: Mapping[str, object], house: HouseStyle) -> str:
    """A whole document for the PDF, from its template. Characters that the PDF's font lacks are squares in it and its
    last page names them (`missing_characters`). No queries."""
    told = {**context, "issued_by": house, "logo_address": HOUSE_LOGO}
    return printable(lambda missing: render_to_string(template, {**told, "missing_characters": missing}))


def printable(written: Callable[[tuple[str, ...]], str]) -> str:
    """A whole document for the PDF. `written` writes it, with the characters that the PDF's font lacks to name in it
    (as 'U+1F600', in order); it is called again when there are any."""
    html, missing = replace_missing(written(()), available_characters())
    if missing:
        codes = tuple(f"U+{ord(character):04X}" for character in sorted(missing))
        html, _ = replace_missing(written(codes), available_characters())
    return keep_names_whole(html)


def document_html(advies: Advies, reading: Reading) -> str:
    """The whole document of one reading with every character as it is: for who has fonts of their own, and says itself
    whose it is. No queries."""
    return render_to_string(_template_of(reading), {"advies": advies})


def standalone_html(advies: Advies, reading: Reading, house: HouseStyle = OWN_STYLE) -> str:
    """The document with its stylesheet in it: one file that a browser opens, without any address but those in its
    text. No queries."""
    css = STANDALONE_STYLE.read_text(encoding="utf-8") + house_css(house, PDF)
    style = f"<style>\n{css}</style>\n"
    screen = '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    logo = f"data:image/png;base64,{b64encode(house.logo).decode()}"
    context = {"advies": advies, "issued_by": house, "logo_address": logo}
    document = render_to_string(_template_of(reading), context)
    return document.replace("</head>", f"{screen}{style}</head>", 1)


def stylesheet_of(reading: Reading) -> Stylesheet:
    """The stylesheet in which a reading is set."""
    return Stylesheet.VERSLAG if reading == Reading.VERSLAG else Stylesheet.VOORSTEL


def _template_of(reading: Reading) -> str:
    return f"advies/{reading}/document.html"


def keep_names_whole(html: str) -> str:
    """The HTML with names such as Brabant-Noord marked, so that no line breaks at their hyphen. Pure.

    Texts of links, the title and stylesheets stay as they are, because no element may stand in them. Expects escaped
    texts.
    """
    parts = _TAG.split(html)
    inside = False
    for index, part in enumerate(parts):
        if index % 2:
            name = part.strip("</>").split()[0]
            inside = (inside or name in _NO_ELEMENTS_INSIDE) and not part.startswith("</")
        elif not inside:
            parts[index] = _NAME.sub(r'<span class="nowrap">\g<0></span>', part)
    return "".join(parts)
