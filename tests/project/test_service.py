"""The service of deploy/ where root ran script/server before: it starts, and nothing of that run has a say."""

import configparser
import os
import re
import secrets
import shlex
import shutil
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from pathlib import Path

import pytest
from dotenv import dotenv_values

from tests.project.test_scripts import bash, free_port

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "regiostaf.service").read_text(encoding="utf-8")
STEPS = (DEPLOY / "README.md").read_text(encoding="utf-8")
# What the product is made of; a copy, because a link would lead back to the project and its own `.env`.
PRODUCT = ("checklist", "deploy", "fixtures", "locale", "models_catalogue", "regiostaf", "static", "templates")
# Root may read and write everything; the service may not. Without these two powers root is like anybody.
LIKE_ANYBODY = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
START_LIMIT = 60.0


def values(name: str) -> list[str]:
    """All values of a directive of the unit, in their order."""
    return re.findall(rf"^{name}=(.*)$", UNIT, flags=re.MULTILINE)


def command(line: str) -> list[str]:
    """A command of the unit, with this run's Python."""
    program, *arguments = shlex.split(line)
    assert program == "/opt/regiostaf/.venv/bin/python"
    return [*LIKE_ANYBODY, sys.executable, *arguments]


def surroundings(var: Path, **more: str) -> dict[str, str]:
    """The environment that systemd gives: the unit's own, then the settings of the example."""
    own = dict(line.split("=", 1) for line in values("Environment"))
    example = {name: value for name, value in dotenv_values(DEPLOY / "production.env.example").items() if value}
    return {"PATH": os.environ["PATH"], **own, **example, "SECRET_KEY": "x" * 50, "VAR_DIR": str(var), **more}


@pytest.fixture
def left_by_root(tmp_path: Path) -> Path:
    """The project as another user put it here and ran script/server in it: not to be written, its `.env` not to be
    read."""
    project = tmp_path / "regiostaf"
    project.mkdir()
    for name in ("manage.py", "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    for name in PRODUCT:
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    (project / ".env").write_text(f"SECRET_KEY={secrets.token_urlsafe(50)}\n")
    for path in (project, *project.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    (project / ".env").chmod(0)
    return project


def run(line: str, project: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(line), cwd=project, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def answer(port: str) -> int:
    """What the start page answers to nginx."""
    asked = urllib.request.Request(
        f"http://127.0.0.1:{port}/",
        headers={"Host": "regiostaf.example.nl", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"},
    )
    with urllib.request.urlopen(asked, timeout=30) as page:  # noqa: S310 - our own server
        status: int = page.status
        return status


def test_another_user_really_cannot_read_what_root_left(left_by_root: Path) -> None:
    result = subprocess.run([*LIKE_ANYBODY, "cat", str(left_by_root / ".env")], capture_output=True, check=False)
    assert result.returncode != 0


@pytest.mark.slow
def test_the_commands_of_the_unit_work_after_root_ran_the_server_script(left_by_root: Path, tmp_path: Path) -> None:
    var, port = tmp_path / "var", str(free_port())
    var.mkdir()
    environment = surroundings(var, BIND=f"127.0.0.1:{port}")
    for line in values("ExecStartPre"):
        result = run(line, left_by_root, environment)
        assert result.returncode == 0, result.stderr
        assert "wachtwoord" not in result.stdout  # whatever a unit prints stays in the journal
    (serve,) = values("ExecStart")
    with subprocess.Popen(command(serve), cwd=left_by_root, env=environment) as server:
        try:
            deadline = time.monotonic() + START_LIMIT
            while True:
                try:
                    assert answer(port) == 200
                    break
                except (OSError, HTTPException):
                    assert server.poll() is None
                    assert time.monotonic() < deadline
                    time.sleep(0.1)
        finally:
            server.terminate()
    assert (var / "regiostaf.sqlite3").exists()


READ_DEBUG = f"{sys.executable} -c 'from regiostaf import settings; print(settings.DEBUG)'"


def debug(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Ask the settings for DEBUG, in this environment and no other."""
    return subprocess.run(
        [*LIKE_ANYBODY, *shlex.split(READ_DEBUG)],
        cwd=project,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project_with_file(tmp_path: Path) -> Path:
    """Settings beside a `.env` that gives all that is needed, and DEBUG, and beside what says the product's version."""
    shutil.copytree(ROOT / "regiostaf", tmp_path / "regiostaf", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / ".env").write_text(f"SECRET_KEY={'f' * 50}\nDEBUG=true\n")
    return tmp_path


def test_without_a_key_in_the_environment_the_file_is_read(project_with_file: Path) -> None:
    assert debug(project_with_file).stdout == "True\n"


def test_with_a_key_in_the_environment_the_file_has_no_say(project_with_file: Path) -> None:
    assert debug(project_with_file, SECRET_KEY="e" * 50).stdout == "False\n"


def test_a_file_that_is_needed_and_cannot_be_read_stops_the_start_with_its_name(project_with_file: Path) -> None:
    (project_with_file / ".env").chmod(0)
    result = debug(project_with_file)
    assert result.returncode != 0
    assert "Permission denied" in result.stderr
    assert ".env" in result.stderr


@pytest.mark.parametrize(
    ("key", "debug"), [({}, "true"), ({"SECRET_KEY": "x"}, "false"), ({"SECRET_KEY": ""}, "false")]
)
def test_the_scripts_read_the_file_when_the_settings_do(
    project_with_file: Path, key: dict[str, str], debug: str
) -> None:
    assert bash("setting DEBUG false", project_with_file, PATH=os.environ["PATH"], **key).stdout == debug


def directives(name: str, section: str) -> configparser.SectionProxy:
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.read_string((DEPLOY / name).read_text(encoding="utf-8"))
    return parsed[section]


@pytest.mark.parametrize("name", ["regiostaf.service", "regiostaf-clean-up.service"])
def test_the_network_and_a_database_on_this_host_go_first(name: str) -> None:
    order = directives(name, "Unit")
    assert {"network-online.target", "postgresql.service"} <= set(order["After"].split())
    assert order["Wants"] == "network-online.target"


def test_systemd_does_not_give_up_while_the_database_is_away() -> None:
    # It gives up after five starts in ten seconds.
    assert directives("regiostaf.service", "Service")["Restart"] == "on-failure"
    assert int(directives("regiostaf.service", "Service")["RestartSec"]) > 10 / 5


def test_the_directory_that_systemd_makes_is_the_one_that_the_settings_name() -> None:
    made = f"/var/lib/{directives('regiostaf.service', 'Service')['StateDirectory']}"
    assert f"VAR_DIR={made}" in values("Environment")
    assert dotenv_values(DEPLOY / "production.env.example")["VAR_DIR"] == made


def test_manage_by_hand_has_the_surroundings_of_the_service() -> None:
    by_hand = dict(re.findall(r"--property=(\w+)=(\S+)", (DEPLOY / "manage").read_text(encoding="utf-8")))
    service = directives("regiostaf.service", "Service")
    same = ("User", "WorkingDirectory", "EnvironmentFile", "UMask")
    assert {name: by_hand[name] for name in same} == {name: service[name] for name in same}
    assert by_hand["Environment"] in values("Environment")
    assert os.access(DEPLOY / "manage", os.X_OK)


def test_the_first_beheerder_is_made_by_hand_so_that_no_journal_keeps_the_password() -> None:
    assert not re.search(r"^Exec.*create_first_admin", UNIT, flags=re.MULTILINE)
    assert "/opt/regiostaf/deploy/manage create_first_admin" in STEPS


def test_the_steps_name_files_that_exist() -> None:
    named = set(re.findall(r"/opt/regiostaf/((?:deploy|script)/[\w.*-]+)", STEPS))
    assert {"script/install", "deploy/manage", "deploy/*.service"} <= named
    assert [name for name in named if not list(ROOT.glob(name))] == []


@pytest.fixture
def put_here_with_a_strict_umask(tmp_path: Path) -> Path:
    """A project that only its owner can read, with the data and the settings of an earlier script/server."""
    for name in ("regiostaf/settings.py", "manage.py", ".venv/bin/python", ".env", "var/regiostaf.sqlite3"):
        path = tmp_path / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text("")
        path.chmod(0o700 if name.endswith("python") else 0o600)
    (tmp_path / "var").chmod(0o700)
    (tmp_path / "regiostaf").chmod(0o700)
    return tmp_path


def test_the_installation_lets_the_service_read_the_project_but_not_settings_and_data(
    put_here_with_a_strict_umask: Path,
) -> None:
    project = put_here_with_a_strict_umask
    assert bash("open_to_readers", project, PATH=os.environ["PATH"]).returncode == 0
    modes = {str(path.relative_to(project)): stat.S_IMODE(path.stat().st_mode) for path in project.rglob("*")}
    assert modes["regiostaf"] == modes[".venv/bin/python"] == 0o755
    assert modes["manage.py"] == modes["regiostaf/settings.py"] == 0o644
    assert modes[".env"] == modes["var/regiostaf.sqlite3"] == 0o600
    assert modes["var"] == 0o700


@pytest.mark.parametrize(
    ("python", "code"), [("/root/.pyenv/bin/python", 1), ("/home/x/python", 1), ("/usr/bin/env", 0)]
)
def test_the_installation_refuses_a_python_that_the_service_cannot_see(python: str, code: int, tmp_path: Path) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(python)
    result = bash("refuse_python_in_a_home", tmp_path, PATH=os.environ["PATH"])
    assert result.returncode == code
    assert ("een Python in een thuismap" in result.stderr) == bool(code)
