"""What would be settled of an evaluatie, and the canonical snapshot of it, `regiostaf-evaluatie/1`."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checklist.domain.advies.voorstel.cover import Cover
from checklist.domain.evaluatie.value import Evaluatie
from checklist.domain.house_style import HouseStyle
from checklist.domain.settled.canonical import canonical, sha256_of
from checklist.domain.settled.frozen import Part
from checklist.domain.settled.snapshot import EVALUATIE_FORMAT, composed, recorded
from checklist.domain.settled.value import Version


@dataclass(frozen=True)
class FrozenEvaluatie:
    """`evaluatie` is composed as settled on `settled_on`; `html` is what is stored, `parts` are its texts."""

    evaluatie: Evaluatie
    house: HouseStyle
    settled_on: date
    html: bytes
    parts: tuple[Part, ...]
    edition_sha256: str

    @property
    def cover(self) -> Cover:
        """What its cover is made of."""
        return self.evaluatie.cover

    @cached_property
    def html_sha256(self) -> str:
        """The hash of the HTML: another one when anything of the text is."""
        return sha256_of(self.html)

    def snapshot(self, version: Version, site: str) -> bytes:
        """Return the canonical snapshot of what is settled as `version`, whose own `snapshot_sha256` isn't known yet;
        `site` is the address of this installation. Pure. Its texts have caps, so it is never too
        large."""
        evaluatie = self.evaluatie
        findings = [
            {"key": key, "verdict": evaluatie.of(key).verdict.value, "text": evaluatie.of(key).text}
            for key in evaluatie.decided.keys
        ]
        return canonical(
            {
                "format": EVALUATIE_FORMAT,
                **recorded(version, site, self.html, self.edition_sha256),
                "about": version.about,
                "findings": findings,
                "advies": composed(evaluatie.cover, evaluatie.decided.region_code, self.parts),
            }
        )
