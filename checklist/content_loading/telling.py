"""What a load says of each table: what is new or updated, what is left alone and why, what has no record."""

from collections.abc import Callable, Iterable, Sequence

from checklist.content_loading.fixed import is_fixed
from checklist.content_loading.kinds import Kind, Value
from checklist.content_loading.origin import Origin
from checklist.content_loading.plan import FieldChange, Plan
from models_catalogue.fixture_rows import FixtureRow

Say = Callable[[str], object]

# How many are named of what another folder brought: every start of the site says them.
NAMED = 10
_LEFT = "left alone, because loaded from another folder"


def tell(plan: Plan, *, source: Origin, dry_run: bool, say: Say) -> None:
    """Say what the plan means, in a line per file or per field; a dry run also shows what is otherwise cut short."""
    _tell_new(plan, dry_run=dry_run, say=say)
    _tell_changed(plan, source=source, dry_run=dry_run, say=say)
    file = plan.kind.file
    if left := [*_fields_from_elsewhere(plan), *map(_name, plan.elsewhere)]:
        say(f"{file}: {_LEFT}: {_listed(left, len(left) if dry_run else NAMED)}.")
    if plan.vanished:
        say(f"{file}: on the site but not in the file: {', '.join(map(_name, plan.vanished))}. {_way_out(plan.kind)}")


def shown(value: Value) -> str:
    """Return how a message shows a value: a text between quotes, a reference as the other row's key."""
    return " ".join(map(str, value)) if isinstance(value, list) else repr(value)


def _tell_new(plan: Plan, *, dry_run: bool, say: Say) -> None:
    file = plan.kind.file
    if plan.new:
        say(f"{file}: {len(plan.new)} new")
    if dry_run:
        for record in plan.new:
            say(f"{file}, {record.place}: new")
            for name, value in record.values.items():
                say(f"    {name}: {shown(value)}")


def _tell_changed(plan: Plan, *, source: Origin, dry_run: bool, say: Say) -> None:
    for change in plan.changed:
        where = f"{plan.kind.file}, {change.record.place}"
        for field in change.written:
            say(f"{where}, field {field.name}: {_why_written(field, source)}{_old_and_new(field)}")
        for field in change.kept:
            if field.origin is Origin.EDITOR:
                say(f"{where}, field {field.name}: left alone, an editor changed it{_old_and_new(field)}")
            elif dry_run:
                say(f"{where}, field {field.name}: {_LEFT}{_old_and_new(field)}")


def _why_written(field: FieldChange, source: Origin) -> str:
    if field.origin is Origin.EDITOR:
        return "replaces an editor's value"
    if field.origin is Origin.ELSEWHERE and source is Origin.PRODUCT:
        return "replaces what was loaded from another folder"
    return "updated"


def _fields_from_elsewhere(plan: Plan) -> Iterable[str]:
    for change in plan.changed:
        for field in change.kept:
            if field.origin is Origin.ELSEWHERE:
                yield f"{_name(change.row)} {field.name}"


def _listed(names: Sequence[str], most: int) -> str:
    listed = ", ".join(names[:most])
    return f"{listed} and {len(names) - most} more (--dry-run shows all)" if len(names) > most else listed


def _name(row: FixtureRow) -> str:
    return " ".join(map(str, row.natural_key()))


def _old_and_new(field: FieldChange) -> str:
    return f"\n    in the database: {shown(field.old)}\n    in the file:     {shown(field.new)}"


def _way_out(kind: Kind) -> str:
    if kind.can_be_switched_off:
        return "Switch off in the beheer what no longer holds; until then it stays."
    if is_fixed(kind.model):
        return "Pages fail on them: put back a copy of the database from before, or take them away with a migration."
    return "They can't be switched off: put them back in the file, or take them away with a migration."
