"""PostgreSQL stops in the middle of a question, on a server of its own: open answers stay; secret ones stay when it was
stopped in order, and are asked again when it crashed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Cluster
from tests.waiting import DEADLINE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
# Whoever confirms a write must have written it: the servers of other tests needn't.
DURABLE = {"synchronous_commit": "on", "fsync": "on", "full_page_writes": "on"}

ANSWER = """
from checklist.domain.meeting_record.words import Mode
from checklist.models import Meeting
from tests.services.meeting.going import Going
Meeting.objects.all().delete()
for mode in Mode:
    going = Going(mode)
    asked = going.open(7)
    for gemeente in going.cookies:
        going.answer(asked, gemeente, "7a")
"""
LOOK = """
from checklist import selectors
from checklist.models import Meeting, Preference, SecretBallot
from checklist.services.meeting import counting
from checklist.services.meeting.errors import BallotsLostError
said = [Preference.objects.count(), SecretBallot.objects.count()]
for row in Meeting.objects.order_by("pk"):
    now = selectors.meeting_with_id(row.pk)
    dossier = selectors.dossier_with_key(row.dossier.edit_key)
    try:
        counting.close_round(dossier, now, now.open_round.id)
        said.append("closed")
    except BallotsLostError:
        said.append("asked again")
print(*said, sep=", ")
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A server of its own, that keeps what it confirms, with our tables."""
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
    """`manage.py …` on this server; what it printed."""
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


@pytest.mark.parametrize(
    ("how", "found"),
    [
        (signal.SIGINT, "3, 3, closed, closed"),
        (signal.SIGQUIT, "3, 0, closed, asked again"),
        (signal.SIGKILL, "3, 0, closed, asked again"),
    ],
    ids=["stopped in order", "stopped at once", "killed"],
)
def test_after_postgresql_stopped_open_answers_are_there_and_lost_ones_are_asked_again(
    server: Cluster, how: signal.Signals, found: str
) -> None:
    manage(server, "shell", "--command", ANSWER)
    end(server, how)
    server.serve(**DURABLE)
    assert manage(server, "shell", "--command", LOOK) == found
