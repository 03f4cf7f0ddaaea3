"""A later migration loses neither the triggers nor the tables of what is settled (docs/rules.md, rule 16)."""

from collections.abc import Iterable, Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations import AlterField, AlterModelTable, DeleteModel, Migration, RenameModel
from django.db.migrations.loader import MigrationLoader
from django.db.models import CharField, Model

from checklist import settled_triggers
from checklist.models import AdviesAct, AdviesFile, ChainRecord, Dossier, SettledAdvies
from tests.refusals.attacks import stored
from tests.refusals.rows import MODELS, put_rows

pytestmark = pytest.mark.django_db

# A column of each table that a later migration may make longer, and how many triggers go with the table on SQLite.
LONGER: dict[type[Model], tuple[str, int]] = {
    SettledAdvies: ("app_version", 3),
    AdviesAct: ("organ", 3),
    AdviesFile: ("name", 3),
    ChainRecord: ("event", 3),
    Dossier: ("title", 0),
}


def taking_a_table_away(migrations: Iterable[Migration]) -> Iterator[str]:
    """The operations that delete one of the four tables, or give it a name that its triggers don't have."""
    ours = {model._meta.model_name for model in MODELS}
    for migration in migrations:
        for operation in migration.operations:
            name = str(getattr(operation, "old_name", getattr(operation, "name", "")))
            if isinstance(operation, (DeleteModel, RenameModel, AlterModelTable)) and name.lower() in ours:
                yield f"{migration.name}: {operation.describe()}"


def migration_with(*operations: DeleteModel | RenameModel | AlterModelTable | AlterField) -> Migration:
    later: Migration = type("Later", (Migration,), {"operations": operations})("later", "checklist")
    return later


def test_no_migration_takes_a_table_away() -> None:
    assert [*taking_a_table_away(MigrationLoader(None).disk_migrations.values())] == []


@pytest.mark.parametrize(
    "operation", [DeleteModel("AdviesFile"), RenameModel("ChainRecord", "Link"), AlterModelTable("AdviesAct", "act")]
)
def test_one_that_does_would_be_found(operation: DeleteModel | RenameModel | AlterModelTable) -> None:
    assert len([*taking_a_table_away([migration_with(operation)])]) == 1


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", LONGER, ids=lambda model: model.__name__)
def test_after_a_migration_that_makes_the_table_anew_all_are_there(model: type[Model]) -> None:
    put_rows(None)
    before = stored()
    name, lost = LONGER[model]
    field = CharField(max_length=300)
    longer = migration_with(AlterField(model._meta.model_name or "", name, field))
    state = MigrationLoader(connection).project_state()
    try:
        with connection.schema_editor(atomic=True) as editor:
            longer.apply(state.clone(), editor)
        if connection.vendor == "sqlite":
            assert len(settled_triggers.look(connection).missing) == lost
        call_command("migrate", verbosity=0)
        assert settled_triggers.look(connection).in_place == 12
        assert stored() == before
    finally:
        with connection.schema_editor(atomic=True) as editor:
            longer.unapply(state.clone(), editor)
        settled_triggers.install(connection)
