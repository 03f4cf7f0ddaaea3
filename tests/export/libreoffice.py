"""LibreOffice, to open the files that we write for it. A test needs it: without it the test fails."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 300
# It needs no Java for what we ask, and says so each time that there is none.
_OF_NO_MATTER = "failed to launch javaldx"


def converted(file: Path, form: str, folder: Path) -> Path:
    """Let LibreOffice open a file and write it in another form ('pdf') in a folder of the test; some 3 s. Fails as
    `all_converted` does."""
    return all_converted([file], form, folder)[0]


def all_converted(files: Sequence[Path], form: str, folder: Path) -> list[Path]:
    """Let LibreOffice open files, one after the other, and write each in another form in a folder of the test; some
    2 s, and one more for each.

    Fails when LibreOffice is missing, doesn't end, or has anything to say but that it converted each file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    profile = (folder / "profile").absolute().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", form]
    outcome = subprocess.run(
        [*command, "--outdir", folder, *files], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    said = [line for line in outcome.stderr.splitlines() if line.strip() and _OF_NO_MATTER not in line]
    assert (outcome.returncode, said) == (0, [])
    told = [line.split(" -> ")[0] for line in outcome.stdout.splitlines() if line.strip()]
    assert sorted(told) == sorted(f"convert {file}" for file in files)
    written = [folder / f"{file.stem}.{form}" for file in files]
    assert [file for file in written if not file.is_file()] == []
    return written
