"""Compares the records of a file with the table's rows: what is new, what is ours to update, what is an editor's."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from checklist.content_loading.kinds import Kind, Value
from checklist.content_loading.reading import Record
from checklist.content_loading.rows import values_of
from models_catalogue.fixture_rows import FixtureRow


@dataclass(frozen=True)
class FieldChange:
    """A field whose value in the table isn't the one in the file; `editors` when somebody changed it after loading,
    `first` when nothing was ever loaded in it: a text that is new in this version."""

    name: str
    old: Value
    new: Value
    editors: bool
    first: bool


@dataclass(frozen=True)
class RowChange:
    """A row that differs from its record: fields to write, fields left to an editor, the hashes it should hold."""

    record: Record
    row: FixtureRow
    written: tuple[FieldChange, ...]
    kept: tuple[FieldChange, ...]
    hashes: Mapping[str, str]

    @property
    def needs_writing(self) -> bool:
        """Whether the table has to change: a value, or the hash of a value that the file and the editor agree on."""
        return bool(self.written) or self.row.loaded_hashes != self.hashes


@dataclass(frozen=True)
class Plan:
    """What loading one file means for its table; `vanished` are rows that were loaded once, are shown on the site and
    no longer have a record."""

    kind: Kind
    new: tuple[Record, ...]
    changed: tuple[RowChange, ...]
    vanished: tuple[FixtureRow, ...]


def hash_of(value: Value) -> str:
    """Return the hash by which a loaded value is recognised later."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def plan_kind(kind: Kind, records: Collection[Record], rows: Iterable[FixtureRow], *, overwrite: bool) -> Plan:
    """Return the plan for one table. With `overwrite` an editor's value is written over, else it is kept.

    Rows without a record stay as they are; those that an editor added or switched off are left out.
    """
    row_of = {row.natural_key(): row for row in rows}
    new: list[Record] = []
    changed: list[RowChange] = []
    for record in records:
        row = row_of.get(record.key)
        if row is None:
            new.append(record)
            continue
        change = _compare(record, row, overwrite=overwrite)
        if change.needs_writing or change.kept:
            changed.append(change)
    recorded = {record.key for record in records}
    vanished = [row for key, row in row_of.items() if key not in recorded and row.loaded_hashes and _is_shown(row)]
    return Plan(kind, tuple(new), tuple(changed), tuple(vanished))


def _is_shown(row: FixtureRow) -> bool:
    return bool(getattr(row, "active", True))


def _compare(record: Record, row: FixtureRow, *, overwrite: bool) -> RowChange:
    loaded: dict[str, str] = row.loaded_hashes
    present = values_of(record.kind, row)

    def is_editors(name: str) -> bool:
        # A field that was never loaded is new in this version: it is an editor's only when somebody filled it in.
        if name in loaded:
            return loaded[name] != hash_of(present[name])
        return bool(present[name] != record.kind.fields[name].get_default())

    differing = [
        FieldChange(name, present[name], new, editors=is_editors(name), first=name not in loaded)
        for name, new in record.values.items()
        if present[name] != new
    ]
    kept = tuple(change for change in differing if change.editors and not overwrite)
    # A kept field keeps its old hash: an editor who restores the loaded text hands the field back to us.
    hashes = {name: hash_of(value) for name, value in record.values.items()}
    for change in kept:
        hashes.pop(change.name)
        if change.name in loaded:
            hashes[change.name] = loaded[change.name]
    return RowChange(record, row, tuple(change for change in differing if change not in kept), kept, hashes)
