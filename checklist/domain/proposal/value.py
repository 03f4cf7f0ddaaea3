"""The proposal (afronding): what a bestuur asks beyond the twelve answers. All of it may be empty."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from checklist.domain.decision_content import Organ


class Presence(Enum):
    """How a gemeente stood to the meeting of the kring; a gemeente without a row wasn't filled in."""

    PRESENT = "aanwezig"
    ABSENT = "afwezig"
    AGREED_LATER = "later ingestemd"


class Frequency(Enum):
    """How often a cost comes."""

    ONCE = "eenmalig"
    YEARLY = "per jaar"


@dataclass(frozen=True)
class Attendance:
    """Of one gemeente, by its code; `name` is who was there, with the function."""

    gemeente: str
    presence: Presence
    name: str = ""


@dataclass(frozen=True)
class OtherMeeting:
    """When an organ meets about its part: a gemeente or regeling in words, and the step when it isn't its first."""

    organ: Organ
    where: str = ""
    on: date | None = None
    step: str = ""


@dataclass(frozen=True)
class Cost:
    """One item of the costs, in euros."""

    what: str
    amount: Decimal
    frequency: Frequency
    payer: str = ""


@dataclass(frozen=True)
class Risk:
    """A risk, what is done about it and by whom."""

    risk: str
    measure: str = ""
    owner: str = ""


@dataclass(frozen=True)
class Rejected:
    """Why an option wasn't chosen."""

    option: str
    reason: str


@dataclass(frozen=True)
class Heard:
    """Who was asked, when, and what they said."""

    party: str
    on: date | None = None
    judgement: str = ""


@dataclass(frozen=True)
class Rule:
    """What the kring fills in of the concept of the rules (reglement): a key, or text of its own at an article."""

    key: str = ""
    article: str = ""
    value: str = ""


@dataclass(frozen=True)
class Proposal:
    """What the kring filled in; the order of the fields is that of the pages. Texts are clean."""

    organ: Organ | None = None
    meeting: date | None = None
    submitter: str = ""
    attendance: tuple[Attendance, ...] = ()
    occasion: str = ""
    costs: str = ""
    support: str = ""
    evaluation: date | None = None
    author: str = ""
    case_number: str = ""
    cgs: str = ""
    cost_items: tuple[Cost, ...] = ()
    other_meetings: tuple[OtherMeeting, ...] = ()
    staff: str = ""
    legal_check: str = ""
    information: str = ""
    risks: tuple[Risk, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    heard: tuple[Heard, ...] = ()
    communication: str = ""
    evaluation_questions: str = ""
    rules: tuple[Rule, ...] = ()


NO_PROPOSAL = Proposal()
