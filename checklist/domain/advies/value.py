"""The advies as one value (rule 6): facts and texts in reading order, from which every form of it is rendered.

Headings and connecting sentences stand in `templates/advies/`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.advies.voorstel.value_breadth import QuestionBreadth
from checklist.domain.choices.agenda import ToldAction
from checklist.domain.choices.details import ToldDetail
from checklist.domain.content import Option
from checklist.domain.drawings.choice_map import ChoiceMap
from checklist.domain.drawings.regiostaf import Regiostaf
from checklist.domain.terms import Term

BESTUUR = "algemeen bestuur"


@dataclass(frozen=True)
class Source:
    """Where a statement comes from; `link` only for a web address."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class AdviesNote:
    """A fact newer than the booklet. `source` is the number of its source; `doubt` as in `content.Note`."""

    text: str
    doubt: str
    source: int


@dataclass(frozen=True)
class AdviesTension:
    """A tension between two chosen options. `kept`: the kring keeps it on purpose, with its motivation.

    `source` is the number of the source of its ground, 0 when it rests on the booklet alone. `agreement` is what could
    be agreed for both options to stay; empty where that isn't needed or doesn't help.
    """

    number: int
    a: Option
    b: Option
    severity: str
    explanation: str
    agreement: str
    source: int
    kept: bool
    motivation: str

    @property
    def contradiction(self) -> bool:
        """Whether the two options can't both hold."""
        return self.severity == "tegenstrijdig"

    @property
    def told_at(self) -> int:
        """The number of the question where the document tells it."""
        return told_at((self.a, self.b))


@dataclass(frozen=True)
class FormerTension:
    """A tension that the kring kept on purpose, with its motivation, and that was switched off since. It counts
    nowhere; the document still says what the kring wrote."""

    a: Option
    b: Option
    motivation: str

    @property
    def told_at(self) -> int:
        """The number of the question where the document tells it."""
        return told_at((self.a, self.b))


@dataclass(frozen=True)
class SameChoice:
    """An option with the models that do it too; `possible`: as one of the two readers reads it."""

    option: Option
    models: tuple[str, ...]
    possible: tuple[str, ...]


@dataclass(frozen=True)
class AdviesQuestion:
    """One question of the design; without options it is 'nog niet bepaald' and has no notes.

    `tensions` and `former_tensions` are told here; `told_elsewhere` touch an option of this question too. An option's
    decision says already what the kring answered to what it leaves open; `details` are what no decision says: those
    that are open, and gemeenten; `all_details` are all of them, for who reads no decisions.
    """

    number: int
    label: str
    short_name: str
    in_a_sentence: str
    options: tuple[Option, ...]
    motivation: str
    minority: str
    tensions: tuple[AdviesTension, ...]
    told_elsewhere: tuple[AdviesTension, ...]
    former_tensions: tuple[FormerTension, ...]
    same_choices: tuple[SameChoice, ...]
    notes: tuple[AdviesNote, ...]
    details: tuple[ToldDetail, ...] = ()
    all_details: tuple[ToldDetail, ...] = ()
    breadth: QuestionBreadth | None = None

    @property
    def open(self) -> bool:
        """Whether nothing is chosen."""
        return not self.options

    @property
    def prompts(self) -> tuple[str, ...]:
        """What to ask the kring as long as it gave no motivation."""
        return tuple(option.prompt for option in self.options if option.prompt)


@dataclass(frozen=True)
class ModelGround:
    """On what it rests that a chosen option fits a model or doesn't, by two readers."""

    code: str
    stance: str
    text: str


@dataclass(frozen=True)
class AdviesModel:
    """How the design compares with one model: chosen options by what the model says of them.

    `silent` has the numbers of the questions it says nothing about, `other` of those where it says something of other
    options alone.
    """

    rank: int
    short_name: str
    in_a_table: str
    in_a_sentence: str
    slug: str
    region: str
    in_a_line: str
    hallmarks: tuple[Option, ...]
    past: tuple[Option, ...]
    past_niet: tuple[Option, ...]
    mogelijk: tuple[Option, ...]
    other: tuple[int, ...]
    other_in_a_sentence: tuple[str, ...]
    silent: tuple[int, ...]
    silent_in_a_sentence: tuple[str, ...]
    grounds: tuple[ModelGround, ...]
    passage: str


@dataclass(frozen=True)
class AdviesText:
    """A text that isn't about one question, with the passage of the booklet or the other ground it rests on."""

    heading: str
    text: str
    passage: str


@dataclass(frozen=True)
class Core:
    """The design in parts of a sentence: 'een regiostaf die <place>', 'de regiostaf <task> en <task>'."""

    place: str
    tasks: tuple[str, ...]


@dataclass(frozen=True)
class Advies:
    """The whole document in reading order. It is a concept as long as nobody settled it. `actions`, in the order of the
    kring's agenda, are what it still has to do; `terms` those that the document uses in running text, in alphabetical
    order. `voorstel` is what the bestuur is asked; what else stands here is for the verslag."""

    title: str
    region: str
    date: date
    present: tuple[str, ...]
    core: Core
    questions: tuple[AdviesQuestion, ...]
    tensions: tuple[AdviesTension, ...]
    regiostaf: Regiostaf
    choice_map: ChoiceMap
    models: tuple[AdviesModel, ...]
    combination: tuple[str, ...]
    uncovered: tuple[Option, ...]
    without_example: tuple[Option, ...]
    reasons: tuple[AdviesText, ...]
    conclusions: tuple[AdviesText, ...]
    conditions: tuple[AdviesText, ...]
    attention_points: tuple[AdviesText, ...]
    next_steps: tuple[AdviesText, ...]
    sources: tuple[Source, ...]
    voorstel: Voorstel
    actions: tuple[ToldAction, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def answered(self) -> tuple[AdviesQuestion, ...]:
        """The questions with a choice."""
        return tuple(question for question in self.questions if not question.open)

    @property
    def open_questions(self) -> tuple[AdviesQuestion, ...]:
        """The questions that are 'nog niet bepaald'."""
        return tuple(question for question in self.questions if question.open)

    @property
    def decision_points(self) -> tuple[Option, ...]:
        """The chosen options, each a decision, in the booklet's order."""
        return tuple(option for question in self.questions for option in question.options)

    @property
    def for_the_bestuur(self) -> tuple[Option, ...]:
        """The points on which the algemeen bestuur would decide."""
        return tuple(option for option in self.decision_points if BESTUUR in option.decided_by)

    @property
    def for_others(self) -> tuple[Option, ...]:
        """The points on which others decide."""
        return tuple(option for option in self.decision_points if BESTUUR not in option.decided_by)

    @property
    def agreements_needed(self) -> tuple[AdviesTension, ...]:
        """Pairs that hold only with an agreement, and that the kring doesn't keep on purpose."""
        return tuple(t for t in self.tensions if not t.kept and not t.contradiction)

    @property
    def contradictions(self) -> tuple[AdviesTension, ...]:
        """Pairs that can't both hold, and that the kring doesn't keep on purpose."""
        return tuple(t for t in self.tensions if not t.kept and t.contradiction)

    @property
    def kept_tensions(self) -> tuple[AdviesTension, ...]:
        """Pairs that the kring keeps on purpose."""
        return tuple(t for t in self.tensions if t.kept)

    @property
    def nearest(self) -> tuple[AdviesModel, ...]:
        """The models with a chosen hallmark that stand first; more than one when they are equal."""
        return tuple(model for model in self.models if model.hallmarks and model.rank == 1)

    @property
    def also_hallmark(self) -> tuple[AdviesModel, ...]:
        """The other models with a chosen hallmark."""
        return tuple(model for model in self.models if model.hallmarks and model.rank > 1)

    @property
    def typed_texts(self) -> Iterator[str]:
        """Every text that somebody typed."""
        yield self.title
        yield from self.present
        for question in self.questions:
            yield question.motivation
            yield question.minority
            yield from (former.motivation for former in question.former_tensions)
            yield from question.breadth.typed_texts if question.breadth else ()
        for tension in self.tensions:
            yield tension.motivation
        for action in self.actions:
            yield from (action.what, action.who, action.when)


def told_at(pair: Iterable[Option]) -> int:
    """A tension is told once: at the later of its two questions, where the reader knows both choices."""
    return max(option.question_number for option in pair)
