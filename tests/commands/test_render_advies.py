"""`render_advies`: the PDF of a dossier file, or nothing at all; a file is written whole."""

import os
import stat
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from checklist import files
from checklist.domain.advies.file_form import FileForm
from checklist.domain.advies.reading import Reading
from checklist.export.pdf import RenderBusy, RenderCrashed, RenderTimeout, RenderTooLarge
from checklist.management.commands import render_advies
from tests.commands.dossier_files import DESIGN, REFUSED, file_with, refusal
from tests.frozen import frozen, sample, snapshot

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("quick_pdf")
def test_render_advies_writes_the_pdf_and_says_so(tmp_path: Path) -> None:
    out, output = StringIO(), tmp_path / "advies.pdf"
    call_command("render_advies", str(file_with(tmp_path, DESIGN)), output=output, stdout=out)
    assert output.read_bytes() == b"%PDF Regiostaf Brabant-Noord"
    assert out.getvalue() == f"{output}: 28 bytes.\n"


@pytest.mark.usefixtures("quick_pdf")
def test_render_advies_takes_a_snapshot_of_a_settled_voorstel(tmp_path: Path) -> None:
    settled, output = tmp_path / "regiostaf-advies.json", tmp_path / "advies.pdf"
    settled.write_bytes(snapshot(frozen(sample())))

    call_command("render_advies", str(settled), output=output, stdout=StringIO())

    assert output.read_bytes() == f"%PDF {sample().title}".encode()


@pytest.mark.usefixtures("quick_pdf")
def test_render_advies_replaces_what_was_there(tmp_path: Path) -> None:
    output = tmp_path / "advies.pdf"
    output.write_bytes(b"x" * 1000)
    call_command("render_advies", str(file_with(tmp_path, DESIGN)), output=output, stdout=StringIO())
    assert output.read_bytes() == b"%PDF Regiostaf Brabant-Noord"


@pytest.mark.parametrize(
    ("name", "asked", "reason"),
    [
        ("voorstel.doc", [], "doc kan niet, alleen pdf, docx, odt, html, json."),
        ("voorstel.html", ["--format", "pdf"], "de naam zegt html, --format zegt pdf."),
    ],
)
def test_a_name_of_another_form_is_refused(tmp_path: Path, name: str, asked: list[str], reason: str) -> None:
    output = tmp_path / name
    message = refusal("render_advies", file_with(tmp_path, DESIGN), "--output", output, *asked)
    assert message == f"Fout bij {name}: {reason}"
    assert not output.exists()


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("form", [form for form in FileForm if form != FileForm.PDF])
@pytest.mark.parametrize("by_name", [True, False])
def test_render_advies_writes_each_document_in_each_form(
    tmp_path: Path, reading: Reading, form: FileForm, by_name: bool
) -> None:
    output = tmp_path / (f"document.{form}" if by_name else "document")
    asked = [] if by_name else ["--format", form]
    design = str(file_with(tmp_path, DESIGN))
    call_command("render_advies", design, "--output", str(output), "--reading", reading, *asked, stdout=StringIO())
    assert output.read_bytes()


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
        (RenderCrashed("Traceback\n"), "het programma dat de PDF maakt, liep vast"),
    ],
)
def test_a_pdf_that_cannot_be_made_gives_exit_code_1_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(render_advies, "advies_file", fail)
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
