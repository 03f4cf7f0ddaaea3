"""What a bestuur asks beyond the answers, as it is stored."""

import json
from dataclasses import dataclass

from django.db.models import BooleanField, CharField, TextField, Value
from django.db.models.functions import Cast

from checklist.domain.dossier import Action as ActionValue
from checklist.domain.proposal import NO_PROPOSAL, Proposal, proposal_of
from checklist.models import Action
from checklist.models import Proposal as ProposalRow
from checklist.selectors.actions import ActionState


@dataclass(frozen=True)
class ProposalState:
    """The stored proposal with its version; version 0: nothing was ever filled in."""

    proposal: Proposal = NO_PROPOSAL
    version: int = 0


def proposal_state(dossier_id: int) -> ProposalState:
    """Return the proposal of a dossier. One query."""
    row = ProposalRow.objects.filter(dossier_id=dossier_id).first()
    return ProposalState(proposal_of(row.data), row.version) if row else ProposalState()


# The mark of the row of the proposal among the actions: no action is about this.
_PROPOSAL = "proposal"
_NOTHING = Value("", CharField())


def beside_answers(dossier_id: int) -> tuple[tuple[ActionState, ...], ProposalState]:
    """Return the actions of a dossier in the order in which they were made, and its proposal. One query."""
    actions = Action.objects.filter(dossier_id=dossier_id).order_by()
    texts = ("pk", "about", Cast("what", TextField()), "who", "when", "done", "version")
    data = (
        *("pk", Value(_PROPOSAL, CharField()), Cast("data", TextField()), _NOTHING, _NOTHING),
        *(Value(False, BooleanField()), "version"),
    )
    proposals = ProposalRow.objects.filter(dossier_id=dossier_id).order_by()
    rows = actions.values_list(*texts).union(proposals.values_list(*data), all=True)
    found, proposal = [], ProposalState()
    for pk, about, what, who, when, done, version in rows:
        if about == _PROPOSAL:
            proposal = ProposalState(proposal_of(json.loads(what)), version)
        else:
            found.append(ActionState(pk, ActionValue(about, what, who, when, bool(done)), version))
    return tuple(sorted(found, key=lambda state: state.id)), proposal
