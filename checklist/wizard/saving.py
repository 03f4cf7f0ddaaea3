"""What the wizard hands to its storage."""

from dataclasses import dataclass

from checklist.domain.dossier import Answer
from checklist.selectors import OpenDossier
from checklist.services import Visit


@dataclass(frozen=True)
class Save:
    """One answer to save, the version it was based on, whether an open question counts as looked at, and where the
    browser goes from here."""

    dossier: OpenDossier
    answer: Answer
    based_on: int
    looked_at: bool
    visit: Visit
