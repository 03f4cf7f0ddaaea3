"""Loads the files of content into the tables: all or nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from checklist.content_loading.fixed import FIXED, check_fixed
from checklist.content_loading.kinds import KINDS, Kind, Value
from checklist.content_loading.plan import FieldChange, Plan, RowChange, hash_of, plan_kind
from checklist.content_loading.reading import Record, read_contents
from checklist.content_loading.rows import KnownRows
from models_catalogue.fixture_rows import FixtureRow

Say = Callable[[str], object]


def load_content(directory: Path, *, overwrite: bool = False, dry_run: bool = False, say: Say) -> None:
    """Make the tables hold what the files in the folder say, in one transaction, and say what changes before it does.

    Creates missing rows; updates a field that still holds what was last loaded; leaves an editor's value (`overwrite`
    replaces it). A row whose texts on the site change gets a new `changed_at`, one that gets a first text doesn't;
    history is for editors' changes alone. With `dry_run` everything is checked and told, nothing stays written. Raises
    `ContentError` when a file is broken or its questions, options or models aren't the booklet's; nothing is changed
    then. Cost: a query per table, and some more per row that is new or changed.
    """
    contents = read_contents(directory)
    check_fixed(contents)
    known = KnownRows()
    anything = False
    with transaction.atomic():
        for kind in KINDS:
            plan = plan_kind(kind, contents[kind], known.read(kind), overwrite=overwrite)
            _tell(plan, dry_run=dry_run, say=say)
            known.add(kind, [_create(record, known) for record in plan.new])
            for change in plan.changed:
                if change.needs_writing:
                    _update(change, known)
            anything = anything or bool(plan.new) or any(change.needs_writing for change in plan.changed)
        transaction.set_rollback(dry_run)
    if not anything:
        say("Nothing changed.")
    elif dry_run:
        say("Dry run: nothing was written.")


def _tell(plan: Plan, *, dry_run: bool, say: Say) -> None:
    file = plan.kind.file
    if plan.new:
        say(f"{file}: {len(plan.new)} new")
    if dry_run:
        for record in plan.new:
            say(f"{file}, {record.place}: new")
            for name, value in record.values.items():
                say(f"    {name}: {_shown(value)}")
    for change in plan.changed:
        where = f"{file}, {change.record.place}"
        for field in change.written:
            why = "replaces an editor's value" if field.editors else "updated"
            say(f"{where}, field {field.name}: {why}{_old_and_new(field)}")
        for field in change.kept:
            say(f"{where}, field {field.name}: left alone, an editor changed it{_old_and_new(field)}")
    if plan.vanished:
        keys = ", ".join(" ".join(map(str, row.natural_key())) for row in plan.vanished)
        say(f"{file}: on the site but not in the file: {keys}. {_way_out(plan.kind)}")


def _way_out(kind: Kind) -> str:
    if kind.can_be_switched_off:
        return "Switch off in the beheer what no longer holds; until then it stays."
    if kind.model in FIXED:
        return "Pages fail on them: put back a copy of the database from before, or take them away with a migration."
    return "They can't be switched off: put them back in the file, or take them away with a migration."


def _old_and_new(field: FieldChange) -> str:
    return f"\n    in the database: {_shown(field.old)}\n    in the file:     {_shown(field.new)}"


def _shown(value: Value) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else repr(value)


def _create(record: Record, known: KnownRows) -> FixtureRow:
    row = record.kind.model(loaded_hashes={name: hash_of(value) for name, value in record.values.items()})
    _fill(row, record, record.values, known)
    _save(row, record, record.values)
    return row


def _update(change: RowChange, known: KnownRows) -> None:
    change.row.loaded_hashes = dict(change.hashes)
    values = {field.name: field.new for field in change.written}
    _fill(change.row, change.record, values, known)
    # Taking a text back from an editor who restored it changes nothing that anybody reads, and a text that wasn't there
    # before is no change of one that a kring has read.
    changed = change.row.stands_on_the_site(field.name for field in change.written if field.editors or not field.first)
    update_fields = ["loaded_hashes", *values, *(["changed_at"] if changed else [])]
    _save(change.row, change.record, values, update_fields)


def _fill(row: FixtureRow, record: Record, values: Mapping[str, Value], known: KnownRows) -> None:
    for name, value in values.items():
        target = record.kind.references.get(name)
        if target is None:
            setattr(row, name, value)
        elif isinstance(value, list) and (target, tuple(value)) in known.by_key:
            setattr(row, name, known.by_key[target, tuple(value)])
        else:
            raise record.error(f"unknown {target._meta.model_name} {_shown(value)}", name)


def _save(row: FixtureRow, record: Record, values: Mapping[str, Value], update_fields: list[str] | None = None) -> None:
    try:
        # The references were found a moment ago, and an editor's text may be from before there was a cap: only the
        # other values of the file have something to check.
        checked = values.keys() - record.kind.references
        row.clean_fields(exclude=[field.name for field in row._meta.fields if field.name not in checked])
        row.clean()
        row.validate_unique()
        row.validate_constraints()
        row.skip_history_when_saving = True
        row.save(update_fields=update_fields)
    except ValidationError as error:
        fields = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        name, problems = next(iter(fields.items()))
        raise record.error(" ".join(problems), "" if name == NON_FIELD_ERRORS else name) from error
    except IntegrityError as error:
        raise record.error(f"the database refuses it ({error})") from error
