"""What a design comes to, in the words in which it stands beside another: nobody's ('de keuzes'), as the designs may be
of different kringen, and options by their words alone."""

from collections.abc import Iterator
from decimal import Decimal

from checklist.domain.choices.details import ToldDetail, details_told
from checklist.domain.choices.option_words import named
from checklist.domain.content import Content, Question, Tension
from checklist.domain.decision.date_words import day_in_words
from checklist.domain.decision.value import OrganDecisions, PlannedStep
from checklist.domain.dutch import capital, euros, in_a_row
from checklist.domain.outcome.matching import ModelMatch
from checklist.domain.proposal import Frequency
from checklist.domain.variants.variant import Variant

NO_CLEAR_MODEL = "geen duidelijk model: van geen enkel model is een hoofdkenmerk gekozen"
AGREED, CLASHES, TO_AGREE = "Afgesproken", "Botst", "Afspraak nodig"
TENSION_STATES = (CLASHES, TO_AGREE, AGREED)


def answer_words(question: Question, variant: Variant) -> str:
    """Return what a design chose at a question: 'De kring zelf en het bestuur'; empty when that is open."""
    chosen = variant.dossier.answer(question.number).options
    return capital(in_a_row([option.words for option in question.options if option.code in chosen]))


def details_of(question: Question, variant: Variant) -> tuple[ToldDetail, ...]:
    """Return what the chosen options of a question leave open, with the answers to it."""
    answer = variant.dossier.answer(question.number)
    chosen = (option for option in question.options if option.code in answer.options)
    return tuple(one for option in chosen for one in details_told(option, answer.details, variant.gemeenten))


def fit_words(match: ModelMatch, of_all: int) -> str:
    """Return how many choices fit a model and whether its hallmarks were chosen: '4 van de 11 keuzes passen, 1 past
    niet; één hoofdkenmerk gekozen'. Whoever shows it says that silence is no judgement (rule 5)."""
    against = len(match.past_niet)
    words = _fitting(len(match.past), of_all)
    if against:
        words += f", {against} {'past' if against == 1 else 'passen'} niet"
    if match.hallmarks:
        words += f"; {'één hoofdkenmerk' if len(match.hallmarks) == 1 else 'beide hoofdkenmerken'} gekozen"
    return words


def _fitting(some: int, of_all: int) -> str:
    if of_all == 1:
        return "de enige keuze past" if some else "de enige keuze past niet aantoonbaar"
    if some == 0:
        return f"geen van de {of_all} keuzes past"
    if some == of_all:
        return f"alle {of_all} keuzes passen"
    return f"{some} van de {of_all} keuzes {'past' if some == 1 else 'passen'}"


def nearest_words(variant: Variant) -> tuple[str, ...]:
    """Return the models that a design is nearest to, each with how many choices fit it; that none is clear when no
    hallmark was chosen; nothing without a choice."""
    chosen = len(variant.dossier.chosen)
    if not chosen:
        return ()
    if not variant.outcome.clear:
        return (NO_CLEAR_MODEL,)
    first = (match for match in variant.outcome.matches if match.rank == 1)
    return tuple(f"{match.model.name_in_a_sentence}: {fit_words(match, chosen)}" for match in first)


def state_of(tension: Tension, variant: Variant) -> str:
    """Return how a design stands to a tension in it: 'Afgesproken', 'Botst' or 'Afspraak nodig'."""
    if (tension.a, tension.b) in variant.dossier.kept_motivations:
        return AGREED
    return CLASHES if tension.contradiction else TO_AGREE


def tensions_in(content: Content, variant: Variant, state: str) -> tuple[str, ...]:
    """Return the tensions of a design in this state, each by its options and their questions; one that was agreed with
    the reason that the kring gave."""
    reasons = variant.dossier.kept_motivations
    return tuple(
        ": ".join(filter(None, (pair_of(content, one), " ".join(reasons.get((one.a, one.b), "").split()))))
        for one in variant.tensions
        if state_of(one, variant) == state
    )


def pair_of(content: Content, tension: Tension) -> str:
    """Return the two options of a tension with their questions."""
    return f"{named(content, tension.a)} en {named(content, tension.b)}"


def decisions_in(decisions: OrganDecisions | None) -> tuple[str, ...]:
    """Return what an organ is asked or agrees, without numbers and without what it only takes note of: that isn't a
    decision, and follows from what the others are asked."""
    if decisions is None:
        return ()
    now, later = (point.text for point in decisions.now), (point.text for point in decisions.later)
    return (*now, *(f"in een latere vergadering: {text}" for text in later))


def when_words(step: PlannedStep | None) -> str:
    """Return when a step is, as the planning has it: 'vanaf 4 maart 2027'; empty when nothing is known."""
    if step is None:
        return ""
    if step.when:
        return step.when
    if step.on is None:
        return ""
    return f"{'vanaf ' if step.from_on else ''}{day_in_words(step.on)}"


def last_moment_words(variant: Variant) -> str:
    """Return the last decision that the start waits for, with its date: 'vanaf 4 maart 2027: Besluit van …'."""
    step = variant.path.last_before_start
    return ": ".join(filter(None, (when_words(step), step.what))) if step else ""


def start_words(variant: Variant) -> str:
    """Return when the regiostaf can begin at the earliest; empty when there is nothing to decide."""
    step = variant.path.of("start")
    return day_in_words(step.earliest) if step else ""


def costs_words(variant: Variant, frequency: Frequency) -> str:
    """Return the sum of the items of costs that come so often; empty without any."""
    amounts = [item.amount for item in variant.dossier.proposal.cost_items if item.frequency == frequency]
    return euros(sum(amounts, Decimal(0))) if amounts else ""


def open_questions(content: Content, variant: Variant) -> Iterator[str]:
    """Yield the questions that are open, and of those that aren't what a decision waits for."""
    for question in content.questions:
        if variant.dossier.answer(question.number).open:
            yield f"vraag {question.number}, {question.name_in_a_sentence}"
        elif any(detail.open and detail.required for detail in details_of(question, variant)):
            yield f"een deelkeuze bij vraag {question.number}, {question.name_in_a_sentence}"
