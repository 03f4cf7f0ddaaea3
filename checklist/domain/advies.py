"""The advies as one value: composed here once, rendered as screen, PDF and other forms that so can't disagree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from checklist.domain.consistency import tensions_between
from checklist.domain.content import Content, Note, Option, Question, Tension
from checklist.domain.dossier import DossierValue
from checklist.domain.matching import ModelMatch, match_models

BOOKLET = "Vereniging van Gemeentesecretarissen, Greep op de (veiligheids)regio?, 2011"


@dataclass(frozen=True)
class AdviesTension:
    """A tension between two chosen options. `kept`: the kring keeps it on purpose, with its motivation."""

    number: int
    a: Option
    b: Option
    severity: str
    readers: int
    explanation: str
    ground: str
    kept: bool
    motivation: str


@dataclass(frozen=True)
class SameChoice:
    """A model that does what the kring chose: the option, what the model says of it and the ground."""

    option: str
    model_name: str
    model_slug: str
    stance: str
    ground: str
    readers: int


@dataclass(frozen=True)
class AdviesQuestion:
    """One question of the design; without options it is 'nog niet bepaald'."""

    number: int
    label: str
    short_name: str
    options: tuple[Option, ...]
    motivation: str
    minority: str
    tensions: tuple[AdviesTension, ...]
    same_choices: tuple[SameChoice, ...]
    possible_choices: tuple[SameChoice, ...]
    notes: tuple[Note, ...]

    @property
    def open(self) -> bool:
        """Whether nothing is chosen."""
        return not self.options


@dataclass(frozen=True)
class AdviesModel:
    """How the design compares with one model: chosen options by what the model says of them."""

    rank: int
    name: str
    slug: str
    region: str
    passage: str
    hallmarks: tuple[Option, ...]
    past: tuple[Option, ...]
    past_niet: tuple[Option, ...]
    mogelijk: tuple[Option, ...]
    silent: tuple[int, ...]


@dataclass(frozen=True)
class Source:
    """Where a statement comes from; `link` only for a web address."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class Advies:
    """The whole document in reading order. It is a concept as long as nobody settled it."""

    title: str
    region: str
    date: date
    present: tuple[str, ...]
    questions: tuple[AdviesQuestion, ...]
    tensions: tuple[AdviesTension, ...]
    clear: bool
    models: tuple[AdviesModel, ...]
    combination: tuple[str, ...]
    uncovered: tuple[Option, ...]
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
    def typed_texts(self) -> Iterator[str]:
        """Every text that somebody typed."""
        yield self.title
        yield from self.present
        for question in self.questions:
            yield question.motivation
            yield question.minority
        for tension in self.tensions:
            yield tension.motivation


def compose_advies(dossier: DossierValue, content: Content, region: str) -> Advies:
    """Put a dossier, the content and the name of its veiligheidsregio together as one advies. Pure."""
    chosen = dossier.chosen
    kept = {(item.a, item.b): item.motivation for item in dossier.kept}
    tensions = tuple(_tension(tension, content, kept) for tension in tensions_between(content, chosen))
    outcome = match_models(content, chosen)
    questions = tuple(_question(question, dossier, content, tensions) for question in content.questions)
    return Advies(
        title=dossier.title,
        region=region,
        date=dossier.date,
        present=dossier.present,
        questions=questions,
        tensions=tensions,
        clear=outcome.clear,
        models=tuple(_model(match, content) for match in outcome.matches if match.past or match.past_niet),
        combination=tuple(model.name for model in outcome.combination),
        uncovered=_options(outcome.uncovered, content),
        sources=_sources(questions, outcome.matches, tensions),
    )


def _options(codes: Iterable[str], content: Content) -> tuple[Option, ...]:
    return tuple(content.option_of[code] for code in codes)


def _tension(tension: Tension, content: Content, kept: dict[tuple[str, str], str]) -> AdviesTension:
    pair = tension.a, tension.b
    return AdviesTension(
        number=tension.number,
        a=content.option_of[tension.a],
        b=content.option_of[tension.b],
        severity=tension.severity,
        readers=tension.readers,
        explanation=tension.explanation,
        ground=tension.ground,
        kept=pair in kept,
        motivation=kept.get(pair, ""),
    )


def _question(
    question: Question, dossier: DossierValue, content: Content, tensions: tuple[AdviesTension, ...]
) -> AdviesQuestion:
    answer = dossier.answer(question.number)
    same = [
        SameChoice(code, model.name, model.slug, trait.stance, trait.ground, trait.readers)
        for code in answer.options
        for model in content.models
        if (trait := model.trait_of.get(code)) and trait.fits
    ]
    return AdviesQuestion(
        number=question.number,
        label=question.label,
        short_name=question.short_name,
        options=_options(answer.options, content),
        motivation=answer.motivation,
        minority=answer.minority,
        tensions=tuple(t for t in tensions if question.number in (t.a.question_number, t.b.question_number)),
        same_choices=tuple(choice for choice in same if choice.readers == 2),
        possible_choices=tuple(choice for choice in same if choice.readers == 1),
        notes=question.notes,
    )


def _model(match: ModelMatch, content: Content) -> AdviesModel:
    return AdviesModel(
        rank=match.rank,
        name=match.model.name,
        slug=match.model.slug,
        region=match.model.region,
        passage=match.model.passage,
        hallmarks=_options(match.hallmarks, content),
        past=_options(match.past, content),
        past_niet=_options(match.past_niet, content),
        mogelijk=_options(match.mogelijk, content),
        silent=match.silent,
    )


def _sources(
    questions: Iterable[AdviesQuestion], matches: Iterable[ModelMatch], tensions: Iterable[AdviesTension]
) -> tuple[Source, ...]:
    """Every source the advies rests on, once: the booklet, its passages, the grounds of tensions, the notes."""
    found = [Source(BOOKLET)]
    found += [Source(f"Het boekje, {match.model.passage}") for match in matches if match.past or match.past_niet]
    found += [Source(tension.ground) for tension in tensions if tension.ground]
    found += [Source(f"{note.source} ({note.date})", note.link) for question in questions for note in question.notes]
    return tuple(dict.fromkeys(found))
