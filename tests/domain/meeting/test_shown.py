"""What secret mode shows of a count: small numbers in words, from which nobody learns the answer of another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

import pytest

from checklist.domain.meeting.as_json import shown_as_json, shown_from_json
from checklist.domain.meeting.shown import (
    ShownOption,
    added_up_shown,
    could_be,
    shown,
    shown_count,
    span,
    twice,
)
from checklist.domain.meeting.tally import added_up, count, majority
from checklist.domain.meeting.value import OptionCount, QuestionCount
from checklist.domain.meeting_record.words import Added, Rough
from tests.content import make_question
from tests.domain.meeting.kringen import QUESTION, SEVEN, at

ONE = make_question(1, "abc")
LARGE_ENOUGH = range(5, 27)
SURE = (Rough.ALL, Rough.NOBODY)


def counted(n: int, **voor: int) -> QuestionCount:
    """A count of question 1: so many voor each letter, the others tegen."""
    options = {f"1{letter}": OptionCount(voor.get(letter, 0), 0, n - voor.get(letter, 0)) for letter in "abc"}
    return QuestionCount(n, 0, options)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (4, [None] * 5),
        (5, ["niemand", "enkele", "enkele", "bijna iedereen", "bijna iedereen", "iedereen"]),
        (6, ["niemand", "enkele", "enkele", 3, "bijna iedereen", "bijna iedereen", "iedereen"]),
        (7, ["niemand", "enkele", "enkele", 3, 4, "bijna iedereen", "bijna iedereen", "iedereen"]),
        (26, ["niemand", "enkele", "enkele", *range(3, 24), "bijna iedereen", "bijna iedereen", "iedereen"]),
    ],
)
def test_how_each_count_is_shown(n: int, words: list[object]) -> None:
    assert [shown(x, n) for x in range(n + 1)] == words


@pytest.mark.parametrize("n", LARGE_ENOUGH)
def test_no_word_hides_a_majority_or_a_half(n: int) -> None:
    for x in range(n + 1):
        said = shown(x, n)
        assert said is not None
        assert majority(x, n) == majority(twice(said, n), 2 * n)
        assert (2 * x == n) == (2 * twice(said, n) == 2 * n)
        low, high = span(said, n)
        assert low <= x <= high
        assert {shown(each, n) for each in range(low, high + 1)} == {said}


@pytest.mark.parametrize(
    ("said", "n", "can"),
    [
        (Rough.SOME, 5, True),
        (Rough.SOME, 4, False),
        (3, 6, True),
        (3, 5, False),
        (2, 8, False),
        (0, 8, False),
        (6, 8, False),
        (Rough.MAJORITY, 5, True),
        (Rough.NO_MAJORITY, 4, False),
    ],
)
def test_what_the_table_can_say_of_so_many_answers(said: int | Rough, n: int, can: bool) -> None:
    assert could_be(said, n) is can


def tells(cells: Iterable[Sequence[int]], kinds: int) -> bool:
    """Whether somebody, from all counts that look alike and their own stance, knows what another one said."""
    every = list(cells)
    for own in range(kinds):
        others = {at for cell in every if cell[own] for at in range(kinds) if cell[at] - (at == own)}
        if len(others) == 1:
            return True
    return False


@pytest.mark.parametrize("n", LARGE_ENOUGH)
def test_nobody_learns_a_stance_on_an_option_unless_all_say_the_same(n: int) -> None:
    """With the word 'eens' beside it: nobody tegen, nobody silent."""
    alike = defaultdict(list)
    for voor, kan, tegen in product(range(n + 1), repeat=3):
        if (silent := n - voor - kan - tegen) >= 0:
            alike[shown(voor, n), shown(tegen, n), tegen == 0 == silent].append((voor, kan, tegen, silent))
    for (voor_shown, tegen_shown, agreed), cells in alike.items():
        told = Rough.ALL in (voor_shown, tegen_shown) or (voor_shown == Rough.NOBODY and agreed)
        assert told or not tells(cells, 4)


@pytest.mark.parametrize(("n", "options"), [*product(range(5, 10), (2, 3, 4))])
def test_nobody_learns_which_one_answer_another_chose_unless_all_chose_the_same(n: int, options: int) -> None:
    alike = defaultdict(list)
    for voor in product(range(n + 1), repeat=options):
        if sum(voor) <= n:
            alike[tuple(shown(x, n) for x in voor)].append((*voor, n - sum(voor)))
    for words, cells in alike.items():
        told = Rough.ALL in words or set(words) == {Rough.NOBODY}
        assert told or not tells(cells, options + 1)


def test_fewer_than_five_answers_leave_no_count() -> None:
    told = shown_count(ONE, counted(4, a=3))
    assert (told.answered, told.options) == (4, {})
    assert shown_as_json(told) == {"answered": 4, "blank": 0}
    assert shown_from_json(ONE, shown_as_json(told)) == told
    assert added_up_shown(ONE, told).how == Added.NONE


def test_a_shown_count_is_read_back_as_it_was_written() -> None:
    told = shown_count(ONE, counted(7, a=3, b=2, c=0))
    written = shown_as_json(told)
    assert written["counts"] == {
        "1a": {"voor": 3, "tegen": 4},
        "1b": {"voor": "enkele", "tegen": "bijna iedereen"},
        "1c": {"voor": "niemand", "tegen": "iedereen"},
    }
    assert shown_from_json(ONE, written) == told


def test_after_a_reopening_by_nearly_the_same_only_the_majority_is_told() -> None:
    told = shown_count(ONE, counted(7, a=4, b=3), majority_only=True)
    assert told.options == {
        "1a": ShownOption(Rough.MAJORITY, None),
        "1b": ShownOption(Rough.NO_MAJORITY, None),
        "1c": ShownOption(Rough.NO_MAJORITY, None),
    }
    assert shown_as_json(told)["counts"]["1a"] == {"voor": "meerderheid"}
    assert shown_from_json(ONE, shown_as_json(told)) == told


@pytest.mark.parametrize(("a", "how"), [(4, Added.MAJORITY), (3, Added.NONE)])
def test_of_majorities_alone_the_largest_group_is_not_known(a: int, how: Added) -> None:
    assert added_up_shown(ONE, shown_count(ONE, counted(7, a=a), majority_only=True)).how == how


@pytest.mark.parametrize("n", range(5, 11))
def test_what_is_shown_adds_up_to_the_same_unless_two_groups_look_equal(n: int) -> None:
    for a, b in product(range(n + 1), repeat=2):
        if a + b <= n:
            exact, told = counted(n, a=a, b=b), shown_count(ONE, counted(n, a=a, b=b))
            by_words = added_up_shown(ONE, told)
            if by_words != added_up(ONE, exact):
                assert by_words.how == Added.NONE
                assert (told.options["1a"].voor, told.options["1b"].voor) == (Rough.SOME, Rough.SOME)


def test_the_worked_example_in_secret_mode() -> None:
    two, five = (shown_count(QUESTION[n], count(QUESTION[n], at(QUESTION[n], SEVEN))) for n in (2, 5))
    assert [one.voor for one in two.options.values()] == [3, "enkele", "niemand", "enkele"]
    assert added_up_shown(QUESTION[2], two).options == ("2a",)
    assert (five.options["5a"].voor, added_up_shown(QUESTION[5], five).how) == (4, Added.MAJORITY)
