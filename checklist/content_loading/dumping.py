"""Writes the content of the tables as the files of `fixtures/`."""

from collections.abc import Iterator

from django.core import serializers

from checklist.content_loading.kinds import KINDS, Kind
from checklist.content_loading.rows import KnownRows, values_of
from models_catalogue.fixture_rows import FixtureRow


def dump_content() -> Iterator[tuple[Kind, str]]:
    """Yield each table's file as text, in loading order: one query per table. The text is Django's own, with natural
    keys and without the hashes, sorted as the files are."""
    known = KnownRows()
    for kind in KINDS:
        rows = sorted(known.read(kind), key=lambda row: kind.sort_key(values_of(kind, row)))
        yield kind, _serialize(kind, rows)


def _serialize(kind: Kind, rows: list[FixtureRow]) -> str:
    text: str = serializers.serialize(
        "json",
        rows,
        indent=2,
        ensure_ascii=False,
        fields=tuple(kind.fields),
        use_natural_primary_keys=True,
        use_natural_foreign_keys=True,
    )
    return text
