"""What a bestuur asks beyond the answers, as it is stored."""

import json
from dataclasses import dataclass

from django.db.models import BooleanField, CharField, TextField, Value
from django.db.models.functions import Cast

from checklist.domain.dossier import Action as ActionValue
from checklist.domain.meeting_record.as_json import record_from_json
from checklist.domain.meeting_record.value import MeetingRecord
from checklist.domain.proposal import NO_PROPOSAL, Proposal, proposal_of
from checklist.models import Action, Meeting
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


# The marks of the rows of the proposal and of the meeting among the actions: no action is about these.
_PROPOSAL, _MEETING = "proposal", "meeting"
_NOTHING = Value("", CharField())


@dataclass(frozen=True)
class BesideAnswers:
    """What a dossier has beside its answers: its actions in the order in which they were made, its proposal, and what a
    closed meeting about it left behind, None without one."""

    actions: tuple[ActionState, ...]
    proposal: ProposalState
    meeting: MeetingRecord | None = None


def beside_answers(dossier_id: int) -> BesideAnswers:
    """Return what a dossier has beside its answers. One query."""
    actions = Action.objects.filter(dossier_id=dossier_id).order_by()
    texts = ("pk", "about", Cast("what", TextField()), "who", "when", "done", "version")
    rest = (_NOTHING, _NOTHING, Value(False, BooleanField()), "version")
    proposals = ProposalRow.objects.filter(dossier_id=dossier_id).order_by()
    meetings = Meeting.objects.filter(dossier_id=dossier_id, record__isnull=False).order_by()
    rows = actions.values_list(*texts).union(
        proposals.values_list("pk", Value(_PROPOSAL, CharField()), Cast("data", TextField()), *rest),
        meetings.values_list("pk", Value(_MEETING, CharField()), Cast("record", TextField()), *rest),
        all=True,
    )
    found, proposal, meeting = [], ProposalState(), None
    for pk, about, what, who, when, done, version in rows:
        if about == _PROPOSAL:
            proposal = ProposalState(proposal_of(json.loads(what)), version)
        elif about == _MEETING:
            meeting = record_from_json(json.loads(what))
        else:
            found.append(ActionState(pk, ActionValue(about, what, who, when, bool(done)), version))
    return BesideAnswers(tuple(sorted(found, key=lambda state: state.id)), proposal, meeting)
