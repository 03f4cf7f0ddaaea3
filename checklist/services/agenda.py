"""The agenda of a meeting's last minutes is saved: the tensions that are kept and the actions, all of it or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import F

from checklist import selectors
from checklist.domain.dossier import MOST_ACTIONS, Right
from checklist.domain.dossier import Action as ActionValue
from checklist.domain.text import WHAT_CAP, WHEN_CAP, WHO_CAP
from checklist.models import Action
from checklist.selectors import ActionState, KeptState, OpenDossier
from checklist.services import guard
from checklist.services.kept import KeptConflictError, remove_kept, write_kept


@dataclass(frozen=True)
class ActionSave:
    """An action as it is to be, with its row, None for a new one, and the version of the row it was based on. One that
    says nothing is removed, or not made."""

    id: int | None
    based_on: int
    action: ActionValue


@dataclass(frozen=True)
class KeptSave:
    """Whether a tension, by its number, is kept and why, with the version this was based on: 0 when it wasn't kept.

    Not kept, and not kept before, is no wish at all: what somebody else kept meanwhile stays.
    """

    number: int
    keep: bool
    motivation: str
    based_on: int


class AgendaConflictError(Exception):
    """Somebody else changed some of these rows first. Nothing was written.

    `actions` and `kept` have what is stored now, None where the row is gone, by place in what was to be saved.
    """

    def __init__(self, actions: Mapping[int, ActionState | None], kept: Mapping[int, KeptState | None]) -> None:
        super().__init__("part of the agenda was changed by somebody else")
        self.actions = actions
        self.kept = kept


class AgendaRefusedError(ValueError):
    """An action can't be stored as it is; the message says why, for the user. Nothing was written."""


def save_agenda(dossier: OpenDossier, *, actions: Sequence[ActionSave], kept: Sequence[KeptSave]) -> bool:
    """Save which tensions are kept and what is still to be done, in one transaction; return whether anything was
    written. A row equal to what is stored is a success, whatever version it was based on, and isn't written; neither is
    a new action that the dossier has already, so that a form that is sent twice makes nothing double.

    Raises `AgendaConflictError` when somebody else was first with any of the rows, `AgendaRefusedError` for an action
    that is too long, about something unknown, or one more than a dossier may have, `NotBothChosenError` when there is
    nothing to keep, `DossierSettledError` and `DossierGoneError` when the dossier was settled or deleted meanwhile. A
    query for the stored actions and one for the kept tensions; one for each action that changes, four or five for each
    tension; one more when something was written, two more for new actions.
    """
    guard.require(dossier, Right.EDIT)
    for save in actions:
        _check_length(save.action)
    # Rows are written in one order, those of the dossier's parts before its own, as everywhere: then of two who write
    # at the same moment one waits for the other, and neither for both.
    with transaction.atomic():
        part_kept, kept_conflicts = _save_kept(dossier, kept)
        part_changed, action_conflicts = _save_actions(dossier, actions)
        if kept_conflicts or action_conflicts:
            guard.check_still_there(dossier)
            guard.look_again(dossier)
            raise AgendaConflictError(action_conflicts, kept_conflicts)
        new = [save.action for save in actions if save.id is None and not save.action.empty]
        if part_kept or part_changed or new:
            guard.hold(dossier)
        return _add(dossier, new) or part_kept or part_changed


def _save_kept(dossier: OpenDossier, saves: Sequence[KeptSave]) -> tuple[bool, dict[int, KeptState | None]]:
    """Keep tensions and let them go; return whether anything was written, and the conflicts."""
    stored = selectors.kept_by_number(dossier.id) if saves else {}
    written, conflicts = False, {}
    for at, save in sorted(enumerate(saves), key=lambda each: each[1].number):
        if _stands(save, stored.get(save.number)):
            continue
        try:
            if save.keep:
                written |= write_kept(dossier, save.number, save.motivation, based_on=save.based_on)
            else:
                written |= remove_kept(dossier, save.number, based_on=save.based_on)
        except KeptConflictError as conflict:
            conflicts[at] = conflict.theirs
    return written, conflicts


def _stands(save: KeptSave, stored: KeptState | None) -> bool:
    """Whether a kept tension is stored as it is to be."""
    if not save.keep:
        return stored is None or save.based_on == 0
    return stored is not None and stored.motivation == save.motivation


def _save_actions(dossier: OpenDossier, saves: Sequence[ActionSave]) -> tuple[bool, dict[int, ActionState | None]]:
    """Change and remove actions; return whether anything was written, and the conflicts."""
    stored = _stored(dossier) if saves else {}
    _check_abouts(saves, stored)
    known = [(save.id, at, save) for at, save in enumerate(saves) if save.id is not None]
    written, missed = False, []
    for pk, at, save in sorted(known, key=lambda each: each[:2]):
        if _is_so(save, stored.get(pk)):
            continue
        if pk in stored and _write(dossier, pk, save):
            written = True
        else:
            missed.append((pk, at, save))
    now = _stored(dossier) if missed else {}
    return written, {at: now.get(pk) for pk, at, save in missed if not _is_so(save, now.get(pk))}


def _stored(dossier: OpenDossier) -> dict[int, ActionState]:
    return {state.id: state for state in selectors.actions_of(dossier.id)}


def _is_so(save: ActionSave, stored: ActionState | None) -> bool:
    return save.action == stored.action if stored else save.action.empty


def _write(dossier: OpenDossier, pk: int, save: ActionSave) -> bool:
    """Write one action unless somebody else is first; return whether it was written."""
    rows = Action.objects.filter(pk=pk, dossier_id=dossier.id, version=save.based_on)
    if save.action.empty:
        return bool(rows.delete()[0])
    return bool(rows.update(**asdict(save.action), version=F("version") + 1))


def _add(dossier: OpenDossier, actions: Sequence[ActionValue]) -> bool:
    """Add new actions to a dossier that is held; return whether there were any."""
    if not actions:
        return False
    stored = [state.action for state in selectors.actions_of(dossier.id)]
    new = [action for action in dict.fromkeys(actions) if action not in stored]
    if len(stored) + len(new) > MOST_ACTIONS:
        raise AgendaRefusedError(
            f"Dit worden {len(stored) + len(new)} acties. Er passen er {MOST_ACTIONS} in een dossier. "
            "Er is niets opgeslagen."
        )
    Action.objects.bulk_create(Action(dossier_id=dossier.id, **asdict(action)) for action in new)
    return bool(new)


def _check_length(action: ActionValue) -> None:
    for name, text, cap in (
        ("wat", action.what, WHAT_CAP),
        ("wie", action.who, WHO_CAP),
        ("wanneer", action.when, WHEN_CAP),
    ):
        if len(text) > cap:
            raise AgendaRefusedError(
                f"De tekst bij ‘{name}’ telt {len(text)} tekens. Maak die korter: er passen er {cap}. "
                "Er is niets opgeslagen."
            )


def _check_abouts(saves: Iterable[ActionSave], stored: Mapping[int, ActionState]) -> None:
    """Refuse an action that becomes about something that isn't there."""
    abouts = {save.action.about for save in saves if not save.action.empty}
    if selectors.unknown_abouts(abouts - {state.action.about for state in stored.values()}):
        raise AgendaRefusedError("Een actie gaat over iets wat niet bestaat. Er is niets opgeslagen.")
