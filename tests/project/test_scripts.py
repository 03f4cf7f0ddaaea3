"""The two commands: clear words when something is wrong, and nothing left behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.waiting import DEADLINE, ended, wait_until

ROOT = Path(__file__).resolve().parents[2]
OURS = ("server", "install", "test", "lock", "measure_room")
SCRIPTS = [*(ROOT / "script" / name for name in OURS), ROOT / ".ci" / "run"]
READY = re.compile(r"Regiostaf staat klaar: (http://\S+)")
# What tests/settings.py and pytest-django put in the environment; a user's shell has none of it.
OF_THE_TESTS = {"ALLOWED_HOSTS", "DJANGO_SETTINGS_MODULE", "SITE_URL", "TEST_DATABASE_URL", "TEST_VAR_DIR"}


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port: int = listener.getsockname()[1]
        return port


def environment(directory: Path, **more: str) -> dict[str, str]:
    """A user's environment, with the installation's own files in `directory`."""
    inherited = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    own = {"VAR_DIR": str(directory / "var"), "DATABASE_URL": f"sqlite:///{directory}/var/regiostaf.sqlite3"}
    return {**inherited, **own, "HOST": "127.0.0.1", "PORT": str(free_port()), **more}


def run(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a script of ours that should end by itself, soon."""
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=False, timeout=120
    )


def bash(script: str, directory: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines with the shared functions, in a directory that holds no more than those lines need."""
    lines = f"set -euo pipefail; . {ROOT}/script/lib/common.sh; {script}"
    return subprocess.run(
        ["/bin/bash", "-c", lines], cwd=directory, env=more, capture_output=True, text=True, check=False, timeout=120
    )


def descendants(root: int) -> set[int]:
    """All processes that `root` started, directly or not, as /proc tells it now."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    found = {root}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {root}


@contextmanager
def served(directory: Path, **more: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """`script/server` until it says that it is ready: the process, the address and what it printed."""
    with subprocess.Popen(
        ["script/server"],
        cwd=ROOT,
        env=environment(directory, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # As a terminal starts it: who runs the tests in the background of a script ignores SIGINT, and so would bash.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    ) as server:
        assert server.stdout is not None
        printed = ""
        try:
            for line in server.stdout:
                printed += line
                if found := READY.search(line):
                    yield server, found[1], printed
                    return
            pytest.fail(f"script/server ended before it was ready:\n{printed}")
        finally:
            server.terminate()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_script_is_executable_and_bash_can_read_it(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert run("bash", "-n", str(script)).returncode == 0


def test_taken_port_ends_with_a_clear_message(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = str(listener.getsockname()[1])
        result = run("script/server", **environment(tmp_path, PORT=port))
    assert result.returncode == 1
    assert f"Poort {port} op 127.0.0.1 is al in gebruik" in result.stderr
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "80 80"])
def test_impossible_port_ends_with_a_clear_message(port: str, tmp_path: Path) -> None:
    result = run("script/server", **environment(tmp_path, PORT=port))
    assert result.returncode == 1
    assert f"'{port}' is dat niet" in result.stderr


def test_address_of_another_machine_ends_with_a_clear_message(tmp_path: Path) -> None:
    result = run("script/server", **environment(tmp_path, HOST="192.0.2.1"))  # reserved for documentation (RFC 5737)
    assert result.returncode == 1
    assert "kan Regiostaf niet luisteren" in result.stderr


def test_a_database_that_cannot_be_written_ends_with_its_name_and_what_to_do(tmp_path: Path) -> None:
    nowhere = tmp_path / "bestaat" / "niet"
    own = environment(tmp_path, DATABASE_URL=f"sqlite:///{nowhere}/regiostaf.sqlite3")
    result = subprocess.run(["script/server"], cwd=ROOT, env=own, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert f"Regiostaf kan niets opslaan: de database {nowhere}/regiostaf.sqlite3" in result.stderr
    assert f"De map {nowhere} is er niet" in result.stderr
    assert "Traceback" not in result.stderr


def test_unknown_word_for_the_tests_ends_with_the_usage() -> None:
    result = run("script/test", "snel")
    assert result.returncode == 1
    assert "Gebruik: script/test [quick]" in result.stderr


def test_unknown_word_for_the_measuring_ends_with_the_usage() -> None:
    result = run("script/measure_room", "snel")
    assert result.returncode == 1
    assert "Gebruik: script/measure_room [--any-choice]" in result.stderr


def test_without_apt_the_missing_packages_are_named(tmp_path: Path) -> None:
    result = bash("apt_install python3 python3-venv", tmp_path, PATH=str(tmp_path))
    assert result.returncode == 1
    assert "ontbreekt: python3 python3-venv" in result.stderr
    assert "Installeer hetzelfde met het pakketbeheer van dit systeem" in result.stderr
    for name in ("Pango", "HarfBuzz", "Fontconfig", "Chromium", "PostgreSQL", "Java", "Hunspell"):
        assert name in result.stderr


def test_failed_apt_is_told_with_the_command_to_try(tmp_path: Path) -> None:
    # An apt that never reaches its servers, for a machine without network; `env` and `id` are the real ones.
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n")
    apt.chmod(0o755)
    (tmp_path / "sudo").symlink_to("/usr/bin/env")
    result = bash("apt_install fontconfig", tmp_path, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert result.returncode == 1
    assert "Het installeren met apt-get is niet gelukt" in result.stderr
    assert "apt-get install fontconfig" in result.stderr


def test_settings_in_the_environment_go_before_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SITE_URL='https://bestand.example'\n# HOST=x\nexport VAR_DIR=var2\n")
    lines = 'printf "%s " "$(setting SITE_URL)" "$(setting VAR_DIR)" "$(setting HOST anders)"'
    assert bash(lines, tmp_path, PATH=os.environ["PATH"]).stdout.split() == [
        "https://bestand.example",
        "var2",
        "anders",
    ]
    in_environment = bash(lines, tmp_path, PATH=os.environ["PATH"], SITE_URL="https://omgeving.example")
    assert in_environment.stdout.split()[0] == "https://omgeving.example"


HALF_REQUESTS = "vijftien halve verzoeken"


@pytest.mark.parametrize(
    ("host", "warned"),
    [
        *((host, True) for host in ("0.0.0.0", "::", "192.0.2.1", "2001:db8::1", "regiostaf.example.nl")),  # noqa: S104
        *((host, False) for host in ("127.0.0.1", "127.0.1.1", "::1", "localhost")),
    ],
)
def test_only_an_address_that_others_reach_calls_for_a_proxy(host: str, warned: bool, tmp_path: Path) -> None:
    said = bash(f"warn_without_proxy {host}", tmp_path, PATH=os.environ["PATH"])
    assert said.returncode == 0
    assert (HALF_REQUESTS in said.stdout) == warned
    assert ("deploy/nginx.conf" in said.stdout) == warned


@pytest.mark.slow
def test_failed_download_ends_with_a_clear_message_and_is_tried_again(tmp_path: Path) -> None:
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    shutil.copy(ROOT / "requirements" / "product.txt", requirements)
    no_network = {"PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    for _ in range(2):
        result = bash(f"PYTHON={sys.executable}; install_requirements product", tmp_path, **no_network)
        assert result.returncode == 1
        assert "Niet alle onderdelen uit requirements/product.txt zijn gedownload" in result.stderr
        assert "Start dit script daarna opnieuw" in result.stderr


@pytest.mark.slow
def test_first_start_shows_the_password_and_the_second_does_not(tmp_path: Path) -> None:
    with served(tmp_path) as (_, address, printed):
        assert re.search(r"naam +beheerder\n +wachtwoord +\S{20}", printed)
        assert HALF_REQUESTS not in printed
        with urllib.request.urlopen(f"{address}/beheer/") as page:  # noqa: S310 - our own server
            assert page.status == 200
    with served(tmp_path) as (_, _, printed):
        assert "wachtwoord" not in printed


@pytest.mark.slow
def test_a_server_for_others_says_that_it_needs_a_proxy(tmp_path: Path) -> None:
    # 127.0.0.1, written so that the script takes it for an address of others; nobody else reaches us there.
    with served(tmp_path, HOST="0x7f000001") as (_, _, printed):
        assert HALF_REQUESTS in printed


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_everything_that_was_started(number: signal.Signals, tmp_path: Path) -> None:
    with served(tmp_path) as (server, _, _):
        # The server, its two workers, and for each worker the process that makes PDFs and its tracker.
        assert wait_until(lambda: len(descendants(server.pid)) >= 7)
        started = descendants(server.pid)
        server.send_signal(number)
        assert server.wait(DEADLINE) == 128 + number
        assert wait_until(lambda: all(ended(process) for process in started))
