"""Colours as numbers: how well one is read on another, and lighter and darker ones of the same hue (WCAG 2.2, 1.4.3 and
1.4.11)."""

import re

WHITE, BLACK = "#ffffff", "#000000"
_COLOUR = re.compile(r"#[0-9a-f]{6}\Z")


def is_colour(text: str) -> bool:
    """Whether it is written as '#rrggbb', in small letters."""
    return bool(_COLOUR.match(text))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21. Raises `ValueError` for what is no '#rrggbb'."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 for black to 1 for white. Raises `ValueError` for what is no '#rrggbb'."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour of which this share, 0 to 1, is the other."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    if not is_colour(colour):
        raise ValueError(colour)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
