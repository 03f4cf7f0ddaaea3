"""Answers and presses at the same moment: each is written whole, or not at all."""

from collections.abc import Callable
from functools import partial

import pytest

from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import Mode
from checklist.models import Answered, Preference, Round, SecretBallot
from checklist.services.meeting import counting, joining, rounds
from checklist.services.meeting.errors import MeetingMovedError, NotYourSeatError, RoundClosedError
from tests.meetings import GEMEENTEN
from tests.racing import all_at_once, second_waits_for_first
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases, pytest.mark.slow]

BOTH_MODES = pytest.mark.parametrize("mode", Mode)


@BOTH_MODES
def test_all_gemeenten_answer_at_once_and_none_is_lost(mode: Mode) -> None:
    going = Going(mode, len(GEMEENTEN))
    asked = going.open()
    before = going.now.version
    assert all_at_once([partial(going.answer, asked, one, "7a") for one in GEMEENTEN]) == [None] * len(GEMEENTEN)
    assert going.round(asked).answered == set(GEMEENTEN)
    assert going.now.version == before + len(GEMEENTEN)


@BOTH_MODES
def test_one_answer_that_is_sent_ten_times_at_once_is_one_row(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    assert all_at_once([partial(going.answer, asked, GEMEENTEN[0], "7a")] * 10) == [None] * 10
    rows = (Preference.objects.count(), Answered.objects.count(), SecretBallot.objects.count())
    assert rows == ((1, 0, 0) if mode == Mode.OPEN else (0, 1, 1))


@BOTH_MODES
def test_an_answer_while_the_round_closes_counts_or_is_refused(mode: Mode) -> None:
    going = Going(mode, len(GEMEENTEN))
    asked = going.open()
    close = partial(counting.close_round, going.dossier, going.now, asked)
    calls = [close, *(partial(going.answer, asked, one, "7a") for one in GEMEENTEN)]
    closed, *given = all_at_once(calls)
    assert closed is None
    assert all(one is None or isinstance(one, RoundClosedError) for one in given)
    result = going.round(asked).result
    assert result is not None
    assert result["answered"] == given.count(None) == len(going.round(asked).answered)


@BOTH_MODES
def test_an_answer_that_is_being_written_is_counted_when_the_round_closes(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    second_waits_for_first(
        partial(going.answer, asked, GEMEENTEN[0], "7a"),
        partial(counting.close_round, going.dossier, going.now, asked),
    )
    result = going.round(asked).result
    assert result is not None
    assert result["answered"] == 1


@BOTH_MODES
def test_an_answer_that_comes_while_the_round_is_closed_is_refused(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    refused: list[Exception] = []

    def answer() -> None:
        try:
            going.answer(asked, GEMEENTEN[0], "7a")
        except RoundClosedError as error:
            refused.append(error)

    second_waits_for_first(partial(counting.close_round, going.dossier, going.now, asked), answer)
    assert len(refused) == 1
    assert not going.round(asked).answered


@BOTH_MODES
def test_devices_that_answer_and_take_over_at_once_never_wait_for_each_other(mode: Mode) -> None:
    going = Going(mode)
    asked = going.open()
    first = GEMEENTEN[0]
    answer: Callable[[], object] = partial(going.answer, asked, first, "7a")
    for result in all_at_once([answer, partial(joining.take_over, going.now, first)] * 4):
        assert result is None or isinstance(result, str | NotYourSeatError), result


def test_two_chairs_who_open_a_question_each_open_one() -> None:
    going = Going()
    opened = all_at_once([partial(rounds.open_round, going.dossier, going.now, number, 7) for number in (7, 8)])
    assert sorted(map(type, opened), key=str) == sorted([type(None), MeetingMovedError], key=str)
    assert Round.objects.count() == 1


def test_two_chairs_who_close_a_question_close_it_once() -> None:
    going = Going(Mode.SECRET, 5)
    asked = going.open()
    going.all_answer(asked, "7a")
    closed = all_at_once([partial(counting.close_round, going.dossier, going.now, asked)] * 4)
    assert closed == [None] * 4
    assert going.state(asked) == RoundState.CLOSED
    assert not going.now.to_clean
