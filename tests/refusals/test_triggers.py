"""The triggers are put, stay, come back, and are named when they are missing or altered."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model, UniqueConstraint
from django.test.utils import CaptureQueriesContext

from checklist import settled_triggers
from tests.refusals import triggers
from tests.refusals.rows import MODELS, put_rows

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

UPDATE_OF_FILE = "checklist_adviesfile_no_update"
OF_ALL = "the function, which lets through"

# What somebody may do to one trigger, by database; {table} and {trigger} are those of the update of a file.
ALTERED: dict[str, dict[str, tuple[str, ...]]] = {
    "sqlite": {
        "a trigger that does nothing": (
            "DROP TRIGGER {trigger}",
            "CREATE TRIGGER {trigger} BEFORE UPDATE ON {table} BEGIN SELECT 1; END",
        ),
        "another column only": (
            "DROP TRIGGER {trigger}",
            "CREATE TRIGGER {trigger} BEFORE UPDATE OF name ON {table} BEGIN SELECT RAISE(ABORT, 'nee'); END",
        ),
        "the right text on another table": (
            "DROP TRIGGER {trigger}",
            "CREATE TRIGGER {trigger} BEFORE UPDATE ON checklist_dossier BEGIN SELECT RAISE(ABORT, 'nee'); END",
        ),
    },
    "postgresql": {
        "switched off": ("ALTER TABLE {table} DISABLE TRIGGER {trigger}",),
        "not for replicas": ("ALTER TABLE {table} ENABLE TRIGGER {trigger}",),
        "for replicas only": ("ALTER TABLE {table} ENABLE REPLICA TRIGGER {trigger}",),
        "another column only": (
            "DROP TRIGGER {trigger} ON {table}",
            "CREATE TRIGGER {trigger} BEFORE UPDATE OF name ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION advies_refuse('wijzigen kan niet')",
            "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}",
        ),
        "under a condition": (
            "DROP TRIGGER {trigger} ON {table}",
            "CREATE TRIGGER {trigger} BEFORE UPDATE ON {table} "
            "FOR EACH ROW WHEN (OLD.size > 0) EXECUTE FUNCTION advies_refuse('wijzigen kan niet')",
            "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}",
        ),
        "another function": (
            "CREATE FUNCTION let_through() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
            "DROP TRIGGER {trigger} ON {table}",
            "CREATE TRIGGER {trigger} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION let_through()",
            "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}",
        ),
        OF_ALL: (
            "CREATE OR REPLACE FUNCTION advies_refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
        ),
    },
}


def alter(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(table="checklist_adviesfile", trigger=UPDATE_OF_FILE))


def test_there_are_twelve_and_all_are_in_place() -> None:
    seen = settled_triggers.look(connection)
    assert len(seen.all) == seen.in_place == 12
    assert (seen.missing, seen.altered) == ((), ())


@pytest.mark.parametrize("name", [trigger.name for trigger in settled_triggers.triggers_of(connection.vendor)])
def test_one_that_is_missing_is_named_and_comes_back(name: str) -> None:
    trigger = next(each for each in settled_triggers.triggers_of(connection.vendor) if each.name == name)
    on = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
    alter(f"DROP TRIGGER {name}{on}")
    assert settled_triggers.look(connection).missing == (name,)
    settled_triggers.install(connection)
    assert settled_triggers.look(connection).in_place == 12


@pytest.mark.parametrize("name", ALTERED[connection.vendor])
def test_one_that_is_altered_is_named_and_comes_back(name: str) -> None:
    alter(*ALTERED[connection.vendor][name])
    seen = settled_triggers.look(connection)
    assert (seen.missing, seen.altered) == ((), seen.all if name == OF_ALL else (UPDATE_OF_FILE,))
    settled_triggers.install(connection)
    assert settled_triggers.look(connection).in_place == 12


def test_when_all_are_right_nothing_is_made() -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        settled_triggers.install(connection)
    assert [query["sql"] for query in queries if "TRIGGER" in query["sql"] and "CREATE" in query["sql"]] == []


def test_after_a_migrate_they_are_there() -> None:
    triggers.drop()
    assert len(settled_triggers.look(connection).missing) == 12
    call_command("migrate", verbosity=0)
    assert settled_triggers.look(connection).in_place == 12


def test_the_migration_has_no_way_back() -> None:
    loader = MigrationLoader(connection)
    migration = loader.disk_migrations["checklist", "0030_settled_triggers"]
    with pytest.raises(IrreversibleError):  # before it touches anything, so that it needs no editor
        migration.unapply(loader.project_state(), None)  # type: ignore[arg-type]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_on_sqlite_an_insert_looks_at_everything_that_is_unique(model: type[Model]) -> None:
    """Otherwise REPLACE would delete the row that has it."""
    column_of = {field.name: field.column for field in model._meta.fields}
    together = [each.fields for each in model._meta.constraints if isinstance(each, UniqueConstraint)]
    together += [(field.name,) for field in model._meta.fields if field.unique]
    unique = {tuple(column_of[name] for name in names) for names in together}
    assert set(settled_triggers._TABLES[model._meta.db_table][0]) - {("rowid",)} == unique


def test_there_are_no_other_tables_with_settled_rows() -> None:
    assert {model._meta.db_table for model in MODELS} == set(settled_triggers.TABLES)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("which", ["first", "second"])
def test_a_test_with_real_transactions_may_leave_rows(which: str) -> None:
    assert [model._default_manager.count() for model in MODELS] == [0, 0, 0, 0]
    assert settled_triggers.look(connection).in_place == 12
    put_rows(None)
