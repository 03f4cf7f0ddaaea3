"""What every write asks of the dossier that it is given: may it be done, and is the dossier still there?"""

from django.core.exceptions import PermissionDenied

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.models import Dossier
from checklist.selectors import OpenDossier, StoredVersion


class NoRightError(PermissionDenied):
    """The link that opened the dossier doesn't give the right to do this (rule 10). Nothing was written."""


class DossierSettledError(Exception):
    """The dossier is settled: who wants to change something opens it again first. `newest` is that version. Nothing was
    written."""

    def __init__(self, newest: StoredVersion) -> None:
        super().__init__("the dossier is settled")
        self.newest = newest


class DossierGoneError(Exception):
    """The dossier was deleted by somebody else, just now. Nothing was written."""


def require(dossier: OpenDossier, right: Right) -> None:
    """Raise `NoRightError` unless the link that opened the dossier gives this right, `DossierSettledError` when it
    would but for what is settled. No query."""
    if right in dossier.rights:
        return
    if dossier.newest and not dossier.read_only:
        raise DossierSettledError(dossier.newest)
    raise NoRightError


def check_still_there(dossier: OpenDossier) -> None:
    """Raise `DossierGoneError` when the dossier was deleted since it was opened. One query."""
    if not selectors.dossier_exists(dossier.id):
        raise DossierGoneError


def hold(dossier: OpenDossier) -> None:
    """Hold the dossier's own row until the transaction ends, so that what is counted in it stays so, and nobody settles
    it meanwhile. Raises `DossierGoneError` when it was deleted since it was opened, `DossierSettledError` when it was
    settled. One query; one more when its title page was changed meanwhile."""
    if hold_row(dossier) != dossier.version:  # settling raises it too
        look_again(dossier)


def hold_row(dossier: OpenDossier) -> int:
    """Hold the dossier's own row, be it settled or not; return the version it has now. Raises `DossierGoneError` when
    it was deleted since it was opened. One query."""
    rows = Dossier.objects.select_for_update(no_key=True).filter(pk=dossier.id)
    version = rows.values_list("version", flat=True).first()
    if version is None:
        raise DossierGoneError
    return version


def look_again(dossier: OpenDossier) -> None:
    """Raise `DossierSettledError` when the dossier was settled since it was opened. For who wrote in a row, or holds
    one, that whoever settles holds too: what is seen then stays so until the transaction ends. One query."""
    if newest := selectors.settled_now(dossier.id):
        raise DossierSettledError(newest)
