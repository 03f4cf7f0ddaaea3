"""The advies of the example dossiers."""

import pytest

from tests.content import EXAMPLE_NAMES
from tests.domain.advies.dossiers import example


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_an_example_composes(name: str) -> None:
    advies = example(name)
    assert len(advies.questions) == 12
    assert all(source.text for source in advies.sources)


def test_the_full_example_has_nothing_open_and_some_tensions_that_are_not_kept() -> None:
    advies = example("vol")
    assert advies.open_questions == ()
    assert {tension.kept for tension in advies.tensions} == {True, False}
    assert all(tension.motivation for tension in advies.tensions if tension.kept)


def test_the_empty_example_chooses_nothing() -> None:
    advies = example("leeg")
    assert (advies.answered, advies.tensions, advies.models, advies.combination) == ((), (), (), ())
    assert advies.nearest == ()


def test_the_half_example_has_a_contradiction() -> None:
    advies = example("half")
    assert len(advies.answered) == 6
    assert [tension.severity for tension in advies.tensions if not tension.kept] == ["tegenstrijdig", "aandachtspunt"]
    assert [question.number for question in advies.open_questions if question.motivation] == [4, 10]
