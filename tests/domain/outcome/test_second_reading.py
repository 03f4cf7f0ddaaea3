"""The outcome equals a second reading of its rules, on a thousand dossiers made at random."""

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest

from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.domain.outcome.as_json import outcome_object
from checklist.domain.outcome.matching import match_models
from tests.commands.dossier_files import file_with, show
from tests.content import real_content
from tests.domain.outcome.contents import first_by_matching
from tests.domain.outcome.second_reading import ReadModel, booklet, expected, random_answers

SEED, DOSSIERS, AT_ONCE = 9, 1000, 100


def kept_at_random(random: Random, answers: dict[int, list[str]]) -> list[tuple[str, str]]:
    """About half of the tensions in these answers."""
    chosen = {code for codes in answers.values() for code in codes}
    return [(a, b) for a, b, _ in booklet().tensions if {a, b} <= chosen and random.random() < 0.5]


def dossiers(start: int, number: int) -> list[tuple[dict[int, list[str]], list[tuple[str, str]]]]:
    """So many of the thousand: answers with the pairs that the kring keeps."""
    made = []
    for at in range(start, start + number):
        random = Random(f"{SEED}-{at}")
        answers = random_answers(random)
        made.append((answers, kept_at_random(random, answers)))
    return made


@pytest.mark.parametrize("start", range(0, DOSSIERS, AT_ONCE))
def test_the_object_equals_the_second_reading(start: int) -> None:
    content = real_content()
    for answers, kept in dossiers(start, AT_ONCE):
        value = DossierValue(
            "Proef",
            "VR21",
            date(2026, 11, 24),
            (),
            {number: Answer(tuple(codes)) for number, codes in answers.items()},
            tuple(Kept(a, b, "") for a, b in kept),
        )
        assert outcome_object(value, content, match_models(content, value.chosen)) == expected(answers, kept)


def test_the_keys_of_a_model_stand_in_their_order() -> None:
    value = DossierValue("Proef", "VR21", date(2026, 11, 24), (), {1: Answer(("1a",))}, ())
    models = outcome_object(value, real_content(), match_models(real_content(), value.chosen))["models"]
    keys = ["slug", "rank", "hallmarks", "kenmerkend", "past", "past_niet", "mogelijk", "other", "silent"]
    assert [list(model) for model in models] == [keys] * 9


@pytest.mark.parametrize("model", booklet().models, ids=lambda model: model.slug)
@pytest.mark.parametrize("stances", [("kenmerkend",), ("kenmerkend", "past")], ids=" ".join)
def test_a_model_stands_first_on_its_own_options(model: ReadModel, stances: tuple[str, ...]) -> None:
    own = [code for code, (stance, readers) in model.traits.items() if stance in stances and readers == 2]
    assert model.slug in first_by_matching(real_content(), own)
    answers = {number: [code for code in codes if code in own] for number, codes in booklet().codes.items()}
    assert model.slug in [one["slug"] for one in expected(answers)["models"] if one["rank"] == 1]


def test_every_list_of_the_second_reading_is_filled_somewhere() -> None:
    found = [expected(answers, kept) for answers, kept in dossiers(0, DOSSIERS)]
    for name in ("hallmarks", "kenmerkend", "past", "past_niet", "mogelijk", "other", "silent"):
        assert any(model[name] for outcome in found for model in outcome["models"]), name
    for name in ("combination", "uncovered", "tensions", "open"):
        assert any(outcome[name] for outcome in found), name
    assert {outcome["clear"] for outcome in found} == {True, False}
    assert {len(outcome["combination"]) for outcome in found} == {0, 1, 2, 3}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "number"),
    [(0, 10), *(pytest.param(start, AT_ONCE, marks=pytest.mark.slow) for start in range(0, DOSSIERS, AT_ONCE))],
)
def test_the_command_prints_what_the_second_reading_expects(start: int, number: int, tmp_path: Path) -> None:
    for answers, kept in dossiers(start, number):
        file = {
            "format": "regiostaf-dossier/1",
            "title": "Proef",
            "veiligheidsregio": "VR21",
            "date": "2026-11-24",
            "choices": {str(number): {"options": codes} for number, codes in answers.items()},
            "kept": [{"a": a, "b": b} for a, b in kept],
        }
        assert json.loads(show(file_with(tmp_path, file), "--json")) == expected(answers, kept)
