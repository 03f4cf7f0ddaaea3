"""Page 2: what is asked, why now, what it costs, who is against it, and when; before anything is dropped."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from checklist.domain.advies.voorstel.given import Given, decided
from checklist.domain.advies.voorstel.lines import run_together
from checklist.domain.advies.voorstel.value_appendices import Agreement
from checklist.domain.advies.voorstel.value_chapters import Argument, RiskRow
from checklist.domain.advies.voorstel.value_summary import AskedElsewhere, Attention, Minority, Moment, Summary
from checklist.domain.choices.details import value_of
from checklist.domain.content import Option
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import Answer
from checklist.domain.dutch import in_a_row, small

TASK, PLACE = 2, 7
_MOST_ATTENTION = 3
_KRING = Organ.KRING.value


def summary_of(
    given: Given,
    arguments: Sequence[Argument],
    risks: Sequence[RiskRow],
    needed: Sequence[Agreement],
    kept: Sequence[Agreement],
) -> Summary:
    """Return the summary without what doesn't fit on its page."""
    asked, proposal = given.asked, given.proposal
    with_view = [one for one in arguments if one.minority]
    own_questions = {given.content.option_of[code].question_number for code in given.decided_by_own}
    return Summary(
        task=in_a_row(_said(given, TASK)),
        place=next(iter(_said(given, PLACE)), ""),
        occasion=run_together(proposal.occasion),
        own=asked.own.points if asked.own else (),
        elsewhere=tuple(_elsewhere(given)),
        agreements=sum(len(one.points) for one in asked.agreements),
        open_names=tuple(small(given.content.question_of[number].short_name) for number in asked.open_questions),
        costs=run_together(proposal.costs),
        support=run_together(proposal.support),
        minority_names=tuple(small(one.name) for one in with_view),
        minorities=tuple(_minority(one, given) for one in with_view if one.question in own_questions),
        attention=tuple(_attention(given, arguments, risks, needed, kept))[:_MOST_ATTENTION],
        planning=tuple(_planning(given)),
    )


def _said(given: Given, number: int) -> list[str]:
    """What 'De regiostaf …' goes on with by the options of a question, with what was answered to what they leave
    open."""
    answer = given.dossier.answer(number)
    words = (_in_the_summary(option, answer) for option in given.of_question(number))
    return [given.names.in_detail(one) for one in words if one]


def _in_the_summary(option: Option, answer: Answer) -> str:
    for detail in option.details:
        value = value_of(option, detail, answer.details)
        for alternative in detail.alternatives:
            if alternative.value == value and alternative.brief:
                return alternative.brief
    return option.in_the_summary


def _elsewhere(given: Given) -> Iterator[AskedElsewhere]:
    for one in given.asked.decisions:
        points = list(decided(one))
        if one.organ != given.asked.organ and points:
            yield AskedElsewhere(one.organ, len(points), points[0].number, points[-1].number)


def _minority(argument: Argument, given: Given) -> Minority:
    name, number = small(argument.name), argument.minority[0].number
    return Minority(argument.question, name, run_together(given.dossier.answer(argument.question).minority), number)


def _attention(
    given: Given,
    arguments: Sequence[Argument],
    risks: Iterable[RiskRow],
    needed: Iterable[Agreement],
    kept: Iterable[Agreement],
) -> Iterator[Attention]:
    """Risks of the kring, contradictions that it keeps, agreements that are missing, and caveats of ours: those first
    about what the organ on the cover decides."""
    yield from (Attention(risk.risk, risk.number) for risk in risks)
    yield from (Attention(one.explanation, one.number) for one in kept if one.contradiction)
    by_readers = {(tension.a, tension.b): not tension.counts for tension in given.content.tensions}
    for one in sorted(needed, key=lambda each: by_readers.get(each.codes, True)):
        yield Attention(one.explanation, one.number)
    own = {given.content.option_of[code].question_number for code in given.decided_by_own}
    for argument in sorted(arguments, key=lambda each: each.question not in own):
        if argument.remark:
            yield Attention(argument.remark.text, argument.remark.number)


def _planning(given: Given) -> Iterator[Moment]:
    """The rows of the planning; of two about the same moment one is told."""
    kring = given.path.of("kring_vaststellen")
    settled = given.state.settled_on or (kring.on if kring else None) or given.dossier.date
    yield Moment("Vastgesteld", _KRING, settled)
    decision = given.proposal.meeting or _first_of(given, given.asked.organ)
    yield Moment("Bespreking" if given.asked.only_informs else "Besluit", given.asked.organ.value, decision)
    last = given.path.last_before_start
    told = {(_KRING, settled), (given.asked.organ.value, decision)}
    if last and (last.step.organ.value, last.on) not in told:
        yield Moment("Laatste besluit vóór de start", last.step.organ.value, last.on, last.from_on)
    yield Moment("Evaluatie", _KRING, given.proposal.evaluation)


def _first_of(given: Given, organ: Organ) -> date | None:
    """The date of an organ's first moment of decision, when the kring filled it in."""
    steps = (one for one in given.path.steps if one.step.decides and one.step.organ == organ)
    return next((one.on for one in steps if one.fixed), None)
