"""The besluitpad as a time line: a lane for each organ, with its moments of decision, legal terms, and when the
regiostaf begins and is evaluated. Other steps have a date in it and no words.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from checklist.domain.decision.besluitpad import EVALUATION, START
from checklist.domain.decision.reckoning import running_days
from checklist.domain.decision.value import Path, PlannedStep, Trouble
from checklist.domain.decision_content import Organ

# What a moment is called; in short, as its lane says who it is about. Our own words: those of a step may be edited.
WORDS = {
    "kring_vaststellen": "voorstel vaststellen",
    "raden_commissie": "over bestuurscommissie",
    "ab_besluit": "besluit",
    "db_afspraak_directie": "vast overleg",
    "db_organisatieregels": "organisatieregels",
    "colleges_besluiten": "besluit",
    "raden_budget": "budget",
    "zienswijze_regeling": "zienswijze op wijziging",
    "toestemming_raden": "toestemming voor wijziging",
    "colleges_wijzigen": "wijziging regeling",
    "raden_overleg": "over regionaal overleg",
    "raden_voorstel_commissie": "over adviescommissie",
    "ab_adviescommissie": "adviescommissie",
    "begroting_naar_raden": "begroting naar raden",
    "zienswijze_begroting": "zienswijze op begroting",
    "begroting_vaststellen": "begroting",
    "commissie_leden": "leden commissie",
    "andere_besturen": "besluit",
    START: "start regiostaf",
    EVALUATION: "evaluatie",
}
_OTHER = "besluit"
_TOLD = {START, EVALUATION}
# From who makes the proposal to who decide on it; the value is the name of the lane.
LANES = {
    Organ.KRING: "Kring",
    Organ.SECRETARY: "Secretarissen",
    Organ.DB: "Dagelijks bestuur",
    Organ.AB: "Algemeen bestuur",
    Organ.COLLEGES: "Colleges",
    Organ.RADEN: "Raden",
    Organ.OTHERS: "Andere besturen",
}
_TOO_EARLY = {Trouble.IMPOSSIBLE: "niet haalbaar", Trouble.OWN_DATES: "te vroeg"}


class Stand(Enum):
    """What the date of a moment is; the value is how the legend names it."""

    DONE = "gedaan"
    ON = "op deze datum, of uiterlijk dan"
    FROM = "op zijn vroegst"
    TOO_EARLY = "kan niet op deze datum"


@dataclass(frozen=True)
class Moment:
    """A moment with its words; `place` is where it stands among the steps of the path.

    `began`: when the legal term began that ends here, and `weeks` how long that is. `latest`: the date is the last
    possible one. `trouble`: why the date can't be, in words.
    """

    words: str
    on: date
    stand: Stand
    place: int
    latest: bool = False
    began: date | None = None
    weeks: int = 0
    trouble: str = ""


@dataclass(frozen=True)
class Lane:
    """What one organ does, by date. `others`: the dates of steps without words, each once."""

    name: str
    moments: tuple[Moment, ...]
    others: tuple[date, ...]


@dataclass(frozen=True)
class Tijdlijn:
    """The time line. `undated`: the moments that have no date, each with its lane: 'Kring: evaluatie'."""

    lanes: tuple[Lane, ...]
    undated: tuple[str, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """All dates in it, the beginnings of terms too, in order."""
        found = {day for lane in self.lanes for day in lane.others}
        for moment in (moment for lane in self.lanes for moment in lane.moments):
            found |= {moment.on, moment.began or moment.on}
        return tuple(sorted(found))


def tijdlijn_of(path: Path) -> Tijdlijn | None:
    """Return the time line of a path; None when no moment of it has a date. Pure."""
    lanes = tuple(_lane(organ, path) for organ in LANES)
    if not any(lane.moments for lane in lanes):
        return None
    undated = (one for one in path.steps if _is_moment(one) and not _day(one))
    return Tijdlijn(
        lanes=tuple(lane for lane in lanes if lane.moments or lane.others),
        undated=tuple(f"{LANES[one.step.organ]}: {_words(one)}{', gedaan' if one.done else ''}" for one in undated),
    )


def _lane(organ: Organ, path: Path) -> Lane:
    troubled = {warning.meeting: _TOO_EARLY[warning.kind] for warning in path.warnings if warning.kind in _TOO_EARLY}
    moments: list[Moment] = []
    others: set[date] = set()
    for place, one in enumerate(path.steps):
        day = _day(one)
        if day is None or one.step.organ != organ:
            continue
        if _is_moment(one):
            moments.append(_moment(one, day, place, troubled.get(day, "")))
        else:
            others.add(day)
    moments.sort(key=lambda moment: (moment.on, moment.place))
    return Lane(LANES[organ], tuple(moments), tuple(sorted(others)))


def _is_moment(one: PlannedStep) -> bool:
    """Whether it has words: a decision, a legal term, the start, the evaluation."""
    return one.step.decides or one.step.key in _TOLD or running_days(one.step) > 0


def _day(one: PlannedStep) -> date | None:
    """Where it stands; what the kring wrote in its place is nowhere."""
    return None if one.when else one.on


def _words(one: PlannedStep) -> str:
    return WORDS.get(one.step.key, _OTHER)


def _moment(one: PlannedStep, day: date, place: int, trouble: str) -> Moment:
    too_early = trouble if one.fixed and not one.done and one.earliest > day and one.step.key != EVALUATION else ""
    days = running_days(one.step)
    return Moment(
        words=_words(one),
        on=day,
        stand=_stand(one, too_early),
        place=place,
        latest=not (one.done or one.fixed or one.from_on),
        began=day - timedelta(days=min(days, day.toordinal() - 1)) if days else None,
        weeks=days // 7,
        trouble=too_early,
    )


def _stand(one: PlannedStep, too_early: str) -> Stand:
    if one.done:
        return Stand.DONE
    if too_early:
        return Stand.TOO_EARLY
    return Stand.FROM if one.from_on else Stand.ON
