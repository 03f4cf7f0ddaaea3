"""Where and when an advies is composed: what neither the dossier nor the content says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from checklist.domain.state import CONCEPT, State


@dataclass(frozen=True)
class Setting:
    """`gemeenten`: the names of all gemeenten of the dossier's region by code, as the site has them; `official`: as a
    besluit has them, where they differ or all of them. `today`: the day from which the planning counts, None for the
    day of the dossier. `state`: how far the document is."""

    gemeenten: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    state: State = CONCEPT
    official: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_decisions(self) -> Mapping[str, str]:
        """The names of the gemeenten as a besluit has them."""
        return {**self.gemeenten, **self.official}


NO_SETTING = Setting()
