"""The examples in deploy/ are right: complete, and without a warning of Django's own deployment check."""

import configparser
import os
import re
import secrets
import shlex
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from django.db import connection
from dotenv import dotenv_values

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "deploy" / "production.env.example"


def names_read_by_settings() -> set[str]:
    source = (ROOT / "regiostaf" / "settings.py").read_text(encoding="utf-8")
    return set(re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', source))


def test_example_names_every_setting_and_no_other() -> None:
    named = re.findall(r"^(?:# )?([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(named) == names_read_by_settings()


def test_the_table_in_the_readme_names_every_setting_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", readme, flags=re.MULTILINE)) == names_read_by_settings()


def test_the_numbers_of_the_limits_are_the_same_everywhere() -> None:
    source = (ROOT / "regiostaf" / "settings.py").read_text(encoding="utf-8")
    numbers = {name: int(number) for name, number in re.findall(r'env\.int\("([A-Z_]+)", default=([\d_]+)', source)}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = {name: int(number) for name, number in re.findall(r"^\| `([A-Z_]+)` \| `(\d+)`", readme, flags=re.MULTILINE)}
    example = {name: int(value or "") for name, value in dotenv_values(EXAMPLE).items() if name in numbers}
    assert numbers
    assert told == numbers
    assert example == numbers


def test_tests_depend_on_no_setting_of_the_machine() -> None:
    source = (ROOT / "tests" / "settings.py").read_text(encoding="utf-8")
    assert set(re.findall(r"^    ([A-Z_]+)=", source, flags=re.MULTILINE)) == names_read_by_settings()


def production(**more: str) -> dict[str, str]:
    """The environment of the example, as a host would have it."""
    example = {name: value for name, value in dotenv_values(EXAMPLE).items() if value}
    return {"PATH": os.environ["PATH"], **example, "SECRET_KEY": secrets.token_urlsafe(50), **more}


def unit(name: str) -> configparser.ConfigParser:
    """A systemd unit of deploy/."""
    # A name may stand in a unit twice (ExecStartPre); what is read here stands in it once.
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.read_string((ROOT / "deploy" / name).read_text(encoding="utf-8"))
    return parsed


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("clean-up", {"type", "execstart"}),
        ("make-documents", {"type", "execstart"}),
        ("verify", {"type", "execstart"}),
        # And a directory of its own beside that of the product.
        ("backup", {"type", "execstart", "statedirectory"}),
    ],
)
def test_what_is_done_regularly_runs_in_the_same_surroundings_as_the_product(name: str, own: set[str]) -> None:
    product, regular = unit("regiostaf.service")["Service"], unit(f"regiostaf-{name}.service")["Service"]
    assert {key: value for key, value in regular.items() if product.get(key) != value}.keys() == own
    assert product["StateDirectory"] in regular["StateDirectory"].split()


@pytest.mark.parametrize(
    ("name", "command"),
    [("clean-up", "clean_up"), ("make-documents", "make_documents"), ("verify", "verify_adviezen")],
)
def test_what_is_done_regularly_runs_a_command_that_exists(name: str, command: str) -> None:
    product, service = unit("regiostaf.service")["Service"], unit(f"regiostaf-{name}.service")["Service"]
    python, *found = service["ExecStart"].split()
    assert product["ExecStart"].startswith(f"{python} ")
    assert found == ["manage.py", command]
    assert (ROOT / "checklist" / "management" / "commands" / f"{command}.py").is_file()


def test_the_product_looks_first_whether_it_can_save() -> None:
    lines = (ROOT / "deploy" / "regiostaf.service").read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if line.startswith("ExecStart"))
    assert first.split(maxsplit=1)[1] == "manage.py check_database"


@pytest.mark.slow
@pytest.mark.django_db
def test_the_daily_backup_replaces_the_one_of_a_week_ago(tmp_path: Path) -> None:
    service = unit("regiostaf-backup.service")["Service"]
    directory = f"/var/lib/{service['StateDirectory'].split()[-1]}"
    # As systemd reads it, with the places of this machine.
    shell, option, lines = shlex.split(service["ExecStart"].replace("$$", "$").replace("%%", "%"))
    assert directory in lines
    lines = lines.replace("/opt/regiostaf/.venv/bin/python", sys.executable).replace(directory, str(tmp_path))
    environment = production(VAR_DIR=str(tmp_path), DATABASE_URL=f"sqlite:///{connection.settings_dict['NAME']}")
    # The clock of the machine, as the unit's own `date` reads it: around midnight it is another day in Amsterdam.
    today = subprocess.run(["date", "+%u"], env=environment, check=True, capture_output=True, text=True).stdout.strip()
    made = tmp_path / f"{today}.tar"
    made.write_text("van een week geleden")
    subprocess.run([shell, option, lines], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert [path.name for path in tmp_path.iterdir()] == [made.name]
    assert tarfile.is_tarfile(made)


@pytest.mark.parametrize(
    ("name", "when"), [("clean-up", "*-*-* "), ("backup", "*-*-* "), ("verify", "*-*-* "), ("make-documents", "*:0/10")]
)
def test_a_timer_starts_the_service_of_its_name_regularly(name: str, when: str) -> None:
    timer = unit(f"regiostaf-{name}.timer")
    assert "Unit" not in timer["Timer"]
    assert timer["Timer"]["OnCalendar"].startswith(when)
    assert timer["Install"]["WantedBy"] == "timers.target"


def test_deployment_check_has_no_warning() -> None:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    result = subprocess.run(command, cwd=ROOT, env=production(), capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


def test_application_server_accepts_its_configuration(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gunicorn", "--check-config", "--config", "deploy/gunicorn.conf.py"]
    result = subprocess.run(
        [*command, "regiostaf.wsgi"],
        cwd=ROOT,
        env=production(VAR_DIR=str(tmp_path)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def server_settings() -> dict[str, str]:
    """What gunicorn makes of its configuration, as it prints it."""
    command = [sys.executable, "-m", "gunicorn", "--print-config", "--config", "deploy/gunicorn.conf.py"]
    result = subprocess.run(
        [*command, "regiostaf.wsgi"], cwd=ROOT, env=production(), capture_output=True, text=True, check=True
    )
    settings = dict(line.split("=", 1) for line in result.stdout.splitlines() if re.match(r"\w+ +=", line))
    return {name.strip(): value.strip() for name, value in settings.items()}


def test_application_server_writes_no_access_log(server_settings: dict[str, str]) -> None:
    assert server_settings["accesslog"] == "None"
    assert "regiostaf.logs.WithoutKeys" in server_settings["logconfig_dict"]


def test_application_server_takes_no_header_for_the_word_of_a_proxy(server_settings: dict[str, str]) -> None:
    assert server_settings["forwarder_headers"] == "[]"
    assert server_settings["secure_scheme_headers"] == "{}"
    assert server_settings["header_map"] == "drop"


def logged_by_nginx(path: str) -> str:
    """What the example's log shows of an address, which nginx has decoded before."""
    conf = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    (block,) = re.findall(r"map \$uri \$uri_without_key {\n(.*?)\n}", conf, flags=re.DOTALL)
    for ignore_case, pattern, shown in re.findall(r'"~(\*?)(.+)" (\S+);', block):
        python = pattern.replace("(?<", "(?P<").replace("(?P<!", "(?<!").replace("(?P<=", "(?<=")
        if found := re.search(python, path, re.ASCII | (re.IGNORECASE if ignore_case else 0)):
            return re.sub(r"\$([a-z]+)", lambda name: found[name[1]], shown)
    return path


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/dossier/KEY/", "/dossier/***/"),
        ("/lezen/KEY/", "/lezen/***/"),
        ("/lezen/KEY", "/lezen/***"),
        ("/lezen/KEY/voorstel.pdf", "/lezen/***/voorstel.pdf"),
        ("/dossier/KEY/vraag/4/botsing/", "/dossier/***/vraag/4/botsing/"),
        ("/Lezen/KEY/", "/Lezen/***/"),
        ("/DOSSIER/KEY/", "/DOSSIER/***/"),
        ("/x/lezen/KEY/", "/x/lezen/***/"),
        ("/\n/lezen/KEY/\n", "/\n/lezen/***/\n"),
        ("/lezen/KEY/lezen/x/", "/lezen/***/lezen/x/"),
        ("/lezen/KEY-met-wat-erachter/", "/lezen/***/"),
        ("/live/TOKEN/", "/live/***/"),
        ("/doe-mee/TOKEN/", "/doe-mee/***/"),
        ("/achteraf/oss:TOKEN/", "/achteraf/***/"),
        ("/leze/KEY/", "/leze/***/"),
        ("/KEY", "/***"),
        ("/https:/host/lezen/KEY/", "/https:/host/lezen/***/"),
        ("/lezen%2FKEY/x", "/lezen%2F***/x"),
        ("/lezen%252fKEY", "/lezen%252f***"),
        ("/leze%2fKEY", "/leze%2f***"),
        ("/lezen/kort/", "/lezen/***/"),
        ("/modellen/managementraad/", "/modellen/managementraad/"),
        ("/static/css/regiostaf.0123456789ab.css", "/static/css/regiostaf.0123456789ab.css"),
        ("/", "/"),
    ],
)
def test_the_log_of_nginx_shows_no_key(path: str, shown: str) -> None:
    key = secrets.token_urlsafe(24)
    assert logged_by_nginx(path.replace("KEY", key).replace("TOKEN", key[:22])) == shown
