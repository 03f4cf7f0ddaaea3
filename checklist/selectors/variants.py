"""Designs to lay side by side: a stored dossier, or one from a file."""

from django.utils import timezone

from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.variants.variant import Place, Variant, variant_of
from checklist.selectors.content import content_all
from checklist.selectors.dossier import OpenDossier
from checklist.selectors.regions import gemeenten_of, official_gemeenten_of
from checklist.selectors.told import dossier_value


def variant_of_dossier(dossier: OpenDossier) -> Variant:
    """Return a dossier as it is stored now with all that it comes to. Two queries, and those of the content and the
    gemeenten where these aren't remembered."""
    gemeenten = gemeenten_of(dossier.region_code, dossier.stamp)
    return variant_of_value(dossier_value(dossier, gemeenten=gemeenten), content_all(dossier.stamp), dossier.region)


def variant_of_value(value: DossierValue, content: Content, region: str) -> Variant:
    """Return a dossier that isn't stored with all that it comes to; `region` is the name of its veiligheidsregio. No
    queries where the gemeenten are remembered for the stamp of this content."""
    code, stamp = value.veiligheidsregio, content.stamp
    place = Place(region, gemeenten_of(code, stamp), official_gemeenten_of(code, stamp))
    return variant_of(content, value, place, timezone.localdate())
