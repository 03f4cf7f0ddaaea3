"""The voorstel that an evaluatie looks back on, read back from its snapshot: the content of now says nothing of it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from checklist.domain.decision_content import Organ
from checklist.domain.evaluatie.value import MOST_INDICATORS, Decided, Point
from checklist.domain.settled.value import Version
from checklist.domain.state import Outcome, Stand, State
from checklist.domain.text import clean_lines

_ASKED = "gevraagd_besluit"
_ONLY_NOTED = "kennis te nemen van"


def decided_of(version: Version, state: State, snapshot: bytes) -> Decided | None:
    """Return what was decided, None while it wasn't, or where it was rejected: then there is nothing to look back on.
    `snapshot` is that of this version."""
    if state.stand != Stand.DECIDED or state.decided_on is None or state.organ is None or state.outcome is None:
        return None
    if state.outcome == Outcome.REJECTED:
        return None
    told = json.loads(snapshot)
    advies, proposal = told["advies"], told["dossier"].get("proposal", {})
    questions = clean_lines(proposal.get("evaluatie_vragen", ""))[:MOST_INDICATORS]
    return Decided(
        code=version.code,
        version=version.version,
        title=advies["title"],
        region_code=advies["region"]["code"],
        region=advies["region"]["name"],
        organ=state.organ,
        decided_on=state.decided_on,
        outcome=state.outcome,
        text=state.text,
        points=tuple(_points(advies)),
        questions=tuple(line.removeprefix("- ") for line in questions),
        evaluation=_day(proposal.get("evaluatie_datum")),
    )


def _points(advies: Mapping[str, Any]) -> Iterator[Point]:
    """The besluiten that an organ was asked for, without what it only took note of (rule 12) and what the kring agreed
    among itself."""
    for part in advies["parts"]:
        if part["key"] == _ASKED:
            for block in part["blocks"]:
                if _is_besluit(block) and (organ := Organ(block["organ"])).asked:
                    yield Point(block["number"], organ, block["text"])


def _is_besluit(block: Mapping[str, Any]) -> bool:
    decided = block["origin"] == "besluit" and block.get("number") and block.get("organ")
    return bool(decided) and not block["text"].startswith(_ONLY_NOTED)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
