"""Loads the files of content into the tables: all or nothing."""

from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from checklist.content_loading.certainty import check_certainty
from checklist.content_loading.deciding import check_deciding
from checklist.content_loading.fixed import check_as_in_the_product, check_fixed
from checklist.content_loading.hallmarks import check_hallmarks
from checklist.content_loading.kinds import KINDS, Value
from checklist.content_loading.origin import Origin, mark_of
from checklist.content_loading.plan import RowChange, plan_kind
from checklist.content_loading.reading import Record, read_contents
from checklist.content_loading.reglement import check_reglement
from checklist.content_loading.rows import KnownRows
from checklist.content_loading.telling import Say, shown, tell
from checklist.content_loading.tensions import check_tensions
from models_catalogue.fixture_rows import FixtureRow


def load_content(directory: Path, *, source: Origin, overwrite: bool = False, dry_run: bool = False, say: Say) -> None:
    """Make the tables hold what the files in the folder say, in one transaction, and say what changes before it does.

    Creates missing rows; updates a field that still holds what was last loaded. Leaves alone an editor's value and,
    when the `source` is the product, what was loaded from elsewhere; `overwrite` replaces both. A row whose texts on
    the site change gets a new `changed_at`, one that gets a first text doesn't; history is for editors' changes alone.
    With `dry_run` everything is checked and told, nothing stays written. Raises `ContentError` when a file is broken,
    its questions, options, details or models aren't the booklet's, what deciding or the reglement rests on names what
    isn't there or isn't the product's, a fact claims more than its source, a tension has no way out or not the
    agreement that goes with it, or a hallmark becomes one that doesn't fit its model; nothing is changed then. Cost: a
    query per table, and some more per row that is new or changed.
    """
    contents = read_contents(directory)
    check_fixed(contents)
    check_deciding(contents)
    check_reglement(contents)
    check_as_in_the_product(contents)
    check_certainty(contents)
    check_tensions(contents)
    known = KnownRows()
    anything = False
    changes: list[RowChange] = []
    with transaction.atomic():
        for kind in KINDS:
            plan = plan_kind(kind, contents[kind], known.read(kind), source=source, overwrite=overwrite)
            tell(plan, source=source, dry_run=dry_run, say=say)
            known.add(kind, [_create(record, source, known) for record in plan.new])
            for change in plan.changed:
                if change.needs_writing:
                    _update(change, known)
            changes += plan.changed
            anything = anything or bool(plan.new) or any(change.needs_writing for change in plan.changed)
        check_hallmarks(changes, known)
        transaction.set_rollback(dry_run)
    if not anything:
        say("Nothing changed.")
    elif dry_run:
        say("Dry run: nothing was written.")


def _create(record: Record, source: Origin, known: KnownRows) -> FixtureRow:
    row = record.kind.model(loaded_hashes={name: mark_of(value, source) for name, value in record.values.items()})
    _fill(row, record, record.values, known)
    _save(row, record, record.values)
    if whole := row.part_of():
        row.changed_at = whole.changed_at
        record.kind.model.objects.filter(pk=row.pk).update(changed_at=row.changed_at)
    return row


def _update(change: RowChange, known: KnownRows) -> None:
    change.row.loaded_hashes = dict(change.hashes)
    values = {field.name: field.new for field in change.written}
    _fill(change.row, change.record, values, known)
    # Taking a text back from an editor who restored it changes nothing that anybody reads, and a text that wasn't there
    # before is no change of one that a kring has read.
    changed = change.row.stands_on_the_site(
        field.name for field in change.written if field.origin is Origin.EDITOR or not field.first
    )
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
            raise record.error(f"unknown {target._meta.model_name} {shown(value)}", name)


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
