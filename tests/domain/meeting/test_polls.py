"""What is kept of a poll, in each mode."""

import pytest

from checklist.domain.meeting.polls import PollResult, poll_as_json, poll_from_json, poll_result
from checklist.domain.meeting.tally import count
from checklist.domain.meeting.value import Ballot
from checklist.domain.meeting_record.words import Word
from tests.content import make_question
from tests.domain.meeting.kringen import wants

QUESTION = make_question(1, "abc")
FIVE = [*[Ballot(wants("1a"))] * 4, Ballot({**wants("1a")}, {"1a": "Omdat."}, discuss=True)]


def test_open_mode_keeps_the_count() -> None:
    assert poll_result(QUESTION, FIVE, secret=False) == PollResult(
        answered=5,
        word=Word.AGREED,
        agreed=("1a",),
        discuss=True,
        counted=count(QUESTION, [ballot.stances for ballot in FIVE]),
    )


def test_secret_mode_keeps_no_number_but_how_many_answered() -> None:
    kept = poll_as_json(poll_result(QUESTION, FIVE, secret=True))
    assert kept == {"answered": 5, "word": "eens", "set": ["1a"], "discuss": True}


def test_of_fewer_than_five_secret_mode_keeps_nothing_else() -> None:
    assert poll_result(QUESTION, FIVE[1:], secret=True) == PollResult(4)


def test_who_has_no_preference_may_still_want_to_talk() -> None:
    found = poll_result(QUESTION, [Ballot(discuss=True)], secret=False)
    assert (found.answered, found.word, found.discuss) == (0, None, True)


@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize("ballots", [[], FIVE, [*FIVE, Ballot(wants("1b"))]], ids=["none", "agreed", "divided"])
def test_a_result_is_read_back_as_it_was_written(ballots: list[Ballot], secret: bool) -> None:
    found = poll_result(QUESTION, ballots, secret=secret)
    assert poll_from_json(QUESTION, poll_as_json(found)) == found
