"""How the choices compare with the models (rule 5 and the exchange format)."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.content import Content, GovernanceModel
from checklist.domain.outcome.matching import ModelMatch, Outcome, match_models
from tests.content import make_model, make_question, real_content
from tests.strategies import CHOICES, chosen_codes

QUESTIONS = tuple(make_question(number, "abcd", many=True) for number in range(1, 6))
HALLMARKS = ("5c", "5d")


def content_with(*models: GovernanceModel) -> Content:
    """Five questions of four options each, with these models."""
    return Content(QUESTIONS, (), models)


def match_of(model: GovernanceModel, *chosen: str) -> ModelMatch:
    """What one model says of the chosen options."""
    return match_models(content_with(model), chosen).matches[0]


def ranks(outcome: Outcome) -> list[tuple[int, int]]:
    """Rank and number of the models, in order."""
    return [(match.rank, match.model.number) for match in outcome.matches]


def combination(outcome: Outcome) -> list[int]:
    """The numbers of the models in the combination."""
    return [model.number for model in outcome.combination]


def test_past_includes_kenmerkend() -> None:
    match = match_of(make_model(1, HALLMARKS, kenmerkend="1a", past="1b", past_niet="1c"), "1a", "1b", "1c")
    assert (match.kenmerkend, match.past, match.past_niet) == (("1a",), ("1a", "1b"), ("1c",))


def test_what_one_reader_read_is_mogelijk_and_counts_nowhere() -> None:
    match = match_of(make_model(1, HALLMARKS, mogelijk="1a", mogelijk_niet="1b"), "1a", "1b")
    assert match.mogelijk == ("1a", "1b")
    assert (match.kenmerkend, match.past, match.past_niet) == ((), (), ())


def test_only_chosen_options_are_in_the_lists() -> None:
    match = match_of(make_model(1, HALLMARKS, kenmerkend="1a 2a", past_niet="3a", mogelijk="4a"), "2a")
    assert (match.kenmerkend, match.past, match.past_niet, match.mogelijk) == (("2a",), ("2a",), (), ())


def test_lists_are_in_the_booklets_order_and_hallmarks_in_the_models_own() -> None:
    match = match_of(make_model(1, ("5a", "1a"), kenmerkend="5a 3b 1a", past="2a"), "5a", "3b", "2a", "1a")
    assert match.past == ("1a", "2a", "3b", "5a")
    assert match.kenmerkend == ("1a", "3b", "5a")
    assert match.hallmarks == ("5a", "1a")


def test_a_question_of_two_figures_comes_last() -> None:
    questions = tuple(make_question(number, "ab", many=True) for number in (2, 10))
    model = make_model(1, ("10a", "2a"), past="10b 2a")
    assert match_models(Content(questions, (), (model,)), {"10b", "2a"}).matches[0].past == ("2a", "10b")


@pytest.mark.parametrize(
    ("chosen", "silent"),
    [
        pytest.param([], (), id="no-question-answered"),
        pytest.param(["1a", "2a", "3a"], (), id="spoken-of"),
        pytest.param(["1b", "2b"], (1, 2), id="another-option-than-the-model-speaks-of"),
        pytest.param(["1a", "1b"], (), id="one-of-two-options-is-enough"),
        pytest.param(["4a"], (4,), id="one-reader-does-not-count"),
        pytest.param(["5a"], (5,), id="nothing-at-all"),
    ],
)
def test_the_booklet_is_silent(chosen: list[str], silent: tuple[int, ...]) -> None:
    model = make_model(1, HALLMARKS, kenmerkend="1a", past="2a", past_niet="3a", mogelijk="4a")
    assert match_of(model, *chosen).silent == silent


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


CLEAR = make_model(9, ("5a", "5b"), past_niet="1d")  # makes 5a clear without being in a combination


@pytest.mark.parametrize(
    ("models", "chosen", "numbers", "uncovered"),
    [
        pytest.param(
            [make_model(1, HALLMARKS, past="1a"), make_model(2, HALLMARKS, past="1a 1b")],
            ["1a", "1b"],
            [2],
            ["5a"],
            id="most-options",
        ),
        pytest.param(
            [
                make_model(1, HALLMARKS, past="1a"),
                make_model(2, HALLMARKS, past="1b"),
                make_model(3, HALLMARKS, past="1c"),
            ],
            ["1a", "1b", "1c"],
            [1, 2, 3],
            ["5a"],
            id="three-together",
        ),
        pytest.param(
            [
                make_model(1, HALLMARKS, past="1a"),
                make_model(2, HALLMARKS, past="1b"),
                make_model(3, HALLMARKS, past="1c"),
                make_model(4, HALLMARKS, past="2a 2b"),
            ],
            ["1a", "1b", "1c", "2a", "2b"],
            [1, 2, 4],
            ["1c", "5a"],
            id="no-more-than-three",
        ),
        pytest.param(
            # The pair ranks 1 and 1, the third model 4: one model goes before a lower sum of ranks.
            [
                make_model(1, ("1a", "5d"), kenmerkend="1a", past="1c"),
                make_model(2, ("1b", "5d"), kenmerkend="1b", past="1c"),
                make_model(3, HALLMARKS, past="1a 1b 1c"),
            ],
            ["1a", "1b", "1c"],
            [3],
            ["5a"],
            id="the-fewest-models",
        ),
        pytest.param(
            [make_model(1, HALLMARKS, past="1a"), make_model(2, HALLMARKS, kenmerkend="1a")],
            ["1a"],
            [2],
            ["5a"],
            id="the-lowest-sum-of-ranks",
        ),
        pytest.param(
            [make_model(2, HALLMARKS, past="1a"), make_model(1, HALLMARKS, past="1a")],
            ["1a"],
            [1],
            ["5a"],
            id="the-booklets-order",
        ),
        pytest.param(
            [make_model(1, HALLMARKS, past="1a 1b 1c", past_niet="2a"), make_model(2, HALLMARKS, past="1a")],
            ["1a", "1b", "1c", "2a"],
            [2],
            ["1b", "1c", "2a", "5a"],
            id="a-past-niet-keeps-a-model-out",
        ),
        pytest.param(
            [make_model(1, HALLMARKS, past="1a", mogelijk_niet="2a"), make_model(2, HALLMARKS, mogelijk="1b")],
            ["1a", "1b", "2a"],
            [1],
            ["1b", "2a", "5a"],
            id="one-reader-neither-covers-nor-keeps-out",
        ),
        pytest.param([make_model(1, HALLMARKS, past_niet="1a")], ["1a"], [], ["1a", "5a"], id="none-that-can"),
    ],
)
def test_the_combination(
    models: list[GovernanceModel], chosen: list[str], numbers: list[int], uncovered: list[str]
) -> None:
    outcome = match_models(content_with(*models, CLEAR), [*chosen, "5a"])
    assert outcome.clear
    assert combination(outcome) == numbers
    assert list(outcome.uncovered) == uncovered


def test_a_combination_stands_in_the_booklets_order() -> None:
    one = make_model(1, HALLMARKS, past="1a")
    two = make_model(2, HALLMARKS, past="1b 1c")
    outcome = match_models(content_with(two, one, CLEAR), ["1a", "1b", "1c", "5a"])
    assert ranks(outcome)[1:] == [(2, 2), (3, 1)]
    assert combination(outcome) == [1, 2]


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


def test_what_two_readers_never_read_as_past_is_never_covered() -> None:
    silent = {"1a", "1b", "3a", "3b", "4a", "4b", "4c", "5a", "10a", "10b", "10c", "12a"}
    covered = {trait.option for model in real_content().models for trait in model.traits if trait.counts and trait.fits}
    assert set(real_content().option_of) - covered == silent


@CHOICES
@given(chosen_codes(), st.randoms(use_true_random=False))
def test_the_order_of_choosing_never_matters(chosen: frozenset[str], random: Random) -> None:
    shuffled = sorted(chosen)
    random.shuffle(shuffled)
    assert match_models(real_content(), shuffled) == match_models(real_content(), chosen)


@CHOICES
@given(chosen_codes(), st.permutations(real_content().models))
def test_the_order_in_which_models_are_given_never_matters(
    chosen: frozenset[str], models: list[GovernanceModel]
) -> None:
    content = real_content()
    assert match_models(Content(content.questions, (), tuple(models)), chosen) == match_models(content, chosen)


def counts(match: ModelMatch, *, without: int) -> tuple[list[str], ...]:
    """The counted options of a match apart from one question's."""
    return tuple(
        [code for code in codes if int(code[:-1]) != without]
        for codes in (match.hallmarks, match.kenmerkend, match.past, match.past_niet, match.mogelijk)
    )


@CHOICES
@given(chosen_codes(), st.integers(1, 12))
def test_leaving_a_question_open_takes_away_its_own_counts_only(chosen: frozenset[str], number: int) -> None:
    left = {code for code in chosen if int(code[:-1]) != number}
    before = {match.model.slug: match for match in match_models(real_content(), chosen).matches}
    after = {match.model.slug: match for match in match_models(real_content(), left).matches}
    for slug, match in after.items():
        assert counts(match, without=0) == counts(before[slug], without=number)
        assert set(match.silent) == set(before[slug].silent) - {number}


@CHOICES
@given(chosen_codes())
def test_an_option_is_in_one_list_of_a_model_or_the_booklet_is_silent_about_it(chosen: frozenset[str]) -> None:
    for match in match_models(real_content(), chosen).matches:
        lists = [*match.past, *match.past_niet, *match.mogelijk]
        assert len(set(lists)) == len(lists)
        assert set(lists) == chosen & set(match.model.trait_of)
        assert set(match.kenmerkend) <= set(match.past)
        assert set(match.hallmarks) == chosen & set(match.model.hallmarks)


@CHOICES
@given(chosen_codes())
def test_ranks_rise_and_count_who_stands_before(chosen: frozenset[str]) -> None:
    given_ranks = [match.rank for match in match_models(real_content(), chosen).matches]
    assert given_ranks[0] == 1
    for place, (rank, before) in enumerate(zip(given_ranks[1:], given_ranks, strict=False), start=2):
        assert rank in (before, place)


@CHOICES
@given(chosen_codes())
def test_a_combination_has_three_members_at_most_each_of_them_needed(chosen: frozenset[str]) -> None:
    outcome = match_models(real_content(), chosen)
    members = [match for match in outcome.matches if match.model in outcome.combination]
    assert len(members) <= 3
    assert not any(match.past_niet for match in members)
    covered = {code for match in members for code in match.past}
    assert set(outcome.uncovered) == chosen - covered
    for match in members:
        assert {code for other in members if other is not match for code in other.past} < covered


@CHOICES
@given(chosen_codes())
def test_a_combination_is_there_only_when_a_hallmark_is_chosen(chosen: frozenset[str]) -> None:
    outcome = match_models(real_content(), chosen)
    assert outcome.clear == any(chosen & set(model.hallmarks) for model in real_content().models)
    assert outcome.clear or outcome.combination == ()
