"""Where and when an advies is composed: what neither the dossier nor the content says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from checklist.domain.state import CONCEPT, State


@dataclass(frozen=True)
class Setting:
    """`gemeenten`: the names of all gemeenten of the dossier's region by code. `today`: the day from which the planning
    counts, None for the day of the dossier. `state`: how far the document is."""

    gemeenten: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    state: State = CONCEPT


NO_SETTING = Setting()
