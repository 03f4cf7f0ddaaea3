"""What would be settled, for tests: of a sample without a database, and the facts of a version that it becomes."""

from dataclasses import replace
from datetime import UTC, date, datetime

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.setting import Setting
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.house_style import OWN_STYLE, HouseStyle
from checklist.domain.settled.canonical import sha256_of
from checklist.domain.settled.edition import edition_sha256
from checklist.domain.settled.frozen import Frozen
from checklist.domain.settled.snapshot import snapshot_of
from checklist.domain.settled.value import SettledKind, Version
from checklist.domain.settled.without_names import without_names
from checklist.domain.state import Stand, State
from checklist.export.settled import frozen_html, parts_of
from tests.content import EXAMPLES, gemeenten_by_region, gemeenten_of, real_backgrounds, real_content, regions

SETTLED_ON = date(2027, 1, 14)
SITE = "https://regiostaf.example"


def sample(name: str = "vol-voorstel") -> DossierValue:
    """One of the dossiers of the fixtures."""
    return parse_dossier((EXAMPLES / f"{name}.json").read_bytes(), real_content(), gemeenten_by_region())


def frozen(told: DossierValue, *, names: bool = True, house: HouseStyle = OWN_STYLE) -> Frozen:
    """What would be settled of a dossier."""
    told = told if names else without_names(told)
    content, region = real_content(), told.veiligheidsregio
    setting = Setting(gemeenten_of(region), SETTLED_ON, State(Stand.SETTLED, settled_on=SETTLED_ON))
    advies = compose_advies(told, content, regions()[region], real_backgrounds(), setting)
    html = frozen_html(advies, house)
    edition = edition_sha256(content, real_backgrounds())
    return Frozen(advies, told, house, SETTLED_ON, names, html, parts_of(html, advies.voorstel), edition)


def version_of(what: Frozen) -> Version:
    """The version that it becomes."""
    version = Version(
        dossier="0d9c6f3a-6f0e-4b43-9d0e-6a4f4f2f7d11",
        code="7K2M9QXR4TBD",
        kind=SettledKind.VOORSTEL,
        version=1,
        follows="",
        about="",
        settled_on=what.settled_on,
        settled_at=datetime(2027, 1, 14, 15, 4, 5, tzinfo=UTC),
        keep_until=date(2047, 1, 14),
        names=what.names,
        app_version="1.0.0",
        edition=0,
        snapshot_sha256="",
        html_sha256=what.html_sha256,
    )
    return replace(version, snapshot_sha256=sha256_of(snapshot_of(what, version, SITE)))


def snapshot(what: Frozen) -> bytes:
    """Its snapshot."""
    return snapshot_of(what, version_of(what), SITE)
