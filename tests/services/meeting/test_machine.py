"""One question in a meeting with two chairs and five gemeenten, whatever they do in whatever order: the services do as
ten lines say (`Reference`)."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from checklist.domain.dossier import Answer
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import MOST_ATTEMPTS, Mode
from checklist.models import Preference, SecretBallot
from checklist.selectors import OpenDossier
from checklist.selectors.live_meeting import LiveMeeting
from checklist.services import ChoiceConflictError
from checklist.services.meeting import counting, joining, rounds, settling
from checklist.services.meeting.errors import (
    BallotsLostError,
    MeetingMovedError,
    NotYourSeatError,
    OtherDeviceAnsweredError,
    RoundClosedError,
    StepRefusedError,
)
from tests.dossiers import choice
from tests.meetings import GEMEENTEN
from tests.services.meeting.going import Going
from tests.strategies import at_most

pytestmark = pytest.mark.django_db(transaction=True)

REFUSALS = (
    BallotsLostError,
    ChoiceConflictError,
    MeetingMovedError,
    NotYourSeatError,
    OtherDeviceAnsweredError,
    RoundClosedError,
    StepRefusedError,
)
OPEN = ("alleen", "redenen", "stemmen")
CHAIRS, FIVE = (0, 1), GEMEENTEN[:5]
chairs, gemeenten = st.sampled_from(CHAIRS), st.sampled_from(FIVE)
choices: "st.SearchStrategy[tuple[str, ...]]" = st.sampled_from([(), ("8a",), ("8b",)])


def told(votes: Counter[tuple[str, ...]], secret: bool, nearly: bool) -> dict[str, Any]:
    """What is told of a count; in secret mode five answers are the most, and the table for five is short."""
    n = votes.total() - votes[()]
    kept: dict[str, Any] = {"answered": n, "blank": votes[()]}
    voor = {code: votes[(code,)] for code in ("8a", "8b")}
    if not secret:
        return kept | {"counts": {code: {"voor": x, "kan": 0, "tegen": 0} for code, x in voor.items()}}
    if n < 5:
        return kept
    if nearly:
        said = {code: {"voor": "meerderheid" if x > 2 else "geen meerderheid"} for code, x in voor.items()}
        return kept | {"counts": said}
    words = ["niemand", "enkele", "enkele", "bijna iedereen", "bijna iedereen", "iedereen"]
    return kept | {"counts": {code: {"voor": words[x], "tegen": "niemand"} for code, x in voor.items()}}


@dataclass
class Reference:
    """The rules. `d`: which device answered for a gemeente; `v`: its answer; `r`: what is told; `before`: who had
    answered at each count; `attempt`: which round it is."""

    secret: bool
    dev: dict[str, str]
    s: str = ""
    d: dict[str, str] = field(default_factory=dict)
    v: dict[str, tuple[str, ...]] = field(default_factory=dict)
    r: dict[str, Any] | None = None
    choice: str = ""
    version: int = 0
    attempt: int = 0
    lost: bool = False
    before: list[set[str]] = field(default_factory=list)

    def open(self) -> None:
        if self.s in {"", "vervallen"} and self.attempt < MOST_ATTEMPTS:
            self.s, self.d, self.v, self.r, self.lost, self.attempt = "alleen", {}, {}, None, False, self.attempt + 1

    def answer(self, g: str, dev: str, x: tuple[str, ...]) -> None:
        if self.s not in OPEN or self.dev[g] != dev:
            return
        if self.lost:
            self.ask_again()
        elif not self.secret or self.d.setdefault(g, dev) == dev:
            self.d.setdefault(g, dev)
            self.v[g] = x

    def step(self, to: str) -> None:
        enough = to != "redenen" or len(self.d) >= (5 if self.secret else 2)
        if self.s in OPEN and OPEN.index(to) > OPEN.index(self.s) and enough:
            self.s = to

    def close(self) -> None:
        if self.s in OPEN and self.lost:
            self.ask_again()
        elif self.s in OPEN:
            nearly = any(len(one ^ self.d.keys()) in {1, 2} for one in self.before)
            self.s, self.r = "dicht", told(Counter(self.v.values()), self.secret, nearly)
            self.v = {} if self.secret else self.v

    def show(self) -> None:
        self.s = "getoond" if self.s == "dicht" else self.s

    def settle(self, x: str, version: int) -> None:
        another = self.s == "getoond" or self.attempt < MOST_ATTEMPTS
        if self.s in {"", "vervallen", "getoond"} and another and version == self.version:
            self.attempt += self.s != "getoond"
            if self.s != "getoond":
                self.d, self.v, self.r = {}, {}, None
            self.s, self.choice, self.version = "vastgesteld", x, version + 1

    def reopen(self) -> None:
        if self.s in {"dicht", "getoond", "vastgesteld"} and self.attempt < MOST_ATTEMPTS:
            self.before += [set(self.d)] if self.r else []
            self.s = "vervallen"
            self.open()

    def break_off(self) -> None:
        if self.s in OPEN:
            self.s, self.d, self.v, self.lost = "vervallen", {}, {}, False

    def crash(self) -> None:
        self.lost = self.secret and self.s in OPEN and bool(self.d)

    def ask_again(self) -> None:
        self.s, self.d, self.v, self.lost = "vervallen", {}, {}, False
        self.open()


class Machine(RuleBasedStateMachine):
    """Two chairs, each with a page that may be old, and devices, of which some were taken over."""

    mode: Mode

    def __init__(self) -> None:
        super().__init__()
        self.going = Going(self.mode, len(FIVE))
        self.devices = {gemeente: [cookie] for gemeente, cookie in self.going.cookies.items()}
        self.says = Reference(self.mode == Mode.SECRET, dict(self.going.cookies))
        self.pages = {chair: self.page() for chair in CHAIRS}
        self.version = 0

    def page(self) -> tuple[OpenDossier, LiveMeeting, int]:
        now = self.going.now
        asked = now.newest.get(8) or max(now.rounds, key=lambda one: one.attempt, default=None)
        return self.going.dossier, now, asked.id if asked else 0

    def press(self, chair: int, does: Callable[[Reference], None], act: Callable[..., None], *more: Any) -> None:
        """What a chair does, on the page that it has: an old one reaches an old round only."""
        dossier, meeting, round_id = self.pages[chair]
        fresh = round_id == self.page()[2]
        self.both(does if fresh else lambda _: None, lambda: act(dossier, meeting, round_id, *more))

    def both(self, does: Callable[[Reference], None], act: Callable[[], None]) -> None:
        """Do the same in both: what changes something is not refused, but for what says that it was lost."""
        before, lost = repr(self.says), self.says.lost
        does(self.says)
        refused: Exception | None = None
        try:
            act()
        except REFUSALS as error:
            refused = error
        assert not refused or repr(self.says) == before or (lost and isinstance(refused, BallotsLostError))

    @rule(chair=chairs)
    def look(self, chair: int) -> None:
        self.pages[chair] = self.page()

    @rule(chair=chairs)
    def open(self, chair: int) -> None:
        dossier, meeting, _ = self.pages[chair]
        self.both(Reference.open, lambda: rounds.open_round(dossier, meeting, 8, 7))

    @rule(gemeente=gemeenten, old=st.booleans(), x=choices)
    def answer(self, gemeente: str, old: bool, x: tuple[str, ...]) -> None:
        cookie = self.devices[gemeente][0 if old else -1]
        round_id = self.page()[2]
        self.going.cookies[gemeente] = cookie
        self.both(lambda says: says.answer(gemeente, cookie, x), lambda: self.going.answer(round_id, gemeente, *x))

    @rule(x=choices, number=st.sampled_from([3, 5]))
    def answer_together(self, x: tuple[str, ...], number: int) -> None:
        for gemeente in FIVE[:number]:
            self.answer(gemeente, False, x)

    @rule(chair=chairs, number=st.sampled_from([3, 5]))
    def count(self, chair: int, number: int) -> None:
        """A question goes its usual way; one that was counted is asked again."""
        for act in (self.look, self.reopen, self.open, self.look):
            act(chair)
        self.answer_together(("8a",), number)
        self.close(chair)

    @rule(gemeente=gemeenten)
    def take_over(self, gemeente: str) -> None:
        cookie = joining.take_over(self.going.now, gemeente)
        self.devices[gemeente].append(cookie)
        self.says.dev[gemeente] = cookie

    @rule(chair=chairs)
    def reasons(self, chair: int) -> None:
        self.press(chair, lambda says: says.step("redenen"), rounds.show_reasons, ())

    @rule(chair=chairs)
    def vote(self, chair: int) -> None:
        self.press(chair, lambda says: says.step("stemmen"), rounds.begin_vote)

    @rule(chair=chairs)
    def close(self, chair: int) -> None:
        self.press(chair, Reference.close, counting.close_round)

    @rule(chair=chairs)
    def show(self, chair: int) -> None:
        self.press(chair, Reference.show, rounds.show_result)

    @rule(chair=chairs)
    def settle(self, chair: int) -> None:
        dossier, meeting, _ = self.pages[chair]
        version, words = dossier.answers[8].version, f"Versie {self.going.now.version}"
        self.both(
            lambda says: says.settle(words, version),
            lambda: settling.settle(dossier, meeting, 8, Answer(("8b",), words), version, "Want zo is het."),
        )

    @rule(chair=chairs)
    def reopen(self, chair: int) -> None:
        self.press(chair, Reference.reopen, rounds.reopen)

    @rule(chair=chairs)
    def break_off(self, chair: int) -> None:
        self.press(chair, Reference.break_off, rounds.break_off)

    @rule()
    def another_process(self) -> None:
        connection.close()

    @rule()
    def crash(self) -> None:
        """PostgreSQL crashed: the table of the secret answers is empty."""
        SecretBallot.objects.all().delete()
        self.says.crash()

    @invariant()
    def the_same(self) -> None:
        now, says = self.going.now, self.says
        newest = max(now.rounds, key=lambda one: one.attempt, default=None)
        state = newest.state.value if newest else ""
        assert (state, newest.attempt if newest else 0) == (says.s, says.attempt)
        assert sum(one.answerable for one in now.rounds) <= 1
        assert choice(self.going.row, 8).version == says.version
        assert choice(self.going.row, 8).motivation == says.choice
        assert now.version >= self.version
        self.version = now.version
        if newest:
            assert newest.answered == says.d.keys()
            assert newest.result == says.r
            self._answers_are_the_same(newest.id)
        lapsed = [one for one in now.rounds if one.state == RoundState.LAPSED]
        assert not any(one.result for one in lapsed)

    def _answers_are_the_same(self, round_id: int) -> None:
        rows: Any = SecretBallot if self.says.secret else Preference
        stored = Counter(tuple(one) for one in rows.objects.filter(round=round_id).values_list("stances", flat=True))
        assert stored == (Counter() if self.says.lost else Counter(self.says.v.values()))


class OpenMachine(Machine):
    """In open mode."""

    mode = Mode.OPEN


class SecretMachine(Machine):
    """In secret mode."""

    mode = Mode.SECRET


def run(machine: type[Machine], runs: int) -> None:
    """Try so many runs of fifteen steps. A failing one isn't made shorter: that takes minutes, as each step writes."""
    quickly_told = [phase for phase in Phase if phase not in {Phase.shrink, Phase.explain}]
    chosen = settings(at_most(runs), stateful_step_count=15, deadline=None, phases=quickly_told, database=None)
    run_state_machine_as_test(machine, settings=chosen)


@pytest.mark.slow
@pytest.mark.parametrize("machine", [OpenMachine, SecretMachine])
def test_whatever_is_done_in_whatever_order_a_question_goes_by_the_rules(machine: type[Machine]) -> None:
    run(machine, 100)


@pytest.mark.both_databases
@pytest.mark.parametrize("machine", [OpenMachine, SecretMachine])
def test_a_question_goes_by_the_rules(machine: type[Machine]) -> None:
    run(machine, 5)
