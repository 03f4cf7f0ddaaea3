"""Makes the two tables of secret answers so that their rows lie in no order and leave no copy elsewhere.

On SQLite both are `WITHOUT ROWID`: a row number is the order of answering. On PostgreSQL the ballots are `UNLOGGED`: a
plain table leaves every answer in the write-ahead log, and in its archive for as long as that is kept. The price: a
crash of PostgreSQL empties it. Django's AddField and AlterField remake a table and lose both without a word, so a
change of either is a new table; a test reads what the database says.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class CreateUnordered(migrations.CreateModel):
    """Creates a table without row numbers, where the database has these."""

    postgresql = "CREATE TABLE %(table)s (%(definition)s)"

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create it as Django does, with another first line for this one table."""
        editor: Any = schema_editor
        usual = editor.sql_create_table
        sqlite = usual + " WITHOUT ROWID"
        editor.sql_create_table = sqlite if editor.connection.vendor == "sqlite" else self.postgresql
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        finally:
            editor.sql_create_table = usual


class CreateUnlogged(CreateUnordered):
    """Creates a table that is in no log of the database, too."""

    postgresql = "CREATE UNLOGGED TABLE %(table)s (%(definition)s)"
