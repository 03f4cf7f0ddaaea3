"""The earlier versions of a row: kept at every change by an editor, shown as differences, put back as a new change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser, User
from django.db import models, transaction

from checklist.admin.difference import Part, difference
from checklist.admin.words import yes_or_no
from models_catalogue.fixture_rows import FixtureRow

# The reason in the history of a version that nobody typed.
LOADED = "Ingelezen"

# A historical row of django-simple-history, which has no types.
HistoricalRow = Any


@dataclass(frozen=True)
class FieldDifference:
    """A field that changed, by its name on the form."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Version:
    """A row as it was after one change. `who` is empty for what was loaded; `current` is how it is now."""

    id: int
    when: datetime
    who: str
    reason: str
    added: bool
    current: bool
    differences: tuple[FieldDifference, ...]


def save_change(row: FixtureRow, user: User | AnonymousUser, reason: str = "") -> bool:
    """Save an editor's row and keep what it was before; returns False, and writes nothing, when nothing differs.

    What stands in the table and in no earlier version (loaded, never edited) is kept first, so that the difference is
    this editor's alone. Queries: the row, its last version, its own update and the new version; one more for a kept
    loaded text.
    """
    kind = type(row)
    with transaction.atomic():
        stored = kind._default_manager.select_for_update().filter(pk=row.pk).first()
        names = _differing(stored, row) if stored else []
        if stored and not names:
            return False
        if stored:
            _keep_as_found(stored)
            if kind.stands_on_the_site(names):
                names.append("changed_at")
        record: HistoricalRow = row
        record._history_user, record._change_reason = user, reason
        row.save(update_fields=names or None)
    return True


def _keep_as_found(stored: FixtureRow) -> None:
    kept: Any = type(stored)
    last = kept.history.filter(pk_of(stored)).first()
    if last is None or _differing(last, stored):
        kept.history.bulk_history_create(
            [stored],
            update=last is not None,
            default_change_reason=LOADED,
            default_date=max(stored.changed_at, last.history_date) if last else stored.changed_at,
        )


def pk_of(row: FixtureRow) -> models.Q:
    """The condition that finds the versions of a row."""
    return models.Q(**{row._meta.pk.attname: row.pk})


def field_of(kind: type[models.Model], name: str) -> "models.Field[Any, Any]":
    """The field of a table with this name."""
    return cast("models.Field[Any, Any]", kind._meta.get_field(name))


def kept_fields(kind: type[FixtureRow]) -> "Iterable[models.Field[Any, Any]]":
    """The fields that a version holds, without the primary key."""
    kept: Any = kind
    return [field for field in kept.history.model.tracked_fields if not field.primary_key]


def is_held(field: "models.Field[Any, Any]", version: HistoricalRow) -> bool:
    """Whether a version says anything of a field. A text that can't be left empty is empty only in a version from
    before there was such a text."""
    may_be_empty = field.blank and field.name not in version.instance_type.must_be_filled(version)
    return bool(may_be_empty or getattr(version, field.attname) != "")


def _differing(old: HistoricalRow, new: HistoricalRow) -> list[str]:
    kind = type(new)
    return [field.name for field in kept_fields(kind) if getattr(old, field.attname) != getattr(new, field.attname)]


def _is_as(row: FixtureRow, version: HistoricalRow) -> bool:
    return not any(is_held(field_of(type(row), name), version) for name in _differing(version, row))


def versions_of(row: FixtureRow, limit: int = 100) -> list[Version]:
    """Return the newest versions of a row, the newest first. One query, and one per foreign key that changed."""
    kept: Any = type(row)
    records = list(kept.history.filter(pk_of(row)).select_related("history_user")[: limit + 1])
    versions = [
        Version(
            id=record.history_id,
            when=record.history_date,
            who=_name(record.history_user),
            reason=record.history_change_reason or "",
            added=record.history_type == "+",
            current=_is_as(row, record),
            differences=field_differences(type(row), earlier, record) if earlier else (),
        )
        for record, earlier in zip_longest(records, records[1:])
    ]
    return versions[:limit]


def _name(user: Any) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""


def field_differences(kind: type[FixtureRow], old: HistoricalRow, new: HistoricalRow) -> tuple[FieldDifference, ...]:
    """Return what differs between two versions of a row, or between a version and the row itself."""
    return tuple(
        FieldDifference(str(field.verbose_name), difference(shown(field, old), shown(field, new)))
        for field in kept_fields(kind)
        if getattr(old, field.attname) != getattr(new, field.attname)
    )


def shown(field: "models.Field[Any, Any]", row: HistoricalRow) -> str:
    """A field's value in words."""
    value = getattr(row, field.name)
    if isinstance(value, bool):
        return yes_or_no(value)
    return str(dict(field.flatchoices).get(value, value))
