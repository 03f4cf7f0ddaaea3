"""The voorstel as a value (rule 6): facts, numbers and texts in the order of the document.

Headings and connecting sentences stand in `templates/advies/voorstel/`; numbers that others refer to stand here. The
type of a text says whose words it is: `Typed` is the kring's, a `Point` is a besluit, a plain text is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from checklist.domain.decision.value import Asked, Path, PathWarning, PlannedStep, Point
from checklist.domain.decision_content import Organ
from checklist.domain.state import State
from checklist.domain.typed import Typed


@dataclass(frozen=True)
class Numbered:
    """One numbered paragraph of typed text: '4.2.3', with the list that belongs to it."""

    number: str
    text: Typed


@dataclass(frozen=True)
class Attendees:
    """Who was at the meeting of the kring: numbers, and names of gemeenten in the order of their names.

    `filled_in` is False when nothing is; `unknown` are the gemeenten that weren't filled in, named as such, never as
    absent.
    """

    filled_in: bool
    present: int = 0
    of_all: int = 0
    absent: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """The facts of the cover that don't change with the state; empty where nothing is filled in."""

    organ: Organ
    meeting: date | None
    submitter: str
    author: str
    case_number: str
    attendees: Attendees


@dataclass(frozen=True)
class ContentsRow:
    """A row of the contents: '4 Argumenten' or 'Bijlage A. Verantwoording', and the anchor it leads to."""

    text: str
    anchor: str


@dataclass(frozen=True)
class AskedElsewhere:
    """How many decisions another organ is asked, and their numbers."""

    organ: Organ
    count: int
    first: str
    last: str


@dataclass(frozen=True)
class Minority:
    """A minority view: the question in a sentence ('instelling'), the view, and the paragraph where it stands.

    `own`: the organ on the cover decides about that question, so the summary tells the view; others are counted.
    """

    question: int
    name: str
    text: Typed
    number: str
    own: bool = False


@dataclass(frozen=True)
class Attention:
    """A point of attention of the summary: a text, whose it is (a `Typed` is the kring's), and where it is told."""

    text: Typed | str
    told_at: str


@dataclass(frozen=True)
class Moment:
    """A row of the planning in the summary: `what` is 'Vastgesteld', 'Besluit', …; no date: 'nog te bepalen', or from a
    date on when `from_on`."""

    what: str
    who: str
    on: date | None
    from_on: bool = False


@dataclass(frozen=True)
class Summary:
    """Page 2. What doesn't fit is dropped, in the order of `summary.fitted`: the flags say what was.

    `task` and `place` go on with 'De regiostaf …'. `own` are the points of the organ on the cover. `costs` is the typed
    text, None when the document says what to find out instead. `open_names`: questions that are open, in a sentence.
    """

    task: str
    place: str
    stops_shown: int
    occasion: Typed | None
    own: tuple[Point, ...]
    elsewhere: tuple[AskedElsewhere, ...]
    agreements: int
    open_names: tuple[str, ...]
    costs: Typed | None
    support: Typed | None
    minorities: tuple[Minority, ...]
    attention: tuple[Attention, ...]
    planning: tuple[Moment, ...]
    minorities_told: bool = True
    informed_told: bool = True
    support_told: bool = True
    points_told: bool = True


@dataclass(frozen=True)
class ChoiceRow:
    """A row of table 1: a question, what was chosen in words with codes ('door de kring (1a)'), and the numbers of the
    decisions and agreements it gives. `clashes`: it doesn't go together with another choice, see the box."""

    number: int
    name: str
    choice: str
    decisions: tuple[str, ...]
    clashes: bool = False


@dataclass(frozen=True)
class Argument:
    """Section 4.n. `heading` is the question with its choice, 'Raden: werkt samen met griffiers (4b)'; of an open
    question 'Bekostiging', and then `motivation` is what the kring wrote already.

    Each paragraph has its number; a kind that isn't there has none. `remarks`: caveats of ours, for the bestuur.
    """

    question: int
    heading: str
    open: bool
    motivation: tuple[Numbered, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()  # number, text
    minority: tuple[Numbered, ...] = ()
    rejected: tuple[Numbered, ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()  # number, sentence on an optional detail that wasn't answered
    open_details: tuple[tuple[str, str], ...] = ()  # number, sentence on a required detail that is open


@dataclass(frozen=True)
class CostRow:
    """A cost with its payer; sums stand in `Consequences`."""

    what: str
    amount: Decimal
    yearly: bool
    payer: str


@dataclass(frozen=True)
class PayerSum:
    """What one payer pays: a year, and once."""

    payer: str
    yearly: Decimal
    once: Decimal


@dataclass(frozen=True)
class LookUp:
    """A legal source that must still be looked up: its citation, the decisions that rest on it, its number in B."""

    citation: str
    points: tuple[str, ...]
    source: int


@dataclass(frozen=True)
class Consequences:
    """Chapter 5. Typed texts are numbered 5.1 and on; where one is empty `to_find_out` says what must be, each once."""

    money: tuple[Numbered, ...]
    money_to_find_out: tuple[str, ...]
    no_funding: bool
    costs: tuple[CostRow, ...]
    sums: tuple[PayerSum, ...]
    staff: tuple[Numbered, ...]
    staff_to_find_out: tuple[str, ...]
    legal: tuple[Numbered, ...]
    legal_to_arrange: tuple[str, ...]
    look_up: tuple[LookUp, ...]
    information: tuple[Numbered, ...]
    information_to_find_out: tuple[str, ...]
    numbers: tuple[str, str, str, str] = ("5.1", "5.2", "5.3", "5.4")


@dataclass(frozen=True)
class RiskRow:
    """A risk of table 'Risico’s', in the kring's words, or a caveat of ours with the options it belongs to."""

    number: str
    risk: Typed
    measure: Typed
    owner: Typed


@dataclass(frozen=True)
class Support:
    """Chapter 7: 7.1 is about who was there, `texts` are numbered from 7.2."""

    texts: tuple[Numbered, ...]
    heard: tuple[tuple[str, date | None, Typed], ...]  # party, date, judgement
    minority_numbers: tuple[str, ...]


@dataclass(frozen=True)
class StepRow:
    """A step in a table: '8.3', or 'D.9' for those that stand in appendix D."""

    number: str
    planned: PlannedStep
    own: bool = False  # of the kring alone: an action that is no step of the content


@dataclass(frozen=True)
class SourceRow:
    """A row of the table of sources: what is said, the source, whether it was read in the text in force, the address
    without its scheme, and the number of the paragraph whose sign leads here ('1.2'; '5.3' for what must be looked up;
    '8' for the sentence on the terms below the planning; '' when none does): the link leads back to it."""

    number: int
    says: str
    source: str
    checked: bool
    address: str
    link: str
    back: str


@dataclass(frozen=True)
class ModelRow:
    """How the design stood to a model in 2011."""

    name: str
    region: str
    hallmarks: int
    fitting: int
    clashing: int


@dataclass(frozen=True)
class Agreement:
    """A row of appendix D: a pair of options in words with codes, the explanation, and the kring's reason when it keeps
    the pair; `needs`: the agreement that is still to be made, `provided`: the decision that provides for it.

    `contradiction`: the two can't both hold; kept on purpose it is named below the decisions too.
    """

    number: str
    pair: str
    explanation: str
    reason: tuple[Typed, ...] = ()
    needs: str = ""
    provided: str = ""
    contradiction: bool = False


@dataclass(frozen=True)
class OpenMatter:
    """What is still open, with what the kring wrote about it: a question or a detail, in words."""

    number: str
    text: str


@dataclass(frozen=True)
class Voorstel:
    """The whole document. `dated`: the day of the dossier; `today`: the day it was composed; `chosen`: the number of
    chosen options."""

    title: str
    region: str
    state: State
    dated: date
    today: date
    facts: Facts
    contents: tuple[ContentsRow, ...]
    summary: Summary
    asked: Asked
    occasion: tuple[Numbered, ...]
    choices: tuple[ChoiceRow, ...]
    figure: str  # the alternative text of the organigram, of at most 700 characters
    arguments: tuple[Argument, ...]
    consequences: Consequences
    risks: tuple[RiskRow, ...]
    caveats: tuple[tuple[str, str], ...]  # where the kring named no risks: where it is told, the caveat
    attendees: Attendees
    support: Support
    path: Path
    steps: tuple[StepRow, ...]
    other_steps: tuple[StepRow, ...]
    path_warnings: tuple[PathWarning, ...]
    communication: tuple[Numbered, ...]
    evaluation: date | None
    evaluation_questions: tuple[Numbered, ...]
    present: tuple[str, ...]
    models: tuple[ModelRow, ...]
    chosen: int
    without_example: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    agreements_needed: tuple[Agreement, ...]
    agreements_kept: tuple[Agreement, ...]
    contradictions: tuple[Agreement, ...]
    open_matters: tuple[OpenMatter, ...]
    empty: Mapping[str, str]  # what the document says of each empty field by its key, '' when nothing; see below
    tables: Mapping[str, int]  # the number of each table that is there: choices, costs, risks, steps, models, sources,
    # other_steps

    # A sentence of `empty` that ends with a colon goes on with a list in the value (`money_to_find_out`, `look_up`, …);
    # where that list is empty the sentence is left out.
