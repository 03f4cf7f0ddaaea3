"""LibreOffice, to open the files that we write for it. A test needs it: without it the test fails."""

import subprocess
from pathlib import Path

_SECONDS = 120
# It needs no Java for what we ask, and says so each time that there is none.
_OF_NO_MATTER = "failed to launch javaldx"


def converted(file: Path, form: str, folder: Path) -> Path:
    """Let LibreOffice open a file and write it in another form ('pdf') in a folder of the test; some 3 s.

    Fails when LibreOffice is missing, doesn't end, or has anything to say but that it converted the file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    profile = (folder / "profile").absolute().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", form]
    outcome = subprocess.run(
        [*command, "--outdir", str(folder), str(file)], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    said = [line for line in outcome.stderr.splitlines() if line.strip() and _OF_NO_MATTER not in line]
    assert (outcome.returncode, said) == (0, [])
    written = folder / f"{file.stem}.{form}"
    assert outcome.stdout.strip().startswith(f"convert {file}"), outcome.stdout
    assert written.is_file()
    return written
