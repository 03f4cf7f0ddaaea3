"""What the kring chose becomes the answer of the dossier, with the guard of any save."""

import pytest

from checklist.domain.dossier import Answer
from checklist.domain.meeting.plan import Plan, plan_from_json
from checklist.domain.meeting.value import MeetingState, RoundState
from checklist.domain.meeting_record.words import Mode, RoundKind
from checklist.domain.text import TooLongError
from checklist.models import Round
from checklist.services import ChoiceConflictError, save_choice
from checklist.services.meeting import rounds, settling
from checklist.services.meeting.errors import DiffersNeededError, MeetingMovedError, StepRefusedError
from tests.dossiers import choice
from tests.meetings import make_round
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

BOTH_MODES = pytest.mark.parametrize("mode", Mode)


def settle(going: Going, answer: Answer, *, number: int = 7, version: int = 0, differs: str = "") -> None:
    settling.settle(going.dossier, going.now, number, answer, version, differs)


@BOTH_MODES
def test_what_the_majority_wants_is_settled_as_the_answer_of_the_dossier(mode: Mode) -> None:
    going = Going(mode, 5)
    counted = going.counted(7, "7a")
    settle(going, Answer(("7a",), "Dichtbij"))
    assert (choice(going.row, 7).options, choice(going.row, 7).motivation) == (["7a"], "Dichtbij")
    settled = going.round(counted)
    assert (settled.state, settled.settled, settled.differs) == (RoundState.SETTLED, ("7a",), "")


def test_settled_twice_is_a_success() -> None:
    going = Going()
    going.counted(7, "7a")
    settle(going, Answer(("7a",)))
    before = going.now
    settle(going, Answer(("7a",)))
    assert going.now == before


def test_what_is_settled_is_not_settled_in_other_words() -> None:
    going = Going()
    going.counted(7, "7a")
    settle(going, Answer(("7a",), "Dichtbij"))
    with pytest.raises(MeetingMovedError):
        settle(going, Answer(("7a",), "Goedkoop"), version=1)
    assert choice(going.row, 7).motivation == "Dichtbij"


@BOTH_MODES
def test_other_options_than_those_of_the_majority_need_a_reason(mode: Mode) -> None:
    going = Going(mode, 5)
    counted = going.counted(7, "7a")
    with pytest.raises(DiffersNeededError):
        settle(going, Answer(("7b",)))
    assert (choice(going.row, 7).options, going.state(counted)) == ([], RoundState.SHOWN)
    settle(going, Answer(("7b",)), differs=" Het gebouw is er al. ")
    assert going.round(counted).differs == "Het gebouw is er al."


def test_without_a_majority_no_reason_is_asked() -> None:
    going = Going()
    asked = going.open()
    for gemeente, option in zip(going.cookies, ("7a", "7b", "7c"), strict=True):
        going.answer(asked, gemeente, option)
    going.close(asked)
    going.show(asked)
    settle(going, Answer(("7b",)), differs="Zomaar")
    assert going.round(asked).differs == ""


def test_a_reason_that_is_too_long_is_refused() -> None:
    going = Going()
    going.counted(7, "7a")
    with pytest.raises(TooLongError):
        settle(going, Answer(("7b",)), differs="a" * 601)


def test_an_answer_that_somebody_saved_meanwhile_is_a_conflict_and_nothing_is_settled() -> None:
    going = Going()
    counted = going.counted(7, "7a")
    save_choice(going.dossier, 7, Answer(("7c",), "Hun"), based_on=0)
    with pytest.raises(ChoiceConflictError) as conflict:
        settle(going, Answer(("7a",)))
    assert conflict.value.theirs.answer.motivation == "Hun"
    assert going.state(counted) == RoundState.SHOWN


def test_a_count_that_was_not_shown_is_not_settled_and_nothing_is_saved() -> None:
    going = Going()
    asked = going.open()
    going.all_answer(asked, "7a")
    going.close(asked)
    with pytest.raises(MeetingMovedError):
        settle(going, Answer(("7a",)))
    assert choice(going.row, 7).version == 0


def test_a_question_without_a_round_is_settled_without_a_count() -> None:
    going = Going()
    settle(going, Answer(("7b",)))
    [settled] = going.now.rounds
    assert (settled.state, settled.settled, settled.result) == (RoundState.SETTLED, ("7b",), None)
    assert [step for step, _ in settled.steps] == ["vastgesteld"]


def test_a_question_that_was_broken_off_is_settled_without_a_count() -> None:
    going = Going()
    rounds.break_off(going.dossier, going.now, going.open(7))
    settle(going, Answer(("7b",)))
    assert going.now.newest[7].settled == ("7b",)


@pytest.mark.parametrize("state", [MeetingState.READY, MeetingState.SUSPENDED, MeetingState.CLOSED])
def test_nothing_is_settled_in_a_meeting_that_is_not_going_on(state: MeetingState) -> None:
    going = Going(state=state)
    with pytest.raises(MeetingMovedError):
        settle(going, Answer(("7a",)))
    assert choice(going.row, 7).version == 0


def test_what_was_settled_stays_until_it_is_settled_again() -> None:
    going = Going()
    counted = going.counted(7, "7a")
    settle(going, Answer(("7a",)))
    rounds.reopen(going.dossier, going.now, counted)
    assert choice(going.row, 7).options == ["7a"]
    again = going.open()
    going.all_answer(again, "7b")
    going.close(again)
    going.show(again)
    settle(going, Answer(("7b",)), version=1)
    assert choice(going.row, 7).options == ["7b"]


@pytest.mark.parametrize(("mode", "kept"), [(Mode.OPEN, True), (Mode.SECRET, False)])
def test_settling_deletes_reasons_in_secret_mode(mode: Mode, kept: bool) -> None:
    going = Going(mode, 5)
    asked = going.open()
    for gemeente in going.cookies:
        going.answer(asked, gemeente, "7a", **{"7a": "Dichtbij"})
    rounds.show_reasons(going.dossier, going.now, asked, ())
    going.close(asked)
    going.show(asked)
    settle(going, Answer(("7a",)))
    assert (going.round(asked).reasons is not None) is kept


def with_formalities(*numbers: int, shown: bool = True) -> Going:
    going = Going()
    for number in numbers:
        make_round(going.meeting, number, RoundState.CLOSED, kind=RoundKind.POLL.value, attempt=0)
    going.plan(Plan(formal={number: (f"{number}a",) for number in numbers}, shown=shown))
    return going


def test_formalities_are_settled_and_the_others_are_talked_about() -> None:
    going = with_formalities(6, 7, 8)
    settling.settle_formalities(going.dossier, going.now, [6, 8])
    assert [choice(going.row, number).options for number in (6, 7, 8)] == [["6a"], [], ["8a"]]
    assert {n: one.state for n, one in going.now.polls.items()} == {
        6: RoundState.SETTLED,
        7: RoundState.CLOSED,
        8: RoundState.SETTLED,
    }
    plan = plan_from_json(going.now.plan)
    assert (set(plan.formal), plan.talks) == ({6, 8}, ((7, 7),))


def test_formalities_settled_twice_are_settled_once() -> None:
    going = with_formalities(6, 7)
    page = going.now
    settling.settle_formalities(going.dossier, page, [6])
    before = going.now
    settling.settle_formalities(going.dossier, page, [6])
    assert going.now == before


def test_a_formality_that_somebody_wants_to_talk_about_is_not_settled() -> None:
    going = with_formalities(6, 7)
    page = going.now
    going.plan(plan_from_json(page.plan).lift(7, "GM0828"))
    with pytest.raises(MeetingMovedError):
        settling.settle_formalities(going.dossier, page, [6, 7])
    assert choice(going.row, 6).version == 0


def test_formalities_are_settled_only_after_they_were_shown() -> None:
    going = with_formalities(6, shown=False)
    with pytest.raises(StepRefusedError):
        settling.settle_formalities(going.dossier, going.now, [6])
    assert choice(going.row, 6).version == 0


def test_what_the_kring_wrote_at_a_formality_stays() -> None:
    going = with_formalities(6)
    save_choice(going.dossier, 6, Answer((), "Eerder bedacht"), based_on=0)
    settling.settle_formalities(going.dossier, going.now, [6])
    assert (choice(going.row, 6).options, choice(going.row, 6).motivation) == (["6a"], "Eerder bedacht")


def test_a_design_that_is_put_forward_is_shown_and_settles_nothing() -> None:
    going = Going()
    for _ in range(2):
        settling.propose(going.dossier, going.now, {6: ("6a",), 7: ("7b",)})
    assert plan_from_json(going.now.plan).proposal == {6: ("6a",), 7: ("7b",)}
    assert (going.now.version, choice(going.row, 6).version) == (2, 0)


def test_what_is_no_answer_is_not_put_forward() -> None:
    going = Going()
    with pytest.raises(StepRefusedError, match="Kies bij deze vraag één antwoord"):
        settling.propose(going.dossier, going.now, {7: ("7a", "7b")})
    assert not Round.objects.exists()
