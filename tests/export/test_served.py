"""The worker in the server that serves the product: gunicorn with threads, started as a module."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.waiting import DEADLINE, gone, wait_until

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
COMMAND = "-m gunicorn --bind 127.0.0.1:0 --worker-class gthread --threads 8 --no-control-socket tests.export.wsgi_app"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Server"]:
    folder = tmp_path_factory.mktemp("served")
    with subprocess.Popen(
        [sys.executable, *COMMAND.split()],
        cwd=ROOT,
        env={**os.environ, "PDF_TEST_FOLDER": str(folder), "TMPDIR": str(folder)},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        address = next(match[1] for line in lines if (match := re.search(r"Listening at: (http://\S+)", line)))
        yield address, process, folder
        process.terminate()
        process.wait(timeout=DEADLINE)


def get(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=DEADLINE) as response:  # noqa: S310 - our own server on this machine
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


# Its address, its process, and the folder in which it leaves its files.
Server = tuple[str, "subprocess.Popen[str]", Path]


def test_a_pdf_is_made_in_a_child_that_does_not_load_the_server_again(server: Server) -> None:
    address, _, _ = server
    status, body = get(f"{address}/pdf")
    assert (status, body[:5]) == (200, b"%PDF-")
    modules = get(f"{address}/modules")[1].decode().splitlines()
    assert "weasyprint" in modules
    assert "gunicorn" not in modules


def test_other_pages_answer_while_a_renderer_hangs(server: Server) -> None:
    address, _, folder = server
    with ThreadPoolExecutor(1) as pool:
        hanging = pool.submit(get, f"{address}/hang")
        assert wait_until((folder / "pid").exists)
        for _ in range(20):
            assert get(f"{address}/ping") == (200, b"pong")
        assert not hanging.done()
        os.kill(int((folder / "pid").read_text(encoding="ascii")), signal.SIGKILL)
        assert hanging.result() == (503, b"RenderCrashed")


def test_a_renderer_that_takes_too_long_is_ended(server: Server) -> None:
    address, _, _ = server
    assert get(f"{address}/too-long") == (503, b"RenderTimeout")


def test_nothing_is_left_when_the_server_stops(server: Server) -> None:
    address, process, _ = server
    get(f"{address}/pdf")
    pid = int(get(f"{address}/fork-server")[1])
    process.send_signal(signal.SIGINT)
    process.wait(timeout=DEADLINE)
    assert wait_until(lambda: gone(pid))
