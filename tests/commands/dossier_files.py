"""Dossier files for the commands, good and refused, and what the commands say of them."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

DESIGN = {
    "format": "regiostaf-dossier/1",
    "title": "Regiostaf Brabant-Noord",
    "veiligheidsregio": "VR21",
    "date": "2026-11-24",
    "choices": {
        "1": {"options": ["1a", "1d"]},
        "2": {"options": ["2a", "2b"]},
        "5": {"options": ["5b"]},
        "7": {"options": ["7a"]},
        "9": {"options": ["9a"]},
        "10": {"options": ["10c"]},
    },
}


REFUSED = {
    "geen json": (b"%PDF-1.7", "Fout bij regel 1, teken 1: dit is geen dossierbestand, of het is beschadigd."),
    "geen object": (b"[]", "Fout bij bestand: hier moet een object staan."),
    "leeg": (b"", "Fout bij regel 1, teken 1: dit is geen dossierbestand, of het is beschadigd."),
    "te diep": (b"[" * 1_000, "Fout bij bestand: het is te diep genest."),
    "te groot getal": (b"9" * 5_000, "Fout bij bestand: er staat een getal in dat te groot is."),
    "te groot": (b" " * 3_000_001, "Fout bij bestand: het is groter dan 3 MB."),
    "geen utf-8": (b"\xff\xfe", "Fout bij bestand: het is geen UTF-8."),
    "onbekende regio": (
        json.dumps(DESIGN | {"veiligheidsregio": "VR26"}).encode(),
        "Fout bij veiligheidsregio: er is geen veiligheidsregio 'VR26'.",
    ),
    "onbekende optie": (
        json.dumps(DESIGN | {"choices": {"1": {"options": ["1e"]}}}).encode(),
        "Fout bij vraag 1: er is geen optie '1e'.",
    ),
}


def file_with(tmp_path: Path, value: Any) -> Path:
    """A dossier file with this value, or with these bytes."""
    path = tmp_path / "dossier.json"
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return path


def show(*arguments: object) -> str:
    """What show_outcome prints."""
    out = StringIO()
    call_command("show_outcome", *map(str, arguments), stdout=out)
    return out.getvalue()


def refusal(command: str, *arguments: object) -> str:
    """The message with which a command stops with exit code 2."""
    with pytest.raises(CommandError) as caught:
        call_command(command, *map(str, arguments), stdout=StringIO())
    assert caught.value.returncode == 2
    return str(caught.value)
