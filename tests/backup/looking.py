"""What is in a database file, and the commands in a process of their own."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from tests.live import ROOT

WAIT_LIMIT = 60.0


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    """What a query gives, as the next who opens the database sees it."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def write(database: Path, *statements: str) -> None:
    """Change a database that nobody has open."""
    with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def write_and_die(database: Path, *statements: str) -> None:
    """Change a database as a power cut leaves it: what was written last stands in the write-ahead log alone."""
    lines = "c = sqlite3.connect(sys.argv[1], isolation_level=None); [c.execute(s) for s in sys.argv[2:]]; os._exit(0)"
    subprocess.run([sys.executable, "-c", f"import os, sqlite3, sys; {lines}", str(database), *statements], check=True)


def everything(database: Path) -> list[str]:
    """All that is in a database, as SQL; equal for equal content."""
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def versions_of_choices(database: Path) -> dict[int, tuple[int, str]]:
    """Per question of the first dossier: the version and the motivation of the answer."""
    found = rows(
        database,
        """SELECT question.number, choice.version, choice.motivation FROM checklist_choice choice
        JOIN checklist_question question ON question.id = choice.question_id
        WHERE choice.dossier_id = (SELECT min(id) FROM checklist_dossier)""",
    )
    return {number: (version, motivation) for number, version, motivation in found}


def wait_until(condition: Callable[[], object], what: str) -> None:
    """Wait for what must come; `what` is said when it doesn't."""
    deadline = monotonic() + WAIT_LIMIT
    while not condition():
        assert monotonic() < deadline, what
        sleep(0.002)


def files_in(directory: Path) -> list[str]:
    """The names of all that is in a directory, hidden or not."""
    return sorted(path.name for path in directory.iterdir())


def start(database: Path, *arguments: object, limit: int | None = None, bound: bool = False) -> "subprocess.Popen[str]":
    """`manage.py …` on this database in a process of its own; the caller waits for it.

    `limit`: no file may grow beyond so many bytes, as on a disk that is full. `bound`: root too is bound by the rights
    of files.
    """
    command = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
    if limit is not None:
        command = ["prlimit", f"--fsize={limit}", *command]
    if bound and os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "x" * 50,
        "VAR_DIR": str(database.parent),
        "DATABASE_URL": f"sqlite:///{database}",
    }
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    printed: str
    said: str


def run(database: Path, *arguments: object, limit: int | None = None, bound: bool = False) -> Ended:
    """The same, to its end."""
    with start(database, *arguments, limit=limit, bound=bound) as process:
        printed, said = process.communicate(timeout=120)
        return Ended(process.returncode, printed, said)
