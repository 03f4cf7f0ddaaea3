"""Functions for the worker to run. The argument of some is a file in which they leave their process id."""

import ctypes
import os
import signal
import sys
import time
from pathlib import Path


def echo(text: str) -> bytes:
    return text.encode()


def loaded_modules(_: str) -> bytes:
    return "\n".join(sys.modules).encode()


def open_files(_: str) -> bytes:
    """The files that this process has open."""
    names = [str(entry.readlink()) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    return "\n".join(names).encode()


def raise_error(_: str) -> bytes:
    raise ValueError("kapot")


def hang(pid_file: str) -> bytes:
    """Longer than any limit in a test."""
    _leave_pid(pid_file)
    time.sleep(600)
    return b""


def hang_deaf(pid_file: str) -> bytes:
    """No signal but SIGKILL gets through."""
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    return hang(pid_file)


def spin(pid_file: str) -> bytes:
    """Nothing but processor time."""
    _leave_pid(pid_file)
    while True:
        pass


def nap(seconds: str) -> bytes:
    """Longer by the clock than by the processor."""
    time.sleep(float(seconds))
    return b"woken"


def eat_memory(pid_file: str) -> bytes:
    _leave_pid(pid_file)
    eaten = []
    while True:
        eaten.append(bytes(8 * 1024**2))


def exit_at_once(pid_file: str) -> bytes:
    _leave_pid(pid_file)
    os._exit(3)


def segfault(pid_file: str) -> bytes:
    _leave_pid(pid_file)
    return bytes(ctypes.string_at(0))


def _leave_pid(pid_file: str) -> None:
    """Whoever finds the file finds the whole number in it."""
    unfinished = Path(f"{pid_file}.unfinished")
    unfinished.write_text(str(os.getpid()), encoding="ascii")
    unfinished.rename(pid_file)
