"""Every change of one answer with its effect, and what is read from that list."""

import pytest
from hypothesis import given

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content, GovernanceModel, Tension
from checklist.domain.outcome.whatif import Effect, next_question, turning_points, what_if
from tests.content import make_model, make_question, make_tension, real_content
from tests.domain.outcome.contents import contents_with_design, first_by_matching, own
from tests.domain.outcome.test_bits import standing_by_matching
from tests.strategies import at_most, chosen_codes

SLOW = at_most(60)


@SLOW
@given(chosen_codes())
def test_every_other_allowed_answer_is_listed_once(chosen: frozenset[str]) -> None:
    content = real_content()
    listed = [(effect.change.number, effect.change.after) for effect in what_if(content, chosen).effects]
    assert listed == [
        (question.number, answer)
        for question in content.questions
        for answer in allowed_answers(question)
        if set(answer) != chosen & own(question)
    ]
    assert len(listed) == 72


@SLOW
@given(chosen_codes())
def test_effects_are_those_of_the_changed_design(chosen: frozenset[str]) -> None:
    content = real_content()
    found = what_if(content, chosen)
    before = tensions_between(content, chosen)
    assert found.tensions == before
    for effect in found.effects:
        changed = chosen - own(content.question_of[effect.change.number]) | set(effect.change.after)
        after = tensions_between(content, changed)
        assert effect.before == found.standing == standing_by_matching(content, chosen)
        assert effect.after == standing_by_matching(content, changed)
        assert effect.made == tuple(tension for tension in after if tension not in before)
        assert effect.removed == tuple(tension for tension in before if tension not in after)


@SLOW
@given(contents_with_design())
def test_effects_are_those_of_the_changed_design_in_any_content(given_: tuple[Content, frozenset[str]]) -> None:
    content, chosen = given_
    for effect in what_if(content, chosen).effects:
        changed = chosen - own(content.question_of[effect.change.number]) | set(effect.change.after)
        assert effect.after == standing_by_matching(content, changed)
        assert effect.changes_first == (first_by_matching(content, chosen) != first_by_matching(content, changed))


def _content() -> Content:
    """Three questions; model 1 is typified by 1a and 2a, model 2 by 1b and 2b; the third question says nothing."""
    questions = (make_question(1, "ab"), make_question(2, "abc", many=True), make_question(3, "ab"))
    models = (make_model(1, ("1a", "2a"), past="1a 2a"), make_model(2, ("1b", "2b"), past="1b 2b"))
    tensions = (
        make_tension(1, "1a", "2b", contradiction=True),
        make_tension(2, "1b", "2a"),
        make_tension(3, "1b", "2c", contradiction=True),
    )
    return Content(questions, tensions, models)


def _changes(effects: tuple[Effect, ...]) -> list[tuple[int, tuple[str, ...]]]:
    return [(effect.change.number, effect.change.after) for effect in effects]


def test_turning_points_leave_out_needless_options() -> None:
    points = turning_points(what_if(_content(), {"1a", "2a"}))
    # {2b, 2c} would make the same tension as {2b}, with one option more; {2a, 2b} already makes it.
    assert _changes(points.made) == [(1, ("1b",)), (2, ("2a", "2b"))]
    assert points.removed == ()


def test_turning_points_name_who_stands_first_after_it() -> None:
    points = turning_points(what_if(_content(), {"1a"}))
    assert [(effect.change.after, effect.after.first) for effect in points.first] == [
        ((), ()),
        (("1b",), ("model-2",)),
        (("2b",), ("model-1", "model-2")),
    ]


def test_question_that_turns_the_first_place_matters_most() -> None:
    found = next_question(what_if(_content(), {"1a"}))
    assert [question.number for question in found.questions] == [2, 3]
    assert found.matters_most is not None
    assert found.matters_most.number == 2
    assert found.matters_most.firsts == (("model-1",), ("model-1", "model-2"))
    assert [tension.number for tension in found.matters_most.tensions] == [1]


SECOND = make_model(2, ("1b", "1c"), past="2a")
THIRD = make_model(3, ("1b", "1c"), past="3a")
LEADER = make_model(1, ("1a", "1b"))
AGAINST_2A = make_tension(1, "1a", "2a")
AGAINST_3A = make_tension(2, "1a", "3a")
AGAINST_3B = make_tension(3, "1a", "3b")
CONTRADICTS_3A = make_tension(2, "1a", "3a", contradiction=True)


@pytest.mark.parametrize(
    ("models", "tensions", "number"),
    [
        pytest.param((LEADER, make_model(2, ("2a", "1b"))), (CONTRADICTS_3A,), 2, id="different first models"),
        pytest.param((LEADER, SECOND, make_model(3, ("1b", "1c"))), (CONTRADICTS_3A,), 3, id="then contradictions"),
        pytest.param((LEADER, make_model(2, ("1b", "1c")), THIRD), (AGAINST_2A,), 3, id="then different outcomes"),
        pytest.param((LEADER,), (AGAINST_2A, AGAINST_3A, AGAINST_3B), 3, id="then tensions"),
        pytest.param((LEADER,), (AGAINST_2A, AGAINST_3A), 2, id="then the booklet"),
    ],
)
def test_what_matters_most(models: tuple[GovernanceModel, ...], tensions: tuple[Tension, ...], number: int) -> None:
    questions = (make_question(1, "abc"), make_question(2, "ab"), make_question(3, "ab"))
    found = next_question(what_if(Content(questions, tensions, models), {"1a"}))
    assert found.matters_most is not None
    assert found.matters_most.number == number


def test_question_without_any_effect_changes_nothing() -> None:
    found = next_question(what_if(_content(), {"1a"}))
    assert [question.number for question in found.change_nothing] == [3]


def test_nothing_matters_when_every_question_is_answered() -> None:
    found = next_question(what_if(_content(), {"1a", "2a", "3a"}))
    assert found.questions == ()
    assert found.matters_most is None


def test_nothing_matters_when_the_open_question_changes_nothing() -> None:
    found = next_question(what_if(_content(), {"1a", "2a"}))
    assert found.matters_most is None
    assert [question.number for question in found.change_nothing] == [3]
