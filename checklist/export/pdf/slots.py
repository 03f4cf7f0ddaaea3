"""At most so many renderings at a time, over all processes of the server.

A slot is a lock on a file, so the kernel frees it when its holder dies; the files hold nothing and stay.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from checklist.export.pdf.errors import RenderBusy
from checklist.export.pdf.limits import RenderLimits

_PAUSE_SECONDS = 0.05


@contextmanager
def slot(limits: RenderLimits) -> Iterator[None]:
    """Hold a slot for the block; `RenderBusy` when none comes free within `limits.wait_seconds`."""
    lock = _wait_for_lock(limits)
    try:
        yield
    finally:
        lock.release()


def _wait_for_lock(limits: RenderLimits) -> FileLock:
    limits.slots_directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    locks = [FileLock(limits.slots_directory / f"slot-{number}.lock") for number in range(limits.slots)]
    deadline = time.monotonic() + limits.wait_seconds
    while True:
        for lock in locks:
            try:
                lock.acquire(blocking=False)
            except Timeout:
                continue
            return lock
        if time.monotonic() >= deadline:
            raise RenderBusy(f"all {limits.slots} slots stayed taken for {limits.wait_seconds} s")
        time.sleep(_PAUSE_SECONDS)
