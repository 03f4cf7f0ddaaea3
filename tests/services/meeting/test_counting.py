"""A question is closed: what is counted, what is kept of it, and what of the answers is left."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

from checklist.domain.meeting.sums import Hands, Slips
from checklist.domain.meeting.value import OptionCount, RoundState
from checklist.domain.meeting_record.words import Mode, Way
from checklist.models import Answered, Participant, Preference, SecretBallot
from checklist.services.meeting import counting, rounds
from checklist.services.meeting.errors import SlipsRefusedError
from tests.meetings import GEMEENTEN
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_in_open_mode_the_count_is_kept_and_so_are_the_answers() -> None:
    going = Going()
    asked = going.open(8)
    for gemeente, voor in zip(going.cookies, (["8a"], ["8a"], []), strict=True):
        going.answer(asked, gemeente, *voor)
    going.close(asked)
    nothing = {"voor": 0, "kan": 0, "tegen": 0}
    counts = {"8a": {"voor": 2, "kan": 0, "tegen": 0}, "8b": nothing}
    assert going.round(asked).result == {"answered": 2, "blank": 1, "counts": counts}
    assert Preference.objects.count() == 3


def test_an_answer_that_came_afterwards_is_not_counted() -> None:
    going = Going()
    asked = going.open(8)
    going.all_answer(asked, "8a")
    Preference.objects.filter(participant__gemeente__code=GEMEENTEN[0]).update(late=True)
    going.close(asked)
    result = going.round(asked).result
    assert result is not None
    assert result["answered"] == 2


def test_in_secret_mode_what_may_be_told_is_kept_and_no_answer_is() -> None:
    going = Going(Mode.SECRET, 6)
    asked = going.open(8)
    for number, gemeente in enumerate(going.cookies):
        going.answer(asked, gemeente, "8a" if number else "8b")
    going.answer(asked, GEMEENTEN[0], "8b")
    going.close(asked)
    counts = {"8a": {"voor": "bijna iedereen", "tegen": "niemand"}, "8b": {"voor": "enkele", "tegen": "niemand"}}
    assert going.round(asked).result == {"answered": 6, "blank": 0, "counts": counts}
    assert not SecretBallot.objects.exists()
    assert set(Answered.objects.values_list("changes")) == {(0,)}
    assert going.round(asked).answered == set(going.cookies)


def test_in_secret_mode_fewer_than_five_leave_no_count() -> None:
    going = Going(Mode.SECRET, 4)
    asked = going.open(8)
    going.all_answer(asked, "8a")
    going.close(asked)
    assert going.round(asked).result == {"answered": 4, "blank": 0}


def test_a_count_is_not_shown_before_the_chair_does() -> None:
    going = Going()
    asked = going.open(8)
    going.close(asked)
    assert going.state(asked) == RoundState.CLOSED


def on_paper(number: int, paper: int) -> tuple[Going, int]:
    """A secret meeting in which the last gemeenten take part on paper, and the others answered 8a."""
    going = Going(Mode.SECRET, number)
    marked = GEMEENTEN[number - paper : number]
    Participant.objects.filter(gemeente__code__in=marked).update(way=Way.PAPER.value)
    asked = going.open(8)
    for gemeente in GEMEENTEN[: number - paper]:
        going.answer(asked, gemeente, "8a")
    return going, asked


def test_slips_of_paper_are_added_to_the_count_and_kept_nowhere_apart() -> None:
    going, asked = on_paper(8, 3)
    slips = Slips(3, {"8a": OptionCount(tegen=2), "8b": OptionCount(voor=2)}, blank=1)
    counting.close_round(going.dossier, going.now, asked, slips=slips)
    counts = {"8a": {"voor": "bijna iedereen", "tegen": "enkele"}, "8b": {"voor": "enkele", "tegen": "niemand"}}
    assert going.round(asked).result == {"answered": 7, "blank": 1, "counts": counts}
    assert going.round(asked).answered == set(GEMEENTEN[:5])


@pytest.mark.parametrize(
    ("slips", "says"),
    [
        (Slips(4, {}), "aantal gemeenten op papier is 3"),
        (Slips(1, {}, blank=2), "2 briefjes zonder voorkeur"),
        (Slips(3, {"8a": OptionCount(2, 1, 1)}), "Bij A telt u er 4; het aantal briefjes met een voorkeur"),
        (Slips(3, {"8a": OptionCount(voor=3)}, blank=1), "Bij A telt u er 3; .* is 2"),
        (Slips(3, {"8a": OptionCount(voor=-1)}), "Bij A"),
        (Slips(3, {"8a": OptionCount(voor=2), "8b": OptionCount(voor=2)}), "samen 4 keer voor"),
        (Slips(3, {"7a": OptionCount(voor=1)}), "alleen antwoorden van deze vraag"),
    ],
)
def test_slips_that_cannot_be_are_refused_and_the_question_stays_open(slips: Slips, says: str) -> None:
    going, asked = on_paper(8, 3)
    before = going.now
    with pytest.raises(SlipsRefusedError, match=says):
        counting.close_round(going.dossier, before, asked, slips=slips)
    assert going.now == before


def test_slips_that_are_voor_what_excludes_each_other_are_refused() -> None:
    going = Going(Mode.SECRET)
    Participant.objects.update(way=Way.PAPER.value)
    asked = going.open(3)
    slips = Slips(3, {"3a": OptionCount(voor=2), "3b": OptionCount(voor=2), "3c": OptionCount(voor=1)})
    with pytest.raises(SlipsRefusedError, match="A en B sluiten elkaar uit"):
        counting.close_round(going.dossier, going.now, asked, slips=slips)


def test_hands_are_a_count_of_their_own() -> None:
    going = Going()
    rounds.open_hands(going.dossier, going.now, 8)
    asked = going.now.open_round
    assert asked is not None
    hands = Hands(7, {"8a": OptionCount(voor=4, tegen=3)})
    counting.close_round(going.dossier, going.now, asked.id, hands=hands)
    nothing = {"voor": 0, "kan": 0, "tegen": 0}
    counts = {"8a": {"voor": 4, "kan": 0, "tegen": 3}, "8b": nothing}
    assert going.round(asked.id).result == {"answered": 7, "blank": 0, "counts": counts}


@pytest.mark.parametrize("hands", [None, Hands(0, {}), Hands(99, {}), Hands(3, {"8a": OptionCount(voor=4)})])
def test_hands_that_cannot_be_are_refused(hands: Hands | None) -> None:
    going = Going()
    rounds.open_hands(going.dossier, going.now, 8)
    asked = going.now.open_round
    assert asked is not None
    with pytest.raises(SlipsRefusedError):
        counting.close_round(going.dossier, going.now, asked.id, hands=hands)
    assert going.state(asked.id) == RoundState.ALONE


def counted_again(before: int, after: int, paper: int = 0) -> Mapping[str, Any]:
    """What is kept of a secret count after a reopening, when so many gemeenten answered before and after it."""
    going = Going(Mode.SECRET, max(before, after))
    Participant.objects.filter(gemeente__code__in=GEMEENTEN[:paper]).update(way=Way.PAPER.value)
    for number, ask in ((before, going.open), (after, partial(_reopened, going))):
        asked = ask(8)
        for gemeente in GEMEENTEN[paper:number]:
            going.answer(asked, gemeente, "8a")
        counting.close_round(going.dossier, going.now, asked)
    result = going.now.newest[8].result
    assert result is not None
    return result


def _reopened(going: Going, number: int) -> int:
    rounds.reopen(going.dossier, going.now, going.now.newest[number].id)
    again = going.now.open_round
    assert again is not None
    return again.id


@pytest.mark.parametrize(
    ("before", "after", "paper", "majority_only"),
    [
        (7, 6, 0, True),
        (6, 8, 0, True),
        (7, 7, 0, False),
        (9, 6, 0, False),
        (9, 6, 1, True),
    ],
)
def test_after_a_reopening_by_nearly_the_same_gemeenten_no_number_is_told(
    before: int, after: int, paper: int, majority_only: bool
) -> None:
    result = counted_again(before, after, paper)
    expected = {"voor": "meerderheid"} if majority_only else {"voor": "iedereen", "tegen": "niemand"}
    assert result["counts"]["8a"] == expected


def test_a_round_that_was_broken_off_told_nothing_that_could_be_compared() -> None:
    going = Going(Mode.SECRET, 7)
    first = going.open(8)
    going.all_answer(first, "8a")
    rounds.break_off(going.dossier, going.now, first)
    asked = going.open(8)
    for gemeente in GEMEENTEN[:6]:
        going.answer(asked, gemeente, "8a")
    going.close(asked)
    result = going.round(asked).result
    assert result is not None
    assert result["counts"]["8a"]["voor"] == "iedereen"
