"""What is written: a text with odd characters, a title page, and versions that are really settled."""

import datetime

from checklist import selectors, services
from checklist.domain.dossier import TitlePage
from checklist.domain.settled.value import ActKind, NewAct
from checklist.models import Dossier
from checklist.selectors import StoredVersion
from checklist.selectors.freezing import frozen_of
from checklist.services import Settling
from tests.dossiers import opened

ODD = "👩‍🏫 𠮷 ‘citaat’ {{ x }} <b> \\ ' \" % ć Ł → ✓ \n\n regel"


MINE = TitlePage("Mijn titel", "VR20", datetime.date(2027, 1, 2), ("B", "C"))

SETTLED_ON = datetime.date(2026, 11, 24)


def asked_for(dossier: Dossier, *, names: bool = False) -> Settling:
    """What the control page of a dossier sends now."""
    shown = frozen_of(opened(dossier), SETTLED_ON, names=names)
    return Settling(SETTLED_ON, datetime.date(2046, 11, 24), names, shown.html_sha256)


def settle(dossier: Dossier) -> StoredVersion:
    """Settle a dossier as it is shown now; its new version."""
    services.settle(opened(dossier), asked_for(dossier))
    return version_of(dossier)


def version_of(dossier: Dossier) -> StoredVersion:
    """The newest version of a dossier, as it is now."""
    return selectors.versions_of(dossier.pk)[0]


def reopen(dossier: Dossier) -> StoredVersion:
    """Open a settled dossier again; the version that was, with that act."""
    act = NewAct(ActKind.REOPENED, text="Er ontbrak een besluit.")
    version = version_of(dossier)
    services.add_act(opened(dossier), version, act, version.acts[-1].number)
    return version_of(dossier)
