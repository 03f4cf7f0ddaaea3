"""`compare_dossiers`: what differs between two dossier files, in words."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.commands.dossier_files import DESIGN, REFUSED, file_with, refusal
from tests.content import EXAMPLES

pytestmark = pytest.mark.django_db


def compare(first: Path, second: Path) -> list[str]:
    out = StringIO()
    call_command("compare_dossiers", str(first), str(second), stdout=out)
    return out.getvalue().splitlines()


def test_it_tells_what_differs_and_what_that_does(tmp_path: Path) -> None:
    other = {"title": "Anders", "choices": DESIGN["choices"] | {"5": {"options": ["5a"], "motivation": "Eerst\nzo."}}}  # type: ignore[operator]  # a file as JSON
    (tmp_path / "b").mkdir()
    lines = compare(file_with(tmp_path, DESIGN), file_with(tmp_path / "b", DESIGN | other))
    assert lines[:2] == ["A: Regiostaf Brabant-Noord", "B: Anders"]
    at = lines.index("5. Welke band heeft de regiostaf met de veiligheidsregio?")
    assert lines[at + 1 : at + 6] == [
        "   A: Vaste lijn met bestuur",
        "   B: Geen directe relatie",
        "   Motivering",
        "      A: niets",
        "      B: Eerst zo.",
    ]
    assert any(line.startswith("   nieuw in B: ‘advies aan het bestuur’ (vraag 2) en") for line in lines)


@pytest.mark.parametrize("name", ["leeg", "half", "vol", "vol-voorstel"])
def test_a_file_beside_itself_is_the_same(name: str) -> None:
    path = EXAMPLES / f"{name}.json"
    assert compare(path, path)[-1] == "A en B zijn gelijk."


@pytest.mark.parametrize("name", ["geen json", "onbekende optie"])
def test_a_file_that_is_refused_says_why(tmp_path: Path, name: str) -> None:
    content, said = REFUSED[name]
    assert refusal("compare_dossiers", EXAMPLES / "vol.json", file_with(tmp_path, content)) == said
