"""What the chair says of a gemeente."""

import pytest

from checklist import selectors
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, Way
from checklist.models import Dossier, Meeting
from checklist.selectors import LiveMeeting
from checklist.services.meeting import joining, seats
from checklist.services.meeting.errors import MeetingMovedError, NotYourSeatError, SeatLockedError, StepRefusedError
from tests.dossiers import opened
from tests.meetings import give, join, make_meeting, make_round

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

OSS, ELSEWHERE = "GM0828", "GM0363"


def now_of(dossier: Dossier) -> LiveMeeting:
    found = selectors.meeting_of(dossier.pk)
    assert found
    return found


def test_the_chair_locks_a_gemeente_and_lets_it_go_again(dossier: Dossier) -> None:
    join(make_meeting(dossier), OSS)
    seats.set_lock(opened(dossier), now_of(dossier), OSS, True)
    with pytest.raises(SeatLockedError):
        joining.take_over(now_of(dossier), OSS)
    seats.set_lock(opened(dossier), now_of(dossier), OSS, False)
    assert joining.take_over(now_of(dossier), OSS)
    assert now_of(dossier).version == 4


def test_a_gemeente_that_does_not_take_part_is_not_locked(dossier: Dossier) -> None:
    make_meeting(dossier)
    with pytest.raises(NotYourSeatError):
        seats.set_lock(opened(dossier), now_of(dossier), OSS, True)


@pytest.mark.parametrize("way", [Way.PAPER, Way.ABSENT])
@pytest.mark.parametrize("joined", [True, False])
def test_the_chair_says_how_a_gemeente_takes_part(dossier: Dossier, way: Way, joined: bool) -> None:
    meeting = make_meeting(dossier)
    if joined:
        join(meeting, OSS)
    seats.set_way(opened(dossier), now_of(dossier), OSS, way)
    assert (now_of(dossier).seat_of[OSS].way, now_of(dossier).version) == (way, 2)


def test_a_gemeente_of_another_region_has_no_seat(dossier: Dossier) -> None:
    make_meeting(dossier)
    for gemeente in (ELSEWHERE, "GM9999"):
        with pytest.raises(NotYourSeatError):
            seats.set_way(opened(dossier), now_of(dossier), gemeente, Way.PAPER)
    assert now_of(dossier).seats == ()


@pytest.mark.parametrize(
    ("mode", "state", "refused"),
    [
        (Mode.SECRET, RoundState.ALONE, True),
        (Mode.SECRET, RoundState.VOTE, True),
        (Mode.SECRET, RoundState.CLOSED, False),
        (Mode.OPEN, RoundState.ALONE, False),
    ],
)
def test_in_secret_mode_a_gemeente_that_answered_what_is_open_stays_with_its_phone(
    dossier: Dossier, mode: Mode, state: RoundState, refused: bool
) -> None:
    meeting = make_meeting(dossier, mode)
    cookie = join(meeting, OSS)
    give(make_round(meeting, 2, state), OSS, {"2a": "voor"}, cookie)
    if refused:
        with pytest.raises(StepRefusedError):
            seats.set_way(opened(dossier), now_of(dossier), OSS, Way.PAPER)
    else:
        seats.set_way(opened(dossier), now_of(dossier), OSS, Way.PAPER)
    assert (now_of(dossier).seat_of[OSS].way == Way.PHONE) == refused


def test_once_the_meeting_is_closed_nothing_is_said_of_a_gemeente(dossier: Dossier) -> None:
    join(make_meeting(dossier, state=MeetingState.CLOSED), OSS)
    with pytest.raises(MeetingMovedError):
        seats.set_lock(opened(dossier), now_of(dossier), OSS, True)
    with pytest.raises(MeetingMovedError):
        seats.set_way(opened(dossier), now_of(dossier), OSS, Way.PAPER)
    assert Meeting.objects.get().version == 1
