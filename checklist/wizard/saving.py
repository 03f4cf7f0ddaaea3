"""What the wizard hands to its storage."""

from dataclasses import dataclass

from checklist.domain.dossier import Answer


@dataclass(frozen=True)
class Save:
    """One answer to save, the version it was based on, and whether an open question counts as looked at."""

    dossier_id: int
    answer: Answer
    based_on: int
    looked_at: bool
