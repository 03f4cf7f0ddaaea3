"""What a file may hold that nothing is done with yet: it is checked, and left aside."""

import re
from typing import Any

from checklist.domain.dossier_file.strict import capped_text, of_kind, record, refuse
from checklist.domain.text import TEXT_CAP

MOST_PARKED = 200
_SHA256_START = re.compile(r"[0-9a-fA-F]{16}", re.ASCII)


def check_left_aside(top: dict[str, Any]) -> None:
    """Refuse what isn't as it should be of under which content the dossier was made, and of what no longer fitted."""
    if "edition" in top:
        of_kind(top["edition"], int, "edition")
    if "edition_sha256" in top and not _SHA256_START.fullmatch(of_kind(top["edition_sha256"], str, "edition_sha256")):
        refuse("edition_sha256", "hier moeten 16 tekens staan, uit 0 tot en met 9 en a tot en met f")
    parked: list[Any] = of_kind(top.get("parked", []), list, "parked")
    if len(parked) > MOST_PARKED:
        refuse("parked", f"er staan {len(parked)} teksten; er mogen er {MOST_PARKED} in")
    for at, item in enumerate(parked, start=1):
        place = f"parked, regel {at}"
        one = record(item, place, required=("kind", "about", "text"))
        for name in ("kind", "about"):
            of_kind(one[name], str, f"{place}, {name}")
        capped_text(one["text"], f"{place}, text", TEXT_CAP)
