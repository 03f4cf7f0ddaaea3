"""What holds of the comparison with the models whatever is chosen (rule 5)."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.content import Content, GovernanceModel
from checklist.domain.outcome.matching import ModelMatch, match_models
from tests.content import real_content
from tests.strategies import CHOICES, chosen_codes


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
