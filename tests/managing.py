"""`manage.py` as an operator runs it: a process of its own, on a database of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def manage(database: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run `manage.py …` on the database with this address; what it printed. A test in which it doesn't end well fails
    with what it said."""
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "x" * 50,
        "VAR_DIR": os.environ["TEST_VAR_DIR"],
        "DATABASE_URL": database,
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done
