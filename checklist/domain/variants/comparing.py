"""What differs between two designs, from the first to the second."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from checklist.domain.content import Content, Question
from checklist.domain.decision.date_words import day_in_words
from checklist.domain.decision.value import Path
from checklist.domain.decision_content import Organ
from checklist.domain.outcome.matching import ModelMatch
from checklist.domain.proposal import FIELDS, Frequency, data_of
from checklist.domain.variants import words
from checklist.domain.variants.value import CameAndWent, Change, Comparison, QuestionChange
from checklist.domain.variants.variant import Variant

# The fields of the afronding that `facts` tell in words of their own.
_TOLD = {"besluit_orgaan", "vergaderdatum", "evaluatie_datum", "kosten_posten"}

_MOMENTS: Mapping[str, Callable[[Variant], str]] = {
    "Laatste besluit vóór het begin": words.last_moment_words,
    "Begin op zijn vroegst": words.start_words,
}
_FACTS: Mapping[str, Callable[[Variant], str]] = {
    "Veiligheidsregio": lambda one: one.region,
    "Vergadering van de kring": lambda one: day_in_words(one.dossier.date),
    "Orgaan dat besluit": lambda one: one.dossier.proposal.organ.value if one.dossier.proposal.organ else "",
    "Vergadering van dat orgaan": lambda one: day_in_words(one.dossier.proposal.meeting),
    "Evaluatie": lambda one: day_in_words(one.dossier.proposal.evaluation),
    "Kosten per jaar": lambda one: words.costs_words(one, Frequency.YEARLY),
    "Eenmalige kosten": lambda one: words.costs_words(one, Frequency.ONCE),
}


def compared(content: Content, first: Variant, second: Variant) -> Comparison:
    """Return what differs between two designs. Told in the booklet's order and in that of organs and steps, so that
    the other way round it is the same with before and after exchanged. Pure."""
    both = (first, second)
    found = [_question(question, first, second) for question in content.questions]
    alike = [question for question, one in zip(content.questions, found, strict=True) if _same(one)]
    return Comparison(
        questions=tuple(one for one in found if not _same(one)),
        same_questions=tuple(f"{question.number} ({question.name_in_a_sentence})" for question in alike),
        nearest=Change("Het dichtst bij", *("; ".join(words.nearest_words(one)) for one in both)),
        models=tuple(_models(first, second)),
        tensions=_differing(
            _came_and_went(state, *(words.tensions_in(content, one, state) for one in both))
            for state in words.TENSION_STATES
        ),
        decisions=_differing(
            _came_and_went(organ.value, *(words.decisions_in(one.asked.of(organ)) for one in both)) for organ in Organ
        ),
        steps=_steps(content, first.path, second.path),
        moments=_changed(_MOMENTS, first, second),
        facts=_changed(_FACTS, first, second),
        other_fields=_other_fields(content, first, second),
    )


def _question(question: Question, first: Variant, second: Variant) -> QuestionChange:
    one, other = (variant.dossier.answer(question.number) for variant in (first, second))
    return QuestionChange(
        number=question.number,
        choice=Change(question.words, _answer(question, first, second), _answer(question, second, first)),
        details=tuple(_details(question, first, second)),
        motivation=Change("Motivering", one.motivation, other.motivation),
        minority=Change("Minderheidsstandpunt", one.minority, other.minority),
    )


def _answer(question: Question, variant: Variant, other: Variant) -> str:
    """What was chosen, with the answers to what an option leaves open that the other didn't choose."""
    elsewhere = other.dossier.answer(question.number).options
    details = [one for one in words.details_of(question, variant) if one.answer and one.code not in elsewhere]
    return words.answer_words(question, variant) + "".join(f" (deelkeuze: {one.answer})" for one in details)


def _same(change: QuestionChange) -> bool:
    return change.choice.same and not change.details and change.motivation.same and change.minority.same


def _details(question: Question, first: Variant, second: Variant) -> Iterator[Change]:
    """What an option that both chose leaves open, where they say something else."""
    before = words.details_of(question, first)
    after = {(one.code, one.question): one.answer for one in words.details_of(question, second)}
    for one in before:
        answer = after.get((one.code, one.question))
        if answer is not None and answer != one.answer:
            yield Change(one.question, one.answer, answer)


def _models(first: Variant, second: Variant) -> Iterator[Change]:
    """The models of which the place or a count changes, in the booklet's order."""
    before, after = ({match.model.slug: match for match in one.outcome.matches} for one in (first, second))
    for slug in sorted(before, key=lambda slug: before[slug].model.number):
        one, other = before[slug], after[slug]
        if _counts(one) != _counts(other):
            yield Change(one.model.short_name, _place(one, first), _place(other, second))


def _counts(match: ModelMatch) -> tuple[int, int, int, int]:
    return match.rank, len(match.hallmarks), len(match.past), len(match.past_niet)


def _place(match: ModelMatch, variant: Variant) -> str:
    """Its place and how many choices fit it; without a clear model no place (rule 5)."""
    chosen = len(variant.dossier.chosen)
    if not chosen:
        return ""
    fit = words.fit_words(match, chosen)
    return f"plaats {match.rank}: {fit}" if variant.outcome.clear else fit


def _came_and_went(name: str, before: Iterable[str], after: Iterable[str]) -> CameAndWent:
    old, new = tuple(dict.fromkeys(before)), tuple(dict.fromkeys(after))
    return CameAndWent(name, tuple(one for one in new if one not in old), tuple(one for one in old if one not in new))


def _differing(parts: Iterable[CameAndWent]) -> tuple[CameAndWent, ...]:
    return tuple(part for part in parts if not part.same)


def _steps(content: Content, before: Path, after: Path) -> CameAndWent:
    """By what a step is, whatever the kring calls it."""
    old, new = ({step.step.key: step for step in path.steps} for path in (before, after))
    keys: Mapping[str, object] = content.deciding.steps
    return CameAndWent(
        "Stappen",
        tuple(new[key].what for key in keys if key in new and key not in old),
        tuple(old[key].what for key in keys if key in old and key not in new),
    )


def _changed(told: Mapping[str, Callable[[Variant], str]], first: Variant, second: Variant) -> tuple[Change, ...]:
    found = (Change(name, words_of(first), words_of(second)) for name, words_of in told.items())
    return tuple(change for change in found if not change.same)


def _other_fields(content: Content, first: Variant, second: Variant) -> tuple[str, ...]:
    before, after = (data_of(one.dossier.proposal) for one in (first, second))
    differing = (field.key for field in FIELDS if before.get(field.key) != after.get(field.key))
    known = content.deciding.fields
    return tuple(known[key].label if key in known else key for key in differing if key not in _TOLD)
