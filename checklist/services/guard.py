"""What every write asks of the dossier that it is given: may it be done, and is the dossier still there?"""

from django.core.exceptions import PermissionDenied

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.models import Dossier
from checklist.selectors import OpenDossier


class NoRightError(PermissionDenied):
    """The link that opened the dossier doesn't give the right to do this (rule 10). Nothing was written."""


class DossierGoneError(Exception):
    """The dossier was deleted by somebody else, just now. Nothing was written."""


def require(dossier: OpenDossier, right: Right) -> None:
    """Raise `NoRightError` unless the link that opened the dossier gives this right. No query."""
    if right not in dossier.rights:
        raise NoRightError


def check_still_there(dossier: OpenDossier) -> None:
    """Raise `DossierGoneError` when the dossier was deleted since it was opened. One query."""
    if not selectors.dossier_exists(dossier.id):
        raise DossierGoneError


def hold(dossier: OpenDossier) -> None:
    """Hold the dossier's own row until the transaction ends, so that what is counted in it stays so. Raises
    `DossierGoneError` when it was deleted since it was opened. One query."""
    if not Dossier.objects.select_for_update(no_key=True).filter(pk=dossier.id).values_list("pk").first():
        raise DossierGoneError
