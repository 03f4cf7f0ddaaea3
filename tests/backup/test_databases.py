"""Which database the site has: with PostgreSQL both commands make nothing and say which lines to run; these work."""

import shlex
import subprocess
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from checklist import settled_triggers
from checklist.backup.postgres import dump_line, restore_line
from checklist.models import AdviesAct, ChainRecord, Dossier, SettledAdvies
from tests.dossiers import make_dossier
from tests.postgres import server_programs
from tests.refusals.triggers import drop
from tests.settled import settle

PARAMETERS = {
    "host": "db.example.nl",
    "port": 5433,
    "dbname": "regio staf's",
    "user": "regiostaf",
    "password": "geheim-woord",
    "sslmode": "verify-full",
    "client_encoding": "UTF8",
    "context": object(),
}


def refusal(command: str, file: Path) -> str:
    """What a command says when it makes nothing."""
    with pytest.raises(CommandError) as caught:
        call_command(command, str(file), stdout=StringIO())
    assert caught.value.returncode == 2
    return str(caught.value)


def line_of(said: str, program: str) -> list[str]:
    """The command in what was said that starts with this program."""
    (line,) = [rest for line in said.splitlines() for _, found, rest in [line.partition(f"{program} ")] if found]
    return [str(server_programs() / program), *shlex.split(line)]


def test_a_line_names_the_database_and_not_the_password() -> None:
    line = dump_line(PARAMETERS, Path("kopie van vandaag.dump"))
    program, *arguments = shlex.split(line)
    assert program == "pg_dump"
    assert "--file=kopie van vandaag.dump" in arguments
    assert arguments[-1] == (
        "--dbname=host=db.example.nl port=5433 dbname='regio staf\\'s' user=regiostaf sslmode=verify-full"
    )
    assert "geheim" not in line + restore_line(PARAMETERS, Path("kopie.dump"))


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_the_site_is_backed_up_and_put_back(tmp_path: Path) -> None:
    """On SQLite the commands do it; on PostgreSQL the lines that they print do, in another database. What the database
    refuses comes along with what is settled."""
    settle(make_dossier())
    if connection.vendor == "sqlite":
        back_up_and_put_back(tmp_path / "kopie")
    else:
        run_the_lines(tmp_path / "kopie")


def back_up_and_put_back(file: Path) -> None:
    call_command("backup", str(file), stdout=StringIO())
    drop()
    for model in (AdviesAct, SettledAdvies, ChainRecord, Dossier):
        model._default_manager.all().delete()
    connection.close()
    call_command("restore", str(file), stdout=StringIO())
    assert Dossier.objects.count() == SettledAdvies.objects.count() == 1
    assert settled_triggers.look(connection).in_place == 12


def run_the_lines(file: Path) -> None:
    name = connection.settings_dict["NAME"]
    said = refusal("backup", file)
    subprocess.run(line_of(said, "pg_dump"), check=True)
    restoring = line_of(said, "pg_restore")
    assert restoring == line_of(refusal("restore", file), "pg_restore")
    # Over a database that isn't empty it does nothing.
    assert subprocess.run(restoring, check=False, capture_output=True).returncode != 0
    assert Dossier.objects.count() == 1
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}_empty")
        try:
            elsewhere = [word.replace(f"dbname={name}", f"dbname={name}_empty") for word in restoring]
            subprocess.run(elsewhere, check=True)
            (where,) = [word.removeprefix("--dbname=") for word in elsewhere if word.startswith("--dbname=")]
            with psycopg.connect(where) as restored:
                assert restored.execute("SELECT count(*) FROM checklist_dossier").fetchone() == (1,)
                with pytest.raises(psycopg.IntegrityError, match="vastgesteld: "):
                    restored.execute("TRUNCATE checklist_chainrecord")
                restored.rollback()
                triggers = restored.execute("SELECT count(*) FROM pg_trigger WHERE tgenabled = 'A'")
                assert triggers.fetchone() == (12,)
        finally:
            cursor.execute(f"DROP DATABASE {name}_empty WITH (FORCE)")
