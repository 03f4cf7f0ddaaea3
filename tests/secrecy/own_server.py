"""A server of PostgreSQL for one test module, with our tables and content, which it may stop and start again."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import Cluster
from tests.waiting import DEADLINE

ROOT = Path(__file__).resolve().parents[2]
# Whoever confirms a write must have written it: the servers of other tests needn't.
DURABLE = {"synchronous_commit": "on", "fsync": "on", "full_page_writes": "on"}


@contextmanager
def own_server() -> Iterator[Cluster]:
    """One that keeps what it confirms; it is gone after the block. Some twenty seconds to make."""
    directory = Path(tempfile.mkdtemp(prefix="regiostaf-crash-"))
    made = Cluster(directory)
    try:
        made.start()
        end(made, signal.SIGINT)
        made.serve(**DURABLE)
        manage(made, "migrate", "--verbosity", "0")
        manage(made, "load_content", "--verbosity", "0")
        yield made
    finally:
        made.stop()
        shutil.rmtree(directory, ignore_errors=True)


def manage(server: Cluster, *arguments: str) -> str:
    """`manage.py …` on this server; the last line that it printed."""
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "x" * 50,
        "VAR_DIR": os.environ["TEST_VAR_DIR"],
        "DATABASE_URL": server.url,
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
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def end(server: Cluster, how: signal.Signals) -> None:
    """Let the server end in this way."""
    assert server.process is not None
    server.process.send_signal(how)
    server.process.wait(DEADLINE)
