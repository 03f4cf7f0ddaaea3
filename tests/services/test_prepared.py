"""A prepared query is compiled once and reads its rows each time."""

import pytest
from django.db.models import CharField, IntegerField

from checklist.models import Option, Question
from checklist.prepared import PreparedQuery, PreparedUpdate, Slot

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NAMES = Question.objects.filter(number__lte=2).order_by("number").values_list("number", "short_name")


def test_it_gives_the_rows_of_its_queryset() -> None:
    assert PreparedQuery(NAMES).rows() == list(NAMES.all())


def test_it_gives_what_was_written_since() -> None:
    prepared = PreparedQuery(NAMES)
    prepared.rows()
    Question.objects.filter(number=2).update(short_name="Taak")
    assert prepared.rows()[1] == (2, "Taak")


def test_a_slot_is_filled_in_at_each_call_as_a_value_and_never_as_a_statement() -> None:
    slot = Slot("name", CharField())
    prepared = PreparedQuery(Question.objects.filter(short_name=slot).values_list("number"))
    names = dict(Question.objects.values_list("number", "short_name"))
    assert [prepared.rows(name=names[number]) for number in (3, 8)] == [[(3,)], [(8,)]]
    assert prepared.rows(name="' OR '1'='1") == []


def test_a_slot_without_a_value_is_refused() -> None:
    prepared = PreparedQuery(Question.objects.filter(number=Slot("number", IntegerField())).values_list("number"))
    with pytest.raises(KeyError, match="number"):
        prepared.rows()


def test_dates_json_and_booleans_come_as_the_queryset_gives_them() -> None:
    rows = Option.objects.order_by("code").values_list("code", "exclusive", "loaded_hashes", "changed_at")
    assert PreparedQuery(rows).rows() == list(rows.all())


def test_an_update_changes_the_rows_of_its_slots_and_says_how_many() -> None:
    rename = PreparedUpdate(
        Question.objects.filter(number=Slot.of(Question, "number")), short_name=Slot.of(Question, "short_name")
    )
    assert [rename.execute(number=2, short_name="Taak"), rename.execute(number=99, short_name="Geen")] == [1, 0]
    assert list(Question.objects.filter(short_name="Taak").values_list("number", flat=True)) == [2]


def test_columns_that_are_the_same_in_all_rows_come_in_each() -> None:
    rows = Option.objects.filter(question__number=2).order_by("code").values_list("question__changed_at", "code")
    assert PreparedQuery(rows, same=1).rows() == list(rows.all())
