"""The order of the models, their ranks, and when none of them is clear (rule 5)."""

import pytest

from checklist.domain.outcome.matching import match_models
from tests.content import make_model, real_content
from tests.domain.outcome.five_questions import HALLMARKS, combination, content_with, ranks


def test_models_are_ordered_by_chosen_hallmarks_first() -> None:
    worse = make_model(1, ("1a", "1b"), kenmerkend="1a", past_niet="2a 2b 2c")
    better = make_model(2, HALLMARKS, kenmerkend="3a", past="2a 2b 2c")
    outcome = match_models(content_with(better, worse), ["1a", "2a", "2b", "2c", "3a"])
    assert ranks(outcome) == [(1, 1), (2, 2)]


def test_models_are_then_ordered_by_past_minus_past_niet() -> None:
    one = make_model(1, HALLMARKS, past="1a 1b 1c", past_niet="2a 2b")
    two = make_model(2, HALLMARKS, past="1a 1b")
    three = make_model(3, HALLMARKS, past_niet="1a")
    outcome = match_models(content_with(one, two, three), ["1a", "1b", "1c", "2a", "2b"])
    assert ranks(outcome) == [(1, 2), (2, 1), (3, 3)]


def test_models_are_then_ordered_by_kenmerkend() -> None:
    one = make_model(1, HALLMARKS, past="1a 1b")
    two = make_model(2, HALLMARKS, past="1a", kenmerkend="1b")
    assert ranks(match_models(content_with(one, two), ["1a", "1b"])) == [(1, 2), (2, 1)]


def test_equal_models_share_a_rank_and_stand_in_the_booklets_order() -> None:
    models = [make_model(number, HALLMARKS, past="1a") for number in (1, 2)] + [make_model(3, HALLMARKS)]
    outcome = match_models(content_with(models[2], models[1], models[0]), ["1a"])
    assert ranks(outcome) == [(1, 1), (1, 2), (3, 3)]


def test_a_trait_of_one_reader_orders_nothing() -> None:
    one = make_model(1, HALLMARKS, mogelijk_niet="1a")
    two = make_model(2, HALLMARKS, mogelijk="1a")
    assert ranks(match_models(content_with(one, two), ["1a"])) == [(1, 1), (1, 2)]


def test_without_a_hallmark_no_model_is_clear_and_nothing_is_combined() -> None:
    outcome = match_models(content_with(make_model(1, HALLMARKS, past="1a 2a")), ["1a", "2a"])
    assert not outcome.clear
    assert outcome.combination == ()
    assert outcome.uncovered == ("1a", "2a")


def test_one_hallmark_of_one_model_is_clear() -> None:
    assert match_models(content_with(make_model(1, ("1a", "2a"), kenmerkend="1a")), ["1a"]).clear


def slugs() -> list[str]:
    """The nine models."""
    return [model.slug for model in real_content().models]


@pytest.mark.parametrize("slug", slugs())
def test_a_model_stands_first_on_what_is_kenmerkend_for_it(slug: str) -> None:
    model = next(model for model in real_content().models if model.slug == slug)
    own = [trait.option for trait in model.traits if trait.counts and trait.stance == "kenmerkend"]
    outcome = match_models(real_content(), own)
    assert outcome.matches[0].model.slug == slug
    assert [match.rank for match in outcome.matches].count(1) == 1
    assert outcome.clear
    assert combination(outcome) == [model.number]
    assert outcome.uncovered == ()


def test_nothing_chosen_gives_nine_equals_and_nothing_clear() -> None:
    outcome = match_models(real_content(), [])
    assert ranks(outcome) == [(1, number) for number in range(1, 10)]
    assert not outcome.clear
    assert (outcome.combination, outcome.uncovered) == ((), ())
