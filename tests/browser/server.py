"""The product as a host serves it: gunicorn, compressed static files with hashed names, a database of its own."""

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.waiting import DEADLINE, wait_until

ROOT = Path(__file__).resolve().parents[2]
ADMIN = "beheerder"


@dataclass(frozen=True)
class Server:
    """Where the product is served, the password of its beheerder, and what its processes find around them."""

    address: str
    password: str
    environment: Mapping[str, str]

    def run(self, code: str) -> str:
        """Run Python beside the product, with its database; what that prints."""
        return _manage(["shell", "--command", code], self.environment)


@contextmanager
def serving(folder: Path, settings: str = "tests.browser.settings") -> Iterator[Server]:
    """Serve the product with its files in an empty folder, under these settings; some ten seconds to start."""
    environment = {
        **os.environ,
        "ALLOWED_HOSTS": "127.0.0.1",
        "BIND": "127.0.0.1:0",
        "DATABASE_URL": f"sqlite:///{folder / 'regiostaf.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": settings,
        "LOG_LEVEL": "info",
        "TMPDIR": str(folder),
        "VAR_DIR": str(folder),
    }
    for command in ("migrate", "load_content", "collectstatic --no-input"):
        _manage(command.split(), environment)
    # For the lists of the beheer.
    _manage(["shell", "--command", "from tests.settled import offered_with_files as f; f()"], environment)
    password = re.search(r"wachtwoord +(\S+)", _manage(["create_first_admin"], environment, verbosity=1))
    assert password is not None
    with started(environment) as (address, _):
        yield Server(address, password[1], environment)


@contextmanager
def started(environment: Mapping[str, str]) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Start the processes of the product on a database that is there; yields their address and the first of them, which
    leads a group of its own."""
    log = Path(environment["VAR_DIR"]) / f"server-{secrets.token_hex(4)}.log"
    with (
        log.open("w") as stderr,
        subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "regiostaf.wsgi"],
            cwd=ROOT,
            env=environment,
            stderr=stderr,
            start_new_session=True,
        ) as process,
    ):
        try:
            yield _listening_at(log, process), process
        finally:
            process.terminate()
            process.wait(timeout=DEADLINE)


def _manage(command: list[str], environment: Mapping[str, str], verbosity: int = 0) -> str:
    arguments = [sys.executable, "manage.py", *command, "--verbosity", str(verbosity)]
    return subprocess.run(arguments, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def _listening_at(log: Path, process: "subprocess.Popen[bytes]") -> str:
    def address() -> re.Match[str] | None:
        return re.search(r"Listening at: (http://\S+)", log.read_text())

    wait_until(lambda: address() is not None or process.poll() is not None)
    found = address()
    assert found is not None, f"The server did not start: {log.read_text()}"
    return found[1]
