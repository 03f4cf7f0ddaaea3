"""What an option would contradict, and how many whole designs remain."""

import pytest
from hypothesis import given

from checklist.domain.content import Content
from checklist.domain.outcome.room import designs_in_all, designs_left, room_left
from tests.content import make_question, make_tension, real_content
from tests.domain.outcome.contents import contents_with_design, contradictions_in, every_design, own
from tests.strategies import PURE, at_most, chosen_codes


def test_the_booklet_allows_174182400_whole_designs() -> None:
    assert designs_in_all(real_content()) == 174_182_400


def test_whole_designs_without_contradiction_in_the_booklet() -> None:
    # Counted by hand over 5a (one of 8 answers to question 5) and the pair 7b-11a (1/4 of 7, 1/3 of 11).
    without_5a = 15 * 15 * 4 * 4 * 7 * 3 * (4 * 3 - 1) * 2 * 7 * 4 * 3
    with_5a = 15 * 3 * 2 * 4 * 1 * 3 * (3 * 3 - 1) * 2 * 3 * 4 * 3
    assert designs_left(real_content(), ()) == without_5a + with_5a == 140_330_880


@at_most(200)
@given(contents_with_design())
def test_the_count_is_that_of_listing_every_design(given_: tuple[Content, frozenset[str]]) -> None:
    content, chosen = given_
    answered = [own(question) for question in content.questions if own(question) & chosen]
    whole = [*every_design(content, whole=True)]
    assert designs_in_all(content) == len(whole)
    assert designs_left(content, chosen) == sum(
        all(design & codes == chosen & codes for codes in answered) and not contradictions_in(content, design)
        for design in whole
    )


@PURE
@given(chosen_codes())
def test_a_contradiction_leaves_no_design_and_nothing_else_does(chosen: frozenset[str]) -> None:
    assert (designs_left(real_content(), chosen) == 0) == (contradictions_in(real_content(), chosen) > 0)


@PURE
@given(chosen_codes())
def test_an_option_contradicts_what_it_says(chosen: frozenset[str]) -> None:
    content = real_content()
    pairs = {frozenset({t.a, t.b}) for t in content.tensions if t.contradiction}
    options = room_left(content, chosen).options
    assert {option.code for option in options} == set(content.option_of) - chosen
    for option in options:
        assert set(option.contradicts) == {code for code in chosen if {option.code, code} in pairs}


@pytest.mark.parametrize(("many", "contradicts"), [(False, ()), (True, ("1a",))])
def test_an_option_that_is_replaced_is_not_contradicted(many: bool, contradicts: tuple[str, ...]) -> None:
    content = Content((make_question(1, "ab", many=many),), (make_tension(1, "1a", "1b", contradiction=True),), ())
    (option,) = room_left(content, {"1a"}).options
    assert option.contradicts == contradicts


def test_attention_points_leave_room() -> None:
    content = Content((make_question(1, "a"), make_question(2, "a")), (make_tension(1, "1a", "2a"),), ())
    room = room_left(content, {"1a"})
    assert (room.left, room.total) == (1, 1)
    assert room.options[0].contradicts == ()


def test_a_question_that_contradicts_itself_loses_that_answer() -> None:
    questions = (make_question(1, "ab", many=True), make_question(2, "ab"))
    content = Content(questions, (make_tension(1, "1a", "1b", contradiction=True),), ())
    assert designs_left(content, ()) == 4  # 1a or 1b, with 2a or 2b
    assert designs_left(content, {"1a", "1b"}) == 0
