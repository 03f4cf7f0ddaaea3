"""Gunicorn on a port of its own, for the product and for the fixed floor, with as many workers and threads for both."""

import json
import os
import runpy
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from tests.waiting import DEADLINE, wait_until

CONFIGURATION = "deploy/gunicorn.conf.py"
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    """A server that runs: its port, and its processes that serve."""

    port: int
    workers: tuple[int, ...]

    def cpu_seconds(self) -> float:
        """What the processes that serve took of the processors so far, in the program and in the system."""
        return sum(_ticks(worker) for worker in self.workers) / TICK


def _ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])  # utime and stime: the 14th and 15th of proc(5)


@contextmanager
def product(database_url: str = "") -> Iterator[Served]:
    """The product as script/server and the service serve it; on the bench's own database, or on another one."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "regiostaf.settings",
        "DATABASE_URL": database_url or os.environ["DATABASE_URL"],
    }
    with _gunicorn(["--config", CONFIGURATION, "regiostaf.wsgi"], environment, _configuration()["workers"]) as served:
        yield served


@contextmanager
def fixed_floor(database: Mapping[str, Any]) -> Iterator[Served]:
    """The fixed floor on a database that is made here."""
    environment = {"DJANGO_SETTINGS_MODULE": "bench.fixed.settings", "FLOOR_DATABASE": json.dumps(database)}
    subprocess.run([sys.executable, "-m", "bench.fixed.fill"], check=True, env=os.environ | environment)
    same = _configuration()
    options = [
        word
        for name in ("worker_class", "workers", "threads", "worker_tmp_dir")
        if same[name] is not None
        for word in (f"--{name.replace('_', '-')}", str(same[name]))
    ]
    with _gunicorn([*options, "--no-control-socket", "bench.fixed.wsgi"], environment, same["workers"]) as served:
        yield served


def _configuration() -> dict[str, Any]:
    return runpy.run_path(CONFIGURATION)


@contextmanager
def _gunicorn(arguments: Sequence[str], environment: Mapping[str, str], workers: int) -> Iterator[Served]:
    """Start it, wait until it listens and has all its workers, and end it after the block."""
    port = _free_port()
    bind = f"127.0.0.1:{port}"
    log = settings.VAR_DIR / f"server-{port}.log"
    with (
        log.open("w") as output,
        subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--bind", bind, "--log-level", "warning", *arguments],
            env=os.environ | environment | {"BIND": bind, "LOG_LEVEL": "warning"},
            stdout=output,
            stderr=output,
            start_new_session=True,
        ) as process,
    ):
        try:
            wait_until(
                lambda: process.poll() is not None or (_accepts(port) and len(_children(process.pid)) == workers)
            )
            if process.poll() is not None:
                raise RuntimeError(log.read_text())
            yield Served(port, _children(process.pid))
        finally:
            process.terminate()
            process.wait(DEADLINE)


def _children(process: int) -> tuple[int, ...]:
    return tuple(int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split())


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _accepts(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
