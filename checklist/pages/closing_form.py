"""A page of the afronding as it is shown or was sent.

A field carries a mark of what its page showed: what nobody changed isn't saved, so a page that is older than another's
save conflicts only where both wrote (rule 3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from checklist.domain.proposal import FIELD, MARK_LENGTH, NO_PROPOSAL, Field, Kind, Proposal, mark_of, proposal_of
from checklist.domain.text import clean_text, one_text
from checklist.forms import LARGEST_VERSION
from checklist.pages.closing_fields import Known, Typed, cleaned, sent_typed, stored_typed
from checklist.selectors import ProposalState
from checklist.services import ProposalConflictError


@dataclass(frozen=True)
class ClosingForm:
    """What the controls of a page hold, by the key of each field. `shown` are the marks of what the page showed,
    `errors` go by the name of a control. `filled` has what was typed and is right; `theirs` is what somebody else
    stored meanwhile, and `conflicts` the fields in which."""

    version: int
    typed: Mapping[str, Typed]
    shown: Mapping[str, str]
    filled: Proposal = NO_PROPOSAL
    errors: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    theirs: Proposal = NO_PROPOSAL

    @property
    def changed(self) -> Mapping[str, str]:
        """The marks of the fields that hold something else than the page showed."""
        return {key: mark for key, mark in self.shown.items() if mark_of(self.filled, key) != mark}

    def against(self, conflict: ProposalConflictError, known: Known) -> "ClosingForm":
        """Return the form after somebody else was first: theirs where nobody else typed, and in a text mine below
        theirs."""
        theirs, mine = conflict.theirs.proposal, {*self.changed}
        typed = {
            key: _below(FIELD[key], stored_typed(theirs, FIELD[key], known), held, both=key in conflict.keys)
            if key in mine
            else stored_typed(theirs, FIELD[key], known)
            for key, held in self.typed.items()
        }
        return replace(
            self,
            version=conflict.theirs.version,
            typed=typed,
            shown={key: mark_of(theirs, key) for key in self.shown},
            conflicts=conflict.keys,
            theirs=theirs,
        )


def _below(asked: Field, theirs: Typed, mine: Typed, *, both: bool) -> Typed:
    if both and asked.kind is Kind.TEXT:
        return Typed(one_text(theirs.text, clean_text(mine.text)))
    return mine


def stored_form(fields: Sequence[Field], state: ProposalState, known: Known) -> ClosingForm:
    """Return the form of a fresh page."""
    return ClosingForm(
        version=state.version,
        typed={one.key: stored_typed(state.proposal, one, known) for one in fields},
        shown={one.key: mark_of(state.proposal, one.key) for one in fields},
        filled=state.proposal,
    )


def sent_form(fields: Sequence[Field], sent: QueryDict, known: Known) -> ClosingForm:
    """Return the form as it was sent. Raises `SuspiciousOperation` (400) when what the page itself put in it was
    changed."""
    version = sent.get("version", "")
    shown = {one.key: sent.get(f"getoond-{one.key}", "") for one in fields}
    if not (version.isascii() and version.isdigit() and int(version[:12]) <= LARGEST_VERSION):
        raise SuspiciousOperation("the form has no version")
    if any(len(mark) != MARK_LENGTH for mark in shown.values()):
        raise SuspiciousOperation("the form doesn't say what its page showed")
    typed = {one.key: sent_typed(sent, one, known) for one in fields}
    made = {one.key: cleaned(one, typed[one.key], known) for one in fields}
    errors = {name: message for one in made.values() for name, message in one.errors.items()}
    filled = NO_PROPOSAL if errors else proposal_of({key: one.plain for key, one in made.items()})
    return ClosingForm(int(version), typed, shown, filled, errors)
