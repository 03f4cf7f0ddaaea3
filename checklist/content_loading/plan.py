"""Compares the records of a file with the table's rows: what is new, what may be updated, what is left alone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from checklist.content_loading.kinds import Kind, Value
from checklist.content_loading.origin import Origin, came_from_elsewhere, mark_of, origin_of
from checklist.content_loading.reading import Record
from checklist.content_loading.rows import values_of
from models_catalogue.fixture_rows import FixtureRow


@dataclass(frozen=True)
class FieldChange:
    """A field whose value in the table isn't the one in the file; `origin` is the old value's, `first` says that
    nothing was ever loaded in it: a text that is new in this version."""

    name: str
    old: Value
    new: Value
    origin: Origin
    first: bool


@dataclass(frozen=True)
class RowChange:
    """A row that differs from its record: fields to write, fields left alone, the hashes it should hold."""

    record: Record
    row: FixtureRow
    written: tuple[FieldChange, ...]
    kept: tuple[FieldChange, ...]
    hashes: Mapping[str, str]

    @property
    def needs_writing(self) -> bool:
        """Whether the table has to change: a value, or the hash of a value that the file and the table agree on."""
        return bool(self.written) or self.row.loaded_hashes != self.hashes


@dataclass(frozen=True)
class Plan:
    """What loading one file means for its table.

    Of the rows that are shown without a record in the file, `elsewhere` were loaded from another folder on purpose, and
    `vanished` are the others that were ever loaded.
    """

    kind: Kind
    new: tuple[Record, ...]
    changed: tuple[RowChange, ...]
    elsewhere: tuple[FixtureRow, ...]
    vanished: tuple[FixtureRow, ...]


def plan_kind(
    kind: Kind, records: Collection[Record], rows: Iterable[FixtureRow], *, source: Origin, overwrite: bool = False
) -> Plan:
    """Return the plan for one table. `source` is where the files are from. Files from `fixtures/` leave alone what
    comes from elsewhere or from an editor, files from elsewhere only what comes from an editor; with `overwrite`
    nothing is left alone.

    Rows without a record stay as they are; those that an editor added or switched off are left out.
    """
    row_of = {row.natural_key(): row for row in rows}
    new: list[Record] = []
    changed: list[RowChange] = []
    for record in records:
        row = row_of.pop(record.key, None)
        if row is None:
            new.append(record)
            continue
        change = _compare(record, row, source=source, overwrite=overwrite)
        if change.needs_writing or change.kept:
            changed.append(change)
    loaded = [row for row in row_of.values() if row.loaded_hashes and getattr(row, "active", True)]
    left_alone = source is Origin.PRODUCT and not overwrite
    elsewhere = tuple(row for row in loaded if left_alone and came_from_elsewhere(row.loaded_hashes))
    vanished = tuple(row for row in loaded if row not in elsewhere)
    return Plan(kind, tuple(new), tuple(changed), elsewhere, vanished)


def _compare(record: Record, row: FixtureRow, *, source: Origin, overwrite: bool) -> RowChange:
    present = values_of(record.kind, row)
    hashes = {name: mark for name, mark in row.loaded_hashes.items() if name in record.values}
    written: list[FieldChange] = []
    kept: list[FieldChange] = []
    for name, new in record.values.items():
        origin = _origin(record.kind, name, present[name], hashes.get(name))
        change = FieldChange(name, present[name], new, origin, first=name not in hashes)
        if present[name] == new:
            # A value that table and file agree on is the file's from now on; but another folder that repeats a text of
            # the product doesn't claim it, so that a next version may still better it.
            if source is Origin.PRODUCT or origin is not Origin.PRODUCT:
                hashes[name] = mark_of(new, source)
        elif overwrite or origin in {Origin.PRODUCT, source}:
            written.append(change)
            hashes[name] = mark_of(new, source)
        else:
            # It keeps its old hash: an editor who restores the loaded text hands the field back.
            kept.append(change)
    return RowChange(record, row, tuple(written), tuple(kept), hashes)


def _origin(kind: Kind, name: str, value: Value, mark: str | None) -> Origin:
    if mark is not None:
        return origin_of(value, mark)
    # A field that was never loaded is new in this version: it is an editor's only when somebody filled it in.
    return Origin.PRODUCT if value == kind.fields[name].get_default() else Origin.EDITOR
