"""The two pages of the afronding as plain values: what a bestuur asks beyond the twelve answers."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from checklist.domain.choices.details import waited_for
from checklist.domain.choices.rejected import fell_through
from checklist.domain.content import Content
from checklist.domain.decision.reglement.pieces import known, pieces_of, plain
from checklist.domain.decision.reglement.standing import gaps_of_design, standing_of
from checklist.domain.decision.tijdlijn import Tijdlijn
from checklist.domain.dossier import Answer
from checklist.domain.dutch import capital
from checklist.domain.proposal import FIELDS, Kind, Proposal
from checklist.domain.reglement_content import ArticleText
from checklist.pages.agenda import TEXTS
from checklist.pages.closing_fields import Known
from checklist.pages.closing_shown import Fields, ShownField
from checklist.pages.closing_steps import StepRow
from checklist.pages.closing_words import GROUPS

CORE_FIELDS = tuple(one for one in FIELDS if one.core)
MORE_FIELDS = tuple(one for one in FIELDS if not one.core)


@dataclass(frozen=True)
class Group:
    """Fields about one thing."""

    heading: str
    fields: tuple[ShownField, ...]


@dataclass(frozen=True)
class Told:
    """What is said of the form above it, with the id of the control that it is about."""

    control: str
    text: str


@dataclass(frozen=True)
class StillOpen:
    """What is asked by a question without an answer, or left open by its answer."""

    number: int
    words: str


@dataclass(frozen=True)
class ClosingPage:
    """All that a page shows; `version` is that of the proposal it was made from, `refusal` why no step is saved,
    `tijdlijn` the steps in time, as far as they have dates."""

    groups: tuple[Group, ...]
    steps: tuple[StepRow, ...]
    still_open: tuple[StillOpen, ...]
    version: int
    refusal: str = ""
    tijdlijn: Tijdlijn | None = None

    @property
    def fields(self) -> tuple[ShownField, ...]:
        """Its fields, in their order."""
        return tuple(one for group in self.groups for one in group.fields)

    @property
    def filled(self) -> int:
        """In how many of them something stands."""
        return sum(one.filled for one in self.fields)

    @property
    def conflicts(self) -> tuple[Told, ...]:
        """Where somebody else was first."""
        fields = (Told(f"veld-{one.key}", one.label) for one in self.fields if one.conflicts)
        return (*fields, *(Told(f"{one.row.name}-who", one.what) for one in self.steps if one.row.conflicts))

    @property
    def mistakes(self) -> tuple[Told, ...]:
        """Why the form can't be saved, in its order."""
        fields = (
            Told(control.name, f"{one.label}: {control.error}")
            for one in self.fields
            for control in one.controls
            if control.error
        )
        steps = (
            Told(f"{one.row.name}-{name}", f"{TEXTS[name]}: {message}")
            for one in self.steps
            for name, message in one.row.errors.items()
        )
        return (*([Told("", self.refusal)] if self.refusal else []), *fields, *steps)


def closing_page(
    fields: Fields,
    open_now: Iterable[StillOpen],
    steps: Iterable[StepRow] = (),
    refusal: str = "",
    tijdlijn: Tijdlijn | None = None,
) -> ClosingPage:
    """Return a page of these fields and steps."""
    keys = fields.form.typed
    groups = (
        Group(heading, tuple(fields.shown(key) for key in of_group if key in keys))
        for heading, of_group in GROUPS.items()
    )
    shown = tuple(group for group in groups if group.fields)
    return ClosingPage(shown, tuple(steps), tuple(open_now), fields.form.version, refusal, tijdlijn)


def known_of(content: Content, answers: Mapping[int, Answer], gemeenten: Mapping[str, str], stored: Proposal) -> Known:
    """Return what can be chosen in a dossier with these answers, of which this is stored; `gemeenten`: the names of
    those of its region by code. What is stored can be chosen, also when it couldn't any more."""
    chosen_against = {one.option for one in stored.rejected}
    steps = {one.step for one in stored.other_meetings}
    return Known(
        {
            Kind.GEMEENTE: gemeenten,
            Kind.OPTION: {
                option.code: f"Vraag {question.number}: {option.words}"
                for question in content.questions
                for option in question.options
                if fell_through(option.code, answers) or option.code in chosen_against
            },
            Kind.STEP: {key: step.what for key, step in content.deciding.steps.items() if step.decides or key in steps},
            Kind.RULE: _rules(content, answers, {one.key for one in stored.rules}),
            Kind.ARTICLE: {
                str(article.number): f"Artikel {article.number}, {_heading(content, article)}"
                for article in content.reglement.articles
            },
        }
    )


def _heading(content: Content, article: ArticleText) -> str:
    """The heading of an article, with the usual names in it."""
    gaps = content.reglement.gaps
    return plain(pieces_of(article.heading, lambda key: known(gaps[key].empty)))


def _rules(content: Content, answers: Mapping[int, Answer], stored: Container[str]) -> dict[str, str]:
    """The gaps of the reglement that are asked nowhere else, and others only where a file filled them in; those that
    the design lacks stay, as somebody else may choose for them meanwhile, and say so."""
    here = gaps_of_design(content.reglement, standing_of(content, answers))
    return {
        key: capital(gap.label) if key in here else f"{capital(gap.label)} (niet in dit ontwerp)"
        for key, gap in content.reglement.gaps.items()
        if gap.asked or key in stored
    }


def still_open(content: Content, answers: Mapping[int, Answer], gemeenten: Mapping[str, str]) -> Iterator[StillOpen]:
    """Yield the questions without an answer, and what answers leave open and a decision waits for."""
    for question in content.questions:
        answer = answers.get(question.number, Answer())
        if answer.open:
            yield StillOpen(question.number, question.words)
        for detail in waited_for(question, answer, gemeenten):
            yield StillOpen(question.number, detail.question)
