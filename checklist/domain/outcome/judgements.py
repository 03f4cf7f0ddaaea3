"""What the models say of every option, side by side, and each judgement and tension as a row that can be contested.

Unlike the outcome this doesn't start from what a kring chose: it shows all that two readers, or one of them, read.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from checklist.domain.content import Content, GovernanceModel, Option, Question, Tension, Trait


@dataclass(frozen=True)
class Stance:
    """What one model (by its short name) says of one option, and the shape that goes with it. Without a trait the
    booklet is silent about the question, or it names another option of it."""

    model: str
    trait: Trait | None
    state: str
    hallmark: bool

    @property
    def word(self) -> str:
        """The stance in words, empty without a trait."""
        return self.trait.word if self.trait else ""


@dataclass(frozen=True)
class OptionRow:
    """One option with the stance of each model, in the order of the models; `chosen` by the kring."""

    option: Option
    stances: tuple[Stance, ...]
    chosen: bool


@dataclass(frozen=True)
class QuestionRows:
    """One question: a row per option of which a model or the kring says something; of `unnamed` none does.

    `answered`: the kring chose an option here. `spoken`: one of the models says something here.
    """

    question: Question
    rows: tuple[OptionRow, ...]
    unnamed: tuple[Option, ...]
    answered: bool
    spoken: bool


@dataclass(frozen=True)
class TensionRow:
    """A tension with its two options."""

    tension: Tension
    a: Option
    b: Option


@dataclass(frozen=True)
class TraitRow:
    """A judgement: what a model says of an option."""

    option: Option
    stance: Stance
    trait: Trait


@dataclass(frozen=True)
class ModelTraits:
    """The judgements on one model, in the booklet's order of options."""

    model: GovernanceModel
    rows: tuple[TraitRow, ...]


@dataclass(frozen=True)
class Reading:
    """How many judgements the booklet allows, and of how many two readers or one read something."""

    judgements: int
    by_two: int
    by_one: int

    @property
    def shown(self) -> int:
        """The judgements in which a reader read something."""
        return self.by_two + self.by_one

    @property
    def empty(self) -> int:
        """The judgements in which nothing was read, or that were switched off."""
        return self.judgements - self.shown


def side_by_side(
    content: Content, models: Sequence[GovernanceModel], chosen: Collection[str] = ()
) -> tuple[QuestionRows, ...]:
    """Return the twelve questions with what these models, and the kring, say of each option."""
    return tuple(_question_rows(question, models, chosen) for question in content.questions)


def _question_rows(question: Question, models: Sequence[GovernanceModel], chosen: Collection[str]) -> QuestionRows:
    rows = tuple(
        OptionRow(
            option,
            tuple(_stance(model, option.code) for model in models),
            option.code in chosen,
        )
        for option in question.options
    )
    told = tuple(row for row in rows if row.chosen or any(stance.trait for stance in row.stances))
    return QuestionRows(
        question=question,
        rows=told,
        unnamed=tuple(row.option for row in rows if row not in told),
        answered=any(row.chosen for row in rows),
        spoken=any(question.number in model.spoken for model in models),
    )


def _stance(model: GovernanceModel, code: str) -> Stance:
    return Stance(model.short_name, model.trait_of.get(code), model.state_of(code), code in model.hallmarks)


def tension_rows(content: Content, number: int | None = None) -> tuple[TensionRow, ...]:
    """Return all tensions in order; with a number those that touch an option of that question."""
    rows = (
        TensionRow(tension, content.option_of[tension.a], content.option_of[tension.b]) for tension in content.tensions
    )
    return tuple(row for row in rows if number is None or number in {row.a.question_number, row.b.question_number})


def model_traits(content: Content, number: int | None = None) -> tuple[ModelTraits, ...]:
    """Return the judgements per model; with a number those on options of that question."""
    return tuple(
        ModelTraits(
            model,
            tuple(
                TraitRow(content.option_of[trait.option], _stance(model, trait.option), trait)
                for trait in model.traits
                if number is None or number == content.option_of[trait.option].question_number
            ),
        )
        for model in content.models
    )


def reading(content: Content) -> Reading:
    """Count the judgements as they stand now."""
    traits = [trait for model in content.models for trait in model.traits]
    by_two = sum(trait.counts for trait in traits)
    return Reading(len(content.models) * len(content.option_of), by_two, len(traits) - by_two)
