"""What would be settled of a dossier now: composed once, and everything that is stored made of that."""

from datetime import date

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.setting import Setting
from checklist.domain.settled.edition import edition_sha256
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.snapshot import refuse_too_large
from checklist.domain.settled.without_names import without_names
from checklist.domain.state import Stand, State
from checklist.export.settled import frozen_html, parts_of
from checklist.selectors.content import content_all
from checklist.selectors.dossier import OpenDossier
from checklist.selectors.house_style import house_style
from checklist.selectors.regions import gemeenten_of, official_gemeenten_of
from checklist.selectors.stamped import PerStamp
from checklist.selectors.texts import backgrounds
from checklist.selectors.told import dossier_value


def frozen_of(dossier: OpenDossier, settled_on: date, *, names: bool) -> Frozen:
    """Return what would be settled of a dossier as the kring's of that day; without `names` nobody is named in it. The
    same dossier, content and house style give the same bytes. Two queries, and those of the content, the gemeenten and
    the house style where these aren't remembered; a second.

    Raises `TooLargeToSettleError` when that is larger than what can be stored.
    """
    gemeenten = gemeenten_of(dossier.region_code, dossier.stamp)
    official = official_gemeenten_of(dossier.region_code, dossier.stamp)
    told = dossier_value(dossier, gemeenten=gemeenten)
    if not names:
        told = without_names(told)
    setting = Setting(gemeenten, settled_on, State(Stand.SETTLED, settled_on=settled_on), official)
    advies = compose_advies(told, content_all(dossier.stamp), dossier.region, backgrounds(dossier.stamp), setting)
    house = house_style()
    html = frozen_html(advies, house)
    parts = parts_of(html, advies.voorstel)
    frozen = Frozen(advies, told, house, settled_on, names, html, parts, content_sha256(dossier.stamp))
    refuse_too_large(frozen)
    return frozen


@PerStamp
def content_sha256(stamp: str) -> str:
    """Return the hash of the content with this stamp, or of now. Once for a stamp: 100 ms and a query."""
    return edition_sha256(content_all(stamp), backgrounds(stamp))
