"""At most so many renderings at a time, and so many waiting for one, over all processes of the server.

A slot is a lock on a file, so the kernel frees it when its holder dies; the files hold nothing and stay.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from checklist.export.process.errors import RenderBusy
from checklist.export.process.limits import RenderLimits

_PAUSE_SECONDS = 0.05


@contextmanager
def slot(limits: RenderLimits) -> Iterator[None]:
    """Hold a slot for the block; `RenderBusy` when none comes free within `limits.wait_seconds`, and at once when
    `limits.waiting` others wait already: whoever waits keeps a thread of the server from serving others."""
    limits.slots_directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = _free_lock(limits, "slot", limits.slots) or _wait_for_slot(limits)
    try:
        yield
    finally:
        lock.release()


def _wait_for_slot(limits: RenderLimits) -> FileLock:
    place = _free_lock(limits, "waiting", limits.waiting)
    if place is None:
        raise RenderBusy(f"all {limits.slots} slots are taken and {limits.waiting} wait already")
    try:
        deadline = time.monotonic() + limits.wait_seconds
        while time.monotonic() < deadline:
            lock = _free_lock(limits, "slot", limits.slots)
            if lock:
                return lock
            time.sleep(_PAUSE_SECONDS)
    finally:
        place.release()
    raise RenderBusy(f"all {limits.slots} slots stayed taken for {limits.wait_seconds} s")


def _free_lock(limits: RenderLimits, name: str, count: int) -> FileLock | None:
    """Take one of so many locks with this name; None when all are taken."""
    for number in range(count):
        lock = FileLock(limits.slots_directory / f"{name}-{number}.lock")
        try:
            lock.acquire(blocking=False)
        except Timeout:
            continue
        return lock
    return None
