"""The house style of an installation: who issues its documents, with which logo and in which colour."""

from dataclasses import dataclass

COLOUR = "#0a4f57"


@dataclass(frozen=True)
class HouseStyle:
    """`organisation` stands on covers and in the head of the site, '' for none. `logo` is a PNG that we wrote
    ourselves, b'' for none; its size in pixels is `logo_size`. `colour` is '#rrggbb', for headings and bars."""

    organisation: str = ""
    logo: bytes = b""
    logo_size: tuple[int, int] = (0, 0)
    colour: str = COLOUR


OWN_STYLE = HouseStyle()
