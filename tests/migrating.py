"""Migrating to an older version and back, in tests: the product has no way back from what is settled."""

from collections.abc import Sequence

from django.db import connection
from django.db.migrations import RunPython
from django.db.migrations.executor import MigrationExecutor

_NO_WAY_BACK = ("checklist", "0030_settled_triggers")


def migrate(targets: Sequence[tuple[str, str]]) -> None:
    """Migrate without the signals. Going back drops the tables of what is settled, which must be empty, and their
    triggers with them."""
    executor = MigrationExecutor(connection)
    for operation in executor.loader.graph.nodes[_NO_WAY_BACK].operations:
        assert isinstance(operation, RunPython)
        operation.reverse_code = RunPython.noop
    try:
        executor.migrate(targets)
    finally:
        for operation in executor.loader.graph.nodes[_NO_WAY_BACK].operations:
            operation.reverse_code = None


def newest() -> list[tuple[str, str]]:
    """The newest migration of each app."""
    return [*MigrationExecutor(connection).loader.graph.leaf_nodes()]
