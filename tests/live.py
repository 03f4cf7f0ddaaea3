"""The product as it really runs: gunicorn on a socket of its own, on the tests' database, and browsers that visit it.

Only for tests with real transactions (`django_db(transaction=True)`): the server is another process and sees only what
is committed. It listens on a Unix socket, so no port is taken and nobody else can reach it.
"""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.db import connection

from tests.waiting import DEADLINE

ROOT = Path(__file__).resolve().parents[1]


class Server:
    """One gunicorn, as `deploy/gunicorn.conf.py` says; it can be killed and started again."""

    def __init__(self, directory: Path, workers: int, settings: Mapping[str, str]) -> None:
        self.socket = directory / "socket"
        self._workers = workers
        self._settings = settings
        self.log = directory / "log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers; raises `RuntimeError` with its log when it doesn't."""
        command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "regiostaf.wsgi"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(), stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + DEADLINE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(self.log.read_text(errors="replace"))
            time.sleep(0.05)

    @property
    def workers(self) -> list[int]:
        """The processes that serve."""
        assert self._process is not None
        number = self._process.pid
        return [int(each) for each in Path(f"/proc/{number}/task/{number}/children").read_text().split()]

    def kill(self) -> None:
        """End it and its workers as a power cut would: at once, whatever they are doing."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in good order, and by force when that takes too long."""
        try:
            self._end(signal.SIGTERM)
        except subprocess.TimeoutExpired:
            self.kill()

    def _end(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            # The group holds this server and what it started, nothing else.
            os.killpg(self._process.pid, number)
            self._process.wait(DEADLINE)

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "regiostaf.settings",
            "DATABASE_URL": database_url(),
            "BIND": f"unix:{self.socket}",
            "WEB_CONCURRENCY": str(self._workers),
            **self._settings,
        }

    def _answers(self) -> bool:
        try:
            return Browser(self).get("/").status == http.client.OK
        except OSError:
            return False


def database_url() -> str:
    """The address of the database that the tests run on."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['TEST_DATABASE_URL'].rpartition('/')[0]}/{name}"


@contextmanager
def served(workers: int = 2, settings: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A running server for the block, with these settings in its environment; it and its files are gone afterwards.
    Each worker takes a second to start."""
    directory = Path(tempfile.mkdtemp(prefix="regiostaf-live-"))
    server = Server(directory, workers, settings or {})
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(directory, ignore_errors=True)


@dataclass(frozen=True)
class Reply:
    """What the server answered."""

    status: int
    content: bytes
    headers: Mapping[str, str]


class Browser:
    """Visits a server and keeps its cookies; tabs of one browser share it. Raises `OSError` when the server is gone.

    `address` is where it comes from, for a server that runs behind a proxy."""

    def __init__(self, server: Server, address: str = "") -> None:
        self._socket = server.socket
        self._from = {"X-Forwarded-For": address} if address else {}
        self._cookies: dict[str, str] = {}

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Reply:
        """Open a page, with headers beside its own."""
        return self._ask("GET", address, None, headers or {})

    def post(self, address: str, values: Mapping[str, Any]) -> Reply:
        """Send a form."""
        return self.send(address, urlencode(values, doseq=True).encode(), "application/x-www-form-urlencoded")

    def send(self, address: str, body: bytes, content_type: str) -> Reply:
        """Send a body of any kind, whole, and only then look at the answer, as browsers do."""
        return self._ask("POST", address, body, {"Content-Type": content_type})

    def _ask(self, method: str, address: str, body: bytes | None, more: Mapping[str, str]) -> Reply:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in list(self._cookies.items()))}
        headers |= {**self._from, **more}
        asked = _SocketConnection(self._socket)
        try:
            asked.request(method, address, body, headers)
            answer = asked.getresponse()
            for header in answer.headers.get_all("Set-Cookie", []):
                self._cookies.update({name: morsel.coded_value for name, morsel in SimpleCookie(header).items()})
            return Reply(answer.status, answer.read(), dict(answer.headers))
        except http.client.HTTPException as error:
            raise ConnectionError from error
        finally:
            asked.close()


class _SocketConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=DEADLINE)
        self._path = path

    def connect(self) -> None:
        """Connect to the socket in place of a port."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(DEADLINE)
        self.sock.connect(str(self._path))
