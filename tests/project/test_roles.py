"""The roles of deploy/ on a PostgreSQL of its own: the owner migrates, the site can't take away what is refused."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege, IntegrityConstraintViolation

from checklist.settled_triggers import TABLES, triggers_of
from tests.managing import ROOT, manage
from tests.postgres import cluster, server_programs

pytestmark = pytest.mark.slow

DEPLOY = ROOT / "deploy"
SITE, OWNER = "regiostaf-site", "regiostaf-owner"
SETTLE = "from tests.settled import offered_with_files; offered_with_files()"
TABLE, TRIGGER = "checklist_adviesfile", "checklist_adviesfile_no_update"

# What only the owner may, or nobody.
REFUSED = {
    "switching a trigger off": f"ALTER TABLE {TABLE} DISABLE TRIGGER {TRIGGER}",
    "switching all triggers off": f"ALTER TABLE {TABLE} DISABLE TRIGGER ALL",
    "dropping a trigger": f"DROP TRIGGER {TRIGGER} ON {TABLE}",
    "another function": "CREATE OR REPLACE FUNCTION advies_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RETURN NEW; END $$",
    "dropping the function": "DROP FUNCTION advies_refuse() CASCADE",
    "a rule in its place": f"CREATE RULE instead AS ON DELETE TO {TABLE} DO INSTEAD NOTHING",
    "a trigger that goes first": f"CREATE TRIGGER a BEFORE UPDATE ON {TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION advies_refuse('')",
    "the replica role": "SET session_replication_role = replica",
    "truncate": f"TRUNCATE {TABLE}",
    "truncate cascade": "TRUNCATE checklist_dossier CASCADE",
    "dropping the table": f"DROP TABLE {TABLE}",
    "another owner": f'ALTER TABLE {TABLE} OWNER TO "{SITE}"',
    "being the owner": f'SET ROLE "{OWNER}"',
    "a right for itself": f'GRANT ALL ON {TABLE} TO "{SITE}"; TRUNCATE {TABLE}',
    "a table beside it": "CREATE TABLE own (id int)",
    "dropping the schema": "DROP SCHEMA public CASCADE",
}


def psql(database: str, *lines: str) -> None:
    """Run these lines, or the file with the roles, as the superuser."""
    program = [str(server_programs() / "psql"), "--quiet", "--no-psqlrc", f"--dbname={database}"]
    if lines:
        subprocess.run(program, input="\n".join(lines), text=True, check=True)
    else:
        roles = ["--set", f"site={SITE}", "--set", f"owner={OWNER}", "--file", str(DEPLOY / "roles.sql")]
        subprocess.run([*program, *roles], check=True)


def as_role(database: str, role: str) -> str:
    return database.replace("//regiostaf@", f"//{role}@")


@pytest.fixture(scope="module", params=["new", "was the owner"])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """A site with a settled version; its address has the role of the superuser in it."""
    with cluster() as superuser:
        is_new = request.param == "new"
        psql(
            superuser,
            f'CREATE ROLE "{SITE}" LOGIN;',
            f'CREATE ROLE "{OWNER}" LOGIN;',
            f'CREATE DATABASE site OWNER "{OWNER if is_new else SITE}";',
        )
        site = superuser.removesuffix("/postgres") + "/site"
        if is_new:
            psql(site)
        else:
            manage(as_role(site, SITE), "migrate")
            assert "eigenaar" in manage(as_role(site, SITE), "check_database").stderr
            psql(site)
        manage(as_role(site, OWNER), "migrate")
        psql(site)
        manage(as_role(site, SITE), "load_content")
        manage(as_role(site, SITE), "shell", "--command", SETTLE)
        yield site


def as_site(database: str, statement: str) -> None:
    with psycopg.connect(as_role(database, SITE)) as connection:
        connection.execute(statement)


def test_the_site_can_not_take_a_refusal_away(database: str) -> None:
    let_through = []
    for name, statement in REFUSED.items():
        try:
            as_site(database, statement)
        except InsufficientPrivilege:
            continue
        let_through.append(name)
    assert let_through == []


@pytest.mark.parametrize("table", TABLES)
def test_what_is_settled_is_refused_to_the_site(database: str, table: str) -> None:
    column = "code" if table == "checklist_chainrecord" else "kind"
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(IntegrityConstraintViolation, match="vastgesteld: "):
            as_site(database, statement)


def test_the_site_sees_that_all_refusals_are_there_and_is_not_warned(database: str) -> None:
    manage(as_role(database, SITE), "verify_adviezen")
    assert manage(as_role(database, SITE), "check_database").stderr == ""


def test_the_site_writes_the_table_of_secret_answers_anew_and_no_other(database: str) -> None:
    wiped = {table: rewritten(database, table) for table in ("checklist_secretballot", "checklist_answered", TABLE)}
    assert wiped == {"checklist_secretballot": True, "checklist_answered": False, TABLE: False}


def test_a_site_that_can_not_wipe_secret_answers_is_told(database: str) -> None:
    psql(database, f'ALTER TABLE checklist_secretballot OWNER TO "{OWNER}";')
    try:
        assert "van de schijf wissen" in manage(as_role(database, SITE), "check_database").stderr
    finally:
        psql(database)


def rewritten(database: str, table: str) -> bool:
    """Whether the site may write a table to a new file; without the right PostgreSQL only warns."""
    with psycopg.connect(as_role(database, SITE), autocommit=True) as connection:
        where = f"SELECT pg_relation_filenode('{table}')"
        before = connection.execute(where).fetchone()
        connection.execute(f"VACUUM FULL {table}")
        return connection.execute(where).fetchone() != before


def test_the_site_can_make_a_backup_with_all_refusals_in_it(database: str, tmp_path: Path) -> None:
    file = tmp_path / "site.sql"
    program = [str(server_programs() / "pg_dump"), "--schema-only", f"--dbname={as_role(database, SITE)}"]
    subprocess.run([*program, f"--file={file}"], check=True)
    always = re.findall(r"ENABLE ALWAYS TRIGGER (\w+);", file.read_text(encoding="utf-8"))
    assert sorted(always) == sorted(trigger.name for trigger in triggers_of("postgresql"))


def test_the_owner_migrates_before_the_site_starts_and_the_site_does_not() -> None:
    unit = (DEPLOY / "regiostaf-migrate.service").read_text(encoding="utf-8")
    own = (DEPLOY / "regiostaf.service").read_text(encoding="utf-8")
    beside = (DEPLOY / "postgresql.conf").read_text(encoding="utf-8")
    assert f"User={OWNER}\n" in unit
    assert "Before=regiostaf.service\n" in unit
    assert "Requires=regiostaf-migrate.service\nAfter=regiostaf-migrate.service\n" in beside
    migrate = next(line for line in own.splitlines() if " migrate " in line)
    assert migrate.removeprefix("ExecStartPre=") in unit
    without = [line for line in own.splitlines() if line.startswith("ExecStartPre=") and line != migrate]
    assert [line for line in beside.splitlines() if line.startswith("ExecStartPre=")] == ["ExecStartPre=", *without]
