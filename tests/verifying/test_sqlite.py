"""SQLite stores anything in any column; what nobody can read then is named, and the rest is still looked at."""

import re

import pytest
from django.db import connection

from checklist.models import SettledAdvies
from tests.verifying.damage import found, undone, write

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("column", "value", "named"),
    [
        ("settled_on", "2027-13-45", "vastgesteld op: ontbreekt|vastgesteld voorstel, rij"),
        ("settled_at", "gisteren", "vastgelegd op: ontbreekt"),
        ("edition", "een", "editie: kan niet worden gelezen"),
        ("html", "tekst", "tekst: kunnen niet worden gelezen"),
        ("app_version", b"\xff", "versie van Regiostaf: kan niet worden gelezen"),
    ],
)
def test_what_sqlite_takes_and_nobody_can_read_is_named(
    advies: SettledAdvies, column: str, value: object, named: str
) -> None:
    with undone():
        write(advies, **{column: value})
        faults = found()
        assert [fault for fault in faults if re.search(named, fault)], faults


def test_a_text_that_is_no_text_is_named(advies: SettledAdvies) -> None:
    with undone(), connection.cursor() as cursor:
        cursor.execute("UPDATE checklist_adviesact SET text = CAST(%s AS TEXT) WHERE number = 2", [b"\xff\xfe"])
        assert any(fault.startswith("handeling, rij ") for fault in found())
