"""Designs side by side in tests: the real content, in a region that is called Voorbeeldregio."""

from typing import Any

from checklist.domain.dossier import DossierValue
from checklist.domain.variants.variant import Place, Variant, variant_of
from tests.content import real_content
from tests.domain.decision.designs import GEMEENTEN, Details, dossier_of
from tests.domain.decision.random_designs import TODAY

PLACE = Place("Voorbeeldregio", GEMEENTEN)


def worked_out(dossier: DossierValue) -> Variant:
    """A dossier with all that it comes to, seen from a fixed day."""
    return variant_of(real_content(), dossier, PLACE, TODAY)


def variant(codes: str, details: Details | None = None, **rest: Any) -> Variant:
    """The design of a dossier that chose these options."""
    return worked_out(dossier_of(codes, details, **rest))
