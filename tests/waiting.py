"""Waiting for a condition instead of for the clock: a deadline here only ends what would hang."""

import os
import time
from collections.abc import Callable
from pathlib import Path

# As long as no machine needs, however busy: a test that has to wait for all of it fails.
DEADLINE = 120.0


def wait_until(condition: Callable[[], bool]) -> bool:
    """Wait until the condition holds; False when it doesn't within the deadline."""
    deadline = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def gone(pid: int) -> bool:
    """Nothing is left of a process, not even a zombie that its parent hasn't looked at."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def ended(pid: int) -> bool:
    """A process does nothing any more; that its parent hasn't looked doesn't matter."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
