"""The outcome in Dutch sentences: changes, tensions, and what the twelve dossiers don't reach."""

import pytest

from checklist.domain.content import Content
from checklist.domain.outcome.matching import match_models
from checklist.domain.outcome.whatif import Change
from checklist.domain.outcome.words import change_in_words, models_in_a_row, summary, tensions_in_words
from tests.content import make_model, make_question, make_tension, real_content


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("", "5c", "‘vaste lijn met management’ kiezen"),
        (
            *("", "5b 5c 5d"),
            "‘vaste lijn met bestuur’, ‘vaste lijn met management’ en ‘deel van het management’ kiezen",
        ),
        ("5a", "", "open laten"),
        (
            *("5a", "5b 5c"),
            "‘vaste lijn met bestuur’ en ‘vaste lijn met management’ in plaats van ‘geen directe relatie’",
        ),
        ("2b 2c", "2a 2b", "‘advies aan het bestuur’ in plaats van ‘beleid samen voorbereiden’"),
        ("2b", "2b 2c", "met ‘beleid samen voorbereiden’ erbij"),
        ("2a 2b 2d", "2b", "zonder ‘advies aan het bestuur’ en ‘samenwerking van gemeenten’"),
    ],
)
def test_a_change_is_told_as_what_changes(before: str, after: str, words: str) -> None:
    assert change_in_words(real_content(), Change(2, tuple(before.split()), tuple(after.split()))) == words


def test_tensions_are_told_by_their_severity_the_gravest_first() -> None:
    tensions = (
        make_tension(1, "1a", "2a"),
        make_tension(2, "1b", "2a", contradiction=True),
        make_tension(3, "1c", "2a"),
        make_tension(4, "2a", "2b"),
    )
    assert tensions_in_words(tensions) == "botst: vraag 1 met 2; afspraak nodig: vraag 1 met 2, binnen vraag 2"
    assert tensions_in_words(()) == ""


def test_models_stand_in_the_booklets_order() -> None:
    row = models_in_a_row(real_content(), ("managementraad", "overkoepelend-directeur"))
    assert row == "de overkoepelend directeur en de managementraad"
    assert models_in_a_row(real_content(), ()) == "geen duidelijk model"


def test_a_model_that_has_no_place_in_a_sentence_keeps_its_short_name() -> None:
    content = Content((make_question(1, "ab"),), (), (make_model(1, ("1a", "1b"), past="1a"),))
    assert models_in_a_row(content, ["model-1"]) == "M1"


def test_without_a_combination_it_says_why() -> None:
    # Each model that has one of these past, has another of them past niet.
    chosen = ["1d", "2a", "3b", "3c", "4b", "4c", "5a", "6a", "7a", "9b", "9c", "10b", "12b"]
    outcome = match_models(real_content(), chosen)
    assert outcome.clear
    assert summary(real_content(), chosen, outcome, (), ())[1] == (
        "Bij elk model waar een keuze bij past, past ook een keuze niet, dus een combinatie is er niet, en zes keuzes "
        "staan niet in een voorbeeld."
    )
