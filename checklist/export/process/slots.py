"""At most so many renderings at a time, one of them for one dossier, and so many waiting, over all processes of the
server.

A slot is a lock on a file, so the kernel frees it when its holder dies; the files hold nothing and stay.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256

from filelock import FileLock, Timeout

from checklist.export.process.errors import RenderBusy
from checklist.export.process.limits import RenderLimits

_PAUSE_SECONDS = 0.05
# Files that stay, for any number of dossiers: two that share one wait for each other, which is seldom and does no harm.
_PLACES = 256


@contextmanager
def slot(limits: RenderLimits) -> Iterator[None]:
    """Hold a slot for the block; `RenderBusy` when none comes free within `limits.wait_seconds`, and at once when
    `limits.waiting` others wait already: whoever waits keeps a thread of the server from serving others."""
    limits.slots_directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    take = partial(_free_lock, limits, "slot", limits.slots)
    lock = take() or _wait_for(limits, take, f"all {limits.slots} slots are taken")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def one_at_a_time(limits: RenderLimits, whose: str) -> Iterator[None]:
    """Hold the one place of a dossier for the block. Somebody else who wants a document of it waits, as for a slot; who
    comes next hears `RenderBusy` at once. So one dossier never takes all slots, nor all places to wait in."""
    limits.slots_directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = int(sha256(whose.encode()).hexdigest(), 16) % _PLACES
    take = partial(_free_lock, limits, f"dossier-{number}", 1)
    lock = take() or _wait_in_turn(limits, take, f"turn-{number}")
    try:
        yield
    finally:
        lock.release()


def _wait_in_turn(limits: RenderLimits, take: Callable[[], FileLock | None], name: str) -> FileLock:
    turn = _free_lock(limits, name, 1)
    if turn is None:
        raise RenderBusy("this dossier is being made, and somebody waits for it already")
    try:
        return _wait_for(limits, take, "this dossier is being made")
    finally:
        turn.release()


def _wait_for(limits: RenderLimits, take: Callable[[], FileLock | None], taken: str) -> FileLock:
    place = _free_lock(limits, "waiting", limits.waiting)
    if place is None:
        raise RenderBusy(f"{taken}, and {limits.waiting} wait already")
    try:
        deadline = time.monotonic() + limits.wait_seconds
        while time.monotonic() < deadline:
            lock = take()
            if lock:
                return lock
            time.sleep(_PAUSE_SECONDS)
    finally:
        place.release()
    raise RenderBusy(f"{taken}, for {limits.wait_seconds} s")


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
