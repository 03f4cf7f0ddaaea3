"""Which act may follow which state of a round, and how its steps are shown."""

from itertools import product

import pytest

from checklist.domain.meeting.rounds import Act, Mark, after, least_for_reasons, may, steps_shown
from checklist.domain.meeting.value import ANSWERABLE, RoundState
from checklist.domain.meeting_record.words import Step

STATES: tuple[RoundState | None, ...] = (None, *RoundState)
# One sign a state, in their order (no round yet comes first): where it is allowed.
ALLOWED = {
    Act.OPEN: "x......x",
    Act.REASONS: ".x......",
    Act.VOTE: ".xx.....",
    Act.CLOSE: ".xxx....",
    Act.SHOW: "....x...",
    Act.SETTLE: "x....x.x",
    Act.REOPEN: "....xxx.",
    Act.BREAK_OFF: ".xxx....",
}


@pytest.mark.parametrize("act", Act)
def test_an_act_is_allowed_from_the_states_of_the_protocol(act: Act) -> None:
    assert "".join("x" if may(act, state) else "." for state in STATES) == ALLOWED[act]


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (Act.OPEN, RoundState.ALONE),
        (Act.CLOSE, RoundState.CLOSED),
        (Act.SETTLE, RoundState.SETTLED),
        (Act.REOPEN, RoundState.LAPSED),
        (Act.BREAK_OFF, RoundState.LAPSED),
    ],
)
def test_where_an_act_leaves_the_round(act: Act, state: RoundState) -> None:
    assert after(act) == state


@pytest.mark.parametrize("act", Act)
def test_the_second_of_two_presses_finds_nothing_to_do(act: Act) -> None:
    assert not may(act, after(act))


def test_every_round_can_be_settled_or_lapse() -> None:
    reached: set[RoundState | None] = {None}
    for _ in RoundState:
        reached |= {after(act) for act, state in product(Act, tuple(reached)) if may(act, state)}
    assert reached == set(STATES)
    assert all(may(Act.BREAK_OFF, state) for state in ANSWERABLE)


@pytest.mark.parametrize(("secret", "least"), [(False, 2), (True, 5)])
def test_reasons_wait_for_enough_answers(secret: bool, least: int) -> None:
    assert least_for_reasons(secret=secret) == least


@pytest.mark.parametrize(
    ("steps", "state", "marks"),
    [
        ("", None, "------"),
        ("alleen", "vervallen", "------"),
        ("alleen", "alleen", "@-----"),
        ("alleen redenen", "redenen", "x@----"),
        ("alleen redenen praten", "redenen", "xx@---"),
        ("alleen stemmen", "stemmen", "x..@--"),
        ("alleen redenen praten stemmen dicht", "dicht", "xxxx@-"),
        ("alleen dicht getoond", "getoond", "x...@-"),
        ("alleen redenen stemmen dicht getoond vastgesteld", "vastgesteld", "xx.xx@"),
        ("vastgesteld", "vastgesteld", ".....@"),
    ],
)
def test_the_six_steps_as_they_are_shown(steps: str, state: str | None, marks: str) -> None:
    """@ is where the round is, x a step that was taken, . one that was passed over, - one that is ahead."""
    found = steps_shown([Step(step) for step in steps.split()], RoundState(state) if state else None)
    sign = {Mark.CURRENT: "@", Mark.DONE: "x", Mark.SKIPPED: ".", Mark.AHEAD: "-"}
    assert "".join(sign[one.mark] for one in found) == marks
    assert [one.label for one in found] == ["Alleen", "Redenen", "Praten", "Stemmen", "Uitslag", "Vastgesteld"]
