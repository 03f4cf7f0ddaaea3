"""How the choices compare with one model: what counts, and in which list it stands (rule 5 and the exchange format)."""

import pytest

from checklist.domain.content import Content
from checklist.domain.outcome.matching import match_models
from tests.content import make_model, make_question, real_content
from tests.domain.outcome.five_questions import HALLMARKS, match_of


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
    ("chosen", "other", "silent"),
    [
        pytest.param([], (), (), id="no-question-answered"),
        pytest.param(["1a", "2a", "3a"], (), (), id="spoken-of"),
        pytest.param(["1b", "2b", "3b"], (1, 2, 3), (), id="another-option-than-the-model-speaks-of"),
        pytest.param(["1a", "1b"], (), (), id="one-of-two-options-is-enough"),
        pytest.param(["4a"], (), (), id="what-one-reader-read-is-no-silence"),
        pytest.param(["4b"], (4,), (), id="what-one-reader-read-of-another-option-is-no-silence-either"),
        pytest.param(["5a"], (), (5,), id="nothing-at-all"),
    ],
)
def test_the_booklet_is_silent_or_names_something_else(
    chosen: list[str], other: tuple[int, ...], silent: tuple[int, ...]
) -> None:
    model = make_model(1, HALLMARKS, kenmerkend="1a", past="2a", past_niet="3a", mogelijk="4a")
    match = match_of(model, *chosen)
    assert (match.other, match.silent) == (other, silent)


def test_what_two_readers_never_read_as_past_is_never_covered() -> None:
    silent = {"1a", "1b", "1d", "3a", "3b", "4a", "4b", "4c", "5a", "10a", "10b", "10c", "11a", "12a"}
    covered = {trait.option for model in real_content().models for trait in model.traits if trait.counts and trait.fits}
    assert set(real_content().option_of) - covered == silent
