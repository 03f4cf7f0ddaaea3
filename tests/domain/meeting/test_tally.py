"""Counting one question: who counts, what is a majority, and what a count adds up to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.choices.consistency import selection_error
from checklist.domain.meeting.as_json import count_as_json, count_from_json
from checklist.domain.meeting.tally import added_up, agreed, count, majority, valid, word
from checklist.domain.meeting.value import OptionCount, QuestionCount, Stances
from checklist.domain.meeting_record.words import Added, Word
from tests.content import make_question
from tests.domain.meeting.kringen import AGAINST, ATTENDANCE, FOR, LIVE_WITH, QUESTION, SEVEN, at, stances, wants
from tests.strategies import at_most

ONE = make_question(1, "abc")
MANY = make_question(2, "abcd", many=True, exclusive="d")
BOTH = pytest.mark.parametrize("question", [ONE, MANY], ids=["one", "many"])


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, ""),
        (wants("1a"), ""),
        ({"1a": LIVE_WITH, "1b": LIVE_WITH, "1c": AGAINST}, ""),
        ({"1a": FOR, "1b": LIVE_WITH}, ""),
        (wants("1b 1a"), "Kies bij deze vraag één antwoord, niet ‘Optie 1a’ en ‘Optie 1b’ samen."),
        ({"2a": LIVE_WITH}, "Kies alleen opties die bij deze vraag horen."),
    ],
)
def test_a_question_with_one_answer_takes_one_voor(said: Stances, reason: str) -> None:
    assert valid(ONE, said) == reason


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (wants("2a 2b 2c"), ""),
        (wants("2d"), ""),
        ({"2d": FOR, "2a": LIVE_WITH, "2b": AGAINST}, ""),
        ({"2d": LIVE_WITH, "2a": FOR}, ""),
        (wants("2d 2a"), "Het antwoord ‘Optie 2d’ sluit de andere antwoorden uit. Kies dat, of kies de andere."),
    ],
)
def test_an_option_that_excludes_others_takes_no_other_voor(said: Stances, reason: str) -> None:
    assert valid(MANY, said) == reason


def test_who_has_no_preference_is_counted_apart() -> None:
    counted = count(ONE, [wants("1a"), {}, {"1a": AGAINST, "1b": LIVE_WITH}, {}])
    assert (counted.answered, counted.blank) == (2, 2)
    assert counted.options == {"1a": OptionCount(1, 0, 1), "1b": OptionCount(0, 1, 0), "1c": OptionCount()}


@pytest.mark.parametrize(("voor", "n", "more"), [(3, 5, True), (3, 6, False), (4, 6, True), (0, 0, False)])
def test_a_majority_is_more_than_half(voor: int, n: int, more: bool) -> None:
    assert majority(voor, n) is more


@pytest.mark.parametrize(
    ("ballots", "options", "how"),
    [
        (["2a 2b", "2a 2b", "2c"], ("2a", "2b"), Added.MAJORITY),
        (["2a", "2a", "2b", "2c"], (), Added.TIED),
        (["2a", "2b"], (), Added.TIED),
        (["2a", "2a", "2b", "2c", "2d"], ("2a",), Added.LARGEST),
        (["2a", "2a", "2b", "2b", "2c"], (), Added.NONE),
        ([], (), Added.NONE),
    ],
)
def test_what_a_count_adds_up_to(ballots: list[str], options: tuple[str, ...], how: Added) -> None:
    found = added_up(MANY, count(MANY, map(wants, ballots)))
    assert (found.options, found.how) == (options, how)


def test_whom_one_can_live_with_adds_up_to_nothing() -> None:
    assert added_up(ONE, count(ONE, [{"1a": LIVE_WITH}] * 3)).how == Added.NONE


@pytest.mark.parametrize(
    ("kring", "two", "five"),
    [
        (SEVEN, (("2a",), Added.LARGEST), (("5a",), Added.MAJORITY)),
        (ATTENDANCE, (("2a",), Added.MAJORITY), (("5a",), Added.MAJORITY)),
    ],
    ids=["seven", "attendance"],
)
def test_the_worked_examples_add_up(kring: list[dict[int, Stances]], two: object, five: object) -> None:
    found = [added_up(QUESTION[n], count(QUESTION[n], at(QUESTION[n], kring))) for n in (2, 5)]
    assert [(one.options, one.how) for one in found] == [two, five]


@pytest.mark.parametrize(
    ("ballots", "options"),
    [
        ([wants("2a"), wants("2a"), {"2a": LIVE_WITH}], ("2a",)),
        ([wants("2a 2b"), wants("2a 2b"), {"2a": LIVE_WITH, "2b": FOR}], ("2a", "2b")),
        ([wants("2a"), wants("2a"), {"2b": LIVE_WITH}], ()),  # silence is no consent
        ([wants("2a"), wants("2a"), {"2a": AGAINST}], ()),
        ([wants("2a"), wants("2a 2b"), {"2a": LIVE_WITH}], ()),  # somebody wants more
        ([wants("2a"), {"2a": LIVE_WITH}], ()),  # half is no majority
        ([], ()),
    ],
)
def test_what_all_agree_on(ballots: list[Stances], options: tuple[str, ...]) -> None:
    assert agreed(MANY, count(MANY, ballots)) == options
    assert word(MANY, ballots) == (Word.AGREED if options else Word.DIVIDED)


def test_of_one_answer_another_wish_is_no_objection_for_who_can_live_with_it() -> None:
    assert agreed(ONE, count(ONE, [wants("1a"), wants("1a"), {"1b": FOR, "1a": LIVE_WITH}])) == ("1a",)


@BOTH
@at_most(100)
@given(st.data())
def test_valid_answers_add_up_to_a_valid_answer(question: object, data: st.DataObject) -> None:
    asked = ONE if question is ONE else MANY
    ballots = data.draw(st.lists(stances(asked), max_size=9))
    assert not any(valid(asked, one) for one in ballots)
    counted = count(asked, ballots)
    assert selection_error(asked, added_up(asked, counted).options) is None
    assert all(one.voor + one.kan + one.tegen <= counted.answered for one in counted.options.values())


def test_a_count_is_read_back_as_it_was_written() -> None:
    counted = count(ONE, [wants("1a"), {"1b": AGAINST, "1a": LIVE_WITH}, {}])
    written = count_as_json(counted)
    assert written == {
        "answered": 2,
        "blank": 1,
        "counts": {
            "1a": {"voor": 1, "kan": 1, "tegen": 0},
            "1b": {"voor": 0, "kan": 0, "tegen": 1},
            "1c": {"voor": 0, "kan": 0, "tegen": 0},
        },
    }
    assert count_from_json(ONE, written) == counted


def test_a_database_may_turn_the_order_of_options() -> None:
    written = {"answered": 1, "blank": 0, "counts": {"1b": {"voor": 1, "kan": 0, "tegen": 0}}}
    assert count_from_json(ONE, written) == QuestionCount(
        1, 0, {"1a": OptionCount(), "1b": OptionCount(voor=1), "1c": OptionCount()}
    )
