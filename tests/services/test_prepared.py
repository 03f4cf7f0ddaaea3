"""A prepared query is compiled once and reads its rows each time."""

import pytest

from checklist.models import Question
from checklist.prepared import PreparedQuery

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NAMES = Question.objects.filter(number__lte=2).order_by("number").values_list("number", "short_name")


def test_it_gives_the_rows_of_its_queryset() -> None:
    assert PreparedQuery(NAMES).rows() == list(NAMES.all())


def test_it_gives_what_was_written_since() -> None:
    prepared = PreparedQuery(NAMES)
    prepared.rows()
    Question.objects.filter(number=2).update(short_name="Taak")
    assert prepared.rows()[1] == (2, "Taak")
