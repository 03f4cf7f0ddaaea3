"""A gemeente answers: once, of its own device, while the round can be answered."""

from functools import partial

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.meeting.device import digest_of
from checklist.domain.meeting.plan import Plan, plan_from_json
from checklist.domain.meeting.value import Ballot, MeetingState, RoundState
from checklist.domain.meeting_record.words import MOST_CHANGES, REASON_CAP, How, Mandate, Mode, RoundKind, Stance, Way
from checklist.models import Answered, Participant, Preference, Round, SecretBallot
from checklist.selectors.answers import asked_round, ballots_now, earlier_ballot, own_ballot
from checklist.services.meeting import answering, rounds
from checklist.services.meeting.errors import (
    BallotRefusedError,
    BallotsLostError,
    MeetingGoneError,
    MeetingMovedError,
    NotYourSeatError,
    OtherDeviceAnsweredError,
    RoundClosedError,
    TooManyChangesError,
    WayRefusedError,
)
from tests.meetings import GEMEENTEN, make_round
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

FIRST, SECOND, THIRD = GEMEENTEN[:3]
BOTH_MODES = pytest.mark.parametrize("mode", Mode)


def own(going: Going, round_id: int, gemeente: str = FIRST) -> Ballot | None:
    return own_ballot(going.now, going.round(round_id), going.cookies[gemeente])


@BOTH_MODES
def test_an_answer_is_what_its_device_reads_back(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    ballot = Ballot({"7a": Stance.FOR, "7b": Stance.AGAINST}, {"7b": "Te duur"}, discuss=True)
    answering.answer(going.asked(asked), going.cookies[FIRST], ballot, Mandate.GIVEN)
    assert own(going, asked) == ballot
    assert own(going, asked, SECOND) is None
    assert going.round(asked).answered == {FIRST}


@BOTH_MODES
def test_the_same_answer_twice_is_one_row(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    for _ in range(2):
        going.answer(asked, FIRST, "7a")
    assert (Preference.objects.count(), SecretBallot.objects.count()) == ((1, 0) if mode == Mode.OPEN else (0, 1))


@BOTH_MODES
def test_another_answer_comes_in_place_of_the_first(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    going.answer(asked, FIRST, "7a")
    going.answer(asked, FIRST, "7b")
    assert own(going, asked) == Ballot({"7b": Stance.FOR})


@BOTH_MODES
def test_an_answer_raises_the_version_by_one(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    before = going.now.version
    going.answer(asked, FIRST, "7a")
    assert going.now.version == before + 1


@BOTH_MODES
def test_no_preference_is_an_answer(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    going.answer(asked, FIRST)
    assert own(going, asked) == Ballot()
    assert going.round(asked).answered == {FIRST}


@pytest.mark.parametrize(("mode", "on_sqlite", "on_postgresql"), [(Mode.OPEN, 2, 3), (Mode.SECRET, 4, 7)])
def test_an_answer_is_as_few_statements_as_can_be(
    mode: Mode, on_sqlite: int, on_postgresql: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    going = Going(mode)
    asked = going.open()
    now, ballot = going.asked(asked), Ballot({"7a": Stance.FOR})
    savepoints = 2  # of the transaction that the test runs in
    with django_assert_num_queries(savepoints + (on_sqlite if connection.vendor == "sqlite" else on_postgresql)):
        answering.answer(now, going.cookies[FIRST], ballot, Mandate.NOT_SAID)


@BOTH_MODES
@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.SHOWN, RoundState.SETTLED, RoundState.LAPSED])
def test_a_round_that_is_closed_is_not_answered(mode: Mode, state: RoundState) -> None:
    going = Going(mode)
    asked = make_round(going.meeting, 7, state).pk
    before = going.now
    with pytest.raises(RoundClosedError) as refused:
        going.answer(asked, FIRST, "7a")
    assert refused.value.round is not None
    assert refused.value.round.id == asked
    assert going.now == before


@BOTH_MODES
def test_a_round_by_hands_is_not_answered_by_phone(mode: Mode) -> None:
    going = Going(mode)
    asked = make_round(going.meeting, 7, kind=RoundKind.HANDS.value).pk
    with pytest.raises(RoundClosedError):
        going.answer(asked, FIRST, "7a")


def test_a_round_of_another_meeting_is_not_answered() -> None:
    going, other = Going(), Going(gemeenten=0)
    asked = other.open()
    assert asked_round(going.meeting.pk, asked) is None


@BOTH_MODES
@pytest.mark.parametrize("way", [Way.PAPER, Way.ABSENT])
def test_a_gemeente_on_paper_or_absent_does_not_answer_by_phone(mode: Mode, way: Way) -> None:
    going = Going(mode)
    asked = going.open()
    Participant.objects.filter(gemeente__code=FIRST).update(way=way.value)
    with pytest.raises(WayRefusedError):
        going.answer(asked, FIRST, "7a")
    assert not going.round(asked).answered


@BOTH_MODES
def test_a_device_that_was_taken_over_does_not_answer(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    Participant.objects.filter(gemeente__code=FIRST).update(device=digest_of("another"))
    with pytest.raises(NotYourSeatError):
        going.answer(asked, FIRST, "7a")
    assert not going.round(asked).answered


def test_in_open_mode_the_next_device_of_a_gemeente_changes_its_answer() -> None:
    going = Going()
    asked = going.open()
    going.answer(asked, FIRST, "7a")
    Participant.objects.filter(gemeente__code=FIRST).update(device=digest_of("another"))
    going.cookies[FIRST] = "another"
    going.answer(asked, FIRST, "7b")
    assert own(going, asked) == Ballot({"7b": Stance.FOR})


def test_in_secret_mode_the_next_device_of_a_gemeente_cannot_change_its_answer() -> None:
    going = Going(Mode.SECRET)
    asked = going.open()
    going.answer(asked, FIRST, "7a")
    first = going.cookies[FIRST]
    Participant.objects.filter(gemeente__code=FIRST).update(device=digest_of("another"))
    going.cookies[FIRST] = "another"
    with pytest.raises(OtherDeviceAnsweredError):
        going.answer(asked, FIRST, "7b")
    assert own_ballot(going.now, going.round(asked), first) == Ballot({"7a": Stance.FOR})
    assert Answered.objects.get().changes == 0


def test_a_secret_answer_is_changed_as_often_as_may_be_and_no_more() -> None:
    going = Going(Mode.SECRET)
    asked = going.open()
    going.answer(asked, FIRST, "7a")
    Answered.objects.update(changes=MOST_CHANGES - 1)
    going.answer(asked, FIRST, "7b")
    with pytest.raises(TooManyChangesError):
        going.answer(asked, FIRST, "7c")
    assert own(going, asked) == Ballot({"7b": Stance.FOR})


@BOTH_MODES
@pytest.mark.parametrize(
    ("number", "ballot", "says"),
    [
        (7, Ballot({"8a": Stance.FOR}), "Kies alleen opties die bij deze vraag horen."),
        (7, Ballot({"7a": Stance.FOR}, {"7a": "a" * (REASON_CAP + 1)}), "te lang: 141 tekens"),
        (7, Ballot({"7a": Stance.FOR}, {"7b": "Te duur"}), "ook wat u ervan vindt"),
        (7, Ballot({"7a": Stance.FOR}, {"8a": "Te duur"}), "redenen bij antwoorden van deze vraag"),
        (3, Ballot({"3a": Stance.FOR, "3b": Stance.FOR}), "sluit de andere antwoorden uit"),
    ],
)
def test_what_is_no_answer_to_the_question_is_refused(mode: Mode, number: int, ballot: Ballot, says: str) -> None:
    going = Going(mode)
    asked = going.open(number)
    with pytest.raises(BallotRefusedError, match=says):
        answering.answer(going.asked(asked), going.cookies[FIRST], ballot, Mandate.NOT_SAID)
    assert not going.round(asked).answered


def test_a_reason_is_kept_on_one_line_and_an_empty_one_not_at_all() -> None:
    going = Going()
    asked = going.open()
    ballot = Ballot({"7a": Stance.FOR, "7b": Stance.AGAINST}, {"7a": " Dicht\nbij \u0000", "7b": "  "})
    answering.answer(going.asked(asked), going.cookies[FIRST], ballot, Mandate.NOT_SAID)
    found = own(going, asked)
    assert found is not None
    assert found.reasons == {"7a": "Dicht bij"}


def test_the_chair_enters_the_answer_of_a_gemeente_on_paper_that_had_not_joined() -> None:
    going = Going(gemeenten=0)
    asked = going.open()
    ballot = Ballot({"7a": Stance.FOR})
    answering.answer_for(going.dossier, going.now, asked, FIRST, ballot, How.PAPER, Mandate.RESERVED)
    given = selectors.given_in(asked)[FIRST]
    assert (given.ballot, given.how, given.mandate) == (ballot, How.PAPER, Mandate.RESERVED)
    assert going.now.seat_of[FIRST].way == Way.PAPER


def test_the_last_entry_of_a_gemeente_counts_wherever_it_comes_from() -> None:
    going = Going()
    asked = going.open()
    going.answer(asked, FIRST, "7a")
    ballot = Ballot({"7b": Stance.FOR})
    answering.answer_for(going.dossier, going.now, asked, FIRST, ballot, How.HAND, Mandate.NOT_SAID)
    given = selectors.given_in(asked)
    assert [given[FIRST].ballot, given[FIRST].how] == [ballot, How.HAND]
    assert len(given) == 1


def test_the_chair_enters_no_answer_in_secret_mode() -> None:
    going = Going(Mode.SECRET)
    asked = going.open()
    with pytest.raises(RoundClosedError):
        answering.answer_for(going.dossier, going.now, asked, FIRST, Ballot(), How.HAND, Mandate.NOT_SAID)
    assert not going.round(asked).answered


def test_a_gemeente_of_another_region_has_no_seat() -> None:
    going = Going()
    asked = going.open()
    with pytest.raises(NotYourSeatError):
        answering.answer_for(going.dossier, going.now, asked, "GM0363", Ballot(), How.HAND, Mandate.NOT_SAID)
    assert "GM0363" not in going.now.seat_of


@pytest.mark.parametrize("mode", Mode)
def test_a_form_starts_from_the_last_answer_to_the_question_in_open_mode_only(mode: Mode) -> None:
    going = Going(mode)
    asked = going.counted(7, "7a")
    rounds.reopen(going.dossier, going.now, asked)
    again = going.now.open_round
    assert again is not None
    assert not again.answered
    expected = Ballot({"7a": Stance.FOR}) if mode == Mode.OPEN else None
    assert earlier_ballot(going.now, again, going.cookies[FIRST]) == expected


@pytest.mark.parametrize("mode", Mode)
def test_reasons_are_told_by_alphabet_and_in_secret_mode_without_a_stance(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    for gemeente, reason in zip(going.cookies, ("Zwaar", "ander", "Beter"), strict=True):
        ballot = Ballot({"7a": Stance.FOR}, {"7a": reason})
        answering.answer(going.asked(asked), going.cookies[gemeente], ballot, Mandate.NOT_SAID)
    stance = {} if mode == Mode.SECRET else {"stance": "voor"}
    assert ballots_now(going.round(asked)) == {"7a": [{"text": text} | stance for text in ("ander", "Beter", "Zwaar")]}


@pytest.mark.parametrize(("mode", "named"), [(Mode.OPEN, FIRST), (Mode.SECRET, "")])
def test_a_hamerstuk_is_lifted_once_by_name_in_open_mode_only(mode: Mode, named: str) -> None:
    going = Going(mode)
    going.plan(Plan(formal={7: ("7a",)}))
    answering.lift(going.meeting.pk, going.cookies[FIRST], 7)
    version = going.now.version
    answering.lift(going.meeting.pk, going.cookies[SECOND], 7)
    plan = plan_from_json(going.now.plan)
    assert (plan.lifted, plan.unlifted, plan.talks) == ({7: named}, {}, ((7, 7),))
    assert going.now.version == version


def test_a_hamerstuk_that_was_settled_is_not_lifted_any_more() -> None:
    going = Going()
    going.plan(Plan(formal={7: ("7a",)}))
    make_round(going.meeting, 7, RoundState.SETTLED, kind=RoundKind.POLL.value, attempt=0, settled=["7a"])
    with pytest.raises(MeetingMovedError):
        answering.lift(going.meeting.pk, going.cookies[FIRST], 7)


def test_only_a_hamerstuk_can_be_lifted_and_only_by_who_takes_part() -> None:
    going = Going()
    with pytest.raises(MeetingMovedError):
        answering.lift(going.meeting.pk, going.cookies[FIRST], 7)
    with pytest.raises(NotYourSeatError):
        answering.lift(going.meeting.pk, "nobody", 7)
    with pytest.raises(MeetingGoneError):
        answering.lift(0, going.cookies[FIRST], 7)


@pytest.mark.parametrize("at", ["an answer", "a change", "closing"])
def test_when_the_database_lost_secret_answers_the_question_is_asked_again(at: str) -> None:
    going = Going(Mode.SECRET)
    asked = going.open()
    going.answer(asked, FIRST, "7a")
    going.answer(asked, SECOND, "7b")
    SecretBallot.objects.all().delete()
    does = {
        "an answer": partial(going.answer, asked, THIRD, "7c"),
        "a change": partial(going.answer, asked, FIRST, "7c"),
        "closing": partial(going.close, asked),
    }[at]
    with pytest.raises(BallotsLostError):
        does()
    again = going.now.open_round
    assert again is not None
    assert (again.attempt, again.state, again.answered) == (2, RoundState.ALONE, frozenset())
    assert (going.round(asked).state, going.round(asked).lost) == (RoundState.LAPSED, True)
    assert not SecretBallot.objects.exists()


def test_a_poll_of_which_answers_were_lost_begins_anew() -> None:
    going = Going(Mode.SECRET, state=MeetingState.POLL)
    poll = make_round(going.meeting, 7, kind=RoundKind.POLL.value, attempt=0).pk
    going.answer(poll, FIRST, "7a")
    SecretBallot.objects.all().delete()
    with pytest.raises(BallotsLostError):
        going.answer(poll, SECOND, "7a")
    assert (going.state(poll), going.round(poll).lost, going.round(poll).answered) == (
        RoundState.ALONE,
        True,
        frozenset(),
    )
    going.answer(poll, SECOND, "7a")
    assert Round.objects.count() == 1
