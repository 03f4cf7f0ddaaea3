"""'Dichtbij een ander model': the fewest changes, against trying every design."""

from random import Random

import pytest
from hypothesis import given

from checklist.domain.choices.allowed import allowed_answers
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.content import Content
from checklist.domain.outcome.bits import compact
from checklist.domain.outcome.whatif import Change
from checklist.domain.outcome.why_not import FURTHEST, why_not
from tests.content import make_model, make_question, real_content
from tests.domain.outcome.contents import (
    contents_with_design,
    contradictions_in,
    designs_around,
    fewest_changes,
    first_by_matching,
    open_in,
    own,
)
from tests.strategies import at_most, chosen_codes


def after(content: Content, chosen: frozenset[str], changes: tuple[Change, ...]) -> frozenset[str]:
    """The design with all changes made."""
    for change in changes:
        assert set(change.before) == chosen & own(content.question_of[change.number])
        chosen = chosen - set(change.before) | set(change.after)
    return chosen


@at_most(200)
@given(contents_with_design())
def test_fewest_changes_are_those_of_trying_every_design(given_: tuple[Content, frozenset[str]]) -> None:
    content, chosen = given_
    least = fewest_changes(content, chosen, lambda design: first_by_matching(content, design))
    for found in why_not(content, chosen):
        changes, contradictions, opens = least.get(found.slug, (FURTHEST + 1, 0, 0))
        if changes > FURTHEST:
            assert found.fewest is None
            assert found.changes == ()
        else:
            design = after(content, chosen, found.changes)
            assert found.fewest == len(found.changes) == changes
            assert found.slug in first_by_matching(content, design)
            assert contradictions_in(content, design) == contradictions
            assert open_in(content, design) == opens


@at_most(100)
@given(chosen_codes())
def test_the_named_changes_bring_the_model_first_and_the_named_tensions(chosen: frozenset[str]) -> None:
    content = real_content()
    before = tensions_between(content, chosen)
    for found in why_not(content, chosen):
        design = after(content, chosen, found.changes)
        assert (found.slug in first_by_matching(content, design)) == (found.fewest is not None)
        assert (found.slug in first_by_matching(content, chosen)) == (found.fewest == 0)
        holds = tensions_between(content, design)
        assert found.made == tuple(tension for tension in holds if tension not in before)
        assert found.removed == tuple(tension for tension in before if tension not in holds)


@at_most(200)
@given(contents_with_design())
def test_a_single_change_has_no_needless_option(given_: tuple[Content, frozenset[str]]) -> None:
    content, chosen = given_
    for found in why_not(content, chosen):
        if found.fewest == 1:
            (change,) = found.changes
            question = own(content.question_of[change.number])
            assert len(change.options) == min(
                len(design ^ chosen)
                for design in designs_around(content, chosen, 1)
                if design - question == chosen - question
                and found.slug in first_by_matching(content, design)
                and contradictions_in(content, design) == contradictions_in(content, chosen ^ change.options)
                and open_in(content, design) == open_in(content, chosen ^ change.options)
            )


@pytest.mark.parametrize("seed", range(4))
def test_fewest_changes_are_exact_on_the_booklet(seed: int) -> None:
    content, random = real_content(), Random(seed)
    chosen = frozenset(code for q in content.questions for code in random.choice(allowed_answers(q)[seed % 2 :]))
    bits = compact(content)
    nearest: dict[str, int] = {}
    for changed in range(FURTHEST + 1):
        for design in designs_around(content, chosen, changed):
            keys = [bits.key(model, bits.design(design)) for model in bits.models]
            if max(keys) >= bits.hallmark_threshold():
                for model, key in zip(bits.models, keys, strict=True):
                    if key == max(keys):
                        nearest.setdefault(model.slug, changed)
        if len(nearest) == len(bits.models):
            break
    assert {found.slug: found.fewest for found in why_not(content, chosen)} == {
        model.slug: nearest.get(model.slug) for model in bits.models
    }


def test_a_shared_first_place_counts() -> None:
    questions = (make_question(1, "ab"), make_question(2, "ab"))
    models = (make_model(1, ("1a", "2a")), make_model(2, ("1b", "2b")))
    found = why_not(Content(questions, (), models), {"1a", "2b"})
    assert [one.fewest for one in found] == [0, 0]


def test_nobody_stands_first_without_a_hallmark() -> None:
    assert {one.fewest for one in why_not(real_content(), ())} == {1}


def test_more_than_three_changes_is_none() -> None:
    questions = tuple(make_question(number, "ab") for number in range(1, 9))
    models = (
        make_model(1, ("1a", "2a"), past="3a 4a 5a 6a 7a 8a"),
        make_model(2, ("1b", "2b"), past="3b 4b 5b 6b 7b 8b"),
    )
    first, second = why_not(Content(questions, (), models), {f"{number}a" for number in range(1, 9)})
    assert (first.fewest, second.fewest) == (0, 2)
    # Hallmarks come first, so two are enough; without a second hallmark to win it takes four of the rest.
    models = (
        make_model(1, ("1a", "2a"), past="3a 4a 5a 6a 7a 8a"),
        make_model(2, ("1a", "2a"), past="3b 4b 5b 6b 7b 8b"),
    )
    first, second = why_not(Content(questions, (), models), {f"{number}a" for number in range(1, 9)})
    assert (first.fewest, second.fewest) == (0, 3)
    assert [change.after for change in second.changes] == [("3b",), ("4b",), ("5b",)]


def test_an_answer_that_contradicts_nothing_is_named_before_one_that_does() -> None:
    content = real_content()
    found = {one.slug: one for one in why_not(content, {"5a", "10a"})}
    assert found["adviesstructuur-brede-regio"].changes[0].after == ("11c",)


@pytest.mark.parametrize(("chosen", "after"), [((), ("1a",)), (("1b",), ("1a", "1b")), (("1c",), ("1a", "1c"))])
def test_what_is_chosen_beside_it_stays(chosen: tuple[str, ...], after: tuple[str, ...]) -> None:
    content = Content((make_question(1, "abcd", many=True),), (), (make_model(1, ("1a", "1d")),))
    assert [change.after for change in why_not(content, chosen)[0].changes] == [after]


def test_the_way_that_changes_the_fewest_options_is_named() -> None:
    questions = (make_question(1, "ab"), make_question(2, "abcd", many=True))
    content = Content(questions, (), (make_model(1, ("1a", "2a")), make_model(2, ("1b", "2c"))))
    # 1a in place of 1b, or 2a beside 2b: either way the first place is shared or won.
    assert [change.after for change in why_not(content, {"1b", "2b"})[0].changes] == [("2a", "2b")]


def test_an_open_question_is_answered_before_a_settled_one_is_changed() -> None:
    questions = (make_question(1, "ab"), make_question(2, "ab"))
    content = Content(questions, (), (make_model(1, ("1a", "2a")),))
    assert [change.number for change in why_not(content, {"1b"})[0].changes] == [2]
