"""The whole of a meeting, as it is read from the tables."""

import pytest
from pytest_django import DjangoAssertNumQueries

from checklist import selectors
from checklist.domain.meeting.value import RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.models import Meeting
from checklist.selectors.live_meeting import LiveMeeting
from checklist.selectors.whole import whole_now
from tests.dossiers import make_dossier
from tests.meetings import GEMEENTEN, give, join, make_meeting, make_round

pytestmark = pytest.mark.django_db

# The first pair of the fixtures.
ADVICE, NO_RELATION = "2a", "5a"


def read(meeting: Meeting) -> LiveMeeting:
    found = selectors.meeting_with_id(meeting.pk)
    assert found
    return found


def counted(meeting: Meeting, number: int, option: str, state: RoundState, voor: int = 3) -> None:
    result = {"answered": 3, "blank": 0, "counts": {option: {"voor": voor, "kan": 0, "tegen": 3 - voor}}}
    made = make_round(meeting, number, state, result=result)
    for gemeente in GEMEENTEN[:voor]:
        give(made, gemeente, {option: "voor"})


@pytest.fixture
def meeting() -> Meeting:
    """Three gemeenten that take part."""
    made = make_meeting(make_dossier())
    for gemeente in GEMEENTEN[:3]:
        join(made, gemeente)
    return made


def test_two_outcomes_that_cannot_both_be_are_a_contradiction_with_who_wants_both(meeting: Meeting) -> None:
    counted(meeting, 2, ADVICE, RoundState.SHOWN)
    counted(meeting, 5, NO_RELATION, RoundState.SETTLED)
    (found,) = whole_now(selectors.content_all(), read(meeting)).contradictions
    assert found.both
    assert set(found.both.gemeenten or ()) == set(GEMEENTEN[:3])


def test_a_question_of_which_no_number_was_shown_is_not_in_it(meeting: Meeting) -> None:
    counted(meeting, 2, ADVICE, RoundState.SHOWN)
    counted(meeting, 5, NO_RELATION, RoundState.CLOSED)
    found = whole_now(selectors.content_all(), read(meeting))
    assert found.design == {2: (ADVICE,)}
    assert not found.contradictions


def test_what_was_settled_goes_before_what_was_counted(meeting: Meeting) -> None:
    counted(meeting, 2, ADVICE, RoundState.SETTLED)
    meeting.rounds.update(settled=["2b"])
    assert whole_now(selectors.content_all(), read(meeting)).design == {2: ("2b",)}


def test_a_hamerstuk_that_was_settled_is_in_it_with_its_poll(meeting: Meeting) -> None:
    counts = {f"2{letter}": {"voor": 3 * (letter == "a"), "kan": 0, "tegen": 0} for letter in "abcd"}
    poll = {"answered": 3, "word": "eens", "set": [ADVICE], "discuss": False}
    result = poll | {"count": {"answered": 3, "blank": 0, "counts": counts}}
    fields = {"kind": RoundKind.POLL.value, "attempt": 0, "settled": [ADVICE], "result": result}
    made = make_round(meeting, 2, RoundState.SETTLED, **fields)
    for gemeente in GEMEENTEN[:3]:
        give(made, gemeente, {ADVICE: "voor"})
    found = whole_now(selectors.content_all(), read(meeting))
    assert found.design == {2: (ADVICE,)}
    assert [one.steps for one in found.away] == [0, 0, 0]


def test_secret_mode_reckons_with_what_was_shown_alone(
    meeting: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Meeting.objects.update(mode=Mode.SECRET.value)
    others = {f"2{letter}": {"voor": "niemand", "tegen": "enkele"} for letter in "bcd"}
    told = {"answered": 6, "blank": 0, "counts": others | {ADVICE: {"voor": "bijna iedereen", "tegen": "enkele"}}}
    make_round(meeting, 2, RoundState.SHOWN, result=told)
    content, now = selectors.content_all(), read(meeting)
    with django_assert_num_queries(0):
        found = whole_now(content, now)
    assert found.design == {2: (ADVICE,)}
    assert not found.away


def test_open_mode_asks_the_answers_of_all_questions_at_once(
    meeting: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number, option in ((2, ADVICE), (5, NO_RELATION), (7, "7b")):
        counted(meeting, number, option, RoundState.SHOWN)
    content, now = selectors.content_all(), read(meeting)
    with django_assert_num_queries(1):
        whole_now(content, now)
