"""Reads the files of content and checks their form, without the database."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from django.db import models

from checklist.content_loading.kinds import KINDS, Key, Kind, Value


class ContentError(Exception):
    """A file of content is broken; the text names file, record and field, and nothing was changed."""

    def __init__(self, file: str, problem: str, record: str = "", field: str = "") -> None:
        place = ", ".join(part for part in (file, record, field and f"field {field}") if part)
        super().__init__(f"{place}: {problem}")


@dataclass(frozen=True)
class Record:
    """One record of a file; `number` counts from 1."""

    kind: Kind
    number: int
    key: Key
    values: Mapping[str, Value]

    @property
    def place(self) -> str:
        """How a message names it, such as 'record 3 (1c)'."""
        return f"record {self.number} ({' '.join(map(str, self.key))})"

    def error(self, problem: str, field: str = "") -> ContentError:
        """Return the error that names this record."""
        return ContentError(self.kind.file, problem, self.place, field)


Contents = Mapping[Kind, tuple[Record, ...]]


def read_contents(directory: Path) -> Contents:
    """Return the records of all files in the folder; raises `ContentError` at the first thing that is wrong."""
    return {kind: read_file(kind, directory / kind.file) for kind in KINDS}


def read_file(kind: Kind, path: Path) -> tuple[Record, ...]:
    """Return the records of one file. Raises `ContentError` for a file that is missing or no JSON, and for a record of
    another table, with unknown, missing or mistyped fields, or with a key that an earlier record has."""
    try:
        items = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
    except OSError as error:
        raise ContentError(kind.file, f"can't be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise ContentError(kind.file, f"is no JSON ({error})") from error
    if not isinstance(items, list):
        raise ContentError(kind.file, "must be a list of records")
    records = tuple(_read_record(kind, number, item) for number, item in enumerate(items, start=1))
    first: dict[Key, Record] = {}
    for record in records:
        earlier = first.setdefault(record.key, record)
        if earlier is not record:
            raise record.error(f"has the key of record {earlier.number}", ", ".join(kind.model.natural_key_fields))
    return records


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that names one key twice: Python would silently keep the last."""
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise ValueError(f"key {name!r} is there twice in one object")
        values[name] = value
    return values


def _read_record(kind: Kind, number: int, item: object) -> Record:
    place = f"record {number}"
    if not isinstance(item, dict) or item.keys() != {"model", "fields"} or not isinstance(item["fields"], dict):
        raise ContentError(kind.file, "must be an object with 'model' and 'fields'", place)
    if item["model"] != kind.label:
        raise ContentError(kind.file, f"unknown model {item['model']!r}, this file holds {kind.label}", place, "model")
    values: dict[str, Any] = item["fields"]
    for name in values:
        if name not in kind.fields:
            raise ContentError(kind.file, "unknown field", place, name)
    for name, field in kind.fields.items():
        if name not in values:
            raise ContentError(kind.file, "is missing", place, name)
        _check_type(kind, place, field, values[name])
    checked = cast(dict[str, Value], values)
    return Record(kind, number, kind.key_of(checked), {name: checked[name] for name in kind.fields})


def _check_type(kind: Kind, place: str, field: "models.Field[Any, Any]", value: object) -> None:
    if field.name in kind.references:
        key_fields = kind.references[field.name].natural_key_fields
        fits = (
            isinstance(value, list)
            and len(value) == len(key_fields)
            and all(type(part) in {str, int} for part in value)
        )
        wanted = f"a list with the other row's {', '.join(key_fields)}"
    elif isinstance(field, models.BooleanField):
        fits, wanted = isinstance(value, bool), "true or false"
    elif isinstance(field, models.IntegerField):
        fits, wanted = type(value) is int, "a whole number"
    else:
        fits, wanted = isinstance(value, str), "a text"
    if not fits:
        raise ContentError(kind.file, f"must be {wanted}, not {value!r:.60}", place, field.name)
