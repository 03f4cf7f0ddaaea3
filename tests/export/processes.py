"""A short document, and the processes that make documents: their ids."""

from multiprocessing import forkserver
from pathlib import Path

from tests.waiting import wait_until

HTML = "<!doctype html><html lang=nl><title>Advies</title><h1>Advies</h1>"


def fork_server_pid() -> int:
    """The process id of the fork server that runs now."""
    pid = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]  # there is no public way to ask
    assert isinstance(pid, int)
    return pid


def pid_left_in(path: Path) -> int:
    """The process id of the child that runs a function of `misbehaving`, once it does."""
    assert wait_until(path.exists)
    return int(path.read_text(encoding="ascii"))
