"""The object that `show_outcome --json` prints, on the example of the design and on the example dossiers."""

import json
from datetime import date
from typing import Any

import pytest

from checklist.domain.dossier import Answer, DossierValue, Kept
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.outcome.as_json import outcome_object
from checklist.domain.outcome.matching import match_models
from tests.content import EXAMPLES, gemeenten_by_region, real_content, with_switched_off


def outcome_of(dossier: DossierValue) -> dict[str, Any]:
    """The outcome on the real content."""
    return outcome_object(dossier, real_content(), match_models(real_content(), dossier.chosen))


def dossier_with(*codes: str, kept: tuple[Kept, ...] = ()) -> DossierValue:
    """A dossier with these options chosen."""
    answers = {
        question.number: Answer(tuple(option.code for option in question.options if option.code in codes))
        for question in real_content().questions
    }
    return DossierValue("Proef", "VR21", date(2026, 11, 24), (), answers, kept)


CHOSEN_IN_DESIGN = ("1a", "1d", "2a", "2b", "5b", "7a", "9a", "10c")


def test_the_example_of_the_design() -> None:
    outcome = outcome_of(dossier_with(*CHOSEN_IN_DESIGN))
    assert list(outcome) == ["clear", "models", "combination", "uncovered", "tensions", "open"]
    assert outcome["clear"] is True
    assert outcome["models"][0] == {
        "slug": "managementraad",
        "rank": 1,
        "hallmarks": ["7a", "2a"],
        "kenmerkend": ["2a", "2b", "5b", "7a"],
        "past": ["2a", "2b", "5b", "7a"],
        "past_niet": [],
        "mogelijk": ["1a"],
        "other": [],
        "silent": [9, 10],
    }
    assert outcome["combination"] == ["adoptieregeling", "managementraad"]
    assert outcome["uncovered"] == ["1a", "1d", "10c"]
    assert outcome["tensions"] == [
        {"a": "1a", "b": "2a", "severity": "aandachtspunt", "kept": False},
        {"a": "1a", "b": "10c", "severity": "aandachtspunt", "kept": False},
        {"a": "2a", "b": "2b", "severity": "aandachtspunt", "kept": False},
    ]
    assert outcome["open"] == [3, 4, 6, 8, 11, 12]


def test_a_kept_tension_that_was_switched_off_is_in_no_part_of_it() -> None:
    dossier = dossier_with(*CHOSEN_IN_DESIGN, kept=(Kept("1a", "10c", "Zo doen wij het."),))
    content, here = real_content(), {"a": "1a", "b": "10c", "severity": "aandachtspunt", "kept": True}
    off = with_switched_off(content, *(t.number for t in content.tensions if (t.a, t.b) == ("1a", "10c")))
    before, after = (outcome_object(dossier, one, match_models(one, dossier.chosen)) for one in (content, off))
    assert here in before["tensions"]
    assert after == before | {"tensions": [tension for tension in before["tensions"] if tension != here]}


def test_all_nine_models_are_in_it_once() -> None:
    slugs = [model["slug"] for model in outcome_of(dossier_with(*CHOSEN_IN_DESIGN))["models"]]
    assert sorted(slugs) == sorted(model.slug for model in real_content().models)


def test_a_kept_tension_says_so() -> None:
    outcome = outcome_of(dossier_with(*CHOSEN_IN_DESIGN, kept=(Kept("1a", "10c", "Zo doen wij het."),)))
    assert [(tension["b"], tension["kept"]) for tension in outcome["tensions"]] == [
        ("2a", False),
        ("10c", True),
        ("2b", False),
    ]


def test_it_can_be_written_as_json() -> None:
    outcome = outcome_of(dossier_with(*CHOSEN_IN_DESIGN))
    assert json.loads(json.dumps(outcome)) == outcome


@pytest.mark.parametrize(
    ("name", "first", "tensions", "kept", "still_open"),
    [
        ("leeg", None, 0, 0, list(range(1, 13))),
        ("half", "veiligheidsmanager", 3, 1, [1, 3, 4, 5, 10, 12]),
        ("vol", "managementraad", 7, 5, []),
    ],
)
def test_the_example_dossiers(name: str, first: str | None, tensions: int, kept: int, still_open: list[int]) -> None:
    raw = (EXAMPLES / f"{name}.json").read_bytes()
    outcome = outcome_of(parse_dossier(raw, real_content(), gemeenten_by_region()))
    assert (outcome["models"][0]["slug"] if outcome["clear"] else None) == first
    assert len(outcome["tensions"]) == tensions
    assert sum(tension["kept"] for tension in outcome["tensions"]) == kept
    assert outcome["open"] == still_open
