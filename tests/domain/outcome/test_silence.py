"""Three kinds of silence, never mixed."""

import pytest
from hypothesis import given

from checklist.domain.outcome.matching import match_models
from checklist.domain.outcome.silence import Silence, silence_of
from tests.content import make_model, make_question, real_content
from tests.strategies import PURE, chosen_codes

MODEL = make_model(1, ("1a", "2a"), past="1a", past_niet="1b", mogelijk="1c", mogelijk_niet="1d")
QUESTION = make_question(1, "abcde", many=True)


@pytest.mark.parametrize(
    ("chosen", "silence"),
    [
        ((), Silence.OPEN),
        (("1e",), Silence.BOOKLET),
        (("1c",), Silence.ONE_READER),
        (("1d", "1e"), Silence.ONE_READER),
        (("1a", "1e"), None),
        (("1b", "1c"), None),
    ],
)
def test_which_silence_holds(chosen: tuple[str, ...], silence: Silence | None) -> None:
    assert silence_of(MODEL, QUESTION, chosen) is silence


def test_the_words() -> None:
    assert [silence.value for silence in Silence] == [
        "het boekje zwijgt hierover",
        "u heeft deze vraag nog niet bepaald",
        "één van twee lezers las dit zo",
    ]


@PURE
@given(chosen_codes())
def test_silence_is_what_matching_calls_silent(chosen: frozenset[str]) -> None:
    content = real_content()
    for match in match_models(content, chosen).matches:
        silent = {q.number for q in content.questions if silence_of(match.model, q, chosen) not in {None, Silence.OPEN}}
        assert silent == set(match.silent)
