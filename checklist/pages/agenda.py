"""The form of the controle: its rows as they are shown and as they were sent.

A row carries its version, and a mark of what the page showed: who changed nothing in it sends nothing, so a page that
is older than another's save conflicts only where both wrote.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from checklist.domain.dossier import Action
from checklist.domain.text import clean_line, one_text
from checklist.forms import MARK_LENGTH
from checklist.selectors import ActionState, KeptState
from checklist.services import ActionSave, AgendaConflictError, KeptSave

NEW = Action("", "")
# The fields of an action that one types in, with the words above them.
TEXTS = {"what": "Wat", "who": "Wie", "when": "Wanneer"}


@dataclass(frozen=True)
class ActionRow:
    """A row as its fields hold it: `at` names them, `shown` marks what the page showed before it was typed in.
    `conflicts`: somebody else changed it, to `theirs`, or removed it (None)."""

    at: int
    id: int | None
    version: int
    shown: str
    action: Action
    errors: Mapping[str, str] = field(default_factory=dict)
    conflicts: bool = False
    theirs: Action | None = None

    @property
    def name(self) -> str:
        """What the names of its fields start with."""
        return f"actie-{self.at}"

    @property
    def changed(self) -> bool:
        """Whether it holds something else than its page showed."""
        return bool(self.errors) or mark_of_action(self.action) != self.shown

    @property
    def planned(self) -> bool:
        """Whether it says who does it and when."""
        return bool(self.action.who and self.action.when)

    @property
    def save(self) -> ActionSave:
        """What is asked of the service."""
        return ActionSave(self.id, self.version, self.action)


@dataclass(frozen=True)
class KeepRow:
    """Whether a tension is kept, and why, as the fields hold it; see `ActionRow`."""

    number: int
    version: int
    shown: str
    keep: bool
    motivation: str
    errors: Mapping[str, str] = field(default_factory=dict)
    conflicts: bool = False
    theirs: KeptState | None = None

    @property
    def name(self) -> str:
        """What the names of its fields start with."""
        return f"spanning-{self.number}"

    @property
    def changed(self) -> bool:
        """Whether it holds something else than its page showed."""
        return bool(self.errors) or mark_of_kept(self.motivation if self.keep else None) != self.shown

    @property
    def save(self) -> KeptSave:
        """What is asked of the service."""
        return KeptSave(self.number, self.keep, self.motivation if self.keep else "", self.version)


@dataclass(frozen=True)
class SentAgenda:
    """The rows of a form that somebody sent; `refusal`: why it can't be saved at all."""

    actions: tuple[ActionRow, ...] = ()
    kept: tuple[KeepRow, ...] = ()
    refusal: str = ""

    @property
    def valid(self) -> bool:
        """Whether all of it can be saved."""
        return not any(row.errors for row in self.actions) and not any(row.errors for row in self.kept)

    @property
    def changed_actions(self) -> tuple[ActionRow, ...]:
        """The actions to save."""
        return tuple(row for row in self.actions if row.changed)

    @property
    def changed_kept(self) -> tuple[KeepRow, ...]:
        """What to keep or to let go."""
        return tuple(row for row in self.kept if row.changed)

    def agreed(self, number: int, agreement: str) -> "SentAgenda":
        """Return the form with this agreement in the field of a tension, above what was typed there, and its box
        ticked."""
        return replace(
            self,
            kept=tuple(
                replace(row, keep=True, motivation=one_text(agreement, row.motivation), errors={})
                if row.number == number
                else row
                for row in self.kept
            ),
        )

    def against(self, conflict: AgendaConflictError) -> "SentAgenda":
        """Return the form after somebody else was first: their texts and versions in the rows that conflict."""
        actions = {self.changed_actions[place].at: theirs for place, theirs in conflict.actions.items()}
        kept = {self.changed_kept[place].number: theirs for place, theirs in conflict.kept.items()}
        return SentAgenda(
            tuple(_after_theirs(row, actions[row.at]) if row.at in actions else row for row in self.actions),
            tuple(_after_theirs_kept(row, kept[row.number]) if row.number in kept else row for row in self.kept),
        )

    def refused(self, number: int, reason: str) -> "SentAgenda":
        """Return the form with the reason why a tension can't be kept."""
        return replace(
            self,
            kept=tuple(replace(row, errors={"keep": reason}) if row.number == number else row for row in self.kept),
        )


def mark_of_action(action: Action) -> str:
    """Return the mark of what a row says."""
    done = "done" if action.done else ""
    return _mark(clean_line(action.what), clean_line(action.who), clean_line(action.when), done)


def mark_of_kept(motivation: str | None) -> str:
    """Return the mark of why a tension is kept; None: it isn't."""
    return _mark(motivation)


def _mark(*texts: str | None) -> str:
    return sha256(json.dumps(texts).encode()).hexdigest()[:MARK_LENGTH]


def stored_row(at: int, state: ActionState) -> ActionRow:
    """Return the row of an action as it is stored."""
    return ActionRow(at, state.id, state.version, mark_of_action(state.action), state.action)


def new_row(at: int, about: str) -> ActionRow:
    """Return an empty row in which an action about this can be typed."""
    return ActionRow(at, None, 0, mark_of_action(NEW), replace(NEW, about=about))


def stored_keep(number: int, state: KeptState | None) -> KeepRow:
    """Return the fields of a tension as it is kept, or not."""
    motivation = state.motivation if state else ""
    shown = mark_of_kept(state.motivation if state else None)
    return KeepRow(number, state.version if state else 0, shown, state is not None, motivation)


def _after_theirs(row: ActionRow, theirs: ActionState | None) -> ActionRow:
    now = replace(row, conflicts=True, theirs=theirs.action if theirs else None)
    if theirs is None:  # gone: what is typed would be a new one
        return replace(now, id=None, version=0, shown=mark_of_action(NEW))
    return replace(now, version=theirs.version, shown=mark_of_action(theirs.action))


def _after_theirs_kept(row: KeepRow, theirs: KeptState | None) -> KeepRow:
    now = stored_keep(row.number, theirs)
    return replace(now, keep=row.keep, motivation=row.motivation, conflicts=True, theirs=theirs)


def action_rows(stored: Iterable[ActionState], sent: SentAgenda) -> Iterator[ActionRow]:
    """Return a row for each action: as it was typed where that is something else than its page showed, else as it is
    stored now. Their names are new, so they don't meet those of the form that was sent."""
    typed = {row.id: row for row in sent.changed_actions if row.id is not None}
    at = 0
    for state in stored:
        row = typed.pop(state.id, None) or stored_row(at, state)
        yield replace(row, at=at)
        at += 1
    for row in (row for row in sent.changed_actions if row.id is None or row.id in typed):
        yield replace(row, at=at)
        at += 1
