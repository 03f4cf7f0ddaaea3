"""Gemeenten that weren't there answer after an open meeting."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from checklist import selectors
from checklist.domain.meeting.value import Ballot, MeetingState
from checklist.domain.meeting_record.words import Mandate, Mode, Stance, Way
from checklist.models import Meeting, Preference
from checklist.services.meeting import closing, late, seats
from checklist.services.meeting.errors import (
    BallotRefusedError,
    MeetingGoneError,
    MeetingMovedError,
    RoundClosedError,
    StepRefusedError,
)
from tests.meetings import GEMEENTEN
from tests.services.meeting.going import Going
from tests.services.values import settle

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

HERE, LATER, ABSENT = GEMEENTEN[0], GEMEENTEN[5], GEMEENTEN[6]
SOON = timedelta(days=7)


@pytest.fixture
def going() -> Going:
    """A closed meeting in which three gemeenten answered question 7, and one was absent."""
    going = Going()
    going.counted(7, "7a")
    seats.set_way(going.dossier, going.now, ABSENT, Way.ABSENT)
    closing.close_meeting(going.dossier, going.now)
    late.set_late(going.dossier, going.now, timezone.now() + SOON)
    return going


def say(going: Going, gemeente: str, option: str = "7b", number: int = 7, reason: str = "") -> None:
    ballot = Ballot({option: Stance.FOR}, {option: reason})
    late.answer_late(selectors.late_link(going.meeting.pk, gemeente), number, ballot, Mandate.RESERVED)


def question(going: Going) -> Mapping[str, Any]:
    record = going.now.record
    assert record is not None
    found: Mapping[str, Any] = record["questions"]["7"]
    return found


@pytest.mark.parametrize("gemeente", [LATER, ABSENT])
def test_an_answer_afterwards_is_said_apart_and_changes_no_count(going: Going, gemeente: str) -> None:
    before = question(going)
    say(going, gemeente, reason=" Dichter bij\tons. ")
    after = question(going)
    assert {key: value for key, value in after.items() if key not in {"answers", "late"}} == {
        key: value for key, value in before.items() if key not in {"answers", "late"}
    }
    assert (after["answered"], after["late"], len(after["answers"])) == (3, 1, 4)
    assert [one for one in after["answers"] if one["late"]] == [
        {
            "gemeente": gemeente,
            "stances": {"7b": "voor"},
            "reasons": {"7b": "Dichter bij ons."},
            "mandate": "voorbehoud",
            "how": "telefoon",
            "late": True,
        }
    ]


def test_who_answers_afterwards_was_not_there(going: Going) -> None:
    say(going, LATER)
    record = going.now.record
    assert record is not None
    assert {one["gemeente"]: one["stand"] for one in record["attendance"]}[LATER] == "afwezig"


def test_it_can_be_changed_until_the_time_is_over(going: Going) -> None:
    say(going, LATER)
    say(going, LATER, "7c")
    assert (question(going)["late"], question(going)["answers"][-1]["stances"]) == (1, {"7c": "voor"})
    seat = selectors.late_seat(selectors.late_link(going.meeting.pk, LATER))
    assert seat
    assert (set(seat.rounds), seat.given[7].stances) == ({7}, {"7c": Stance.FOR})


def test_who_answered_in_the_meeting_does_not_answer_again(going: Going) -> None:
    with pytest.raises(RoundClosedError):
        say(going, HERE)
    assert question(going)["late"] == 0


def test_a_question_that_was_not_counted_is_not_answered(going: Going) -> None:
    with pytest.raises(RoundClosedError):
        say(going, LATER, "2a", 2)


def test_what_is_no_answer_is_refused(going: Going) -> None:
    with pytest.raises(BallotRefusedError):
        say(going, LATER, "2a")
    assert not Preference.objects.filter(late=True).exists()


@pytest.mark.parametrize(
    ("state", "days"), [(MeetingState.CLOSED, -1), (MeetingState.RUNNING, 7), (MeetingState.SUSPENDED, 7)]
)
def test_nobody_answers_before_or_after_the_time_for_it(going: Going, state: MeetingState, days: int) -> None:
    Meeting.objects.update(state=state.value, late_until=timezone.now() + timedelta(days=days))
    with pytest.raises(MeetingGoneError):
        say(going, LATER)


def test_nobody_answers_once_the_dossier_is_settled(going: Going) -> None:
    settle(going.row)
    with pytest.raises(MeetingGoneError):
        say(going, LATER)


@pytest.mark.parametrize("signed", ["", "1.GM0828", "1.GM0828:onzin"])
def test_a_link_that_is_none_of_ours_lets_nobody_answer(going: Going, signed: str) -> None:
    with pytest.raises(MeetingGoneError):
        late.answer_late(signed, 7, Ballot({"7b": Stance.FOR}), Mandate.NOT_SAID)


def test_the_link_of_one_gemeente_is_not_that_of_another(going: Going) -> None:
    signed = selectors.late_link(going.meeting.pk, LATER).replace(LATER, ABSENT)
    assert selectors.late_seat(signed) is None


def test_the_chair_ends_it_and_allows_a_month_at_most(going: Going) -> None:
    with pytest.raises(StepRefusedError):
        late.set_late(going.dossier, going.now, timezone.now() + timedelta(days=31))
    late.set_late(going.dossier, going.now, None)
    with pytest.raises(MeetingGoneError):
        say(going, LATER)


def test_there_is_no_answering_after_a_secret_meeting() -> None:
    going = Going(Mode.SECRET)
    closing.close_meeting(going.dossier, going.now)
    with pytest.raises(StepRefusedError):
        late.set_late(going.dossier, going.now, timezone.now() + SOON)
    Meeting.objects.update(late_until=timezone.now() + SOON)
    with pytest.raises(MeetingGoneError):
        say(going, LATER)


def test_answering_afterwards_begins_when_the_meeting_is_closed() -> None:
    going = Going()
    with pytest.raises(MeetingMovedError):
        late.set_late(going.dossier, going.now, timezone.now() + SOON)
