"""What an operator reads of what is settled, and the exit code."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from checklist.domain.settled.value import SettledFileKind
from checklist.models import AdviesFile
from checklist.settled_triggers import triggers_of
from tests.refusals.triggers import drop
from tests.settled import add_files, offered_with_files, settle
from tests.verifying.damage import flipped, head, undone, write

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def lines(*arguments: str) -> list[str]:
    """What the command prints when nothing is wrong."""
    out = StringIO()
    call_command("verify_adviezen", *arguments, stdout=out)
    return out.getvalue().splitlines()


def faulty_lines(*arguments: str) -> tuple[list[str], CommandError]:
    """What it prints when something is, and how it ends."""
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("verify_adviezen", *arguments, stdout=out)
    return out.getvalue().splitlines(), error.value


def test_nothing_is_settled() -> None:
    assert lines() == ["Nog niets vastgesteld."]


def test_all_is_as_it_was_recorded() -> None:
    offered_with_files()
    add_files(settle().acts.get(), {SettledFileKind.PDF: b"x" * 3_400_000})
    assert lines() == [
        f"Ketting: 6 schakels, sluit aan. Laatste: {head()}",
        "Voorstellen 2 · bestanden 5 (3,4 MB) · weigeringen van de database 12 van 12",
    ]


def test_a_fault_is_a_line_and_an_exit_code() -> None:
    drop()
    advies = offered_with_files(code="7K2M9QXR4TBD")
    file = AdviesFile.objects.get(act__advies=advies, act__number=2, kind="pdf")
    with undone():
        write(file, content=flipped(file.content, 0))
        found, error = faulty_lines()
    (fault,) = [line for line in found if line.startswith("FOUT 7K2M-9QXR-4TBD versie 1, ")]
    assert fault.startswith("FOUT 7K2M-9QXR-4TBD versie 1, handeling 2 aangeboden, pdf: niet hetzelfde bestand (")
    assert error.returncode == 1


def test_refusals_that_the_database_has_not_are_named() -> None:
    drop()
    found, error = faulty_lines()
    names = [trigger.name for trigger in triggers_of(connection.vendor)]
    assert found == ["Nog niets vastgesteld.", *(f"FOUT weigering {name}: ontbreekt" for name in names)]
    assert str(error) == "12 fouten gevonden."


def test_a_refusal_that_says_something_else_is_named() -> None:
    changed = triggers_of(connection.vendor)[0]
    other = changed.statement.replace("wijzigen kan niet", "wijzigen mag")
    with connection.cursor() as cursor:
        on = f" ON {changed.table}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {changed.name}{on}")
        cursor.execute(other)
    found, error = faulty_lines()
    assert found[1:] == [f"FOUT weigering {changed.name}: is veranderd"]
    assert str(error) == "1 fout gevonden."


def test_a_head_that_was_noted_is_looked_for() -> None:
    offered_with_files()
    noted = str(head())
    settle()
    assert lines("--head", noted) == lines()
    found, _ = faulty_lines("--head", f"9:{'0' * 64}")
    assert found[2:] == ["FOUT schakel 9: is er niet meer, maar is wel genoteerd"]


def test_a_head_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="een schakel is een nummer, een dubbele punt en 64 tekens"):
        lines("--head", "812")


def test_as_json_a_program_reads_the_same() -> None:
    drop()
    offered_with_files()
    (found,), _ = faulty_lines("--json")
    told: dict[str, Any] = json.loads(found)
    assert told.pop("file_bytes") > 0
    assert [fault["what"] for fault in told.pop("faults")] == ["ontbreekt"] * 12
    assert told == {
        "records": 4,
        "head": str(head()),
        "versions": 1,
        "destroyed": 0,
        "acts": 2,
        "files": 4,
        "refusals": {"in_place": 0, "all": 12},
    }
