"""The commands as a user runs them, in a process of their own: exit codes and streams."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.commands.dossier_files import DESIGN, REFUSED, file_with
from tests.content import EXAMPLES, FIXTURES
from tests.waiting import DEADLINE

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


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
