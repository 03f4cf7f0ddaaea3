"""A file that a command can't read: exit code 2 and one line that says why."""

from pathlib import Path

import pytest

from tests.commands.dossier_files import REFUSED, file_with, refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_gives_exit_code_2_and_one_line(tmp_path: Path, name: str) -> None:
    raw, message = REFUSED[name]
    assert refusal("show_outcome", file_with(tmp_path, raw)) == message
    assert refusal("show_outcome", file_with(tmp_path, raw), "--json") == message


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("weg.json", "bestand of map bestaat niet"),
        ("map", "het is een map"),
        ("bestand/weg.json", "een deel van het pad is geen map"),
        ("x" * 300, "File name too long"),
    ],
)
def test_a_file_that_cannot_be_read_gives_exit_code_2_and_the_reason(tmp_path: Path, path: str, reason: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").touch()
    assert refusal("show_outcome", tmp_path / path) == f"Kan {tmp_path / path} niet lezen: {reason}."


def test_a_name_with_a_line_end_still_gives_one_line(tmp_path: Path) -> None:
    assert refusal("show_outcome", tmp_path / "weg\nmap.json").splitlines()[1:] == []
