"""The colour of a house: which are refused and why, and that every pair of an accepted one can be read."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import example, given
from hypothesis import strategies as st

from checklist.domain.colours import contrast, mixed
from checklist.domain.house_style import COLOUR, GROUNDS, OWN_STYLE, HouseStyle, colour_fault

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
THEME = (Path(settings.BASE_DIR) / "static/css/regiostaf.css").read_text(encoding="utf-8")
# Texts of the site that stand on the tint of what is chosen, and the borders of controls on it.
TEXTS_ON_TINT = ("ink", "muted", "amber", "brick", "moss")


def token(name: str) -> str:
    """A colour of the site's stylesheet."""
    (found,) = re.findall(rf"--{name}: (#[0-9a-f]{{6}});", THEME)
    return str(found)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("colour", "reason"),
    [
        ("", "Schrijf de kleur als # met zes cijfers"),
        ("#0A4F57", "Schrijf de kleur als # met zes cijfers"),
        ("#123", "Schrijf de kleur als # met zes cijfers"),
        ("petrol", "Schrijf de kleur als # met zes cijfers"),
        ("#0a4f57;}", "Schrijf de kleur als # met zes cijfers"),
        ("#0a4f57\n", "Schrijf de kleur als # met zes cijfers"),
        ("#ffffff", "Deze kleur haalt 1,0 : 1 op wit; nodig is 4,5 : 1."),
        ("#ff6600", "Deze kleur haalt 2,9 : 1 op wit; nodig is 4,5 : 1."),
        ("#777777", "Deze kleur haalt 4,4 : 1 op wit; nodig is 4,5 : 1."),
        ("#767676", "Deze kleur haalt 4,1 : 1 op de achtergrond van de site; nodig is 4,5 : 1."),
        ("#6e6e6e", "Deze kleur haalt 4,3 : 1 op het groen van een melding; nodig is 4,5 : 1."),
    ],
)
def test_a_colour_is_refused_with_what_was_measured(colour: str, reason: str) -> None:
    assert colour_fault(colour).startswith(reason)


@pytest.mark.parametrize("colour", [COLOUR, "#000000", "#8b0000", "#154273", "#5b2d82"])
def test_a_dark_colour_is_accepted(colour: str) -> None:
    assert colour_fault(colour) == ""


def test_the_grounds_are_those_of_the_site() -> None:
    tokens = ("surface", "paper", "amber-tint", "moss-tint", "brick-tint")
    assert list(GROUNDS) == [token(name) for name in tokens]


def test_our_own_style_has_the_colours_of_the_site() -> None:
    assert [OWN_STYLE.colour, OWN_STYLE.dark, OWN_STYLE.tint] == [
        token(name) for name in ("petrol", "petrol-dark", "petrol-tint")
    ]


@given(COLOURS, st.floats(0, 1))
@example("#00ff00", 0.6)
@example("#0000ff", 0)
@example("#000000", 0)
def test_every_pair_of_an_accepted_colour_can_be_read(colour: str, darker: float) -> None:
    colour = mixed(colour, "#000000", darker)
    if colour_fault(colour):
        return
    house = HouseStyle(colour=colour)
    for text in (house.colour, house.dark):
        for ground in (*GROUNDS, house.tint):
            assert contrast(text, ground) >= 4.5
    for name in TEXTS_ON_TINT:
        assert contrast(token(name), house.tint) >= 4.5
    assert contrast(token("control"), house.tint) >= 3


def test_a_version_says_whether_anything_changed() -> None:
    styles = [
        HouseStyle("Voorbeeldorganisatie"),
        HouseStyle("Voorbeeldorganisatie", colour="#154273"),
        HouseStyle("Voorbeeldorganisatie", b"a", (1, 1)),
        HouseStyle("Voorbeeldorganisatie", b"b", (1, 1)),
    ]
    assert len({style.version for style in styles}) == len(styles)
    assert all(re.fullmatch(r"[0-9a-f]{16}", style.version) for style in styles)
    assert OWN_STYLE.version == HouseStyle().version == ""
