"""`show_outcome`: the outcome of a dossier file, as an object and in words."""

import json
from pathlib import Path

import pytest

from checklist.models import Option, Repair, Tension
from tests.commands.dossier_files import DESIGN, file_with, show
from tests.content import EXAMPLE_NAMES, EXAMPLES
from tests.domain.outcome.test_as_json import CHOSEN_IN_DESIGN, dossier_with, outcome_of
from tests.frozen import frozen, sample, snapshot

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


def test_show_outcome_takes_a_snapshot_of_a_settled_voorstel(tmp_path: Path) -> None:
    settled = tmp_path / "regiostaf-advies.json"
    settled.write_bytes(snapshot(frozen(sample())))

    assert show(settled) == show(EXAMPLES / "vol-voorstel.json")


def test_show_outcome_of_an_empty_dossier_says_that_no_model_is_clear() -> None:
    shown = show(EXAMPLES / "leeg.json")
    assert "Geen duidelijk model" in shown
    assert "Combinatie die het meest van de keuzes dekt: geen" in shown


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_both_forms_work_for_the_example_dossiers(name: str) -> None:
    assert show(EXAMPLES / f"{name}.json").count("het boekje zwijgt") == 9
    assert len(json.loads(show(EXAMPLES / f"{name}.json", "--json"))["models"]) == 9


CLASHING = DESIGN | {"choices": {"1": {"options": ["1a"]}, "2": {"options": ["2a", "2c"]}, "5": {"options": ["5a"]}}}


def test_tensions_stand_in_the_order_of_their_number_also_one_that_the_redactie_added(tmp_path: Path) -> None:
    options = Option.objects.in_bulk(field_name="code")
    Tension.objects.create(
        number=1001, option_a=options["1a"], option_b=options["2c"], severity="aandachtspunt", readers=1
    )
    path = file_with(tmp_path, CLASHING)
    pairs = [(one["a"], one["b"]) for one in json.loads(show(path, "--json"))["tensions"]]
    assert pairs == [("2a", "5a"), ("2c", "5a"), ("1a", "2a"), ("1a", "2c")]
    said = [line for line in show(path).splitlines() if " met " in line and line.startswith(("Tegen", "Aandacht"))]
    assert said == [
        "Tegenstrijdig: 2a met 5a",
        "Tegenstrijdig: 2c met 5a",
        "Aandachtspunt: 1a met 2a",
        "Aandachtspunt: 1a met 2c",
    ]


def test_each_tension_is_followed_by_its_ways_out_in_words(tmp_path: Path) -> None:
    lines = show(file_with(tmp_path, CLASHING)).splitlines()
    at = lines.index("Tegenstrijdig: 2a met 5a")
    assert lines[at + 1 : at + 3] == [
        "   herstel: Kies een vaste lijn met het bestuur van de veiligheidsregio.",
        "   herstel: Laat de regiostaf alleen de gemeenten adviseren, niet het bestuur.",
    ]


def test_a_way_out_says_what_comes_of_it(tmp_path: Path) -> None:
    Repair.objects.filter(tension__number=7, number=2).update(adds="2c 7d", text="Doe het anders.")
    option = Option.objects.get(code="5a")
    line = f"   herstel: Doe het anders. (botst dan met ‘{option.brief}’ (vraag 5, Veiligheidsregio))"
    assert line in show(file_with(tmp_path, CLASHING)).splitlines()
