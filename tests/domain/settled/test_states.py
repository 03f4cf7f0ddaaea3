"""How far a version is, from its acts."""

from datetime import date

import pytest

from checklist.domain.decision_content import Organ
from checklist.domain.settled.states import changes_cover, corrected, reopened, state_of
from checklist.domain.settled.value import Act, ActKind
from checklist.domain.state import Outcome, Stand, State
from tests.domain.settled.acts import AT, DECIDED, OFFERED, SETTLED, VERSION, changed

SITE = "https://regiostaf.example"
MOVED = Act(3, ActKind.MOVED, AT, on=date(2027, 4, 1))
WITHDRAWN = Act(3, ActKind.WITHDRAWN, AT, on=date(2027, 2, 1), text="Eerst overleg.")
REOPENED = Act(3, ActKind.REOPENED, AT, on=date(2027, 2, 1), text="Er ontbrak een besluit.")
COLLEGES = changed(DECIDED, organ=Organ.COLLEGES, number=4, on=date(2027, 1, 30))


def state(*acts: Act) -> State:
    return state_of(VERSION, acts, SITE, date(2027, 2, 18))


@pytest.mark.parametrize(
    ("acts", "stand", "day"),
    [
        ((SETTLED,), Stand.SETTLED, date(2027, 1, 14)),
        ((SETTLED, OFFERED), Stand.OFFERED, date(2027, 1, 21)),
        ((SETTLED, OFFERED, MOVED), Stand.OFFERED, date(2027, 1, 21)),
        ((SETTLED, OFFERED, COLLEGES), Stand.OFFERED, date(2027, 1, 21)),
        ((SETTLED, OFFERED, DECIDED), Stand.DECIDED, date(2027, 2, 18)),
        ((SETTLED, OFFERED, DECIDED, COLLEGES), Stand.DECIDED, date(2027, 2, 18)),
        ((SETTLED, WITHDRAWN), Stand.WITHDRAWN, date(2027, 2, 1)),
        ((SETTLED, OFFERED, WITHDRAWN), Stand.WITHDRAWN, date(2027, 2, 1)),
        ((SETTLED, OFFERED, REOPENED), Stand.OFFERED, date(2027, 1, 21)),
    ],
)
def test_the_state_and_its_day_follow_from_the_acts(acts: tuple[Act, ...], stand: Stand, day: date) -> None:
    assert (state(*acts).stand, state(*acts).day) == (stand, day)


def test_a_state_names_its_version_by_code_address_and_the_hash_of_its_data() -> None:
    found = state(SETTLED)
    assert (found.version, found.code) == (1, "7K2M-9QXR-4TBD")
    assert found.address == "https://regiostaf.example/advies/7K2M9QXR4TBD/"
    assert found.data_sha256 == VERSION.snapshot_sha256


def test_a_meeting_that_moved_takes_the_place_of_that_on_the_cover() -> None:
    assert state(SETTLED, OFFERED).meeting == date(2027, 2, 18)
    assert state(SETTLED, OFFERED, MOVED).meeting == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("outcome", "text"),
    [(Outcome.UNCHANGED, ""), (Outcome.CHANGED, "Anders."), (Outcome.REJECTED, "Anders.")],
)
def test_a_text_belongs_to_a_decision_that_changed_or_rejected(outcome: Outcome, text: str) -> None:
    found = state(SETTLED, OFFERED, changed(DECIDED, outcome=outcome, text="Anders."))
    assert (found.outcome, found.text) == (outcome, text)


def test_a_correction_puts_a_date_right_and_keeps_the_text() -> None:
    correction = Act(4, ActKind.CORRECTED, AT, on=date(2027, 2, 19), corrects=3)
    changed_decision = changed(DECIDED, outcome=Outcome.CHANGED, text="Eerst een proef.")
    found = state(SETTLED, OFFERED, changed_decision, correction)
    assert (found.decided_on, found.text) == (date(2027, 2, 19), "Eerst een proef.")


def test_the_last_correction_counts() -> None:
    corrections = [Act(n, ActKind.CORRECTED, AT, on=date(2027, 1, n), corrects=2) for n in (4, 5)]
    assert corrected([SETTLED, OFFERED, *corrections]) == (SETTLED, changed(OFFERED, on=date(2027, 1, 5)))


@pytest.mark.parametrize(
    ("act", "changes"),
    [
        *((SETTLED, True), (OFFERED, True), (DECIDED, True), (WITHDRAWN, True)),
        *((MOVED, False), (COLLEGES, False), (REOPENED, False)),
    ],
)
def test_only_what_the_cover_tells_changes_it(act: Act, changes: bool) -> None:
    assert changes_cover(act, Organ.AB) is changes


def test_a_version_is_open_again_once_it_was_opened() -> None:
    assert not reopened([SETTLED, OFFERED])
    assert reopened([SETTLED, OFFERED, REOPENED])
