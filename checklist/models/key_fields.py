"""Columns with keys: what is read from one says of which link it is."""

from typing import Any

from django.db import models

from checklist.keys import EditKey, Key, ReadKey


class _KeyField(models.CharField):  # type: ignore[type-arg]  # as it runs it takes none
    """Keys of one kind. For the database it is a column of characters like any other, and so it is in migrations."""

    kind: type[Key]

    def deconstruct(self) -> Any:
        """Return how a migration makes this column."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def get_default(self) -> Key:
        """Return a new key."""
        return self.kind(super().get_default())

    def from_db_value(self, value: str | None, *_: object) -> Key | None:
        """Return a stored key; None where an outer join found no dossier."""
        return None if value is None else self.kind(value)


class EditKeyField(_KeyField):
    """A column with the keys of werklinks."""

    kind = EditKey


class ReadKeyField(_KeyField):
    """A column with the keys of leeslinks."""

    kind = ReadKey
