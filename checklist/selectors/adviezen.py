"""The one door to the advies (rule 6): of a dossier, of a file or of an example, composed from the content of now."""

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.value import Advies
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.selectors.content import content_all
from checklist.selectors.dossier import OpenDossier, dossier_value, gemeenten_for, gemeenten_named
from checklist.selectors.texts import backgrounds


def advies_of(dossier: OpenDossier) -> Advies:
    """Return the advies of a dossier as it is stored now. Two queries, and those of the content
    and the gemeenten where these aren't remembered."""
    gemeenten = gemeenten_named(dossier)
    value = dossier_value(dossier, gemeenten=gemeenten)
    return compose_advies(value, content_all(dossier.stamp), dossier.region, backgrounds(dossier.stamp), gemeenten)


def advies_of_value(value: DossierValue, content: Content, region: str) -> Advies:
    """Return the advies of a dossier that isn't stored, or not so; `region` is the name of its veiligheidsregio. No
    queries where the backgrounds and the gemeenten are remembered for the stamp of this content."""
    gemeenten = gemeenten_for(value.answers.values(), value.veiligheidsregio, content.stamp)
    return compose_advies(value, content, region, backgrounds(content.stamp), gemeenten)
