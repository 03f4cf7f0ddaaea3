"""Four kinds of silence, never mixed."""

import pytest
from hypothesis import given

from checklist.domain.content import Content
from checklist.domain.outcome.matching import match_models, rank_models
from checklist.domain.outcome.silence import Silence, silence_of
from tests.content import make_model, make_question, real_content
from tests.strategies import PURE, chosen_codes

MODEL = make_model(1, ("1a", "2a"), past="1a", past_niet="1b", mogelijk="1c", mogelijk_niet="1d")
QUESTION = make_question(1, "abcde", many=True)


@pytest.mark.parametrize(
    ("chosen", "silence"),
    [
        ((), Silence.OPEN),
        (("1e",), Silence.OTHER),
        (("1c",), Silence.ONE_READER),
        (("1d", "1e"), Silence.ONE_READER),
        (("1a", "1e"), None),
        (("1b", "1c"), None),
    ],
)
def test_which_silence_holds(chosen: tuple[str, ...], silence: Silence | None) -> None:
    (match,) = rank_models(Content((QUESTION,), (), (MODEL,)), chosen)
    assert silence_of(match, QUESTION, chosen) is silence


def test_a_question_of_which_a_model_has_no_trait_is_one_the_booklet_is_silent_about() -> None:
    other = make_question(2, "ab")
    (match,) = rank_models(Content((QUESTION, other), (), (MODEL,)), ("1e", "2a"))
    assert [silence_of(match, question, ("1e", "2a")) for question in (QUESTION, other)] == [
        Silence.OTHER,
        Silence.BOOKLET,
    ]


def test_the_words() -> None:
    assert [silence.value for silence in Silence] == [
        "het boekje zwijgt over deze vraag",
        "het boekje noemt hier iets anders",
        "u hebt deze vraag nog niet bepaald",
        "mogelijk; telt niet mee",
    ]


@PURE
@given(chosen_codes())
def test_one_silence_holds_for_every_question_of_which_nothing_counts(chosen: frozenset[str]) -> None:
    content = real_content()
    for match in match_models(content, chosen).matches:
        found = {question.number: silence_of(match, question, chosen) for question in content.questions}
        counted = {content.option_of[code].question_number for code in (*match.past, *match.past_niet)}
        assert {number for number, silence in found.items() if silence is None} == counted
        for silence, numbers in ((Silence.BOOKLET, match.silent), (Silence.OTHER, match.other)):
            assert tuple(number for number, one in found.items() if one is silence) == numbers
