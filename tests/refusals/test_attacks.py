"""No row of what is settled can be changed or deleted before its time, whatever is tried (docs/rules.md, rule 16)."""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Model
from django.db.models.deletion import ProtectedError

from checklist.models import AdviesAct, AdviesFile, Dossier, SettledAdvies
from tests.refusals.attacks import all_in_sql, in_sql, of_orm, stored
from tests.refusals.rows import LONG_AGO, MODELS, Rows, days_from_now, put_rows
from tests.settled import settle

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

FOR_EVER, TODAY, YESTERDAY = None, 0, -1


@pytest.fixture
def rows() -> Iterator[Rows]:
    """Rows to be kept for ever, which are still the same at the end."""
    made = put_rows(FOR_EVER)
    connection.check_constraints()  # nothing waits for the end of the transaction, which alone would stop a TRUNCATE
    before = stored()
    yield made
    assert stored() == before


def run(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def row_of(rows: Rows, model: type[Model]) -> Model:
    return next(row for row in (rows.advies, rows.act, rows.file, rows.record) if isinstance(row, model))


@pytest.mark.parametrize("attack", of_orm())
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_orm_can_not(rows: Rows, model: type[Model], attack: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        of_orm()[attack](row_of(rows, model))


@pytest.mark.parametrize(("table", "attack"), all_in_sql())
def test_a_statement_can_not(rows: Rows, table: str, attack: str) -> None:
    # PostgreSQL itself refuses to empty one table alone that others point at.
    with pytest.raises(DatabaseError, match=r"vastgesteld: |referenced in a foreign key"):
        run(*in_sql(table)[attack])


def test_an_insert_that_would_be_ignored_changes_nothing(rows: Rows) -> None:
    each: tuple[Model, ...] = (rows.advies, rows.act, rows.file, rows.record)
    for row in each:
        # SQLite refuses an insert that meets a row outright.
        refused = pytest.raises(IntegrityError) if connection.vendor == "sqlite" else nullcontext()
        with refused, transaction.atomic():
            type(row)._default_manager.bulk_create([row], ignore_conflicts=True)


def test_a_dossier_with_a_version_can_not_be_deleted(rows: Rows) -> None:
    with pytest.raises(ProtectedError), transaction.atomic():
        rows.dossier.delete()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_dossier_with_a_version_can_not_be_deleted_raw(rows: Rows) -> None:
    rows.dossier.choices.all()._raw_delete(connection.alias)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=rows.dossier.pk)._raw_delete(connection.alias)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_without_foreign_keys_the_rows_stay(rows: Rows) -> None:
    """The dossier itself can go: its row may be changed."""
    with connection.constraint_checks_disabled():
        for table in ("checklist_settledadvies", "checklist_adviesact", "checklist_adviesfile"):
            with pytest.raises(DatabaseError, match="vastgesteld: "):
                run(f"DELETE FROM {table}")


@pytest.mark.parametrize("model", [AdviesFile, AdviesAct, SettledAdvies], ids=lambda model: model.__name__)
@pytest.mark.parametrize("keep_until", [FOR_EVER, TODAY])
def test_before_its_date_is_over_no_row_can_go(model: type[Model], keep_until: int | None) -> None:
    put_rows(None if keep_until is None else days_from_now(keep_until))
    with pytest.raises(IntegrityError, match="verwijderen kan nog niet"), transaction.atomic():
        model._default_manager.all()._raw_delete(connection.alias)


def test_past_its_date_a_row_can_go_and_its_records_stay() -> None:
    put_rows(days_from_now(YESTERDAY))
    for model in (AdviesFile, AdviesAct, SettledAdvies):
        model._default_manager.all().delete()
    assert [model._default_manager.count() for model in MODELS] == [0, 0, 0, 2]


@pytest.mark.parametrize("model", [AdviesFile, AdviesAct, SettledAdvies], ids=lambda model: model.__name__)
def test_past_its_date_a_row_can_not_be_changed(model: type[Model]) -> None:
    row = row_of(put_rows(days_from_now(YESTERDAY)), model)
    with pytest.raises(IntegrityError, match="wijzigen kan niet"), transaction.atomic():
        row.save()


def test_what_is_past_its_date_takes_nothing_along_that_is_kept_longer() -> None:
    put_rows(days_from_now(YESTERDAY))
    put_rows(days_from_now(TODAY))
    with pytest.raises(IntegrityError, match="verwijderen kan nog niet"), transaction.atomic():
        AdviesFile.objects.all().delete()
    assert AdviesFile.objects.count() == 2


@pytest.mark.parametrize("days", [-1, 0])
def test_a_term_that_ends_before_it_began_is_refused(days: int) -> None:
    with pytest.raises(IntegrityError, match="settled_is_kept_a_while"), transaction.atomic():
        settle(at=LONG_AGO, keep_until=days_from_now(days) - (days_from_now(0) - LONG_AGO.date()))


def test_a_next_version_can_be_added(rows: Rows) -> None:
    with transaction.atomic():
        assert settle(rows.dossier).version == 2
        transaction.set_rollback(True)
