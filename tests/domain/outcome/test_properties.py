"""What must hold of every outcome."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.domain.choices.consistency import selection_error, tensions_between
from checklist.domain.content import GovernanceModel, Question
from checklist.domain.outcome.matching import Outcome, match_models
from checklist.domain.outcome.room import room_left
from checklist.domain.outcome.whatif import what_if
from checklist.domain.outcome.why_not import why_not
from tests.content import real_content
from tests.domain.outcome.contents import own
from tests.strategies import PURE, at_most, chosen_codes

MODELS = real_content().models


def rank(outcome: Outcome, model: GovernanceModel) -> int:
    return next(match.rank for match in outcome.matches if match.model == model)


@PURE
@given(chosen_codes(), st.integers())
def test_order_of_input_never_matters(chosen: frozenset[str], seed: int) -> None:
    content, codes = real_content(), sorted(chosen)
    shuffled = [*codes, *codes[:2]]
    Random(seed).shuffle(shuffled)
    assert match_models(content, codes) == match_models(content, shuffled)
    assert room_left(content, codes) == room_left(content, shuffled)


@at_most(100)
@given(chosen_codes(), st.integers())
def test_order_of_input_never_matters_to_what_turns_the_outcome(chosen: frozenset[str], seed: int) -> None:
    content, codes = real_content(), sorted(chosen)
    shuffled = [*codes]
    Random(seed).shuffle(shuffled)
    assert what_if(content, codes) == what_if(content, shuffled)
    assert why_not(content, codes) == why_not(content, shuffled)


@PURE
@given(chosen_codes(), st.sampled_from(real_content().questions))
def test_an_unanswered_question_changes_no_count(chosen: frozenset[str], question: Question) -> None:
    """What the answers to the other questions count for is the same with and without an answer to this one."""
    content, left_out = real_content(), own(question)
    answered = {match.model: match for match in match_models(content, chosen).matches}
    for match in match_models(content, chosen - left_out).matches:
        other = answered[match.model]
        for kind in ("hallmarks", "kenmerkend", "past", "past_niet", "mogelijk"):
            assert getattr(match, kind) == tuple(code for code in getattr(other, kind) if code not in left_out)
        assert match.silent == tuple(number for number in other.silent if number != question.number)


@PURE
@given(chosen_codes())
def test_dropping_an_option_that_past_niet_never_lowers_that_model(chosen: frozenset[str]) -> None:
    content = real_content()
    before = match_models(content, chosen)
    for match in before.matches:
        for code in match.past_niet:
            assert rank(match_models(content, chosen - {code}), match.model) <= match.rank


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.slug)
class TestKenmerkend:
    """A model's own kenmerkend options, as two readers read them."""

    @staticmethod
    def of(model: GovernanceModel) -> frozenset[str]:
        return frozenset(trait.option for trait in model.traits if trait.counts and trait.stance == "kenmerkend")

    def test_they_never_contradict(self, model: GovernanceModel) -> None:
        assert not any(tension.contradiction for tension in tensions_between(real_content(), self.of(model)))

    def test_they_are_allowed_answers(self, model: GovernanceModel) -> None:
        for question in real_content().questions:
            assert selection_error(question, real_content().in_order(self.of(model) & own(question))) is None


@PURE
@given(chosen_codes())
def test_a_combination_covers_at_least_as_much_as_every_candidate_alone(chosen: frozenset[str]) -> None:
    outcome = match_models(real_content(), chosen)
    covered = len(chosen) - len(outcome.uncovered)
    for match in outcome.matches:
        if outcome.clear and not match.past_niet:
            assert len(match.past) <= covered
