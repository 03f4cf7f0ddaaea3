"""What may stand together within a question, and what clashes between questions."""

import pytest

from checklist.domain.choices.consistency import (
    Clash,
    SelectionError,
    clashes_of,
    selection_error,
    selection_refusal,
    tension_of_pair,
    tensions_between,
)
from checklist.domain.content import Content, Question
from tests.content import make_question, make_tension, real_content, with_switched_off

MANY = make_question(1, "abc", many=True, exclusive="a")
ONE = make_question(2, "ab")
CONTENT = Content(
    questions=(MANY, ONE, make_question(3, "ab")),
    # Not in the order of their numbers' options on purpose: the number is what counts.
    tensions=(
        make_tension(1, "1b", "3a"),
        make_tension(2, "1b", "1c"),
        make_tension(3, "1b", "2a", contradiction=True),
    ),
    models=(),
)


@pytest.mark.parametrize(
    ("question", "codes", "error"),
    [
        (MANY, [], None),
        (MANY, ["1a"], None),
        (MANY, ["1b"], None),
        (MANY, ["1c", "1b"], None),
        (MANY, ["1a", "1b"], SelectionError.EXCLUSIVE),
        (MANY, ["1c", "1a"], SelectionError.EXCLUSIVE),
        (MANY, ["1b", "1b"], SelectionError.DOUBLED),
        (MANY, ["1d"], SelectionError.UNKNOWN),
        (MANY, ["2a"], SelectionError.UNKNOWN),
        (MANY, ["1b", ""], SelectionError.UNKNOWN),
        (ONE, [], None),
        (ONE, ["2b"], None),
        (ONE, ["2a", "2b"], SelectionError.ONE_ONLY),
        (ONE, ["2a", "2a"], SelectionError.DOUBLED),
        (ONE, ["2a", "1b"], SelectionError.UNKNOWN),
    ],
)
def test_a_selection_is_an_answer_or_says_why_not(
    question: Question, codes: list[str], error: SelectionError | None
) -> None:
    assert selection_error(question, codes) is error


@pytest.mark.parametrize("number", [6, 7, 8, 11, 12])
def test_a_question_with_one_answer_takes_one_option(number: int) -> None:
    question = real_content().question_of[number]
    codes = [option.code for option in question.options]
    assert [selection_error(question, [code]) for code in codes] == [None] * len(codes)
    assert selection_error(question, codes[:2]) is SelectionError.ONE_ONLY


@pytest.mark.parametrize("code", ["3a", "4a", "5a", "10a"])
def test_an_exclusive_option_stands_alone(code: str) -> None:
    question = real_content().question_of[int(code[:-1])]
    other = question.options[1].code
    assert selection_error(question, [code]) is None
    assert selection_error(question, [code, other]) is SelectionError.EXCLUSIVE
    assert selection_error(question, [other, code]) is SelectionError.EXCLUSIVE


@pytest.mark.parametrize(
    ("question", "codes", "refusal"),
    [
        (MANY, ["1b", "1c"], None),
        (MANY, ["1c", "1a"], "Het antwoord ‘Optie 1a’ sluit de andere antwoorden uit. Kies dat, of kies de andere."),
        (MANY, ["1b", "1c", "1b"], "Het antwoord ‘Optie 1b’ staat er twee keer in."),
        (MANY, ["2a"], "Kies alleen opties die bij deze vraag horen."),
        (ONE, ["2b", "2a"], "Kies bij deze vraag één antwoord, niet ‘Optie 2a’ en ‘Optie 2b’ samen."),
    ],
)
def test_a_refusal_names_the_options_it_is_about(question: Question, codes: list[str], refusal: str | None) -> None:
    assert selection_refusal(question, codes) == refusal


def test_a_refusal_for_who_wrote_codes_has_them_beside_the_words() -> None:
    refusal = selection_refusal(real_content().question_of[5], ["5a", "5b"], with_codes=True)
    assert refusal is not None
    assert refusal.startswith("Het antwoord ‘geen directe relatie’ (5a) sluit de andere antwoorden uit.")


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 9, 10])
def test_all_options_that_are_not_exclusive_stand_together(number: int) -> None:
    question = real_content().question_of[number]
    assert selection_error(question, [option.code for option in question.options if not option.exclusive]) is None


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        ([], []),
        (["1b"], []),
        (["1a", "2b", "3b"], []),
        (["1b", "2a"], [3]),
        (["2a", "1b"], [3]),
        (["2a", "3a", "1c", "1b"], [1, 2, 3]),
        (["2a", "3a", "1c"], []),
    ],
)
def test_a_tension_is_there_when_both_options_are_chosen(chosen: list[str], numbers: list[int]) -> None:
    assert [tension.number for tension in tensions_between(CONTENT, chosen)] == numbers


def test_a_tension_that_one_reader_named_is_there_like_any_other() -> None:
    tension = make_tension(1, "1b", "2a", readers=1)
    content = Content((MANY, ONE), (tension,), ())
    assert tensions_between(content, ["1b", "2a"]) == (tension,)


def test_a_pair_is_the_same_pair_the_other_way_round() -> None:
    assert tension_of_pair(CONTENT, "2a", "1b") is tension_of_pair(CONTENT, "1b", "2a") is CONTENT.tensions[2]


def test_a_pair_that_was_switched_off_is_still_known_and_holds_nowhere() -> None:
    content = with_switched_off(CONTENT, 3)
    assert tension_of_pair(content, "2a", "1b") == CONTENT.tensions[2]
    assert 3 in [tension.number for tension in tensions_between(CONTENT, ["1b", "2a"])]
    assert 3 not in [tension.number for tension in tensions_between(content, ["1b", "2a"])]
    assert clashes_of(content, "1b", ["2a"]) == ()


@pytest.mark.parametrize("pair", [("1a", "2a"), ("1b", "1b"), ("1b", "9z"), ("", "")])
def test_a_pair_without_a_tension_gives_none(pair: tuple[str, str]) -> None:
    assert tension_of_pair(CONTENT, *pair) is None


def test_a_clash_names_the_option_on_the_other_side() -> None:
    first, _, third = CONTENT.tensions
    assert clashes_of(CONTENT, "1b", ["2a", "3a", "3b"]) == (Clash(first, "3a"), Clash(third, "2a"))
    assert clashes_of(CONTENT, "2a", ["1b"]) == (Clash(third, "1b"),)


def test_an_option_clashes_with_nothing_when_nothing_else_is_chosen() -> None:
    assert clashes_of(CONTENT, "1b", ["1b"]) == ()
    assert clashes_of(CONTENT, "2b", ["1b", "1c"]) == ()


def test_the_gravity_of_a_tension_in_words() -> None:
    assert [tension.severity for tension in CONTENT.tensions] == ["aandachtspunt", "aandachtspunt", "tegenstrijdig"]


def test_no_real_tension_is_between_options_that_the_form_keeps_apart() -> None:
    content = real_content()
    for tension in content.tensions:
        if content.option_of[tension.a].question_number == content.option_of[tension.b].question_number:
            question = content.question_of[content.option_of[tension.a].question_number]
            assert selection_error(question, [tension.a, tension.b]) is None
