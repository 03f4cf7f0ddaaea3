"""What the voorstel is composed from, gathered once: each chapter takes what it needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checklist.domain.choices.choice_words import thing_in_words
from checklist.domain.content import Content, Option, Question
from checklist.domain.decision.names import Names
from checklist.domain.decision.value import Asked, OrganDecisions, Path, Point, is_informing
from checklist.domain.decision_content import OptionDeciding
from checklist.domain.dossier import DossierValue
from checklist.domain.proposal import Proposal
from checklist.domain.state import State


@dataclass(frozen=True)
class Given:
    """A dossier with its content, the names of its region, and what was worked out of it."""

    dossier: DossierValue
    content: Content
    names: Names
    asked: Asked
    path: Path
    today: date
    state: State

    @property
    def proposal(self) -> Proposal:
        """What the kring filled in beyond the twelve answers."""
        return self.dossier.proposal

    @cached_property
    def chosen(self) -> tuple[Option, ...]:
        """The chosen options in the booklet's order."""
        return tuple(self.content.option_of[code] for code in self.content.in_order(self.dossier.chosen))

    @cached_property
    def answered(self) -> tuple[Question, ...]:
        """The questions with a choice."""
        return tuple(one for one in self.content.questions if not self.dossier.answer(one.number).open)

    def of_question(self, number: int) -> tuple[Option, ...]:
        """Return the chosen options of a question."""
        return tuple(option for option in self.chosen if option.question_number == number)

    def deciding(self, code: str) -> OptionDeciding:
        """Return what an option asks."""
        return self.content.deciding.of(code)

    def thing(self, code: str) -> str:
        """Return an option as a noun with its code."""
        return thing_in_words(self.content, code, self.names.cgs)

    @cached_property
    def all_points(self) -> tuple[Point, ...]:
        """All points in reading order: those of organs, then the agreements of the kring."""
        return tuple(point for one in (*self.asked.decisions, *self.asked.agreements) for point in one.points)

    @cached_property
    def points_of(self) -> Mapping[str, tuple[Point, ...]]:
        """What is decided or agreed by the option it comes from, without what is only taken note of."""
        found: dict[str, tuple[Point, ...]] = {}
        for point in self.all_points:
            for code in () if is_informing(point) else point.codes:
                found[code] = (*found.get(code, ()), point)
        return found

    @cached_property
    def decided_by_own(self) -> frozenset[str]:
        """The options about which the organ on the cover decides something."""
        return frozenset(code for point in decided(self.asked.own) for code in point.codes)


def decided(decisions: OrganDecisions | None) -> Iterator[Point]:
    """The points of an organ that are decisions."""
    return (point for point in (decisions.points if decisions else ()) if not is_informing(point))


def others_decide(given: Given) -> bool:
    """Whether another organ than that on the cover decides something."""
    return any(one.organ != given.asked.organ and any(decided(one)) for one in given.asked.decisions)
