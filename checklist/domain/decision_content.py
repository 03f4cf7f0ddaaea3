"""What the content says of deciding: who decides what for each option, in which steps, and on what law it rests.

Texts are our own, from `fixtures/`; what isn't certain says so (rule 12). `decision/` works out what a dossier asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Organ(Enum):
    """The seven that decide or promise something. The value is the name in the content and in the exchange format."""

    AB = "algemeen bestuur"
    DB = "dagelijks bestuur"
    COLLEGES = "colleges"
    RADEN = "raden"
    OTHERS = "besturen van andere regelingen"
    KRING = "kring van gemeentesecretarissen"
    SECRETARY = "gemeentesecretaris per gemeente"

    @property
    def asked(self) -> bool:
        """Whether the kring asks it for a decision; the last two agree on something among themselves."""
        return self not in {Organ.KRING, Organ.SECRETARY}

    @property
    def with_article(self) -> str:
        """It in a sentence: 'het algemeen bestuur', 'de colleges'."""
        return f"{'het' if self in {Organ.AB, Organ.DB} else 'de'} {self.value}"


class DecisionKind(Enum):
    """The nature of a decision; of the last an organ is only informed."""

    ESTABLISH = "instellen"
    LAY_DOWN = "vastleggen"
    APPOINT = "aanwijzen"
    AGREE = "afspreken"
    REQUEST = "verzoeken"
    NOTE = "kennisnemen"


@dataclass(frozen=True)
class Condition:
    """That something holds only with these values of a detail of its option; the empty value: not answered."""

    detail: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class LegalSource:
    """A provision that a decision rests on. `citation` as a document names it ('Wgr art. 33b'), `says` what it says in
    a sentence. `to_check`: not read in the text that is in force, or not certain that it holds here."""

    key: str
    law: str
    citation: str
    says: str
    to_check: bool
    read: str = ""
    url: str = ""


@dataclass(frozen=True)
class DecisionText:
    """A decision that an option asks of an organ: a clause with 'te' that ends with a full stop.

    `{regio}`, `{cgs}` and `{gemeente}` stand for names. `step`: the decision falls in that later meeting.
    """

    organ: Organ
    kind: DecisionKind
    text: str
    sources: tuple[str, ...] = ()
    to_check: bool = False
    condition: Condition | None = None
    step: str = ""


@dataclass(frozen=True)
class OptionStep:
    """That an option brings a step, always or with some answers to a detail."""

    step: str
    condition: Condition | None = None


@dataclass(frozen=True)
class OptionDeciding:
    """What choosing an option asks of organs and of the kring.

    `money`, `staff`, `law` and `information` are what must be found out or arranged, empty where nothing is known;
    `remark` is a caveat for the bestuur, and `remark_source` what it rests on. These texts have names to fill in too.
    """

    decisions: tuple[DecisionText, ...] = ()
    steps: tuple[OptionStep, ...] = ()
    legal: str = ""
    legal_sources: tuple[str, ...] = ()
    legal_to_check: bool = False
    money: str = ""
    staff: str = ""
    law: str = ""
    information: str = ""
    remark: str = ""
    remark_source: str = ""


class Phase(Enum):
    """The phases of the besluitpad, in order."""

    PREPARE = "voorbereiden"
    OFFER = "aanbieden"
    DECIDE = "besluiten"
    ARRANGE = "inrichten"
    EVALUATE = "evalueren"


@dataclass(frozen=True)
class Term:
    """A term that the law gives. `days` for one that runs; `month` and `day` for the last day on which a step can be,
    in the year before the budget year (29 April is 'before 30 April'); days with `deadline` set is a last date counted
    from the step before. `text` says it in words, `sooner` when it may be sooner."""

    text: str
    basis: str
    days: int = 0
    month: int = 0
    day: int = 0
    deadline: bool = False
    sooner: str = ""


@dataclass(frozen=True)
class AfterUnless:
    """Steps that needn't be waited for when one of `any_of` is chosen (empty: always) and none of `none_of`."""

    steps: tuple[str, ...]
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepText:
    """A step of the besluitpad: what is done, which organ answers for it and who does it, after which other steps.

    `decides`: the organ meets and decides, so a date of a meeting goes with it. `always`: in every path. `source` says
    in words what it rests on; `sources` are the keys of the provisions among them.
    """

    key: str
    number: int
    phase: Phase
    what: str
    organ: Organ
    who: str
    after: tuple[str, ...] = ()
    after_unless: tuple[AfterUnless, ...] = ()
    decides: bool = False
    always: bool = False
    term: Term | None = None
    source: str = ""
    to_check: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldText:
    """The words of a field of the proposal: on the page, and in the document while it is empty."""

    label: str
    help: str
    empty: str = ""


@dataclass(frozen=True)
class Deciding:
    """All of it. `openings` by organ: 'Het algemeen bestuur van Veiligheidsregio {regio} besluit'; `options` by code;
    `general` are decisions that belong to no option, by key (`kennisnemen_geheel`, `evaluatie`); `fields` by key."""

    openings: Mapping[Organ, str] = field(default_factory=dict)
    sources: Mapping[str, LegalSource] = field(default_factory=dict)
    options: Mapping[str, OptionDeciding] = field(default_factory=dict)
    general: Mapping[str, DecisionText] = field(default_factory=dict)
    steps: Mapping[str, StepText] = field(default_factory=dict)
    fields: Mapping[str, FieldText] = field(default_factory=dict)

    def of(self, code: str) -> OptionDeciding:
        """Return what an option asks; nothing when there is nothing known."""
        return self.options.get(code, OptionDeciding())


NO_DECIDING = Deciding()
