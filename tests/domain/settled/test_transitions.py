"""Which acts may follow which, and with which words one is refused."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.decision_content import Organ
from checklist.domain.settled.states import bare_state, changes_cover, corrected, reopened
from checklist.domain.settled.transitions import MOST_ACTS, REASON_CAP, may_decide, may_follow, refusal_of
from checklist.domain.settled.value import ACT_TEXT_CAP, Act, ActKind, NewAct
from checklist.domain.state import Outcome, Stand
from tests.domain.settled.acts import AT, DECIDED, OFFERED, SETTLED, changed

TODAY = date(2027, 6, 1)
DAY = date(2027, 3, 1)
COVER = Organ.AB
WITHDRAWN = Act(3, ActKind.WITHDRAWN, AT, on=date(2027, 2, 1))
REOPENED = Act(3, ActKind.REOPENED, AT, on=date(2027, 2, 1), text="Er ontbrak een besluit.")
COLLEGES = changed(DECIDED, organ=Organ.COLLEGES)

CONCEPT_OF_NEXT = (SETTLED, OFFERED, REOPENED)
NEW = {
    "settle": NewAct(ActKind.SETTLED, on=DAY),
    "offer": NewAct(ActKind.OFFERED, COVER, DAY),
    "move": NewAct(ActKind.MOVED, on=DAY),
    "decide": NewAct(ActKind.DECIDED, COVER, DAY, Outcome.UNCHANGED),
    "decide by others": NewAct(ActKind.DECIDED, Organ.COLLEGES, DAY, Outcome.UNCHANGED),
    "withdraw": NewAct(ActKind.WITHDRAWN, on=DAY),
    "reopen": NewAct(ActKind.REOPENED, text="Er ontbrak een besluit."),
    "correct": NewAct(ActKind.CORRECTED, on=date(2027, 1, 13), corrects=1),
}
ALLOWED = {
    (SETTLED,): {"offer", "decide by others", "withdraw", "reopen", "correct"},
    (SETTLED, OFFERED): {"move", "decide", "decide by others", "withdraw", "reopen", "correct"},
    (SETTLED, OFFERED, DECIDED): {"decide by others", "correct"},
    (SETTLED, OFFERED, COLLEGES): {"move", "decide", "decide by others", "withdraw", "reopen", "correct"},
    (SETTLED, OFFERED, WITHDRAWN): {"correct"},
    (SETTLED, WITHDRAWN): {"correct"},
    CONCEPT_OF_NEXT: {"correct"},
    (SETTLED, REOPENED): {"correct"},
}


@pytest.mark.parametrize(("acts", "name"), [(acts, name) for acts in ALLOWED for name in NEW])
def test_an_act_is_refused_unless_it_may_follow(acts: tuple[Act, ...], name: str) -> None:
    assert (refusal_of(acts, NEW[name], COVER, TODAY) == "") is (name in ALLOWED[acts])


@pytest.mark.parametrize("acts", ALLOWED)
def test_what_may_follow_is_what_is_not_refused(acts: tuple[Act, ...]) -> None:
    assert set(may_follow(acts, COVER)) == {NEW[name].kind for name in ALLOWED[acts]}


@pytest.mark.parametrize(
    ("acts", "organs"),
    [
        ((SETTLED,), {Organ.DB, Organ.COLLEGES, Organ.RADEN, Organ.OTHERS}),
        ((SETTLED, OFFERED), {Organ.AB, Organ.DB, Organ.COLLEGES, Organ.RADEN, Organ.OTHERS}),
        ((SETTLED, OFFERED, DECIDED), {Organ.DB, Organ.COLLEGES, Organ.RADEN, Organ.OTHERS}),
        ((SETTLED, WITHDRAWN), set()),
        (CONCEPT_OF_NEXT, set()),
    ],
)
def test_the_organ_on_the_cover_decides_once_and_after_it_was_offered(
    acts: tuple[Act, ...], organs: set[Organ]
) -> None:
    assert set(may_decide(acts, COVER)) == organs


def test_without_an_organ_on_the_cover_that_to_which_it_was_offered_decides() -> None:
    offered = changed(OFFERED, organ=Organ.DB)
    decided = changed(DECIDED, organ=Organ.DB)
    by_db = NewAct(ActKind.DECIDED, Organ.DB, DAY, Outcome.UNCHANGED)
    assert refusal_of((SETTLED, offered), by_db, None, TODAY) == ""
    assert refusal_of((SETTLED, offered, decided), by_db, None, TODAY) == (
        "Dat orgaan heeft al besloten over deze versie."
    )


OPEN = (SETTLED, OFFERED)


@pytest.mark.parametrize(
    ("acts", "new", "words"),
    [
        ((SETTLED,), NewAct(ActKind.OFFERED, on=DAY), "Kies een orgaan."),
        ((SETTLED,), NewAct(ActKind.OFFERED, COVER), "Vul een datum in."),
        ((SETTLED,), NewAct(ActKind.OFFERED, Organ.DB, DAY), "gemaakt voor het algemeen bestuur"),
        ((SETTLED,), NewAct(ActKind.OFFERED, COVER, TODAY + timedelta(days=1)), "nog niet geweest"),
        ((SETTLED,), NewAct(ActKind.OFFERED, COVER, date(2027, 1, 13)), "past niet bij de andere"),
        ((SETTLED,), NewAct(ActKind.OFFERED, COVER, DAY, text="x"), "Hierbij hoort geen tekst."),
        ((SETTLED,), NewAct(ActKind.REOPENED), "in één zin waarom"),
        ((SETTLED,), NewAct(ActKind.REOPENED, text="Eén.\nTwee."), "in één zin waarom"),
        ((SETTLED,), NewAct(ActKind.REOPENED, text="x" * (REASON_CAP + 1)), "telt 1001 tekens"),
        ((SETTLED,), NewAct(ActKind.WITHDRAWN), "Vul een datum in."),
        ((SETTLED,), NewAct(ActKind.WITHDRAWN, on=date(2027, 1, 13)), "past niet bij de andere"),
        (
            (SETTLED,),
            NewAct(ActKind.DECIDED, COVER, DAY, Outcome.UNCHANGED),
            "pas als deze versie eraan",
        ),
        (OPEN, NewAct(ActKind.DECIDED, COVER, DAY), "Kies een uitkomst."),
        (OPEN, NewAct(ActKind.DECIDED, Organ.KRING, DAY, Outcome.UNCHANGED), "neemt geen besluit"),
        (OPEN, NewAct(ActKind.DECIDED, COVER, DAY, Outcome.CHANGED), "wat er anders is besloten"),
        (OPEN, NewAct(ActKind.DECIDED, COVER, DAY, Outcome.UNCHANGED, "x"), "Hierbij hoort geen tekst."),
        (OPEN, NewAct(ActKind.DECIDED, COVER, DAY, Outcome.REJECTED, "x" * (REASON_CAP + 1)), "er passen er 1000"),
        (OPEN, NewAct(ActKind.DECIDED, COVER, DAY, Outcome.CHANGED, "x" * (ACT_TEXT_CAP + 1)), "er passen er 2000"),
        (OPEN, NewAct(ActKind.DECIDED, COVER, date(2027, 1, 20), Outcome.UNCHANGED), "past niet bij de andere"),
        (OPEN, NewAct(ActKind.MOVED), "Vul een datum in."),
        (OPEN, NewAct(ActKind.MOVED, on=DAY, corrects=2), "verbetert geen andere handeling"),
        (OPEN, NewAct(ActKind.CORRECTED, on=DAY), "welke handeling"),
        (OPEN, NewAct(ActKind.CORRECTED, on=DAY, corrects=3), "is er niet"),
        (OPEN, NewAct(ActKind.CORRECTED, corrects=2), "Vul de goede datum in, of de goede tekst."),
        (OPEN, NewAct(ActKind.CORRECTED, on=date(2027, 1, 21), corrects=2), "Dit staat er al zo."),
        (OPEN, NewAct(ActKind.CORRECTED, text="x", corrects=2), "Hierbij hoort geen tekst."),
        (OPEN, NewAct(ActKind.CORRECTED, on=date(2027, 1, 22), corrects=1), "past niet bij de andere"),
        (OPEN, NewAct(ActKind.CORRECTED, on=TODAY + timedelta(days=1), corrects=2), "nog niet geweest"),
        ((*OPEN, DECIDED), NewAct(ActKind.CORRECTED, text="x", corrects=3), "Hierbij hoort geen tekst."),
        ((*OPEN, DECIDED), NewAct(ActKind.DECIDED, COVER, DAY, Outcome.UNCHANGED), "heeft al besloten"),
        (
            (*OPEN, WITHDRAWN),
            NewAct(ActKind.OFFERED, COVER, DAY),
            "is ingetrokken. Aanbieden kan nu niet.",
        ),
    ],
)
def test_a_refusal_says_what_to_do(acts: tuple[Act, ...], new: NewAct, words: str) -> None:
    assert words in refusal_of(acts, new, COVER, TODAY)


@pytest.mark.parametrize(
    ("acts", "new"),
    [
        (OPEN, NewAct(ActKind.MOVED, on=TODAY + timedelta(days=90))),
        ((SETTLED, REOPENED), NewAct(ActKind.CORRECTED, text="Er ontbraken twee besluiten.", corrects=3)),
        (OPEN, NewAct(ActKind.DECIDED, COVER, date(2027, 1, 21), Outcome.CHANGED, "x" * ACT_TEXT_CAP)),
        ((SETTLED, COLLEGES), NewAct(ActKind.DECIDED, Organ.COLLEGES, DAY, Outcome.REJECTED)),
    ],
)
def test_what_is_allowed_is_not_refused(acts: tuple[Act, ...], new: NewAct) -> None:
    assert refusal_of(acts, new, COVER, TODAY) == ""


def test_a_correction_can_be_corrected_by_another_of_the_same_act() -> None:
    correction = Act(3, ActKind.CORRECTED, AT, on=date(2027, 1, 22), corrects=2)
    again = NewAct(ActKind.CORRECTED, on=date(2027, 1, 23), corrects=2)
    assert refusal_of((*OPEN, correction), again, COVER, TODAY) == ""
    assert "is er niet" in refusal_of((*OPEN, correction), changed_new(again, 3), COVER, TODAY)


def changed_new(new: NewAct, corrects: int) -> NewAct:
    """The same correction, of another act."""
    return NewAct(new.kind, on=new.on, corrects=corrects)


def test_a_version_has_so_many_acts_at_most() -> None:
    acts = [SETTLED, *(changed(COLLEGES, number=number) for number in range(2, MOST_ACTS + 1))]
    assert may_follow(acts, COVER) == ()
    assert "passen 100 handelingen" in refusal_of(acts, NEW["offer"], COVER, TODAY)
    assert may_follow(acts[:-1], COVER)


DAYS = st.dates(date(2027, 1, 1), date(2027, 8, 1))
NEW_ACTS = st.builds(
    NewAct,
    kind=st.sampled_from(ActKind),
    organ=st.none() | st.sampled_from(Organ),
    on=st.none() | DAYS,
    outcome=st.none() | st.sampled_from(Outcome),
    text=st.sampled_from(["", "Een zin.", "Eén.\nTwee."]),
    corrects=st.none() | st.integers(0, 6),
)


def follow(wanted: Sequence[NewAct], cover: Organ | None) -> list[Act]:
    """The acts of a version to which those of these were added that aren't refused."""
    acts = [SETTLED]
    for new in [*wanted, *NEW.values()] * 2:
        if not refusal_of(acts, new, cover, TODAY):
            acts.append(new.recorded(len(acts) + 1, AT))
    return acts


@given(st.lists(NEW_ACTS, max_size=12), st.sampled_from([None, Organ.AB, Organ.DB]))
def test_no_acts_that_are_allowed_lead_to_an_unknown_state(wanted: list[NewAct], cover: Organ | None) -> None:
    acts = follow(wanted, cover)
    for at in range(1, len(acts) + 1):
        state = bare_state(acts[:at])
        assert state.stand in {Stand.SETTLED, Stand.OFFERED, Stand.DECIDED, Stand.WITHDRAWN}
        assert state.day is not None
        days = [day for day in (state.settled_on, state.offered_on, state.decided_on, state.withdrawn_on) if day]
        assert days == sorted(days)
        assert (state.outcome is None) is (state.stand != Stand.DECIDED)


@given(st.lists(NEW_ACTS, max_size=12), NEW_ACTS)
def test_an_act_of_a_kind_that_may_not_follow_is_always_refused(wanted: list[NewAct], new: NewAct) -> None:
    acts = follow(wanted, COVER)
    assert new.kind in may_follow(acts, COVER) or refusal_of(acts, new, COVER, TODAY)


@given(st.lists(NEW_ACTS, max_size=12))
def test_nothing_but_corrections_and_decisions_of_others_comes_after_the_end(wanted: list[NewAct]) -> None:
    acts, ended = follow(wanted, COVER), False
    for at, act in enumerate(acts, start=1):
        if ended:
            assert act.kind in {ActKind.CORRECTED, ActKind.DECIDED}
            assert not changes_cover(act, COVER)
        ended = reopened(acts[:at]) or bare_state(acts[:at]).stand in {Stand.DECIDED, Stand.WITHDRAWN}


@given(st.lists(NEW_ACTS, max_size=12))
def test_what_was_corrected_stays_what_it_was_but_for_date_and_text(wanted: list[NewAct]) -> None:
    acts = follow(wanted, COVER)
    first = [act for act in acts if act.kind != ActKind.CORRECTED]
    assert [(act.number, act.kind, act.organ, act.outcome) for act in corrected(acts)] == [
        (act.number, act.kind, act.organ, act.outcome) for act in first
    ]
