"""The one door to the advies (rule 6): of a dossier, of a file or of an example, composed from the content of now."""

from django.utils import timezone

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.setting import Setting
from checklist.domain.advies.value import Advies
from checklist.domain.content import Content
from checklist.domain.dossier import DossierValue
from checklist.domain.state import CONCEPT, Stand, State
from checklist.selectors.content import content_all
from checklist.selectors.dossier import OpenDossier
from checklist.selectors.regions import gemeenten_of, official_gemeenten_of
from checklist.selectors.texts import backgrounds
from checklist.selectors.told import dossier_value


def advies_of(dossier: OpenDossier) -> Advies:
    """Return the advies of a dossier as it is stored now. Two queries, and those of the content
    and the gemeenten where these aren't remembered."""
    gemeenten = gemeenten_of(dossier.region_code, dossier.stamp)
    value = dossier_value(dossier, gemeenten=gemeenten)
    official = official_gemeenten_of(dossier.region_code, dossier.stamp)
    setting = Setting(gemeenten, timezone.localdate(), state_of_live(dossier), official)
    return compose_advies(value, content_all(dossier.stamp), dossier.region, backgrounds(dossier.stamp), setting)


def state_of_live(dossier: OpenDossier) -> State:
    """Return how far the document is that is composed of a dossier as it is now: a concept, also beside a version that
    was settled, or one that the kring withdrew. No query."""
    withdrawn = dossier.withdrawn
    return State(Stand.WITHDRAWN, withdrawn_on=withdrawn.on, text=withdrawn.because) if withdrawn else CONCEPT


def advies_of_value(value: DossierValue, content: Content, region: str, state: State = CONCEPT) -> Advies:
    """Return the advies of a dossier that isn't stored, or not so; `region` is the name of its veiligheidsregio. No
    queries where the backgrounds and the gemeenten are remembered for the stamp of this content."""
    code, stamp = value.veiligheidsregio, content.stamp
    official = official_gemeenten_of(code, stamp)
    setting = Setting(gemeenten_of(code, stamp), timezone.localdate(), state, official)
    return compose_advies(value, content, region, backgrounds(content.stamp), setting)
