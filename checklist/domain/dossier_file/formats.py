"""The formats of a dossier file that are read, by the keys that each has."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """The keys that may stand in a file beside the required ones, and in each of its answers."""

    optional: tuple[str, ...]
    of_answer: tuple[str, ...]


REQUIRED = ("format", "title", "veiligheidsregio", "date", "choices")

WRITTEN = "regiostaf-dossier/2"

# A format is read for ever; a key that one doesn't have is refused, so that nothing in a file is lost silently.
FORMATS: Mapping[str, Format] = {
    WRITTEN: Format(
        optional=("until", "edition", "edition_sha256", "present", "kept", "proposal", "actions", "parked"),
        of_answer=("options", "details", "motivation", "minority"),
    ),
    "regiostaf-dossier/1": Format(
        optional=("present", "kept"),
        of_answer=("options", "motivation", "minority"),
    ),
}
