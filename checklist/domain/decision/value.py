"""What a dossier asks of organs, as plain values: numbered decisions, what stands in their way, and the steps."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from checklist.domain.decision_content import Organ, StepText


@dataclass(frozen=True)
class Informed:
    """What an organ takes note of: the rest of 'kennis te nemen van …', without a full stop."""

    text: str
    codes: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()

    @property
    def star(self) -> bool:
        """Whether its legal ground must still be looked up."""
        return bool(self.grounds)


@dataclass(frozen=True)
class Point:
    """One numbered decision: `number` is '2.4', or 'C.3' for what the kring agrees. `text` has its names filled in, and
    ends with a full stop, or with a colon where `informed` (two or more) follow. `codes`: the options it comes from.

    `grounds`: keys of the legal sources that must still be looked up. `later`: the key of the later step in which it
    is decided; such points stand last, after what is taken note of, under 'In een latere vergadering'. `later_on`: its
    date, if known. `on_costs`: it is about what the regiostaf costs, so the amount belongs to it.
    """

    number: str
    organ: Organ
    text: str
    codes: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    later: str = ""
    later_on: date | None = None
    on_costs: bool = False
    informed: tuple[Informed, ...] = ()

    @property
    def star(self) -> bool:
        """Whether a legal ground of it must still be looked up."""
        return bool(self.grounds) or any(item.star for item in self.informed)


@dataclass(frozen=True)
class OrganDecisions:
    """What one organ decides, or agrees: its opening with the region filled in, without the colon or comma before a
    decision, and its points in order: what this meeting decides, what it takes note of, what a later one decides."""

    organ: Organ
    opening: str
    points: tuple[Point, ...]

    @property
    def now(self) -> tuple[Point, ...]:
        """The points of this meeting that are decisions."""
        return tuple(point for point in self.points if not point.later and not is_informing(point))

    @property
    def later(self) -> tuple[Point, ...]:
        """The points of a later meeting."""
        return tuple(point for point in self.points if point.later)

    @property
    def informing(self) -> Point | None:
        """The point to take note of; there is one at most."""
        return next((point for point in self.points if is_informing(point)), None)


def is_informing(point: Point) -> bool:
    """Whether the organ only takes note."""
    return point.text.startswith("kennis te nemen van")


class StopKind(Enum):
    """Why the proposal can't be decided on as it is, in the order in which reasons are told."""

    CONTRADICTION = "tegenspraak"
    DETAIL = "deelkeuze"
    QUESTION = "vraag"
    NOTHING = "niets"


@dataclass(frozen=True)
class Stop:
    """One reason, in sentences; of a contradiction also the options, `a` and `b`."""

    kind: StopKind
    text: str
    a: str = ""
    b: str = ""


@dataclass(frozen=True)
class Asked:
    """All that is decided and agreed. `organ`: the one on the cover, whose list stands first in `decisions`.

    `agreements` are those of the kring and the secretarissen. `open_questions`: numbers of questions that are open and
    aren't in `stops`. `kept`: contradictions that the kring keeps, as pairs of codes. `not_told`: options that give no
    decision, as a detail of theirs is open or they contradict another. `defaults`: sentences on optional details that
    weren't answered. `together`: more organs establish the regiostaf, so their decisions hold together.
    """

    organ: Organ
    decisions: tuple[OrganDecisions, ...]
    agreements: tuple[OrganDecisions, ...]
    stops: tuple[Stop, ...] = ()
    open_questions: tuple[int, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    not_told: frozenset[str] = frozenset()
    defaults: tuple[str, ...] = ()
    together: bool = False

    def of(self, organ: Organ) -> OrganDecisions | None:
        """Return what one organ is asked or agrees; None when that is nothing."""
        return next((one for one in (*self.decisions, *self.agreements) if one.organ == organ), None)

    @property
    def own(self) -> OrganDecisions | None:
        """What the organ on the cover is asked."""
        return self.of(self.organ)

    @property
    def only_informs(self) -> bool:
        """Whether the organ on the cover has nothing to decide."""
        return self.own is None or not (self.own.now or self.own.later)


@dataclass(frozen=True)
class PlannedStep:
    """A step of this dossier's path. `earliest` and `latest` are computed; `on` is the one to show: the kring's own
    (`fixed`), else the latest, else the earliest, when it says 'vanaf' (`from_on`). `who` and `what` as the kring wrote
    them, or the step's own; `when` what it wrote that is no date, to show in place of `on`. `done`: it has happened."""

    step: StepText
    who: str
    what: str
    earliest: date
    latest: date | None
    on: date | None
    fixed: bool = False
    from_on: bool = False
    done: bool = False
    when: str = ""

    @property
    def slack(self) -> int | None:
        """Days between the earliest and the latest; negative: it can't be done in time."""
        return (self.latest - self.earliest).days if self.latest else None


class Trouble(Enum):
    """What the document says below the planning, when it is so."""

    IMPOSSIBLE = "niet haalbaar"
    OWN_DATES = "eigen datums"
    NEXT_BUDGET = "volgend begrotingsjaar"
    NO_DATE = "geen vergaderdatum"


@dataclass(frozen=True)
class PathWarning:
    """A warning with the meeting it is about and the earliest date that can be; either may be missing. A meeting is
    `IMPOSSIBLE` by legal terms, or too early by `OWN_DATES` of the kring at the steps before it; so may be a date that
    the kring wrote at a step, which stands in `meeting` too."""

    kind: Trouble
    meeting: date | None = None
    possible: date | None = None


@dataclass(frozen=True)
class Path:
    """The besluitpad: steps by date, each after those it waits for, and equal dates in order. Empty when there is
    nothing to decide; without what the state says has happened.

    `terms`: the lengths in weeks of the legal terms for a zienswijze that are counted (8, 12). `last_before_start`: the
    last moment of decision before the regiostaf begins. `end`: the date from which is counted back.
    """

    steps: tuple[PlannedStep, ...] = ()
    warnings: tuple[PathWarning, ...] = ()
    terms: tuple[int, ...] = ()
    last_before_start: PlannedStep | None = None
    end: date | None = None

    def of(self, key: str) -> PlannedStep | None:
        """Return a step of the path; None when it isn't in it."""
        return next((one for one in self.steps if one.step.key == key), None)
