"""The reglement that one design gives."""

from checklist.domain.content import Content
from checklist.domain.decision.names import Names
from checklist.domain.decision.reglement.value import Reglement
from checklist.domain.dossier import DossierValue


def reglement_of(content: Content, dossier: DossierValue, names: Names) -> Reglement:
    """Return the rules that follow from the choices of a dossier, with what the kring filled in. Pure."""
    return Reglement((), (), "", (), (), (), ())
