"""`show_outcome`: the outcome of a dossier file, as an object and in words."""

import json
from pathlib import Path

import pytest

from tests.commands.dossier_files import DESIGN, file_with, show
from tests.content import EXAMPLE_NAMES, EXAMPLES
from tests.domain.outcome.test_as_json import CHOSEN_IN_DESIGN, dossier_with, outcome_of

pytestmark = pytest.mark.django_db


def test_show_outcome_prints_the_object_of_the_design(tmp_path: Path) -> None:
    printed = json.loads(show(file_with(tmp_path, DESIGN), "--json"))
    assert printed == outcome_of(dossier_with(*CHOSEN_IN_DESIGN))


def test_show_outcome_says_the_same_in_words(tmp_path: Path) -> None:
    value = DESIGN | {"kept": [{"a": "2a", "b": "2b"}]}
    lines = show(file_with(tmp_path, value)).splitlines()
    assert lines[0] == "Regiostaf Brabant-Noord"
    assert "1. Managementraad bij de veiligheidsregio (regiostaf)" in lines
    assert "   hoofdkenmerken: 7a 2a; past: 2a 2b 5b 7a" in lines
    assert "   past niet: geen; mogelijk: 1a" in lines
    assert "   het boekje noemt iets anders bij vraag: geen" in lines
    assert "   het boekje zwijgt over vraag: 9 10" in lines
    assert "Niet in een voorbeeld: 1a 1d 10c" in lines
    assert "Aandachtspunt: 1a met 2a" in lines
    assert "Aandachtspunt: 2a met 2b, bewuste keuze" in lines
    assert lines[-1].startswith("Nog niet bepaald: 3 Colleges, 4 Raden, 6 Werkterrein")


def test_show_outcome_of_an_empty_dossier_says_that_no_model_is_clear() -> None:
    shown = show(EXAMPLES / "leeg.json")
    assert "Geen duidelijk model" in shown
    assert "Combinatie die het meest van de keuzes dekt: geen" in shown


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_both_forms_work_for_the_example_dossiers(name: str) -> None:
    assert show(EXAMPLES / f"{name}.json").count("het boekje zwijgt") == 9
    assert len(json.loads(show(EXAMPLES / f"{name}.json", "--json"))["models"]) == 9
