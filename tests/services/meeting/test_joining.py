"""A gemeente joins with one device at a time."""

import re
from datetime import timedelta
from functools import partial

import pytest
from pytest_django import Settings

from checklist import selectors
from checklist.domain.meeting.join_code import shown_code
from checklist.domain.meeting.value import MeetingState
from checklist.domain.meeting_record.words import Mandate, Mode, Way
from checklist.domain.text import TooLongError
from checklist.limits import LimitReached
from checklist.models import Dossier, Meeting, Participant, UseCount
from checklist.selectors import LiveMeeting
from checklist.services.meeting import closing, joining
from checklist.services.meeting.errors import (
    MeetingGoneError,
    NotYourSeatError,
    SeatLockedError,
    SeatTakenError,
    WayRefusedError,
    WrongCodeError,
)
from tests.dossiers import opened
from tests.meetings import GEMEENTEN, join, make_meeting
from tests.racing import all_at_once, second_waits_for_first

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

OSS, VUGHT, ELSEWHERE = "GM0828", "GM0865", "GM0363"


@pytest.fixture
def meeting(dossier: Dossier) -> LiveMeeting:
    """Live, open, and nobody in it."""
    make_meeting(dossier)
    return now_of(dossier)


def now_of(dossier: Dossier) -> LiveMeeting:
    found = selectors.meeting_of(dossier.pk)
    assert found
    return found


def again(meeting: LiveMeeting) -> LiveMeeting:
    found = selectors.meeting_with_id(meeting.id)
    assert found
    return found


def take(meeting: LiveMeeting, gemeente: str = OSS, name: str = "") -> str:
    return joining.take_seat(meeting, gemeente, mandate=Mandate.RESERVED, name=name)


def test_a_device_that_takes_a_seat_is_known_by_its_cookie_alone(meeting: LiveMeeting) -> None:
    cookie = take(meeting, name=" A.\tJansen ")
    now = again(meeting)
    seat = selectors.seat_of_device(now, cookie)
    assert seat == now.seat_of[OSS]
    assert (seat.device_no, seat.way, seat.mandate, seat.name) == (1, Way.PHONE, Mandate.RESERVED, "A. Jansen")
    assert re.fullmatch(r"[\w-]{22}\.GM0828\.1", cookie)
    assert cookie not in str(Participant.objects.values())
    assert selectors.seat_of_device(now, cookie[:-1] + "2") is None
    assert now.version == meeting.version + 1


def test_two_devices_never_have_the_same_cookie(meeting: LiveMeeting) -> None:
    assert take(meeting)[:22] != take(meeting, VUGHT)[:22]


def test_who_speaks_for_a_gemeente_has_no_name_in_secret_mode(dossier: Dossier) -> None:
    make_meeting(dossier, Mode.SECRET)
    take(now_of(dossier), name="A. Jansen")
    assert now_of(dossier).seat_of[OSS].name == ""


def test_a_name_that_is_too_long_takes_no_seat(meeting: LiveMeeting) -> None:
    with pytest.raises(TooLongError):
        take(meeting, name="x" * 121)
    assert again(meeting).seats == ()


def test_a_gemeente_has_one_voice(meeting: LiveMeeting) -> None:
    take(meeting)
    with pytest.raises(SeatTakenError) as refused:
        take(meeting)
    assert refused.value.seat == again(meeting).seat_of[OSS]


@pytest.mark.django_db(transaction=True)
def test_of_twenty_devices_that_take_one_gemeente_at_once_one_gets_it(meeting: LiveMeeting) -> None:
    results = all_at_once([partial(take, meeting)] * 20)
    taken = [result for result in results if isinstance(result, str)]
    assert len(taken) == 1
    assert sum(isinstance(result, SeatTakenError) for result in results) == 19
    assert Participant.objects.count() == 1
    assert selectors.seat_of_device(again(meeting), taken[0])


@pytest.mark.django_db(transaction=True)
def test_all_gemeenten_of_a_region_join_at_once(meeting: LiveMeeting) -> None:
    results = all_at_once([partial(take, meeting, gemeente) for gemeente in GEMEENTEN])
    assert all(isinstance(result, str) for result in results), results
    assert set(again(meeting).seat_of) == set(GEMEENTEN)


@pytest.mark.parametrize("gemeente", [ELSEWHERE, "GM9999", "", "Oss"])
def test_no_other_gemeente_than_those_of_the_region_can_join(meeting: LiveMeeting, gemeente: str) -> None:
    with pytest.raises(NotYourSeatError):
        take(meeting, gemeente)
    assert again(meeting) == meeting


def test_another_device_takes_over_and_the_first_hears_it(meeting: LiveMeeting) -> None:
    first = take(meeting, name="A. Jansen")
    second = joining.take_over(meeting, OSS)
    now = again(meeting)
    assert selectors.seat_of_device(now, first) is None
    seat = selectors.seat_of_device(now, second)
    assert seat
    assert (seat.device_no, seat.mandate, seat.name) == (2, Mandate.RESERVED, "A. Jansen")
    assert now.version == meeting.version + 2


def test_the_first_device_takes_its_seat_back(meeting: LiveMeeting) -> None:
    first = take(meeting)
    second = joining.take_over(meeting, OSS)
    third = joining.take_back(meeting, first)
    now = again(meeting)
    assert selectors.seat_of_device(now, second) is None
    assert third.endswith(".GM0828.3")
    assert selectors.seat_of_device(now, third)


@pytest.mark.parametrize("cookie", ["", "x", "a.GM0828", f"{'a' * 22}.GM0865.1", f"{'a' * 22}.GM0828.1\n"])
def test_what_is_no_cookie_of_a_gemeente_that_takes_part_takes_nothing_back(meeting: LiveMeeting, cookie: str) -> None:
    take(meeting)
    with pytest.raises(NotYourSeatError):
        joining.take_back(meeting, cookie)


@pytest.mark.django_db(transaction=True)
def test_of_devices_that_take_over_at_once_the_last_speaks_for_the_gemeente(meeting: LiveMeeting) -> None:
    take(meeting)
    results = [str(result) for result in all_at_once([partial(joining.take_over, meeting, OSS)] * 6)]
    now = again(meeting)
    assert {cookie.rsplit(".", 1)[1] for cookie in results} == {"2", "3", "4", "5", "6", "7"}
    last = max(results, key=lambda cookie: int(cookie.rsplit(".", 1)[1]))
    assert [bool(selectors.seat_of_device(now, cookie)) for cookie in results] == [one == last for one in results]


def test_a_locked_gemeente_is_not_taken_over(dossier: Dossier, meeting: LiveMeeting) -> None:
    cookie = join(Meeting.objects.get(), OSS, locked=True)
    with pytest.raises(SeatLockedError) as refused:
        joining.take_over(meeting, OSS)
    assert refused.value.seat.gemeente == OSS
    assert selectors.seat_of_device(again(meeting), cookie)


def test_a_gemeente_on_paper_has_no_device(meeting: LiveMeeting) -> None:
    join(Meeting.objects.get(), OSS, way=Way.PAPER.value, device=None, device_no=0)
    join(Meeting.objects.get(), VUGHT, way=Way.PAPER.value)
    for act in (partial(take, meeting), partial(joining.take_over, meeting, VUGHT)):
        with pytest.raises(WayRefusedError):
            act()


def test_a_gemeente_that_was_absent_joins_after_all(meeting: LiveMeeting) -> None:
    join(Meeting.objects.get(), OSS, way=Way.ABSENT.value, device=None, device_no=0)
    take(meeting)
    assert again(meeting).seat_of[OSS].way == Way.PHONE


@pytest.mark.parametrize("state", [MeetingState.SUSPENDED, MeetingState.CLOSED])
def test_nobody_joins_a_meeting_that_is_not_live(dossier: Dossier, state: MeetingState) -> None:
    join(make_meeting(dossier, state=state), VUGHT)
    meeting = now_of(dossier)
    for act in (partial(take, meeting), partial(joining.take_over, meeting, VUGHT)):
        with pytest.raises(MeetingGoneError):
            act()
    assert now_of(dossier) == meeting


def test_the_code_opens_the_meeting_however_it_is_typed(meeting: LiveMeeting) -> None:
    assert meeting.code
    for typed in (meeting.code, shown_code(meeting.code), f"  {meeting.code.lower()} ", " ".join(meeting.code)):
        assert joining.token_for_code(typed) == meeting.join_token


@pytest.mark.parametrize("typed", ["", "BCDFGHJK", "ABC", "aaaa-aaaa", "x" * 10_000])
def test_a_wrong_code_counts_for_all_and_says_nothing(meeting: LiveMeeting, typed: str) -> None:
    with pytest.raises(WrongCodeError):
        joining.token_for_code(typed)
    assert UseCount.objects.get(kind="code/all", whose="").count == 1


def test_a_right_code_counts_nothing(meeting: LiveMeeting) -> None:
    joining.token_for_code(meeting.code or "")
    assert not UseCount.objects.exists()


def test_the_code_of_a_meeting_that_ended_is_a_wrong_one(dossier: Dossier, meeting: LiveMeeting) -> None:
    Meeting.objects.update(code=None, join_token=None)
    with pytest.raises(WrongCodeError):
        joining.token_for_code(meeting.code or "")


def test_after_too_many_wrong_codes_none_is_looked_at_but_the_link_still_works(
    meeting: LiveMeeting, settings: Settings
) -> None:
    settings.WRONG_CODES_IN_ALL = 3
    for _ in range(3):
        with pytest.raises(WrongCodeError):
            joining.token_for_code("BCDFGHJK")
    for typed in ("BCDFGHJK", meeting.code or ""):
        with pytest.raises(LimitReached) as refused:
            joining.token_for_code(typed)
        assert refused.value.what == "code"
        assert 0 < refused.value.seconds <= timedelta(minutes=10).total_seconds()
    found = selectors.meeting_with_join_token(meeting.join_token or "")
    assert found
    assert take(found)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("joins_first", [True, False])
def test_a_gemeente_joins_before_the_meeting_is_closed_or_not_at_all(dossier: Dossier, joins_first: bool) -> None:
    make_meeting(dossier)
    meeting, there = now_of(dossier), opened(dossier)
    refused: list[Exception] = []

    def join_it() -> None:
        try:
            take(meeting)
        except MeetingGoneError as error:
            refused.append(error)

    both = [join_it, partial(closing.close_meeting, there, meeting)]
    second_waits_for_first(*(both if joins_first else reversed(both)))
    record = now_of(dossier).record
    assert record is not None
    assert (len(record["attendance"]), len(refused)) == ((1, 0) if joins_first else (0, 1))
