"""What a chair may do with a round, as a table, and the steps of a round as screens show them.

A round is one attempt at one question. A poll is no attempt: its round is apart, and only closed, shown and settled.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checklist.domain.meeting.value import ANSWERABLE, RoundState
from checklist.domain.meeting_record.words import LEAST_TO_SHOW, Step


class Act(StrEnum):
    """What the chair does; the value is the word in a form. REOPEN and BREAK_OFF let the round lapse: what comes in
    its place is a new one."""

    OPEN = "open"
    REASONS = "redenen"
    VOTE = "stemmen"
    CLOSE = "sluiten"
    SHOW = "tonen"
    SETTLE = "vaststellen"
    REOPEN = "heropenen"
    BREAK_OFF = "afbreken"


# From which states an act is allowed, None for no round yet, and where the round goes.
_ACTS: Mapping[Act, tuple[Collection[RoundState | None], RoundState]] = {
    Act.OPEN: ((None, RoundState.LAPSED), RoundState.ALONE),
    Act.REASONS: ((RoundState.ALONE,), RoundState.REASONS),
    Act.VOTE: ((RoundState.ALONE, RoundState.REASONS), RoundState.VOTE),
    Act.CLOSE: (ANSWERABLE, RoundState.CLOSED),
    Act.SHOW: ((RoundState.CLOSED,), RoundState.SHOWN),
    Act.SETTLE: ((None, RoundState.LAPSED, RoundState.SHOWN), RoundState.SETTLED),
    Act.REOPEN: ((RoundState.CLOSED, RoundState.SHOWN, RoundState.SETTLED), RoundState.LAPSED),
    Act.BREAK_OFF: (ANSWERABLE, RoundState.LAPSED),
}


def may(act: Act, state: RoundState | None) -> bool:
    """Whether the table allows the act on a round in this state; None, and lapsed, are no round. What else it needs
    (no other open round, enough answers, the version of the choice) is not in the table."""
    return state in _ACTS[act][0]


def after(act: Act) -> RoundState:
    """Return the state in which an act leaves the round."""
    return _ACTS[act][1]


def least_for_reasons(*, secret: bool) -> int:
    """Return how many must have answered before reasons are shown."""
    return LEAST_TO_SHOW if secret else 2


class Mark(StrEnum):
    """How a step is shown: taken, where the round is, still to come, or passed over."""

    DONE = "gedaan"
    CURRENT = "nu"
    AHEAD = "straks"
    SKIPPED = "overgeslagen"


@dataclass(frozen=True)
class ShownStep:
    """A step of a round under its name."""

    label: str
    mark: Mark


_LABELS: Mapping[Step, str] = {
    Step.ALONE: "Alleen",
    Step.REASONS: "Redenen",
    Step.TALK: "Praten",
    Step.VOTE: "Stemmen",
    Step.SHOWN: "Uitslag",
    Step.SETTLED: "Vastgesteld",
}


def steps_shown(steps: Collection[Step], state: RoundState | None) -> tuple[ShownStep, ...]:
    """Return the six steps with how each is shown, from those that were taken. Of no round, and of one that lapsed, all
    are ahead."""
    current = _current(steps, state)
    return tuple(ShownStep(label, _mark(step, steps, current)) for step, label in _LABELS.items())


def _current(steps: Collection[Step], state: RoundState | None) -> Step | None:
    """Closed is at the outcome, which isn't shown yet; the talk leaves a round where the reasons put it."""
    match state:
        case None | RoundState.LAPSED:
            return None
        case RoundState.CLOSED:
            return Step.SHOWN
        case RoundState.REASONS if Step.TALK in steps:
            return Step.TALK
        case _:
            return Step(state.value)


def _mark(step: Step, steps: Collection[Step], current: Step | None) -> Mark:
    order = list(_LABELS)
    if current is None or order.index(step) > order.index(current):
        return Mark.AHEAD
    if step == current:
        return Mark.CURRENT
    return Mark.DONE if step in steps else Mark.SKIPPED
