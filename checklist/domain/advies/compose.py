"""The one composition of the advies (rule 6): what the kring chose and typed, with the content it rests on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from checklist.domain.advies.details import beside_the_sentences, of_chosen, with_sentences
from checklist.domain.advies.running_text import running_text
from checklist.domain.advies.setting import NO_SETTING, Setting
from checklist.domain.advies.value import (
    Advies,
    AdviesModel,
    AdviesNote,
    AdviesQuestion,
    AdviesTension,
    AdviesText,
    Core,
    FormerTension,
    ModelGround,
    SameChoice,
    Source,
    told_at,
)
from checklist.domain.advies.voorstel.compose import compose_voorstel
from checklist.domain.choices.agenda import told_actions
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Background, Content, GovernanceModel, Option, Question, Tension
from checklist.domain.dossier import DossierValue
from checklist.domain.drawings.choice_map import choice_map
from checklist.domain.drawings.regiostaf import regiostaf_of
from checklist.domain.outcome.matching import ModelMatch, Outcome, match_models, without_example

BOOKLET = (
    "Het boekje: ‘Greep op de (veiligheids)regio?’, "
    "Managementraad gemeenten, een dochter van de Vereniging van Gemeentesecretarissen (VGS), mei 2011"
)


# The summary opens with where the regiostaf belongs, and what it does: the answers to these questions.
PLACE_QUESTION = 7


TASK_QUESTION = 2


SUMMARY_QUESTIONS = (TASK_QUESTION, PLACE_QUESTION)


def compose_advies(
    dossier: DossierValue,
    content: Content,
    region: str,
    backgrounds: Collection[Background] = (),
    setting: Setting = NO_SETTING,
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
        here = (t for t in between if told_at(_options((t.a, t.b), content)) == question.number)
        told |= {tension.number: _tension(tension, content, dossier, sources) for tension in here}
        notes[question.number] = () if dossier.answer(question.number).open else _notes(question, sources)
    tensions = tuple(told[tension.number] for tension in between)
    said = with_sentences(content, dossier)
    voorstel = compose_voorstel(dossier, content, region, setting)
    breadth = voorstel.support.breadth
    advies = Advies(
        title=dossier.title,
        region=region,
        date=dossier.date,
        present=dossier.present,
        core=_core(_options(content.in_order(chosen), said)),
        questions=tuple(
            replace(
                _question(question, dossier, said, tensions, notes[question.number]),
                details=beside_the_sentences(question, dossier.answer(question.number), setting.gemeenten),
                all_details=of_chosen(question, dossier.answer(question.number), setting.gemeenten),
                breadth=breadth.of(question.number) if breadth else None,
            )
            for question in content.questions
        ),
        tensions=tensions,
        regiostaf=regiostaf_of(content, chosen, dossier.kept_motivations),
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
        actions=told_actions(content, dossier),
        voorstel=voorstel,
    )
    return replace(advies, terms=content.glossary.used_in(running_text(advies)))


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
        explanation=tension.explanation,
        agreement="" if pair in kept or tension.contradiction else tension.agreement,
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
        AdviesNote(note.text, note.doubt, sources.number(f"{note.source} ({note.date})", note.link))
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
        in_a_table=model.name_in_a_table,
        in_a_sentence=model.name_in_a_sentence,
        slug=model.slug,
        region=model.region,
        in_a_line=model.in_a_line,
        hallmarks=_options(match.hallmarks, content),
        past=_options(match.past, content),
        past_niet=_options(match.past_niet, content),
        mogelijk=_options(match.mogelijk, content),
        other=match.other,
        other_in_a_sentence=_names(content, match.other),
        silent=match.silent,
        silent_in_a_sentence=_names(content, match.silent),
        grounds=tuple(ModelGround(t.option, t.stance, t.ground) for t in traits),
        passage=model.passage,
    )


def _names(content: Content, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(content.question_of[number].name_in_a_sentence for number in numbers)


def _texts(backgrounds: Iterable[Background], chosen: frozenset[str], kind: str) -> tuple[AdviesText, ...]:
    """The background texts of one kind; those that go with other choices are left out."""
    return tuple(
        AdviesText(text.heading, text.text, text.passage)
        for text in backgrounds
        if text.kind == kind and (not text.only_with or chosen & set(text.only_with))
    )
