"""The chapters 3 to 8 of the voorstel as values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from checklist.domain.advies.voorstel.pieces import Chapter, Numbered, Said
from checklist.domain.advies.voorstel.value_breadth import Breadth
from checklist.domain.typed import Typed


@dataclass(frozen=True)
class ChoiceRow:
    """A row of table 1: a question, what was chosen in words with codes ('door de kring (1a)'; empty when it is open),
    and the numbers of the decisions and agreements it gives. `clashes`: it doesn't go together with another choice,
    see the box."""

    number: int
    name: str
    choice: str
    decisions: tuple[str, ...]
    clashes: bool = False


@dataclass(frozen=True)
class Argument:
    """Section 4.n, about question n. `heading` is its name with its choice, 'Raden: werkt samen met griffiers (4b)'; of
    an open question its name alone, and then `motivation` is what the kring wrote already.

    A kind of paragraph that isn't there is empty, and the numbers of the others follow on. `without_motivation` is the
    number of the sentence that says that the kring wrote nothing, empty when it did. `remark` is a caveat of ours for
    the bestuur; `details`: what the kring left open, in sentences.
    """

    question: int
    name: str
    heading: str
    open: bool
    motivation: tuple[Numbered, ...] = ()
    without_motivation: str = ""
    remark: Said | None = None
    minority: tuple[Numbered, ...] = ()
    rejected: tuple[Numbered, ...] = ()
    details: tuple[Said, ...] = ()


@dataclass(frozen=True)
class CostRow:
    """A cost with its payer, in the kring's words; the payer may be empty."""

    what: Typed
    amount: Decimal
    yearly: bool
    payer: Typed


@dataclass(frozen=True)
class PayerSum:
    """What one payer pays: a year, and once. The payer may be empty: nobody was named."""

    payer: str
    yearly: Decimal
    once: Decimal


@dataclass(frozen=True)
class LookUp:
    """A legal source that must still be looked up: its citation, the decisions that rest on it in words
    ('2.1 tot en met 2.3'), and its number in appendix B."""

    citation: str
    points: str
    source: int


@dataclass(frozen=True)
class Consequences:
    """Chapter 5; a subject's paragraphs are numbered on from those of the one before it, from 5.1.

    `no_funding`: nobody pays another (10a). `look_up` and `legal.to_find_out` follow the legal paragraphs, whether or
    not the kring typed any.
    """

    money: Chapter
    staff: Chapter
    legal: Chapter
    information: Chapter
    no_funding: bool = False
    costs: tuple[CostRow, ...] = ()
    sums: tuple[PayerSum, ...] = ()
    look_up: tuple[LookUp, ...] = ()


@dataclass(frozen=True)
class RiskRow:
    """A risk in the kring's words; measure and owner may be empty."""

    number: str
    risk: Typed
    measure: Typed
    owner: Typed


@dataclass(frozen=True)
class HeardRow:
    """Who was asked, when, and what they said, in the kring's words; as a paragraph of its own."""

    number: str
    party: Typed
    on: date | None
    judgement: Typed


@dataclass(frozen=True)
class Support:
    """Chapter 7: 7.1 is about who was there and names `minority_numbers`; `texts` are numbered from 7.2, and `heard`
    after these. Without either, `number` is that of the sentence that says so. `breadth` comes last: what a meeting
    left behind, None without one."""

    number: str
    texts: tuple[Numbered, ...] = ()
    heard: tuple[HeardRow, ...] = ()
    minority_numbers: tuple[str, ...] = ()
    breadth: Breadth | None = None


@dataclass(frozen=True)
class StepRow:
    """A step in a table: '8.3', or 'D.9' in appendix D. `what` and `who` are the kring's words (`Typed`) or ours; `who`
    is empty when nobody is named. `on` is its date, 'vanaf' that date when `from_on`; `when` is a date in the kring's
    own words, in place of `on`. `star`: its legal ground must still be looked up."""

    number: str
    what: Typed | str
    who: Typed | str
    on: date | None
    from_on: bool = False
    when: str = ""
    done: bool = False
    star: bool = False


@dataclass(frozen=True)
class TermRow:
    """A legal term for a zienswijze that is counted, in weeks, with the number of its source (0: it has none)."""

    weeks: int
    source: int
