"""The product says of each of the twelve dossiers what was worked out by hand; and each model is first on its own."""

import json
from pathlib import Path

import pytest

from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import parse_dossier
from checklist.domain.outcome.whole import WholeOutcome, whole_outcome
from checklist.domain.outcome.words import change_in_words, models_in_a_row, summary
from tests.commands.dossier_files import show
from tests.content import gemeenten_by_region, real_content
from tests.domain.outcome.twelve_dossiers import CASES, Case

DOSSIERS = Path(__file__).resolve().parents[2] / "data" / "uitkomst"


def dossier_of(name: str) -> DossierValue:
    """A dossier as its file is read."""
    return parse_dossier((DOSSIERS / f"{name}.json").read_bytes(), real_content(), gemeenten_by_region())


def outcome_of(name: str) -> WholeOutcome:
    """The whole outcome of a dossier."""
    return whole_outcome(real_content(), dossier_of(name).chosen)


def test_each_file_has_its_case() -> None:
    assert sorted(path.stem for path in DOSSIERS.glob("*.json")) == sorted(case.name for case in CASES)
    assert len(CASES) == 12


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
class TestOutcome:
    """Each part of the outcome of each dossier."""

    def test_it_is_said_in_three_sentences(self, case: Case) -> None:
        value, tensions = dossier_of(case.name), outcome_of(case.name).what_if.tensions
        kept = [(item.a, item.b) for item in value.kept]
        outcome = outcome_of(case.name).outcome
        assert summary(real_content(), value.chosen, outcome, tensions, kept) == case.sentences

    def test_what_turns_it(self, case: Case) -> None:
        found = {
            (effect.change.number, change_in_words(real_content(), effect.change)): models_in_a_row(
                real_content(), effect.after.first
            )
            for effect in outcome_of(case.name).turning_points.first
        }
        assert {change: found.get(change) for change in case.turning} == case.turning
        assert bool(found) == bool(case.turning)

    def test_what_to_settle_next(self, case: Case) -> None:
        following = outcome_of(case.name).next_question
        assert (following.matters_most.number if following.matters_most else None) == case.most
        assert tuple(question.number for question in following.change_nothing) == case.nothing

    def test_the_first_way_out(self, case: Case) -> None:
        found = outcome_of(case.name)
        contradictions = [tension for tension in found.what_if.tensions if tension.contradiction]
        said = [found.ways_out[tension.number][0].repair.text for tension in contradictions]
        assert said[:1] == ([case.repair] if case.repair else [])

    def test_the_room_that_is_left(self, case: Case) -> None:
        assert outcome_of(case.name).room.left == case.left

    @pytest.mark.django_db
    def test_the_command_says_it(self, case: Case) -> None:
        lines = show(DOSSIERS / f"{case.name}.json").splitlines()
        assert tuple(lines[2:5]) == case.sentences
        left = f"{case.left:,}".replace(",", ".")
        assert f"Volledige ontwerpen zonder tegenspraak die overblijven: {left} van 174.182.400" in lines


@pytest.mark.django_db
@pytest.mark.parametrize("slug", [model.slug for model in real_content().models])
def test_each_model_is_first_on_its_own_kenmerkend_options_by_the_command(tmp_path: Path, slug: str) -> None:
    content = real_content()
    model = next(model for model in content.models if model.slug == slug)
    choices: dict[str, dict[str, list[str]]] = {}
    for trait in model.traits:
        if trait.stance == "kenmerkend" and trait.counts:
            number = str(content.option_of[trait.option].question_number)
            choices.setdefault(number, {"options": []})["options"].append(trait.option)
    dossier = {
        "format": "regiostaf-dossier/1",
        "title": model.name,
        "veiligheidsregio": "VR21",
        "date": "2026-11-24",
        "choices": choices,
    }
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    outcome = json.loads(show(path, "--json"))
    assert outcome["clear"] is True
    assert [found["slug"] for found in outcome["models"] if found["rank"] == 1] == [slug]
    shown = show(path)
    assert f"1. {model.name}\n" in shown
    assert "waarom niet vooraan: staat nu vooraan" in shown
