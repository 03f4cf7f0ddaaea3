"""An evaluatie as a value: what was decided, what became of it, and what was seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checklist.domain.advies.voorstel.cover import Cover, Facts
from checklist.domain.decision_content import Organ
from checklist.domain.dutch import in_a_row, up_to_twelve
from checklist.domain.state import Outcome, State

REMARK_CAP = 1000
MOST_INDICATORS = 20
_INDICATOR = "indicator:"


class Verdict(StrEnum):
    """What became of a besluit; the value is what screens and documents say of it."""

    OPEN = ""
    AS_DECIDED = "zo uitgevoerd"
    OTHERWISE = "anders"
    NOT = "niet"


_COUNTED = {
    Verdict.AS_DECIDED: ("is er {} zo uitgevoerd", "zijn er {} zo uitgevoerd"),
    Verdict.OTHERWISE: ("is er {} anders uitgevoerd", "zijn er {} anders uitgevoerd"),
    Verdict.NOT: ("is er {} niet uitgevoerd", "zijn er {} niet uitgevoerd"),
    Verdict.OPEN: ("is dat van {} nog niet bepaald", "is dat van {} nog niet bepaald"),
}


@dataclass(frozen=True)
class Point:
    """A besluit as it stood in the voorstel: its number, the organ that was asked and the text."""

    number: str
    organ: Organ
    text: str


@dataclass(frozen=True)
class Decided:
    """The voorstel that is looked back on: what its cover said, its besluiten, and what the kring said it would look at
    (`questions`, one a line of its own field). `text` is what the bestuur decided otherwise."""

    code: str
    version: int
    title: str
    region_code: str
    region: str
    organ: Organ
    decided_on: date
    outcome: Outcome
    text: str
    points: tuple[Point, ...]
    questions: tuple[str, ...]
    evaluation: date | None

    @property
    def keys(self) -> tuple[str, ...]:
        """By what findings are kept: the numbers of the besluiten, then the indicators."""
        return (*(point.number for point in self.points), *map(indicator_key, range(1, len(self.questions) + 1)))


@dataclass(frozen=True)
class Finding:
    """What the kring says of a besluit, or of an indicator, which has no verdict."""

    verdict: Verdict = Verdict.OPEN
    text: str = ""


NOTHING_SAID = Finding()


@dataclass(frozen=True)
class Evaluatie:
    """The whole document. `findings` by key; who isn't there says nothing. `today` is the day it was composed."""

    decided: Decided
    findings: Mapping[str, Finding]
    state: State
    today: date

    @property
    def cover(self) -> Cover:
        """What its cover is made of."""
        decided = self.decided
        facts = Facts(decided.organ, None, "", "", "")
        return Cover(f"Evaluatie {decided.title}", decided.region, self.today, facts, state=self.state)

    @property
    def points(self) -> Sequence[tuple[Point, Finding]]:
        """The besluiten, each with what became of it."""
        return [(point, self.of(point.number)) for point in self.decided.points]

    @property
    def indicators(self) -> Sequence[tuple[str, Finding]]:
        """What the kring would look at, each with what it saw."""
        return [(question, self.of(indicator_key(at))) for at, question in enumerate(self.decided.questions, 1)]

    @property
    def counted(self) -> str:
        """How many besluiten have which verdict: 'zijn er drie zo uitgevoerd en is één anders uitgevoerd'; '' where no
        besluit was asked for."""
        told = []
        for verdict, (one, more) in _COUNTED.items():
            count = sum(finding.verdict == verdict for _, finding in self.points)
            if count:
                told.append((one if count == 1 else more).format("één" if count == 1 else up_to_twelve(count)))
        return in_a_row(told)

    def of(self, key: str) -> Finding:
        """Return what is said of a besluit or an indicator."""
        return self.findings.get(key, NOTHING_SAID)


def indicator_key(at: int) -> str:
    """Return by what the finding about the indicator at this place, from 1, is kept."""
    return f"{_INDICATOR}{at}"


def is_indicator(key: str) -> bool:
    """Whether a key is that of an indicator."""
    return key.startswith(_INDICATOR)
