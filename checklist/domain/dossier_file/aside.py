"""What a file may hold that nothing is done with yet: it is checked, and left aside."""

import re
from typing import Any

from checklist.domain.dossier_file.schema import ALL_PARKED, PARKED, SHA256_START
from checklist.domain.dossier_file.strict import listed, of_kind, record, refuse, text_at

_SHA256_START = re.compile(SHA256_START["pattern"])


def check_left_aside(top: dict[str, Any]) -> None:
    """Refuse what isn't as it should be of under which content the dossier was made, and of what no longer fitted."""
    if "edition" in top:
        of_kind(top["edition"], int, "edition")
    if "edition_sha256" in top and not _SHA256_START.fullmatch(of_kind(top["edition_sha256"], str, "edition_sha256")):
        refuse("edition_sha256", "hier moeten 16 tekens staan, uit 0 tot en met 9 en a tot en met f")
    parked = listed(top.get("parked", []), "parked", ALL_PARKED, "teksten")
    for at, item in enumerate(parked, start=1):
        place = f"parked, regel {at}"
        one = record(item, place, PARKED)
        for name in ("kind", "about"):
            of_kind(one[name], str, f"{place}, {name}")
        text_at("text", one, place, PARKED)
