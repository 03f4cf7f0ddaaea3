"""What a bestuur asks beyond the answers is saved, a page of fields at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from checklist import selectors
from checklist.domain.dossier import Right
from checklist.domain.proposal import FIELD_OF, Proposal, data_of, mark_of, proposal_of
from checklist.models import Proposal as ProposalRow
from checklist.selectors import OpenDossier, ProposalState
from checklist.services import guard
from checklist.services.agenda import ActionSave, save_agenda
from checklist.services.choices import OtherRegionError


class ProposalConflictError(Exception):
    """Somebody else changed some of these fields first: `keys`. `theirs` is what is stored now; nothing was written."""

    def __init__(self, keys: tuple[str, ...], theirs: ProposalState) -> None:
        super().__init__("part of the proposal was changed by somebody else")
        self.keys = keys
        self.theirs = theirs


@transaction.atomic
def save_proposal(dossier: OpenDossier, filled: Proposal, *, shown: Mapping[str, str], based_on: int) -> bool:
    """Save some fields of the proposal, by their keys those of `shown`, which has the mark (`mark_of`) of what the page
    showed in each; return whether anything was written. The other fields stay as they are stored.

    Fields equal to what is stored are a success, whatever version they were based on. So is a field that nobody changed
    since the page was made: who writes in other fields is in nobody's way; a table is one field. Raises
    `ProposalConflictError` when somebody else was first with any of the fields, `OtherRegionError` for a gemeente of
    another region, `DossierSettledError` and `DossierGoneError` when the dossier was settled or deleted meanwhile.
    Three queries; one more for the first save of a dossier, one for gemeenten that weren't there.
    """
    guard.require(dossier, Right.EDIT)
    row = hold_proposal(dossier)
    if row is None:
        guard.hold(dossier)
        row = hold_proposal(dossier) or ProposalRow(dossier_id=dossier.id, version=0)
    stored = proposal_of(row.data)
    changed = {FIELD_OF[key]: getattr(filled, FIELD_OF[key]) for key in shown}
    merged = replace(stored, **changed)
    if data_of(merged) == data_of(stored):
        return False
    if row.pk:
        guard.look_again(dossier)
    missed = tuple(key for key in shown if mark_of(stored, key) not in (shown[key], mark_of(filled, key)))
    if row.version != based_on and missed:
        raise ProposalConflictError(missed, ProposalState(stored, row.version))
    _check_region(dossier, merged, stored)
    row.data = data_of(merged)
    row.version += 1
    row.save()
    return True


@transaction.atomic
def save_closing(
    dossier: OpenDossier,
    filled: Proposal,
    *,
    shown: Mapping[str, str],
    based_on: int,
    actions: Sequence[ActionSave] = (),
) -> bool:
    """Save a page of the afronding, all of it or nothing: fields of the proposal as `save_proposal` does, and actions
    about steps as `save_agenda` does, with the errors and the queries of both; one more query with actions. Return
    whether anything was written."""
    guard.require(dossier, Right.EDIT)
    if actions:  # before any row of the dossier itself, as whoever changes the region holds it
        hold_proposal(dossier)
    planned = save_agenda(dossier, actions=actions, kept=())
    return save_proposal(dossier, filled, shown=shown, based_on=based_on) or planned


def hold_proposal(dossier: OpenDossier) -> ProposalRow | None:
    """Return the row of a proposal, which nobody else writes in until the transaction ends. One query."""
    return ProposalRow.objects.select_for_update().filter(dossier_id=dossier.id).first()


def _check_region(dossier: OpenDossier, after: Proposal, before: Proposal) -> None:
    """Whoever changes the region holds this row first, as this save does now, and then the dossier's."""
    new = {one.gemeente for one in after.attendance} - {one.gemeente for one in before.attendance}
    if new and selectors.gemeenten_elsewhere(dossier.id, new):
        raise OtherRegionError


def empty_attendance(dossier: OpenDossier, region_code: str) -> bool:
    """Leave out who was there of gemeenten that aren't of this region; return whether there were any. Within the
    transaction of the caller. One query, and one more, with those of the gemeenten, when there were."""
    row = hold_proposal(dossier)
    stored = proposal_of(row.data) if row else None
    if row is None or stored is None or not stored.attendance:
        return False
    here = selectors.gemeenten_of(region_code)
    kept = tuple(one for one in stored.attendance if one.gemeente in here)
    if kept == stored.attendance:
        return False
    row.data = data_of(replace(stored, attendance=kept))
    row.version += 1
    row.save()
    return True
