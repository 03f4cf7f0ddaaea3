"""A server of PostgreSQL for one test module, with our tables and content, which it may stop and start again."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.managing import manage
from tests.postgres import Cluster
from tests.waiting import DEADLINE

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
        manage(made.url, "migrate", "--verbosity", "0")
        manage(made.url, "load_content", "--verbosity", "0")
        yield made
    finally:
        made.stop()
        shutil.rmtree(directory, ignore_errors=True)


def shell(server: Cluster, code: str) -> str:
    """Run Python with this server as its database; the last line that it printed, if any."""
    printed = manage(server.url, "shell", "--command", code).stdout.strip()
    return printed.rpartition("\n")[2]


def end(server: Cluster, how: signal.Signals) -> None:
    """Let the server end in this way."""
    assert server.process is not None
    server.process.send_signal(how)
    server.process.wait(DEADLINE)
