"""The house style of an installation: who issues its documents, with which logo and in which colour."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from checklist.domain.colours import BLACK, WHITE, contrast, is_colour, luminance, mixed

COLOUR = "#0a4f57"
ORGANISATION_CAP = 80
# For texts (WCAG 2.2 AA, 1.4.3); what lines need, 3 : 1, is then met too.
LEAST_CONTRAST = 4.5
# What the colour stands on as text, with how the refusal calls it; on white it is also the bar under white text.
GROUNDS = {
    WHITE: "wit",
    "#f7f5f0": "de achtergrond van de site",
    "#fdf1dc": "het geel van een aandachtspunt",
    "#e8f0e6": "het groen van een melding",
    "#fbe9e7": "het roze van een foutmelding",
}
# What goes with our own colour. Every text of the site is read on that tint, and so on one that is as light.
_OWN_DARK, _OWN_TINT = "#073b41", "#e3eff0"


@dataclass(frozen=True)
class HouseStyle:
    """`organisation` stands on covers and in the head of the site, '' for none. `logo` is a PNG that we wrote
    ourselves, b'' for none; its size in pixels is `logo_size`; its alternative text is the organisation's name.
    `colour` is '#rrggbb', for headings and bars, and has no `colour_fault`."""

    organisation: str = ""
    logo: bytes = b""
    logo_size: tuple[int, int] = (0, 0)
    colour: str = COLOUR

    @cached_property
    def version(self) -> str:
        """Sixteen characters that are others when anything of it is; '' for our own style. A hash of the logo: up to
        one ms."""
        if self == OWN_STYLE:
            return ""
        told = "\n".join((self.organisation, self.colour, sha256(self.logo).hexdigest()))
        return sha256(told.encode()).hexdigest()[:16]

    @property
    def dark(self) -> str:
        """The colour of what the pointer is on."""
        return _OWN_DARK if self.colour == COLOUR else mixed(self.colour, BLACK, 0.25)

    @property
    def tint(self) -> str:
        """The light colour behind what is chosen."""
        return _OWN_TINT if self.colour == COLOUR else _tint(self.colour)

    @property
    def has_own_colour(self) -> bool:
        """Whether it differs from the product's."""
        return self.colour != COLOUR


OWN_STYLE = HouseStyle()


def colour_fault(colour: str) -> str:
    """Return why a colour can't be the house's, in one Dutch sentence with what was measured; '' when it can."""
    if not is_colour(colour):
        return "Schrijf de kleur als # met zes cijfers of letters van a tot en met f, zoals #0a4f57."
    for ground, words in GROUNDS.items():
        ratio = contrast(colour, ground)
        if ratio < LEAST_CONTRAST:
            # Cut off, not rounded: 4,49 must not be told as 4,5.
            told = f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
            return f"Deze kleur haalt {told} : 1 op {words}; nodig is 4,5 : 1. Kies een donkerder kleur."
    return ""


def _tint(colour: str) -> str:
    """White with some of the colour in it, as little as the texts on it need."""
    share = 0.88
    tint = mixed(colour, WHITE, share)
    while luminance(tint) < luminance(_OWN_TINT) or contrast(colour, tint) < LEAST_CONTRAST:
        share += 0.01
        tint = mixed(colour, WHITE, share)
    return tint
