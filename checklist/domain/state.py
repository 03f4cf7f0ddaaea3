"""In what state the document is. Only the cover, the box on page 2 and the last page change with it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from checklist.domain.decision_content import Organ


class Stand(Enum):
    """The states, in order."""

    CONCEPT = "concept"
    SETTLED = "vastgesteld"
    OFFERED = "aangeboden"
    DECIDED = "besloten"
    WITHDRAWN = "ingetrokken"


class Outcome(Enum):
    """What became of a proposal that was decided on."""

    UNCHANGED = "ongewijzigd"
    CHANGED = "gewijzigd"
    REJECTED = "afgewezen"


@dataclass(frozen=True)
class State:
    """A state with the dates and texts that belong to it; those that aren't known are None or empty.

    `version` counts from 1 once settled. `text`: what was decided otherwise, or why it was rejected or withdrawn.
    `code`, `address` and `data_sha256` (of its snapshot) are those of the settled record, for the last page; `proof`:
    it is a proof of a text that is about to be settled.
    """

    stand: Stand = Stand.CONCEPT
    version: int = 0
    settled_on: date | None = None
    offered_on: date | None = None
    organ: Organ | None = None
    meeting: date | None = None
    decided_on: date | None = None
    withdrawn_on: date | None = None
    outcome: Outcome | None = None
    text: str = ""
    code: str = ""
    address: str = ""
    data_sha256: str = ""
    proof: bool = False

    @property
    def concept(self) -> bool:
        """Whether the kring still works on it."""
        return self.stand == Stand.CONCEPT

    @property
    def word(self) -> str:
        """The state in one word, as the document says it."""
        return "proefdruk" if self.proof else self.stand.value

    @property
    def day(self) -> date | None:
        """The day on which it came into this state; a concept has none."""
        return {
            Stand.CONCEPT: None,
            Stand.SETTLED: self.settled_on,
            Stand.OFFERED: self.offered_on,
            Stand.DECIDED: self.decided_on,
            Stand.WITHDRAWN: self.withdrawn_on,
        }[self.stand]

    @property
    def mark(self) -> str:
        """The mark at the top of each page; empty in most states."""
        if self.proof:
            return "PROEFDRUK"
        marks = {Stand.CONCEPT: "CONCEPT", Stand.WITHDRAWN: "INGETROKKEN"}
        return "AFGEWEZEN" if self.outcome == Outcome.REJECTED else marks.get(self.stand, "")


CONCEPT = State()
