"""The colours of a house style as a stylesheet: of the site, and of a PDF."""

from checklist.domain.house_style import HouseStyle

# Where the colours are said for the first time, in static/css/regiostaf.css and in the stylesheets of static/pdf/.
SITE, PDF = ".regiostaf-theme", ":root"


def house_css(house: HouseStyle, where: str) -> str:
    """Return the rule that puts the house's colours in the place of our own; '' when it has none. Its colours are
    '#rrggbb' and nothing else: a `HouseStyle` has no other."""
    if not house.has_own_colour:
        return ""
    tokens = {"petrol": house.colour, "petrol-dark": house.dark, "petrol-tint": house.tint}
    return f"{where} {{ {' '.join(f'--{name}: {colour};' for name, colour in tokens.items())} }}\n"
