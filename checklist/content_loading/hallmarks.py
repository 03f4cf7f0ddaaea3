"""Refuses a load that makes a hallmark of an option of which the model says that it doesn't fit."""

from collections.abc import Iterable

from checklist.content_loading.plan import RowChange
from checklist.content_loading.rows import KnownRows
from models_catalogue.models import Trait

HALLMARKS = {"hallmark_1", "hallmark_2"}


def check_hallmarks(changes: Iterable[RowChange], known: KnownRows) -> None:
    """Raise `ContentError` at the first hallmark that was written beside a trait in use that says 'past niet'.

    Called when all tables are written: a trait may change in the same load, and comes after its model. A trait that is
    written is checked by itself; a contradiction that was there before stops nothing. No queries.
    """
    for change in changes:
        for name in sorted(HALLMARKS & {field.name for field in change.written}):
            key = (*change.record.key, getattr(change.row, name).code)
            trait = known.by_key.get((Trait, key))
            if isinstance(trait, Trait) and trait.rules_out_its_option:
                raise change.record.error(f"its trait on option {key[-1]} is in use and says {trait.stance!r}", name)
