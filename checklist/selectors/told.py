"""A dossier as it is told: what the kring typed and chose, as a value."""

from collections.abc import Iterable, Mapping

from checklist.domain.choices.details import gemeenten_in, within_region
from checklist.domain.choices.rejected import as_told
from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.domain.dossier_file import write_dossier
from checklist.domain.proposal import NO_PROPOSAL, Proposal
from checklist.selectors.actions import ActionState
from checklist.selectors.dossier import OpenDossier
from checklist.selectors.kept import KeptState, kept_tensions
from checklist.selectors.proposal import beside_answers
from checklist.selectors.regions import gemeenten_of


def size_of(dossier: OpenDossier) -> int:
    """Return in bytes what the kring typed and chose, at most: all that a copy of it would take. Two queries, and those
    of `gemeenten_named`."""
    kept = kept_tensions(dossier.id)
    motivations = sum(len(state.motivation.encode()) for state in kept.values())
    return len(write_dossier(dossier_value(dossier, kept=kept))) + motivations


def gemeenten_for(answers: Iterable[Answer], region_code: str, stamp: str = "") -> Mapping[str, str]:
    """Return the names of the region's gemeenten by code when one of the answers names a gemeente, else none. Queries:
    those of `gemeenten_of`, or none."""
    named = any(gemeenten_in(answer.details) for answer in answers)
    return gemeenten_of(region_code, stamp) if named else {}


def gemeenten_named(dossier: OpenDossier) -> Mapping[str, str]:
    """Return the `gemeenten_for` the answers of a dossier, those of options that aren't chosen too."""
    answers = (state.answer for state in dossier.answers.values())
    return gemeenten_for(answers, dossier.region_code, dossier.stamp)


def dossier_value(
    dossier: OpenDossier,
    kept: Mapping[tuple[str, str], KeptState] | None = None,
    gemeenten: Mapping[str, str] | None = None,
    actions: Iterable[ActionState] | None = None,
    proposal: Proposal = NO_PROPOSAL,
) -> DossierValue:
    """Return what the kring typed and chose, as it is told: questions never looked at, details of options that aren't
    chosen and reasons against options that are, or whose question is open, are left out. A query for the kept tensions,
    none when its caller has read them; one for the actions, the proposal and the meeting, or none when its caller gives
    the actions, and the proposal if it is to be told; then no meeting is. Without `gemeenten`, those of
    `gemeenten_named` too."""
    if kept is None:
        kept = kept_tensions(dossier.id)
    if gemeenten is None:
        gemeenten = gemeenten_named(dossier)
    meeting = None
    if actions is None:
        beside = beside_answers(dossier.id)
        actions, proposal, meeting = beside.actions, beside.proposal.proposal, beside.meeting
    answers = {
        number: within_region(state.answer.as_told, gemeenten)
        for number, state in dossier.answers.items()
        if state.version
    }
    chosen = {code for answer in answers.values() for code in answer.options}
    return DossierValue(
        title=dossier.title,
        veiligheidsregio=dossier.region_code,
        date=dossier.date,
        present=dossier.present,
        answers=answers,
        kept=tuple(Kept(a, b, state.motivation) for (a, b), state in kept.items() if {a, b} <= chosen),
        until=dossier.until,
        actions=tuple(state.action for state in actions),
        proposal=as_told(proposal, answers),
        meeting=meeting,
    )
