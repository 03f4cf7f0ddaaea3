"""Page 2 of the voorstel as a value."""

from dataclasses import dataclass
from datetime import date

from checklist.domain.decision.value import Point
from checklist.domain.decision_content import Organ
from checklist.domain.typed import Typed


@dataclass(frozen=True)
class AskedElsewhere:
    """How many decisions another organ is asked, and their numbers."""

    organ: Organ
    count: int
    first: str
    last: str


@dataclass(frozen=True)
class Minority:
    """A minority view: the question as a sentence names it ('instelling'), the view, and the paragraph where it
    stands."""

    question: int
    name: str
    text: Typed
    number: str


@dataclass(frozen=True)
class Attention:
    """A point of attention: a text, whose it is (a `Typed` is the kring's), and the paragraph where it is told."""

    text: Typed | str
    told_at: str


@dataclass(frozen=True)
class Moment:
    """A row of the planning: `what` is 'Vastgesteld', 'Besluit', …; no date: 'nog te bepalen', or from a date on when
    `from_on`."""

    what: str
    who: str
    on: date | None
    from_on: bool = False


@dataclass(frozen=True)
class Dropped:
    """What doesn't fit on the page, in the order in which it is dropped: views of minorities are then counted, what an
    organ takes note of is counted, the text on support and the decisions are told elsewhere, of the reasons to stop
    only the first is told, and at last the texts on costs and occasion are told elsewhere."""

    minorities: bool = False
    informed: bool = False
    support: bool = False
    points: bool = False
    stops: bool = False
    costs: bool = False
    occasion: bool = False


@dataclass(frozen=True)
class Summary:
    """The page. `task` and `place` go on with 'De regiostaf …', each empty when it isn't settled.

    Typed texts are on one line, whole. `own` are the points of the organ on the cover. Of an empty text (`occasion`,
    `costs`, `support`) the document says what `Voorstel.empty` has. `minority_names` are the questions with a minority
    view, in a sentence ('instelling'); `minorities` those about which the organ on the cover decides. `open_names`:
    questions that are open and stop nothing. `lines`: how many lines of the page it takes by our count, after what was
    dropped.
    """

    task: str
    place: str
    occasion: Typed
    own: tuple[Point, ...]
    elsewhere: tuple[AskedElsewhere, ...]
    agreements: int
    open_names: tuple[str, ...]
    costs: Typed
    support: Typed
    minority_names: tuple[str, ...]
    minorities: tuple[Minority, ...]
    attention: tuple[Attention, ...]
    planning: tuple[Moment, ...]
    dropped: Dropped = Dropped()
    lines: float = 0

    @property
    def first(self) -> str:
        """The number of the first of its own points; empty without any."""
        return self.own[0].number if self.own else ""

    @property
    def last(self) -> str:
        """The number of the last of its own points."""
        return self.own[-1].number if self.own else ""
