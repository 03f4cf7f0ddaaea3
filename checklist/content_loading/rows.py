"""The rows in the database as the files would hold them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from checklist.content_loading.kinds import Key, Kind, Value
from models_catalogue.fixture_rows import FixtureRow


@dataclass
class KnownRows:
    """The rows of the tables that were read or written so far, to find what a row points at without a query."""

    by_key: dict[tuple[type[FixtureRow], Key], FixtureRow] = field(default_factory=dict)
    by_pk: dict[tuple[type[FixtureRow], int], FixtureRow] = field(default_factory=dict)

    def add(self, kind: Kind, rows: Iterable[FixtureRow]) -> None:
        """Remember saved rows whose references are loaded."""
        for row in rows:
            self.by_key[kind.model, cast(Key, row.natural_key())] = row
            self.by_pk[kind.model, row.pk] = row

    def read(self, kind: Kind) -> list[FixtureRow]:
        """Return all rows of a table with their references loaded: one query. The tables it points at come before."""
        rows = list(kind.model.objects.all())
        for row in rows:
            for name, target in kind.references.items():
                setattr(row, name, self.by_pk[target, getattr(row, f"{name}_id")])
        self.add(kind, rows)
        return rows


def values_of(kind: Kind, row: FixtureRow) -> dict[str, Value]:
    """Return the row's values as a file holds them; no query when its references are loaded."""
    return {
        name: list(getattr(row, name).natural_key()) if name in kind.references else getattr(row, name)
        for name in kind.fields
    }
