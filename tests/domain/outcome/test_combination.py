"""The combination of models that covers most of the choices (rule 5)."""

import pytest

from checklist.domain.content import GovernanceModel
from checklist.domain.outcome.matching import match_models
from tests.content import make_model
from tests.domain.outcome.five_questions import HALLMARKS, combination, content_with, ranks

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
