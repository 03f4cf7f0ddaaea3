"""What is stored of a voorstel or an evaluatie: one HTML file from which each of its files can be made for as long as
it is kept."""

from base64 import b64encode
from collections.abc import Mapping

from django.template.loader import render_to_string

from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.evaluatie.value import Evaluatie
from checklist.domain.house_style import HouseStyle
from checklist.export.house_css import PDF, house_css
from checklist.export.html import STANDALONE_STYLE
from checklist.export.pdf.resources import Stylesheet
from checklist.export.pictures.drawings import drawings_of

_TEMPLATE = "advies/settled/document.html"
_DRAWINGS = ("organigram", "tijdlijn")
_BESIDE = [(reading, f"advies/{reading}/body.html") for reading in (Reading.BESLUITENLIJST, Reading.REGLEMENT)]


def frozen_html(advies: Advies, house: HouseStyle) -> bytes:
    """Return the voorstel with its state parts empty, its stylesheets and logo in it, and beside it the besluitenlijst,
    the concept-reglement and the drawings as PNG. Characters that the PDF's font lacks stay as they are. Pure: the same
    for the same value; half a second."""
    context = {
        "main": f"advies/{Reading.VOORSTEL}/body.html",
        "beside": _BESIDE,
        "title": advies.voorstel.title,
        "advies": advies,
        "v": advies.voorstel,
        "pictures": [(name, png_address(png)) for name, png in sorted(drawings_of(advies, _DRAWINGS).items())],
    }
    return _stored(context, house)


def frozen_evaluatie_html(evaluatie: Evaluatie, house: HouseStyle) -> bytes:
    """Return an evaluatie in the same way; nothing else is made of it. Pure; some ms."""
    return _stored({"main": "advies/evaluatie/body.html", "title": evaluatie.cover.title, "v": evaluatie}, house)


def _stored(context: Mapping[str, object], house: HouseStyle) -> bytes:
    colours = house_css(house, PDF)
    of_house = {
        "stored": True,
        "for_paper": True,
        "on_screen": STANDALONE_STYLE.read_text(encoding="utf-8") + colours,
        "on_paper": Stylesheet.VOORSTEL.path.read_text(encoding="utf-8") + colours,
        "house": house,
        "logo_address": png_address(house.logo),
    }
    return render_to_string(_TEMPLATE, {**context, **of_house}).encode()


def png_address(png: bytes) -> str:
    """Return a picture as an address that holds it."""
    return f"data:image/png;base64,{b64encode(png).decode()}"
