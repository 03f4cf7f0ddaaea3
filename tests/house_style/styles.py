"""A house style as it is stored."""

from checklist.house_logo import logo_of
from checklist.models import HouseStyle
from tests.house_style.logos import png

NAME, COLOUR = "Voorbeeldorganisatie", "#5b2d82"


def save_style(name: str = NAME, colour: str = COLOUR, logo: bytes | None = None) -> HouseStyle:
    """Store the style of the made-up organisation; `logo` is as it is uploaded, b'' for none."""
    content, (width, height) = (b"", (0, 0)) if logo == b"" else logo_of(logo or png())
    style = HouseStyle.objects.first() or HouseStyle()
    style.organisation, style.colour = name, colour
    style.logo, style.logo_width, style.logo_height = content, width, height
    style.save()
    return style
