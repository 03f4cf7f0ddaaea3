"""A meeting is suspended, taken up again, and closed for good."""

import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from checklist import selectors
from checklist.domain.dossier import Answer
from checklist.domain.dossier_file.meeting import read_meeting
from checklist.domain.dossier_file.strict import json_of
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.as_json import record_as_json
from checklist.domain.meeting_record.words import MOST_SITTINGS, Mode, Way
from checklist.models import Answered, Meeting, Participant, Round, SecretBallot
from checklist.selectors import LiveMeeting, OpenDossier
from checklist.services import DossierSettledError
from checklist.services.meeting import closing, opening, seats
from checklist.services.meeting.errors import MeetingMovedError, StepRefusedError
from checklist.services.meeting.settling import settle
from tests.meetings import GEMEENTEN, OPENED, join, make_round
from tests.services.meeting.going import Going
from tests.services.values import settle as settle_dossier

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

A, B, C = GEMEENTEN[:3]
PAST = timedelta(days=61)


def links_of(meeting: LiveMeeting) -> set[str | None]:
    return {meeting.code, meeting.join_token, meeting.phone_token, meeting.screen_token, meeting.chair_token}


def record_of(going: Going) -> dict[str, Any]:
    record = going.now.record
    assert record is not None
    return dict(record)


def is_one_that_a_file_may_have(going: Going) -> bool:
    record, region = record_of(going), going.now.region_code
    gemeenten, content = selectors.gemeenten_of(region), selectors.content_all()
    read = read_meeting(json_of(json.dumps(record).encode()), content, region, gemeenten)
    return record_as_json(read) == record


def test_a_meeting_that_is_suspended_can_not_be_joined_and_goes_on_with_other_links() -> None:
    going = Going()
    before = going.now
    closing.suspend(going.dossier, before)
    suspended = going.now
    assert (suspended.state, links_of(suspended)) == (MeetingState.SUSPENDED, {None})
    assert set(suspended.sittings[-1]) == {"date", "from", "until"}
    closing.resume(going.dossier, suspended)
    resumed = going.now
    assert (resumed.state, len(resumed.sittings)) == (MeetingState.RUNNING, 2)
    assert None not in links_of(resumed)
    assert not links_of(resumed) & links_of(before)
    assert selectors.seat_of_device(resumed, going.cookies[A])
    assert [before.version, suspended.version, resumed.version] == [1, 2, 3]


def test_the_same_press_twice_is_a_success() -> None:
    going = Going()
    before = going.now
    for act, state in ((closing.suspend, "SUSPENDED"), (closing.resume, "RUNNING"), (closing.close_meeting, "CLOSED")):
        act(going.dossier, before)
        done = going.now
        act(going.dossier, before)
        assert (going.now, going.now.state) == (done, MeetingState[state])


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (closing.suspend, MeetingState.READY),
        (closing.suspend, MeetingState.CLOSED),
        (closing.resume, MeetingState.READY),
        (closing.resume, MeetingState.CLOSED),
    ],
)
def test_what_another_chair_did_first_is_told(
    act: Callable[[OpenDossier, LiveMeeting], None], state: MeetingState
) -> None:
    going = Going(state=state)
    with pytest.raises(MeetingMovedError) as refused:
        act(going.dossier, going.now)
    assert refused.value.meeting == going.now


@pytest.mark.parametrize("mode", Mode)
def test_suspending_breaks_off_the_question_that_is_open(mode: Mode) -> None:
    going = Going(mode)
    round_id = going.open()
    going.answer(round_id, A, "7a")
    closing.suspend(going.dossier, going.now)
    assert (going.state(round_id), going.round(round_id).answered) == (RoundState.LAPSED, frozenset())


def test_there_are_no_more_sittings_than_the_record_can_tell() -> None:
    going = Going(state=MeetingState.SUSPENDED)
    sitting = {"date": "2026-11-24", "from": "10:00", "until": "11:00"}
    Meeting.objects.update(sittings=[sitting] * MOST_SITTINGS)
    with pytest.raises(StepRefusedError):
        closing.resume(going.dossier, going.now)


def test_closing_writes_what_each_gemeente_answered_and_what_was_settled() -> None:
    going = Going()
    going.counted(7, "7a")
    settle(going.dossier, going.now, 7, Answer(("7a",)), going.dossier.answers[7].version, "")
    closing.close_meeting(going.dossier, going.now)
    record = record_of(going)
    assert (record["mode"], record["names"], len(record["sittings"])) == ("open", False, 1)
    assert record["attendance"] == [
        {"gemeente": gemeente, "stand": "aanwezig", "how": "telefoon"} for gemeente in sorted((A, B, C))
    ]
    question = record["questions"]["7"]
    assert (question["kind"], question["answered"], question["settled"]) == ("apparaat", 3, ["7a"])
    assert question["counts"]["7a"] == {"voor": 3, "kan": 0, "tegen": 0}
    assert [one["gemeente"] for one in question["answers"]] == sorted((A, B, C))
    assert is_one_that_a_file_may_have(going)


def test_closing_makes_every_link_and_device_unknown_and_forgets_who_spoke() -> None:
    going = Going()
    Participant.objects.update(name="A. Jansen", locked=True)
    closing.close_meeting(going.dossier, going.now)
    closed = going.now
    assert (closed.state, links_of(closed), bool(closed.closed_at)) == (MeetingState.CLOSED, {None}, True)
    assert {(seat.device, seat.name, seat.locked) for seat in closed.seats} == {(None, "", False)}


def test_after_the_meeting_the_kring_can_still_say_whether_the_advies_names_gemeenten() -> None:
    going = Going()
    opening.set_names(going.dossier, going.now, True)
    closing.close_meeting(going.dossier, going.now)
    assert record_of(going)["names"]
    before = record_of(going)
    opening.set_names(going.dossier, going.now, False)
    assert record_of(going) == before | {"names": False}
    assert not going.now.names


@pytest.mark.django_db(transaction=True)
def test_a_secret_meeting_leaves_neither_who_answered_nor_a_reason_and_says_when_that_was_looked_at() -> None:
    going = Going(Mode.SECRET, 6)
    round_id = going.open()
    for gemeente in going.cookies:
        going.answer(round_id, gemeente, "7a", **{"7a": f"Omdat {gemeente}."})
    going.close(round_id)
    Round.objects.update(reasons={"7a": [{"text": "Omdat."}]})
    closing.close_meeting(going.dossier, going.now)
    assert not Answered.objects.exists()
    assert not SecretBallot.objects.exists()
    assert set(Round.objects.values_list("reasons", flat=True)) == {None}
    record = record_of(going)
    assert record["questions"]["7"]["counts"]["7a"] == {"voor": "iedereen", "tegen": "niemand"}
    assert record["cleaned"] == timezone.localdate().isoformat()
    assert not going.now.to_clean
    assert is_one_that_a_file_may_have(going)


def test_the_record_says_nothing_of_wiping_before_it_was_seen() -> None:
    going = Going(Mode.SECRET)
    closing.close_meeting(going.dossier, going.now)
    assert going.now.to_clean
    assert "cleaned" not in record_of(going)


def test_a_question_that_was_settled_without_a_round_says_that_alone() -> None:
    going = Going()
    settle(going.dossier, going.now, 3, Answer(("3b",)), going.dossier.answers[3].version, "")
    closing.close_meeting(going.dossier, going.now)
    assert record_of(going)["questions"] == {"3": {"steps": ["vastgesteld"], "settled": ["3b"]}}
    assert is_one_that_a_file_may_have(going)


@pytest.mark.parametrize("mode", Mode)
def test_a_poll_that_is_open_is_counted_and_a_round_that_is_open_is_broken_off(mode: Mode) -> None:
    going = Going(mode, 6, MeetingState.READY)
    Meeting.objects.update(sittings=[])
    opening.start_poll(going.dossier, going.now, timezone.now() + timedelta(days=1))
    for gemeente in going.cookies:
        going.answer(going.now.polls[2].id, gemeente, "2b")
    opening.begin(going.dossier, going.now)
    asked = going.open(4)
    going.answer(asked, A, "4b")
    closing.close_meeting(going.dossier, going.now)
    questions = record_of(going)["questions"]
    assert going.state(asked) == RoundState.LAPSED
    assert (questions["2"]["kind"], questions["2"]["word"], questions["2"]["answered"]) == ("peiling", "eens", 6)
    assert questions["4"]["kind"] == "peiling"
    assert ("counts" in questions["2"]) == (mode == Mode.OPEN)
    # In secret mode it is one once it was seen that nothing is left, after the transaction of this test.
    assert mode == Mode.SECRET or is_one_that_a_file_may_have(going)


def test_a_meeting_of_which_only_the_poll_was_held_can_be_closed() -> None:
    going = Going(gemeenten=2, state=MeetingState.READY)
    opening.start_poll(going.dossier, going.now, timezone.now() + timedelta(days=1))
    going.answer(going.now.polls[2].id, A, "2b")
    Meeting.objects.update(sittings=[])
    closing.close_meeting(going.dossier, going.now)
    assert record_of(going)["sittings"] == []
    assert record_of(going)["questions"]["2"]["answered"] == 1
    assert is_one_that_a_file_may_have(going)


def test_the_attendance_says_how_each_took_part() -> None:
    going = Going(gemeenten=1)
    join(going.meeting, B, device=None, way=Way.PAPER.value, mandate="mandaat")
    join(going.meeting, C, device=None)
    seats.set_way(going.dossier, going.now, GEMEENTEN[3], Way.ABSENT)
    closing.close_meeting(going.dossier, going.now)
    told = {
        one["gemeente"]: (one["stand"], one.get("how"), one.get("mandate")) for one in record_of(going)["attendance"]
    }
    assert told == {
        A: ("aanwezig", "telefoon", None),
        B: ("aanwezig", "papier", "mandaat"),
        C: ("aanwezig", "hand", None),
        GEMEENTEN[3]: ("afwezig", None, None),
    }


def test_who_answered_and_left_was_there() -> None:
    going = Going(gemeenten=2)
    going.counted(7, "7a")
    seats.set_way(going.dossier, going.now, A, Way.ABSENT)
    closing.close_meeting(going.dossier, going.now)
    assert {one["stand"] for one in record_of(going)["attendance"]} == {"aanwezig"}


def test_a_settled_dossier_keeps_its_meeting_as_it_is() -> None:
    going = Going(state=MeetingState.READY)
    Meeting.objects.update(join_token=None)  # it is kept for later: one that can be joined is closed first
    before = going.dossier
    settle_dossier(going.row)
    for dossier in (before, going.dossier):
        with pytest.raises(DossierSettledError):
            closing.close_meeting(dossier, going.now)
    assert going.now.state == MeetingState.READY


@pytest.mark.parametrize(
    ("state", "ago", "closed"),
    [
        (MeetingState.RUNNING, PAST, True),
        (MeetingState.SUSPENDED, PAST, True),
        (MeetingState.POLL, PAST, True),
        (MeetingState.RUNNING, timedelta(days=59), False),
    ],
)
def test_a_meeting_that_nobody_closed_is_closed_in_the_end(state: MeetingState, ago: timedelta, closed: bool) -> None:
    going = Going(state=state)
    open_now = make_round(going.meeting, 7)
    Meeting.objects.update(opened_at=timezone.now() - ago)
    out = StringIO()
    call_command("clean_up", stdout=out)
    assert f"{int(closed)} vergaderingen gesloten" in out.getvalue()
    assert (going.now.state == MeetingState.CLOSED) == closed
    assert (going.state(open_now.pk) == RoundState.LAPSED) == closed
    assert bool(going.now.record) == closed


def test_a_meeting_that_is_kept_for_later_and_one_that_is_closed_stay_as_they_are() -> None:
    going, closed = Going(state=MeetingState.READY), Going(state=MeetingState.CLOSED)
    Meeting.objects.filter(pk=going.meeting.pk).update(opened_at=None)
    Meeting.objects.filter(pk=closed.meeting.pk).update(opened_at=OPENED - PAST)
    before = [going.now, closed.now]
    assert closing.close_forgotten() == 0
    assert [going.now, closed.now] == before


@pytest.mark.django_db(transaction=True)
def test_cleaning_up_wipes_what_could_not_be_wiped_before() -> None:
    going = Going(Mode.SECRET, state=MeetingState.CLOSED)
    Meeting.objects.update(to_clean=True, record={"mode": "geheim"})
    closing.close_forgotten()
    assert not going.now.to_clean
    assert record_of(going)["cleaned"] == timezone.localdate().isoformat()
