"""The two commands that read a dossier file: what they print and write, and how they refuse."""

import json
import os
import stat
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from checklist import files
from checklist.export.pdf import RenderBusy, RenderCrashed, RenderTimeout, RenderTooLarge
from checklist.management.commands import render_advies
from tests.content import EXAMPLE_NAMES, EXAMPLES, FIXTURES
from tests.domain.outcome.test_as_json import CHOSEN_IN_DESIGN, dossier_with, outcome_of
from tests.waiting import DEADLINE

pytestmark = pytest.mark.django_db

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
    "te groot": (b" " * 3_000_000, "Fout bij bestand: het is groter dan 2 MB."),
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


@pytest.fixture
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF that takes no time; the real one is rendered in the tests of the renderer."""
    monkeypatch.setattr(render_advies, "advies_pdf", lambda advies: f"%PDF {advies.title}".encode())


def test_show_outcome_prints_the_object_of_the_design(tmp_path: Path) -> None:
    printed = json.loads(show(file_with(tmp_path, DESIGN), "--json"))
    assert printed == outcome_of(dossier_with(*CHOSEN_IN_DESIGN))


def test_show_outcome_says_the_same_in_words(tmp_path: Path) -> None:
    value = DESIGN | {"kept": [{"a": "2a", "b": "2b"}]}
    lines = show(file_with(tmp_path, value)).splitlines()
    assert lines[0] == "Regiostaf Brabant-Noord"
    assert "1. Managementraad bij de veiligheidsregio (regiostaf)" in lines
    assert "   hoofdkenmerken: 7a 2a; past: 1d 2a 2b 5b 7a" in lines
    assert "   past niet: geen; mogelijk: 1a" in lines
    assert "   het boekje zwijgt over vraag: 9 10" in lines
    assert "Niet in een voorbeeld: 1a 10c" in lines
    assert "Aandachtspunt: 1a met 2a" in lines
    assert "Aandachtspunt: 2a met 2b, bewuste afwijking" in lines
    assert lines[-1].startswith("Nog niet bepaald: 3 Colleges, 4 Raden, 6 Werkterrein")


def test_show_outcome_of_an_empty_dossier_says_that_no_model_is_clear() -> None:
    shown = show(EXAMPLES / "leeg.json")
    assert "Geen duidelijk model" in shown
    assert "Combinatie die het meest van de keuzes dekt: geen" in shown


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_both_forms_work_for_the_example_dossiers(name: str) -> None:
    assert show(EXAMPLES / f"{name}.json").count("het boekje zwijgt") == 9
    assert len(json.loads(show(EXAMPLES / f"{name}.json", "--json"))["models"]) == 9


@pytest.mark.usefixtures("quick_pdf")
def test_render_advies_writes_the_pdf_and_says_so(tmp_path: Path) -> None:
    out, output = StringIO(), tmp_path / "advies.pdf"
    call_command("render_advies", str(file_with(tmp_path, DESIGN)), output=output, stdout=out)
    assert output.read_bytes() == b"%PDF Regiostaf Brabant-Noord"
    assert out.getvalue() == f"{output}: 28 bytes.\n"


@pytest.mark.usefixtures("quick_pdf")
def test_render_advies_replaces_what_was_there(tmp_path: Path) -> None:
    output = tmp_path / "advies.pdf"
    output.write_bytes(b"x" * 1000)
    call_command("render_advies", str(file_with(tmp_path, DESIGN)), output=output, stdout=StringIO())
    assert output.read_bytes() == b"%PDF Regiostaf Brabant-Noord"


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_gives_exit_code_2_and_one_line(tmp_path: Path, name: str) -> None:
    raw, message = REFUSED[name]
    assert refusal("show_outcome", file_with(tmp_path, raw)) == message
    assert refusal("show_outcome", file_with(tmp_path, raw), "--json") == message


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.usefixtures("quick_pdf")
def test_a_refused_file_leaves_the_output_as_it_was(tmp_path: Path, name: str) -> None:
    raw, message = REFUSED[name]
    output = tmp_path / "advies.pdf"
    output.write_bytes(b"de vorige")
    assert refusal("render_advies", file_with(tmp_path, raw), "--output", output) == message
    assert output.read_bytes() == b"de vorige"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["advies.pdf", "dossier.json"]


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


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("weg/advies.pdf", "bestand of map bestaat niet"),
        ("map", "het is een map"),
        ("dossier.json/advies.pdf", "een deel van het pad is geen map"),
    ],
)
@pytest.mark.usefixtures("quick_pdf")
def test_an_output_that_cannot_be_written_gives_exit_code_2_and_leaves_nothing(
    tmp_path: Path, path: str, reason: str
) -> None:
    (tmp_path / "map").mkdir()
    message = refusal("render_advies", file_with(tmp_path, DESIGN), "--output", tmp_path / path)
    assert message == f"Kan {tmp_path / path} niet schrijven: {reason}."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier.json", "map"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RenderBusy("2 slots"), "er worden al andere adviezen gemaakt, probeer het straks opnieuw"),
        (RenderTimeout("30 s"), "het duurde te lang"),
        (RenderTooLarge("1 GB"), "er was te veel geheugen nodig"),
        (RenderCrashed("Traceback\n"), "het programma dat hem maakt, liep vast"),
    ],
)
def test_a_pdf_that_cannot_be_made_gives_exit_code_1_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def fail(_advies: object) -> bytes:
        raise error

    monkeypatch.setattr(render_advies, "advies_pdf", fail)
    with pytest.raises(CommandError) as caught:
        call_command("render_advies", str(file_with(tmp_path, DESIGN)), output=tmp_path / "advies.pdf")
    assert (caught.value.returncode, str(caught.value)) == (1, f"De PDF kon niet worden gemaakt: {reason}.")
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.json"]


def test_a_write_that_fails_halfway_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_from: Path, _to: Path) -> None:
        raise OSError(28, "No space left on device")

    output = tmp_path / "advies.pdf"
    output.write_bytes(b"de vorige")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CommandError, match="niet schrijven: de schijf is vol"):
        files.write_whole(output, b"nieuw")
    assert output.read_bytes() == b"de vorige"
    assert list(tmp_path.iterdir()) == [output]


def test_a_written_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "gewoon").touch()
    files.write_whole(tmp_path / "advies.pdf", b"x")
    assert (tmp_path / "advies.pdf").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


def test_a_file_is_on_the_disk_before_it_gets_its_name_and_then_its_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def sync(opened: int) -> None:
        done.append("directory" if stat.S_ISDIR(os.fstat(opened).st_mode) else "content")
        fsync(opened)

    def name(unfinished: Path, path: Path) -> Path:
        done.append("name")
        return replace(unfinished, path)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", name)
    files.write_whole(tmp_path / "advies.pdf", b"x")
    assert done == ["content", "name", "directory"]


# As a user runs them


def run(tmp_path: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """A command in a process of its own, with the product's settings on the content of this test run."""
    if connection.vendor == "sqlite":
        url = f"sqlite:///{connection.settings_dict['NAME']}"
    else:
        url = f"{os.environ['TEST_DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": url,
        "SECRET_KEY": "x" * 50,
        "VAR_DIR": str(tmp_path / "var"),
        "LC_ALL": "C",
    }
    return subprocess.run(
        [sys.executable, str(FIXTURES.parent / "manage.py"), *map(str, arguments)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=DEADLINE,
        check=False,
    )


@pytest.mark.parametrize("name", ["geen json", "te diep", "te groot getal"])
def test_a_refused_file_ends_the_process_with_2_and_one_line_on_stderr(tmp_path: Path, name: str) -> None:
    raw, message = REFUSED[name]
    done = run(tmp_path, "show_outcome", file_with(tmp_path, raw), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"CommandError: {message}\n"


def test_the_outcome_goes_to_stdout_and_nothing_to_stderr(tmp_path: Path) -> None:
    value = DESIGN | {"title": "Régiostaf → 😀"}
    done = run(tmp_path, "show_outcome", file_with(tmp_path, value))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Régiostaf → 😀\n")
    assert json.loads(run(tmp_path, "show_outcome", file_with(tmp_path, value), "--json").stdout)["clear"] is True


@pytest.mark.slow
def test_a_real_pdf_is_written_by_a_process_of_its_own(tmp_path: Path) -> None:
    done = run(tmp_path, "render_advies", EXAMPLES / "vol.json", "--output", "advies.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "advies.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert done.stdout == f"advies.pdf: {(tmp_path / 'advies.pdf').stat().st_size} bytes.\n"


def test_a_refused_file_makes_no_pdf_in_a_process_of_its_own(tmp_path: Path) -> None:
    done = run(tmp_path, "render_advies", file_with(tmp_path, b"{}"), "--output", "advies.pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "CommandError: Fout bij bestand: format ontbreekt.\n"
    assert not (tmp_path / "advies.pdf").exists()
