"""When organs meet about a proposal, from all places where the kring may say so, and what has happened already."""

from collections.abc import Iterable, Mapping
from datetime import date

from checklist.domain.decision.graph import Graph
from checklist.domain.decision.step_notes import StepNote
from checklist.domain.decision_content import Organ
from checklist.domain.dossier import DossierValue
from checklist.domain.proposal import OtherMeeting
from checklist.domain.state import Stand, State

# The moment of the kring itself, and the step by which its proposal goes to the bestuur.
SETTLING, OFFERING = "kring_vaststellen", "aanbieden"


def meetings_of_others(graph: Graph, meetings: Iterable[OtherMeeting]) -> dict[str, date]:
    """Return the dates of moments of decision from the rows about other organs: that of the step a row names, else of
    its organ's first. Of more rows about one moment the last date counts, as then the last gemeente has decided."""
    found: dict[str, date] = {}
    for row in meetings:
        key = row.step or graph.first_of.get(row.organ, "")
        if row.on and key in graph.steps:
            found[key] = max(row.on, found.get(key, row.on))
    return found


def dates_at_moments(graph: Graph, notes: Mapping[str, StepNote]) -> dict[str, date]:
    """Return the dates that the kring wrote at moments of decision."""
    return {key: note.on for key, note in notes.items() if note.on and graph.steps[key].decides}


def meetings_of(
    graph: Graph, dossier: DossierValue, organ: Organ, notes: Mapping[str, StepNote]
) -> tuple[dict[str, date], dict[str, date]]:
    """Return the dates of the meetings of moments of decision, and the last days of steps without a meeting.

    A row about another organ goes before the cover, and this before what is written at a step; the kring meets on the
    date of the dossier. Where the organ on the cover decides nothing, its meeting is the last day to offer.
    """
    meetings = {SETTLING: dossier.date} if SETTLING in graph.steps else {}
    meetings |= dates_at_moments(graph, notes)
    limits = {}
    if cover := dossier.proposal.meeting:
        if first := graph.first_of.get(organ):
            meetings[first] = cover
        elif OFFERING in graph.steps:
            limits[OFFERING] = cover
    return meetings | meetings_of_others(graph, dossier.proposal.other_meetings), limits


def happened_by(state: State, graph: Graph, organ: Organ, settled: date) -> dict[str, date]:
    """Return what the state says has happened, and when; `settled` is when the kring met, if the state doesn't say."""
    found = {}
    if state.settled_on or state.stand not in {Stand.CONCEPT, Stand.WITHDRAWN}:
        found[SETTLING] = state.settled_on or settled
    if state.offered_on:
        found[OFFERING] = state.offered_on
    decided = graph.first_of.get(state.organ or organ)
    if decided and state.decided_on:
        found[decided] = state.decided_on
    return {key: day for key, day in found.items() if key in graph.steps}
