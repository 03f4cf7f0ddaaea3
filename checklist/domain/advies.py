"""The advies as one value: composed here once, rendered as screen, PDF and other forms that so can't disagree.

What it holds are facts and texts; headings and connecting sentences stand in `templates/advies/`.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Background, Content, GovernanceModel, Option, Question, Tension
from checklist.domain.dossier import DossierValue
from checklist.domain.drawings.choice_map import ChoiceMap, choice_map
from checklist.domain.drawings.regiostaf import Regiostaf, regiostaf_of
from checklist.domain.outcome.matching import ModelMatch, Outcome, match_models, without_example

BOOKLET = (
    "Het boekje: ‘Greep op de (veiligheids)regio?’, "
    "Managementraad van de Vereniging van Gemeentesecretarissen, mei 2011"
)
BESTUUR = "algemeen bestuur"
# The summary opens with where the regiostaf belongs, and what it does: the answers to these questions.
PLACE_QUESTION = 7
TASK_QUESTION = 2
SUMMARY_QUESTIONS = (TASK_QUESTION, PLACE_QUESTION)


@dataclass(frozen=True)
class Source:
    """Where a statement comes from; `link` only for a web address."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class AdviesNote:
    """A fact newer than the booklet. `source` is the number of its source; `certain` as in `content.Note`."""

    text: str
    certain: bool
    source: int


@dataclass(frozen=True)
class AdviesTension:
    """A tension between two chosen options. `kept`: the kring keeps it on purpose, with its motivation.

    `source` is the number of the source of its ground, 0 when it rests on the booklet alone.
    """

    number: int
    a: Option
    b: Option
    severity: str
    counts: bool
    explanation: str
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
        return _told_at((self.a, self.b))


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
        return _told_at((self.a, self.b))


@dataclass(frozen=True)
class SameChoice:
    """An option with the models that do it too; `possible`: as one of the two readers reads it."""

    option: Option
    models: tuple[str, ...]
    possible: tuple[str, ...]


@dataclass(frozen=True)
class AdviesQuestion:
    """One question of the design; without options it is 'nog niet bepaald' and has no notes.

    `tensions` and `former_tensions` are told here; `told_elsewhere` touch an option of this question too.
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

    `silent` has the numbers of the questions it says nothing about.
    """

    rank: int
    short_name: str
    in_a_sentence: str
    slug: str
    region: str
    in_a_line: str
    hallmarks: tuple[Option, ...]
    past: tuple[Option, ...]
    past_niet: tuple[Option, ...]
    mogelijk: tuple[Option, ...]
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
    """The whole document in reading order. It is a concept as long as nobody settled it."""

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
    def asks_bestuur(self) -> bool:
        """Whether the algemeen bestuur would decide on any of the points."""
        return any(BESTUUR in option.decided_by for option in self.decision_points)

    @property
    def asks_others(self) -> bool:
        """Whether there are points on which the algemeen bestuur doesn't decide."""
        return any(BESTUUR not in option.decided_by for option in self.decision_points)

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
        for tension in self.tensions:
            yield tension.motivation


def compose_advies(
    dossier: DossierValue, content: Content, region: str, backgrounds: Collection[Background] = ()
) -> Advies:
    """Put a dossier, the content and the name of its veiligheidsregio together as one advies. Pure.

    `backgrounds` are the texts that aren't about one question; without them those chapters are empty.
    """
    chosen = dossier.chosen
    between = tensions_between(content, chosen)
    outcome = match_models(content, chosen)
    # In the order of the document, because that is the order in which the sources are numbered.
    sources = _Sources(BOOKLET)
    told: dict[int, AdviesTension] = {}
    notes: dict[int, tuple[AdviesNote, ...]] = {}
    for question in content.questions:
        here = (t for t in between if _told_at(_options((t.a, t.b), content)) == question.number)
        told |= {tension.number: _tension(tension, content, dossier, sources) for tension in here}
        notes[question.number] = () if dossier.answer(question.number).open else _notes(question, sources)
    tensions = tuple(told[tension.number] for tension in between)
    return Advies(
        title=dossier.title,
        region=region,
        date=dossier.date,
        present=dossier.present,
        core=_core(_options(content.in_order(chosen), content)),
        questions=tuple(_question(q, dossier, content, tensions, notes[q.number]) for q in content.questions),
        tensions=tensions,
        regiostaf=regiostaf_of(content, chosen),
        choice_map=choice_map(content, chosen, _nearest(outcome)),
        models=tuple(_model(match, content) for match in outcome.matches if match.past or match.past_niet),
        combination=tuple(model.name_in_a_sentence for model in outcome.combination),
        uncovered=_options(outcome.uncovered, content),
        without_example=_options(without_example(content, chosen), content),
        reasons=_texts(backgrounds, chosen, "reden"),
        conclusions=_texts(backgrounds, chosen, "slotsom"),
        conditions=_texts(backgrounds, chosen, "voorwaarde"),
        attention_points=_texts(backgrounds, chosen, "integraal"),
        next_steps=_texts(backgrounds, chosen, "vervolgstap"),
        sources=sources.found,
    )


class _Sources:
    """The sources in the order in which they are first named, each once."""

    def __init__(self, first: str) -> None:
        self._numbers = {Source(first): 1}

    def number(self, text: str, link: str = "") -> int:
        """The number of a source; a new one comes last."""
        return self._numbers.setdefault(Source(text, link), len(self._numbers) + 1)

    @property
    def found(self) -> tuple[Source, ...]:
        """All of them, in order."""
        return tuple(self._numbers)


def _nearest(outcome: Outcome) -> GovernanceModel | None:
    """The model to lay over the keuzekaart: the first, when it has a chosen hallmark and stands there alone."""
    first = [match.model for match in outcome.matches if match.rank == 1]
    return first[0] if outcome.clear and len(first) == 1 else None


def _options(codes: Iterable[str], content: Content) -> tuple[Option, ...]:
    return tuple(content.option_of[code] for code in codes)


def _told_at(pair: Iterable[Option]) -> int:
    """A tension is told once: at the later of its two questions, where the reader knows both choices."""
    return max(option.question_number for option in pair)


def _core(chosen: tuple[Option, ...]) -> Core:
    said = [option for option in chosen if option.in_the_summary]
    places = [option.in_the_summary for option in said if option.question_number == PLACE_QUESTION]
    tasks = tuple(option.in_the_summary for option in said if option.question_number == TASK_QUESTION)
    return Core(places[0] if places else "", tasks)


def _tension(tension: Tension, content: Content, dossier: DossierValue, sources: _Sources) -> AdviesTension:
    kept = dossier.kept_motivations
    pair = tension.a, tension.b
    return AdviesTension(
        number=tension.number,
        a=content.option_of[tension.a],
        b=content.option_of[tension.b],
        severity=tension.severity,
        counts=tension.counts,
        explanation=tension.explanation,
        source=sources.number(tension.ground.removesuffix(".")) if tension.ground else 0,
        kept=pair in kept,
        motivation=kept.get(pair, ""),
    )


def _former_tensions(dossier: DossierValue, content: Content) -> Iterator[FormerTension]:
    """Those about which the kring wrote something."""
    kept, chosen = dossier.kept_motivations, dossier.chosen
    for tension in content.switched_off:
        motivation = kept.get((tension.a, tension.b))
        if motivation and {tension.a, tension.b} <= chosen:
            yield FormerTension(content.option_of[tension.a], content.option_of[tension.b], motivation)


def _notes(question: Question, sources: _Sources) -> tuple[AdviesNote, ...]:
    return tuple(
        AdviesNote(note.text, note.certain, sources.number(f"{note.source} ({note.date})", note.link))
        for note in question.notes
    )


def _question(
    question: Question,
    dossier: DossierValue,
    content: Content,
    tensions: tuple[AdviesTension, ...],
    notes: tuple[AdviesNote, ...],
) -> AdviesQuestion:
    answer = dossier.answer(question.number)
    touching = [t for t in tensions if question.number in (t.a.question_number, t.b.question_number)]
    return AdviesQuestion(
        number=question.number,
        label=question.label,
        short_name=question.short_name,
        in_a_sentence=question.name_in_a_sentence,
        options=_options(answer.options, content),
        motivation=answer.motivation,
        minority=answer.minority,
        tensions=tuple(t for t in touching if t.told_at == question.number),
        told_elsewhere=tuple(t for t in touching if t.told_at != question.number),
        former_tensions=tuple(t for t in _former_tensions(dossier, content) if t.told_at == question.number),
        same_choices=tuple(choice for code in answer.options if (choice := _same_choice(code, content))),
        notes=notes,
    )


def _same_choice(code: str, content: Content) -> SameChoice | None:
    fitting = [(model, trait) for model in content.models if (trait := model.trait_of.get(code)) and trait.fits]
    if not fitting:
        return None
    return SameChoice(
        option=content.option_of[code],
        models=tuple(model.name_in_a_sentence for model, trait in fitting if trait.counts),
        possible=tuple(model.name_in_a_sentence for model, trait in fitting if not trait.counts),
    )


def _model(match: ModelMatch, content: Content) -> AdviesModel:
    model = match.model
    traits = [model.trait_of[code] for code in content.in_order((*match.past, *match.past_niet))]
    return AdviesModel(
        rank=match.rank,
        short_name=model.short_name,
        in_a_sentence=model.name_in_a_sentence,
        slug=model.slug,
        region=model.region,
        in_a_line=model.in_a_line,
        hallmarks=_options(match.hallmarks, content),
        past=_options(match.past, content),
        past_niet=_options(match.past_niet, content),
        mogelijk=_options(match.mogelijk, content),
        silent=match.silent,
        silent_in_a_sentence=tuple(content.question_of[number].name_in_a_sentence for number in match.silent),
        grounds=tuple(ModelGround(t.option, t.stance, t.ground) for t in traits),
        passage=model.passage,
    )


def _texts(backgrounds: Iterable[Background], chosen: frozenset[str], kind: str) -> tuple[AdviesText, ...]:
    """The background texts of one kind; those that go with other choices are left out."""
    return tuple(
        AdviesText(text.heading, text.text, text.passage)
        for text in backgrounds
        if text.kind == kind and (not text.only_with or chosen & set(text.only_with))
    )
