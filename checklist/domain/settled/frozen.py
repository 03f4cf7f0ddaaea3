"""What would be settled, before anybody settles it: one design composed once, with the HTML that holds every text."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checklist.domain.advies.value import Advies
from checklist.domain.advies.voorstel.cover import Cover
from checklist.domain.dossier import DossierValue
from checklist.domain.house_style import HouseStyle
from checklist.domain.settled.canonical import sha256_of


class TooLargeToSettleError(ValueError):
    """It can't be stored within the bounds; the message is a Dutch sentence that says what to do."""


@dataclass(frozen=True)
class TextBlock:
    """A text of the document as it stands there. `origin` is 'vast', 'kring' or 'besluit'. Where it is known: the
    options that it comes from, its number, the organ that decides it, and the question that it is about (0: none)."""

    text: str
    origin: str
    codes: tuple[str, ...] = ()
    number: str = ""
    organ: str = ""
    question: int = 0


@dataclass(frozen=True)
class Part:
    """A chapter or appendix, with its heading and its texts in reading order."""

    key: str
    heading: str
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True)
class Frozen:
    """`advies` is composed as settled on `settled_on`, of `told`; with `names` False nobody is named in either. `html`
    is what is stored, `parts` are its texts. `edition_sha256` is the hash of the content it was composed from."""

    advies: Advies
    told: DossierValue
    house: HouseStyle
    settled_on: date
    names: bool
    html: bytes
    parts: tuple[Part, ...]
    edition_sha256: str

    @property
    def cover(self) -> Cover:
        """What its cover is made of."""
        return self.advies.voorstel.cover

    @cached_property
    def html_sha256(self) -> str:
        """The hash of the HTML: another one when anything of the text is."""
        return sha256_of(self.html)
