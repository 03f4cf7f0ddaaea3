"""Bringing in the vendored parts again: a product that runs meanwhile never misses a file."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VENDORED = ("static/vendor", "static/pdf/fonts")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The script with the files it replaces, and an npm of ours first in the way."""
    for folder in VENDORED:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "script").mkdir()
    shutil.copy(ROOT / "script" / "vendor", tmp_path / "script")
    return tmp_path


def files(project: Path) -> dict[Path, bytes]:
    """Every file of the project but the tools, with what is in it."""
    found = {path.relative_to(project): path for path in project.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name.parts[0] != "bin"}


def vendor(project: Path, npm: str) -> subprocess.CompletedProcess[str]:
    """Run the script with this for npm."""
    (project / "bin").mkdir()
    (project / "bin" / "npm").write_text(f"#!/bin/sh\n{npm}\n")
    (project / "bin" / "npm").chmod(0o755)
    return subprocess.run(
        [str(project / "script" / "vendor")],
        env={**os.environ, "PATH": f"{project / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_fetch_that_fails_changes_nothing(project: Path) -> None:
    before = files(project)
    result = vendor(project, "exit 1")
    assert result.returncode == 1
    assert result.stderr.startswith("script/vendor: ")
    assert files(project) == before


PACKAGE_WITH_ALL = """
folder=$(mktemp -d)
mkdir -p "$folder/package/dist" "$folder/package/files" "$folder/package/TTF" "$folder/package/icons/outline"
cd "$folder/package"
echo Licence >LICENSE
echo Licence >LICENSE_FONT
for name in 400Regular 700Bold; do mkdir "$name"; echo font >"$name/NotoSansHebrew_$name.ttf"; done
echo 'a { color: var(--one); }' >dist/index.css
echo '  --one: red;' >dist/theme.css
echo '{"latin": "U+0041", "latin-ext": "U+0100"}' >unicode.json
for name in latin latin-ext; do echo font >"files/source-sans-3-$name-wght-normal.woff2"; done
for name in Regular Semibold Bold It; do echo font >"TTF/SourceSans3-$name.ttf"; done
for name in ICONS; do echo '<svg class="x"></svg>' >"icons/outline/$name.svg"; done
tar -czf "$5/made-$$.tgz" -C "$folder" package
rm -r "$folder"
# Until all are there, the old files stay.
test "$(wc -c <'FONT')" -gt 100000 || exit 1
echo "made-$$.tgz"
"""


@pytest.mark.slow
def test_files_are_replaced_when_all_are_there_and_old_ones_go(project: Path) -> None:
    names = set(files(project))
    (project / "static/vendor/tabler/gone.svg").write_text("<svg/>")
    icons = " ".join(path.stem for path in (project / "static/vendor/tabler").glob("*.svg"))
    font = project / "static/pdf/fonts/SourceSans3-Regular.ttf"
    result = vendor(project, PACKAGE_WITH_ALL.replace("ICONS", icons).replace("'FONT'", f"'{font}'"))
    assert result.stderr == ""
    assert set(files(project)) == names
    assert font.read_text() == "font\n"
