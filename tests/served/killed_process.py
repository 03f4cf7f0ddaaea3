"""Settles a dossier and makes its files, in a process of its own that is killed at a point on the way.

`python -m tests.served.killed_process POINT KEY [--quick]`; nothing is killed at 'nowhere'. It says 'ready' when it
begins, and at its end whether it stored files. With `--quick` nothing is rendered: the files are stand-ins.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from typing import Any
from unittest.mock import patch

import django

django.setup()

from checklist import selectors, services, settled_documents  # noqa: E402 - Django first
from checklist.domain.settled.value import NewFile, SettledFileKind  # noqa: E402
from checklist.export.pdf import render_pdf  # noqa: E402
from checklist.keys import EditKey  # noqa: E402
from checklist.selectors.freezing import frozen_of  # noqa: E402
from checklist.services import Settling, acts, chain  # noqa: E402

BEFORE_RECORD = "before the record"
BEFORE_COMMIT = "before the commit"
SETTLED = "after the commit"
RENDERING = "while rendering"
RENDERED = "after rendering"
BETWEEN_FILES = "between the files"
STORED = "after the files"
NOWHERE = "nowhere"

SETTLED_ON = date(2026, 11, 24)
QUICK_FILES = 3


def die() -> None:
    """End as by a power cut."""
    os.kill(os.getpid(), signal.SIGKILL)


def dies_at_call(number: int, call: Callable[..., Any]) -> Callable[..., Any]:
    """A function that does its work until it is called so many times."""
    calls = 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            die()
        return call(*arguments, **named)

    return counted


def dies_after(call: Callable[..., Any]) -> Callable[..., Any]:
    """A function that does its work once."""

    def called(*arguments: Any) -> None:
        call(*arguments)
        die()

    return called


def die_inside(point: str) -> None:
    """Let this process die inside what it does, when it is to die there."""
    if point == BEFORE_RECORD:
        patch.object(chain, "append", dies_at_call(1, chain.append)).start()
    elif point == BEFORE_COMMIT:
        patch.object(chain, "append", dies_after(chain.append)).start()
    elif point == RENDERING:
        patch.object(settled_documents, "render_pdf", dies_at_call(2, render_pdf)).start()
    elif point == BETWEEN_FILES:
        patch.object(acts, "_insert_file", dies_at_call(2, acts._insert_file)).start()


def main(point: str, key: str, *, quick: bool) -> None:
    """Do what the pages do, one step after the other; each finds what an earlier process left."""
    die_inside(point)
    say("ready")
    dossier = selectors.dossier_with_key(EditKey(key))
    assert dossier is not None
    if dossier.newest is None:
        shown = frozen_of(dossier, SETTLED_ON, names=False)
        services.settle(dossier, Settling(SETTLED_ON, date(2046, 11, 24), names=False, based_on=shown.html_sha256))
    die_at(SETTLED, point)
    version = selectors.versions_of(dossier.id)[0]
    files = quick_files() if quick else settled_documents.make_files(version, 1)
    die_at(RENDERED, point)
    made = services.store_files(version, 1, files)
    die_at(STORED, point)
    say("made" if made else "there already")


def die_at(here: str, point: str) -> None:
    """Die here, when it is to die here."""
    if here == point:
        die()


def quick_files() -> tuple[NewFile, ...]:
    """Stand-ins for what is rendered."""
    kinds = list(SettledFileKind)[:QUICK_FILES]
    return tuple(NewFile(kind, kind.value, "x/y", kind.value.encode()) for kind in kinds)


def say(text: str) -> None:
    """Tell the process that waits for it."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], quick="--quick" in sys.argv)
