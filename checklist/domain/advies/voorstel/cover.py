"""What the parts that change with the state are made of, so that a voorstel of now and a settled one can't disagree:
the cover, the box on page 2, the last page and what the file says of itself."""

from dataclasses import dataclass
from datetime import date

from checklist.domain.decision.reglement.value import Text
from checklist.domain.decision_content import Organ
from checklist.domain.state import CONCEPT, State


@dataclass(frozen=True)
class Facts:
    """The facts of the cover that don't change with the state; texts are the kring's, empty where nothing is filled
    in."""

    organ: Organ
    meeting: date | None
    submitter: str
    author: str
    case_number: str


@dataclass(frozen=True)
class ReglementHead:
    """What stands above the articles of the concept-reglement."""

    title: Text = ()
    subtitle: Text = ()
    legal_form: str = ""


@dataclass(frozen=True)
class Cover:
    """`today`: the day it was composed. `attendance` says who was at the meeting of the kring, '' when that wasn't
    filled in, `attendance_counted` only how many."""

    title: str
    region: str
    today: date
    facts: Facts
    attendance: str = ""
    attendance_counted: str = ""
    reglement: ReglementHead = ReglementHead()
    state: State = CONCEPT
