"""The chair takes the steps of a question: the same press twice is one, a press on an old page is refused."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from checklist.domain.meeting.value import Ballot, MeetingState, RoundState
from checklist.domain.meeting_record.words import Mandate, Mode, RoundKind, Stance, Word
from checklist.models import Meeting, Preference, Round, SecretBallot
from checklist.selectors import OpenDossier
from checklist.selectors.live_meeting import LiveMeeting
from checklist.services import NoRightError
from checklist.services.meeting import answering, counting, rounds
from checklist.services.meeting.errors import MeetingGoneError, MeetingMovedError, StepRefusedError
from tests.meetings import GEMEENTEN, make_round
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

BOTH_MODES = pytest.mark.parametrize("mode", Mode)
Press = Callable[[OpenDossier, LiveMeeting, int], None]

# Each with a state from which it goes, and where to.
PRESSES: dict[str, tuple[Press, RoundState, RoundState]] = {
    "reasons": (lambda d, m, r: rounds.show_reasons(d, m, r, ()), RoundState.ALONE, RoundState.REASONS),
    "talk": (rounds.begin_talk, RoundState.REASONS, RoundState.REASONS),
    "vote": (rounds.begin_vote, RoundState.REASONS, RoundState.VOTE),
    "close": (counting.close_round, RoundState.VOTE, RoundState.CLOSED),
    "show": (rounds.show_result, RoundState.CLOSED, RoundState.SHOWN),
    "reopen": (rounds.reopen, RoundState.SHOWN, RoundState.LAPSED),
    "break off": (rounds.break_off, RoundState.ALONE, RoundState.LAPSED),
}
EACH_PRESS = pytest.mark.parametrize("press", PRESSES)


def with_round(press: str, mode: Mode = Mode.OPEN) -> tuple[Going, int]:
    """A meeting with a round in the state from which the press goes, answered by all."""
    going = Going(mode, 5)
    asked = going.open()
    going.all_answer(asked, "7a")
    Round.objects.filter(pk=asked).update(state=PRESSES[press][1].value)
    return going, asked


@BOTH_MODES
def test_a_question_is_opened_and_every_screen_is_at_it(mode: Mode) -> None:
    going = Going(mode)
    before = going.now.version
    asked = going.round(going.open(7))
    now = going.now
    assert (asked.question, asked.attempt, asked.kind, asked.state) == (7, 1, RoundKind.DEVICE, RoundState.ALONE)
    assert (now.current, now.showing, now.version) == (7, "vraag", before + 1)
    assert [step for step, _ in asked.steps] == ["alleen"]
    assert now.box_until is not None
    assert timedelta(minutes=6) < now.box_until - timezone.now() <= timedelta(minutes=7)


def test_a_question_that_is_opened_twice_has_one_round() -> None:
    going = Going()
    going.open(7)
    before = going.now
    going.open(7)
    assert going.now == before


def test_one_question_is_open_at_a_time() -> None:
    going = Going()
    going.open(7)
    with pytest.raises(MeetingMovedError) as moved:
        going.open(8)
    assert moved.value.meeting == going.now


@pytest.mark.parametrize("state", [state for state in MeetingState if state != MeetingState.RUNNING])
def test_a_question_is_opened_only_in_a_meeting_that_is_going_on(state: MeetingState) -> None:
    going = Going(state=state)
    with pytest.raises(MeetingMovedError):
        rounds.open_round(going.dossier, going.now, 7, 7)


def test_a_question_that_was_counted_is_reopened_not_opened() -> None:
    going = Going()
    going.counted(7, "7a")
    with pytest.raises(MeetingMovedError):
        going.open(7)


def test_another_question_may_be_opened_while_a_count_waits() -> None:
    going = Going()
    waits = going.counted(7, "7a")
    going.open(8)
    assert going.state(waits) == RoundState.SHOWN


@EACH_PRESS
@BOTH_MODES
def test_each_press_moves_the_round_and_raises_the_version(press: str, mode: Mode) -> None:
    going, asked = with_round(press, mode)
    version = going.now.version
    act, _, to = PRESSES[press]
    act(going.dossier, going.now, asked)
    assert going.state(asked) == to
    assert going.now.version > version


@pytest.mark.parametrize("press", [name for name in PRESSES if name != "break off"])
def test_each_press_puts_its_question_on_the_beamer_whatever_that_showed(press: str) -> None:
    going, asked = with_round(press)
    Meeting.objects.filter(pk=going.now.id).update(current=3, showing="geheel")
    PRESSES[press][0](going.dossier, going.now, asked)
    assert (going.now.current, going.now.showing) == (going.round(asked).question, "vraag")


@EACH_PRESS
@BOTH_MODES
def test_the_same_press_twice_is_one(press: str, mode: Mode) -> None:
    going, asked = with_round(press, mode)
    page = going.now
    act = PRESSES[press][0]
    act(going.dossier, page, asked)
    before = going.now
    act(going.dossier, page, asked)
    if press == "reasons" and mode == Mode.OPEN:  # they are taken anew
        assert going.now.rounds == before.rounds
    else:
        assert going.now == before


@EACH_PRESS
def test_a_press_on_a_page_from_before_another_press_tells_where_the_meeting_is(press: str) -> None:
    going, asked = with_round(press)
    page = going.now
    elsewhere = {"reopen": RoundState.ALONE, "break off": RoundState.SHOWN}.get(press, RoundState.SETTLED)
    Round.objects.filter(pk=asked).update(state=elsewhere.value)
    before = going.now
    with pytest.raises(MeetingMovedError) as moved:
        PRESSES[press][0](going.dossier, page, asked)
    assert moved.value.meeting == before == going.now


@EACH_PRESS
def test_only_the_werklink_gives_the_right_to_press(press: str) -> None:
    going, asked = with_round(press)
    before = going.now
    with pytest.raises(NoRightError):
        PRESSES[press][0](going.leeslink, going.now, asked)
    assert going.now == before


@EACH_PRESS
def test_no_press_reaches_a_round_of_another_meeting(press: str) -> None:
    going, asked = with_round(press)
    other = Going(gemeenten=0)
    with pytest.raises(MeetingMovedError):
        PRESSES[press][0](other.dossier, other.now, asked)
    assert going.state(asked) == PRESSES[press][1]


def test_a_meeting_that_was_deleted_is_told() -> None:
    going = Going()
    page = going.now
    Meeting.objects.all().delete()
    with pytest.raises(MeetingGoneError):
        rounds.open_round(going.dossier, page, 7, 7)


@pytest.mark.parametrize(("mode", "least"), [(Mode.OPEN, 2), (Mode.SECRET, 5)])
def test_reasons_are_shown_when_enough_answered(mode: Mode, least: int) -> None:
    going = Going(mode, least)
    asked = going.open()
    for gemeente in GEMEENTEN[: least - 1]:
        going.answer(asked, gemeente, "7a")
    with pytest.raises(StepRefusedError, match=f"ten minste {least} gemeenten"):
        rounds.show_reasons(going.dossier, going.now, asked, ())
    going.answer(asked, GEMEENTEN[least - 1], "7a")
    rounds.show_reasons(going.dossier, going.now, asked, ())
    assert going.round(asked).word == Word.AGREED


def test_a_reason_that_the_chair_hides_is_not_kept_with_the_round() -> None:
    going = Going()
    asked = going.open()
    for gemeente, reason in zip(going.cookies, ("Dichtbij", "Lomp", "Zuinig"), strict=True):
        ballot = Ballot({"7a": Stance.FOR}, {"7a": reason})
        answering.answer(going.asked(asked), going.cookies[gemeente], ballot, Mandate.NOT_SAID)
    rounds.show_reasons(going.dossier, going.now, asked, {("7a", "Lomp")})
    reasons = going.round(asked).reasons
    assert reasons == {"7a": [{"text": text, "stance": "voor"} for text in ("Dichtbij", "Zuinig")]}


@pytest.mark.parametrize(("mode", "taken"), [(Mode.OPEN, 2), (Mode.SECRET, 1)])
def test_reasons_are_taken_anew_in_open_mode_only(mode: Mode, taken: int) -> None:
    going = Going(mode, 6)
    asked = going.open()
    for gemeente in GEMEENTEN[:5]:
        going.answer(asked, gemeente, "7a", **{"7a": "Dichtbij"})
    rounds.show_reasons(going.dossier, going.now, asked, ())
    going.answer(asked, GEMEENTEN[5], "7a", **{"7a": "Zuinig"})
    rounds.show_reasons(going.dossier, going.now, asked, ())
    reasons = going.round(asked).reasons
    assert reasons is not None
    assert len(reasons["7a"]) == taken


def test_in_secret_mode_no_word_says_what_fewer_than_five_want() -> None:
    going = Going(Mode.SECRET, 5)
    asked = going.open()
    for gemeente in GEMEENTEN[:4]:
        going.answer(asked, gemeente, "7a")
    going.answer(asked, GEMEENTEN[4])
    rounds.show_reasons(going.dossier, going.now, asked, ())
    assert going.round(asked).word is None


def test_the_talk_is_a_sign_and_no_state() -> None:
    going, asked = with_round("talk")
    rounds.begin_talk(going.dossier, going.now, asked)
    assert going.round(asked).talking
    assert going.round(asked).answerable


@BOTH_MODES
def test_breaking_off_deletes_the_answers_and_counts_nothing(mode: Mode) -> None:
    going, asked = with_round("break off", mode)
    rounds.break_off(going.dossier, going.now, asked)
    assert (going.round(asked).result, going.round(asked).answered) == (None, frozenset())
    assert not Preference.objects.exists()
    assert not SecretBallot.objects.exists()
    assert going.now.to_clean == (mode == Mode.SECRET)
    assert going.state(going.open()) == RoundState.ALONE


@BOTH_MODES
def test_reopening_lets_the_first_count_lapse(mode: Mode) -> None:
    going = Going(mode, 5)
    counted = going.counted(7, "7a")
    rounds.reopen(going.dossier, going.now, counted)
    assert (going.state(counted), going.round(counted).result) == (RoundState.LAPSED, None)
    assert [step for step, _ in going.round(counted).steps] == ["alleen", "dicht", "getoond"]
    again = going.now.open_round
    assert again is not None
    assert (again.question, again.attempt, again.answered) == (7, 2, frozenset())


def test_nothing_is_reopened_while_another_question_is_open() -> None:
    going = Going()
    counted = going.counted(7, "7a")
    going.open(8)
    with pytest.raises(MeetingMovedError):
        rounds.reopen(going.dossier, going.now, counted)


def test_a_question_is_asked_nine_times_at_most() -> None:
    going = Going()
    make_round(going.meeting, 7, RoundState.LAPSED, attempt=8)
    rounds.break_off(going.dossier, going.now, going.open(7))
    with pytest.raises(StepRefusedError, match="9 keer"):
        going.open(7)


def test_minutes_are_added_once_for_a_page() -> None:
    going = Going()
    going.open()
    page = going.now
    assert page.box_until is not None
    for _ in range(2):
        rounds.extend(going.dossier, page, 2)
    assert going.now.box_until == page.box_until + timedelta(minutes=2)


def test_minutes_for_a_question_whose_time_is_up_begin_now() -> None:
    going = Going()
    going.open()
    Meeting.objects.update(box_until=timezone.now() - timedelta(hours=1))
    rounds.extend(going.dossier, going.now, 2)
    until = going.now.box_until
    assert until is not None
    assert until > timezone.now()


def test_no_question_gets_more_than_thirty_minutes() -> None:
    going = Going()
    going.open()
    Meeting.objects.update(box_until=timezone.now() + timedelta(minutes=29))
    rounds.extend(going.dossier, going.now, 2)
    until = going.now.box_until
    assert until is not None
    assert until <= timezone.now() + timedelta(minutes=30)


def test_hands_are_counted_in_open_mode_only() -> None:
    going = Going(Mode.SECRET)
    with pytest.raises(StepRefusedError, match="geen handen"):
        rounds.open_hands(going.dossier, going.now, 7)
