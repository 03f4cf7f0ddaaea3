"""The throw-away cluster: it is there for the command, and gone after it however the command ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.waiting import DEADLINE

ROOT = Path(__file__).resolve().parents[2]
# Connects, tells where the cluster lives, and does what the test asks.
PROBE = """
import os, sys, psycopg, time
url = os.environ["TEST_DATABASE_URL"]
with psycopg.connect(url) as connection:
    directory = connection.execute("show data_directory").fetchone()[0]
print(directory, flush=True)
"""


def start(then: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.postgres", sys.executable, "-c", PROBE + then]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def directory_of(run: subprocess.Popen[str]) -> Path:
    assert run.stdout is not None
    return Path(run.stdout.readline().strip()).parent


@pytest.mark.slow
def test_exit_code_is_that_of_the_command() -> None:
    with start("sys.exit(7)") as run:
        directory = directory_of(run)
        assert run.wait(DEADLINE) == 7
    assert directory.name.startswith("regiostaf-pg-")
    assert not directory.exists()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_command_and_cluster(number: signal.Signals) -> None:
    with start("print(os.getpid(), flush=True)\ntime.sleep(600)") as run:
        directory = directory_of(run)
        assert run.stdout is not None
        command = int(run.stdout.readline())
        server = int((directory / "data" / "postmaster.pid").read_text().splitlines()[0])
        os.kill(command, number)  # as a terminal does: to both
        run.send_signal(number)
        assert run.wait(DEADLINE) == 128 + number
    assert not directory.exists()
    for process in (command, server):
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.both_databases
@pytest.mark.django_db
def test_tests_run_on_the_database_that_was_asked_for() -> None:
    assert connection.vendor == ("postgresql" if "TEST_DATABASE_URL" in os.environ else "sqlite")
