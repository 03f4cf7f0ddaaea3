"""A tension that was switched off, in the advies: told apart when the kring wrote about it, and counted nowhere."""

from dataclasses import replace
from typing import Any

import pytest

from checklist.domain.advies.compose import compose_advies
from checklist.domain.advies.value import Advies
from checklist.domain.dossier import Answer, Kept
from tests.content import with_switched_off
from tests.domain.advies.dossiers import CONTENT, DOSSIER


def test_a_kept_tension_that_was_switched_off_is_told_apart_and_counts_nowhere() -> None:
    off = compose_advies(DOSSIER, with_switched_off(CONTENT, 1), "Brabant-Noord")
    assert [[(f.a.code, f.b.code, f.motivation) for f in q.former_tensions] for q in off.questions] == [
        [],
        [("1a", "2a", "Toch.")],
        [],
    ]
    assert [tension.number for tension in off.tensions] == [2]
    assert off.kept_tensions == ()
    assert "Toch." in off.typed_texts


def test_an_advies_without_the_tension_differs_by_what_the_kring_wrote_alone() -> None:
    off = compose_advies(DOSSIER, with_switched_off(CONTENT, 1), "Brabant-Noord")
    without = compose_advies(DOSSIER, replace(CONTENT, tensions=CONTENT.tensions[1:]), "Brabant-Noord")
    questions = tuple(replace(question, former_tensions=()) for question in off.questions)
    voorstel = replace(off.voorstel, agreements_kept=())
    assert replace(off, questions=questions, voorstel=voorstel) == without


@pytest.mark.parametrize(
    "changed",
    [
        {"kept": ()},
        {"kept": (Kept("1a", "2a", ""),)},
        {"answers": {2: Answer(("2a",))}},
    ],
    ids=["never kept", "without a motivation", "not both chosen"],
)
def test_a_tension_that_was_switched_off_is_told_only_where_the_kring_wrote_about_it(changed: dict[str, Any]) -> None:
    off = compose_advies(replace(DOSSIER, **changed), with_switched_off(CONTENT, 1), "Brabant-Noord")
    assert [question.former_tensions for question in off.questions] == [(), (), ()]


def test_switched_on_again_it_is_kept_with_the_same_motivation(advies: Advies) -> None:
    assert [question.former_tensions for question in advies.questions] == [(), (), ()]
    assert [(tension.number, tension.motivation) for tension in advies.kept_tensions] == [(1, "Toch.")]
