"""One design with all that it comes to, worked out once for whatever it is put beside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content, Tension
from checklist.domain.decision.besluiten import asked_of
from checklist.domain.decision.besluitpad import path_of
from checklist.domain.decision.value import Asked, Path
from checklist.domain.dossier import DossierValue
from checklist.domain.outcome.matching import Outcome, match_models


@dataclass(frozen=True)
class Place:
    """A veiligheidsregio by its name, and its gemeenten by code: as the site names them, and as a besluit does."""

    region: str
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    official: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Variant:
    """A dossier, the name of its region and of the region's gemeenten by code, and what its answers come to."""

    dossier: DossierValue
    region: str
    gemeenten: Mapping[str, str]
    tensions: tuple[Tension, ...]
    outcome: Outcome
    asked: Asked
    path: Path


def variant_of(content: Content, dossier: DossierValue, place: Place, today: date) -> Variant:
    """Work out a design of a region, with a planning that counts from today. Pure; some 5 ms."""
    asked = asked_of(content, dossier, place.region, {**place.gemeenten, **place.official})
    return Variant(
        dossier=dossier,
        region=place.region,
        gemeenten=place.gemeenten,
        tensions=tensions_between(content, dossier.chosen),
        outcome=match_models(content, dossier.chosen),
        asked=asked,
        path=path_of(content, dossier, asked, today),
    )
