"""The README, the changelog and publiccode.yml say what is so: commands run, files exist, fields are valid."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN_COMMANDS = re.findall(r"^    (\S.*)$", README, re.MULTILINE)
COMMANDS = [line for line in SHOWN_COMMANDS if line.startswith((".venv/", "script/"))]
# These serve, install or run everything: their own tests run them.
OWN_TESTS = {"script/server", "script/test"}
IMAGES = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
NAMED_FILES = re.findall(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|txt|toml|md|yml|example|json)|[\w-]+/(?:[\w-]+/)*)`", README)


def test_the_readme_shows_commands_and_names_files() -> None:
    assert set(COMMANDS) > OWN_TESTS
    assert len(COMMANDS) > 5
    assert len(NAMED_FILES) > 5


@pytest.mark.parametrize("name", sorted({*NAMED_FILES, *IMAGES} - {"var/", ".venv/", "/beheer/"}))
def test_a_file_the_readme_names_exists(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("script", ["bench", "install", "lock", "screenshots", "server", "test", "vendor"])
def test_a_script_can_be_run(script: str) -> None:
    assert os.access(ROOT / "script" / script, os.X_OK)


@pytest.mark.slow
def test_the_commands_of_the_readme_work_in_their_order(tmp_path: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "regiostaf.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/readme.sqlite3",
        "SECRET_KEY": "x" * 50,
        "VAR_DIR": str(settings.VAR_DIR),
    }
    for name in (
        "manage.py",
        "fixtures",
        "static",
        "templates",
        "regiostaf",
        "checklist",
        "models_catalogue",
        "locale",
    ):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / ".venv").symlink_to(Path(shutil.which("python", path=str(ROOT / ".venv/bin")) or "/missing").parents[1])
    _run(".venv/bin/python manage.py migrate --verbosity 0", tmp_path, environment)
    for command in COMMANDS:
        if "manage.py" in command:
            _run(command, tmp_path, environment)
    assert (tmp_path / "voorstel.pdf").read_bytes().startswith(b"%PDF")


def _run(command: str, directory: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        shlex.split(command), cwd=directory, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"


def test_publiccode_has_what_the_standard_requires() -> None:
    found = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    required = {
        "publiccodeYmlVersion": str,
        "name": str,
        "url": str,
        "developmentStatus": str,
        "softwareType": str,
        "platforms": list,
        "legal": dict,
        "maintenance": dict,
        "localisation": dict,
        "description": dict,
    }
    assert {name: type(found.get(name)) for name in required} == required
    assert found["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert found["softwareType"] == "standalone/web"
    assert found["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert found["legal"]["license"] == "EUPL-1.2"
    assert isinstance(found["localisation"]["localisationReady"], bool)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_publiccode_describes_in(language: str) -> None:
    found = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))["description"][language]
    assert 1 <= len(found["shortDescription"]) <= 150
    assert 150 <= len(found["longDescription"]) <= 10_000
    assert all(1 <= len(feature) <= 100 for feature in found["features"])


def test_the_version_is_the_same_everywhere() -> None:
    publiccode = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{publiccode["softwareVersion"]}"' in project
