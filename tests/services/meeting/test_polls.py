"""The poll beforehand is closed: what is kept of it, and what it leaves to talk about."""

from datetime import timedelta

import pytest
from django.utils import timezone

from checklist.domain.meeting.plan import plan_from_json
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, Word
from checklist.models import Answered, Meeting, SecretBallot
from checklist.services.meeting.errors import RoundClosedError
from checklist.services.meeting.polling import open_polls
from checklist.services.meeting.polls import close_polls
from tests.meetings import GEMEENTEN
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def polled(mode: Mode, gemeenten: int = 6) -> Going:
    """A meeting with a poll, in which all agree on question 7 and not on question 8."""
    going = Going(mode, gemeenten, MeetingState.POLL)
    open_polls(going.meeting.pk)
    for number, gemeente in enumerate(going.cookies):
        going.answer(going.now.polls[7].id, gemeente, "7a")
        going.answer(going.now.polls[8].id, gemeente, "8b" if number % 2 else "8a")
    return going


@pytest.mark.parametrize("mode", Mode)
def test_what_all_agree_on_is_a_formality_and_the_rest_is_talked_about(mode: Mode) -> None:
    going = polled(mode)
    close_polls(going.meeting.pk)
    plan = plan_from_json(going.now.plan)
    assert plan.formal == {7: ("7a",)}
    assert plan.talks[0] == (8, 7)
    assert {number for number, _ in plan.talks} == set(range(1, 13)) - {7}
    assert [going.now.polls[number].word for number in (7, 8, 9)] == [Word.AGREED, Word.DIVIDED, None]
    assert {poll.state for poll in going.now.polls.values()} == {RoundState.CLOSED}


def test_in_secret_mode_no_number_and_no_answer_of_a_poll_is_left() -> None:
    going = polled(Mode.SECRET)
    close_polls(going.meeting.pk)
    assert going.now.polls[8].result == {"answered": 6, "word": "verdeeld", "set": [], "discuss": False}
    assert not SecretBallot.objects.exists()
    assert set(Answered.objects.values_list("changes")) == {(0,)}
    assert going.now.to_clean


def test_a_poll_that_is_closed_twice_is_closed_once() -> None:
    going = polled(Mode.OPEN)
    close_polls(going.meeting.pk)
    before = going.now
    close_polls(going.meeting.pk)
    assert going.now == before


@pytest.mark.parametrize("mode", Mode)
def test_an_answer_after_the_end_of_the_poll_closes_it_and_is_refused(mode: Mode) -> None:
    going = polled(mode)
    Meeting.objects.update(poll_until=timezone.now() - timedelta(minutes=1))
    poll = going.now.polls[7].id
    with pytest.raises(RoundClosedError) as refused:
        going.answer(poll, GEMEENTEN[0], "7b")
    assert refused.value.round == going.now.polls[7]
    assert going.state(poll) == RoundState.CLOSED
    assert plan_from_json(going.now.plan).formal == {7: ("7a",)}


def test_a_poll_of_which_answers_were_lost_closes_without_them() -> None:
    going = polled(Mode.SECRET)
    SecretBallot.objects.all().delete()
    close_polls(going.meeting.pk)
    assert (going.now.polls[7].lost, going.now.polls[7].word) == (True, None)
    assert not going.now.polls[7].answered
