"""A small application around the worker, to serve with gunicorn in a test."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from checklist.export.pdf import RenderFailed, RenderLimits, render_pdf, run_limited
from tests.export import misbehaving

FOLDER = Path(os.environ["PDF_TEST_FOLDER"])
HTML = "<!doctype html><html lang=nl><title>Advies</title><h1>Advies</h1>"


# Python has no public way to ask for it.
fork_server: Any = forkserver._forkserver


def application(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
    limits = RenderLimits(FOLDER / "slots")
    answers: dict[str, Callable[[], bytes]] = {
        "/ping": lambda: b"pong",
        "/pdf": lambda: render_pdf(HTML, limits),
        "/hang": lambda: run_limited(misbehaving.hang, str(FOLDER / "pid"), limits),
        "/too-long": lambda: run_limited(misbehaving.hang, str(FOLDER / "other"), replace(limits, wall_seconds=1)),
        "/modules": lambda: run_limited(misbehaving.loaded_modules, "", limits),
        "/fork-server": lambda: str(fork_server._forkserver_pid).encode(),
    }
    try:
        status, body = "200 OK", answers[environ["PATH_INFO"]]()
    except RenderFailed as error:
        status, body = "503 Service Unavailable", type(error).__name__.encode()
    start_response(status, [("Content-Length", str(len(body)))])
    return [body]
