"""What a dossier asks of which organ: the besluiten, numbered, and what the kring agrees among itself."""

from collections.abc import Iterator, Mapping, Sequence

from checklist.domain.content import Content
from checklist.domain.decision.amounts import PAYER_IN, with_amount, yearly
from checklist.domain.decision.design import Design, design_of, open_optional
from checklist.domain.decision.graph import Graph, graph_of
from checklist.domain.decision.lists import Draft, organ_lists
from checklist.domain.decision.meetings import dates_at_moments, meetings_of_others
from checklist.domain.decision.names import Names, names_of
from checklist.domain.decision.step_notes import notes_on
from checklist.domain.decision.stops import open_questions, stops_of
from checklist.domain.decision.value import Asked
from checklist.domain.decision_content import Deciding, DecisionKind, DecisionText, Organ
from checklist.domain.dossier import DossierValue
from checklist.domain.dutch import in_a_row

ASKED = (Organ.AB, Organ.DB, Organ.COLLEGES, Organ.RADEN, Organ.OTHERS)
AGREEING = (Organ.KRING, Organ.SECRETARY)
BESTUUR = (Organ.AB, Organ.DB)
# Their decisions are named in what the algemeen bestuur takes note of.
ELSEWHERE = (Organ.COLLEGES, Organ.RADEN, Organ.OTHERS)

# Decisions that belong to no option, by their keys in the content.
NOTE_OF_ALL = "kennisnemen_geheel"
EVALUATION = "evaluatie"
AGREEMENTS = "de afspraken van de kring"
ASKED_ELSEWHERE = "de besluiten die aan {organen} worden gevraagd"


def asked_of(content: Content, dossier: DossierValue, region: str, gemeenten: Mapping[str, str]) -> Asked:
    """Return all that a dossier asks and agrees. `region` is the name of its veiligheidsregio, `gemeenten` are the
    official names of the region's gemeenten by code. Pure; no queries."""
    deciding, proposal = content.deciding, dossier.proposal
    design = design_of(content, dossier, gemeenten)
    names = names_of(region, proposal.cgs, gemeenten)
    graph = graph_of(deciding, design.telling)
    drafts = list(_of_options(deciding, design, names, dossier, graph))
    drafts += _general(deciding, names, drafts, evaluated=proposal.evaluation is not None)
    organ = proposal.organ or _bestuur_that_decides(drafts)
    openings = {one: names.fill(words) for one, words in deciding.openings.items()}
    return Asked(
        organ=organ,
        decisions=organ_lists(drafts, sorted(ASKED, key=lambda one: one != organ), openings, "2."),
        agreements=organ_lists(drafts, AGREEING, openings, "C."),
        stops=stops_of(content, dossier, design, names),
        open_questions=open_questions(content, dossier),
        kept=design.kept,
        not_told=design.not_told,
        defaults=tuple(names.in_detail(one.while_open) for option in design.telling for one in open_optional(option)),
        together=_establishing(design) > 1,
    )


def _of_options(
    deciding: Deciding, design: Design, names: Names, dossier: DossierValue, graph: Graph
) -> Iterator[Draft]:
    """What the options ask, in the order of the questions. Two of them ask for money: their first has the sum."""
    sums, places = yearly(dossier.proposal.cost_items), {key: place for place, key in enumerate(graph.steps)}
    dates = dates_at_moments(graph, notes_on(graph.steps, dossier.actions))
    dates |= meetings_of_others(graph, dossier.proposal.other_meetings)
    for option in design.telling:
        with_sum: set[Organ] = set()
        for decision in option.deciding.decisions:
            if not option.holds(decision.condition):
                continue
            text = names.fill_for(option, decision.text)
            payer = PAYER_IN.get((option.option.code, decision.organ))
            on_costs = payer is not None and decision.organ not in with_sum
            if payer and on_costs:
                text = with_amount(text, payer, sums)
                with_sum.add(decision.organ)
            first = graph.first_of.get(decision.organ)
            later = decision.step if decision.step in graph.steps and decision.step != first else ""
            yield Draft(
                decision.organ,
                text,
                decision.kind,
                (option.option.code,),
                _to_look_up(deciding, decision),
                later,
                places.get(later, -1),
                dates.get(later),
                on_costs,
            )


def _to_look_up(deciding: Deciding, decision: DecisionText) -> tuple[str, ...]:
    """The sources of a decision that must be looked up: those that weren't read in the text in force, or all when the
    question is whether they hold here."""
    if not decision.to_check:
        return ()
    unread = tuple(key for key in decision.sources if key in deciding.sources and deciding.sources[key].to_check)
    return unread or decision.sources


def _general(deciding: Deciding, names: Names, drafts: Sequence[Draft], *, evaluated: bool) -> Iterator[Draft]:
    """The decisions of no option: on the evaluation, and to take note of what others agree and are asked."""
    deciders = {draft.organ for draft in drafts if not draft.informs}
    if evaluated and Organ.AB in deciders and (text := deciding.general.get(EVALUATION)):
        yield Draft(text.organ, names.fill(text.text), text.kind)
    elsewhere = [organ.value for organ in ELSEWHERE if organ in deciders]
    parts = [AGREEMENTS] if deciders.intersection(AGREEING) else []
    if elsewhere:
        parts.append(ASKED_ELSEWHERE.format(organen=in_a_row(elsewhere)))
    if parts and (text := deciding.general.get(NOTE_OF_ALL)):
        yield Draft(text.organ, names.fill(text.text, delen=in_a_row(parts), organen=in_a_row(elsewhere)), text.kind)


def _bestuur_that_decides(drafts: Sequence[Draft]) -> Organ:
    """The dagelijks bestuur when it alone has something to decide, else the algemeen bestuur."""
    deciders = {draft.organ for draft in drafts if not draft.informs and draft.organ in BESTUUR}
    return Organ.DB if deciders == {Organ.DB} else Organ.AB


def _establishing(design: Design) -> int:
    """How many answers to the first question have an organ establish the regiostaf."""
    return sum(
        any(one.kind == DecisionKind.ESTABLISH and option.holds(one.condition) for one in option.deciding.decisions)
        for option in design.telling
        if option.option.question_number == 1
    )
