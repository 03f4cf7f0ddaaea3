"""The tables of secret answers are still as they were made, after all migrations."""

import pytest
from django.db import connection, models

from checklist import selectors
from checklist.domain.meeting.value import ANSWERABLE
from checklist.domain.meeting_record.words import Mode
from checklist.models import Answered, SecretBallot
from tests.dossiers import make_dossier
from tests.meetings import give, join, make_meeting, make_round

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.mark.parametrize(("model", "logged"), [(Answered, True), (SecretBallot, False)])
def test_rows_have_no_number_and_ballots_stand_in_no_log(model: type[models.Model], *, logged: bool) -> None:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [table])
            [made] = cursor.fetchone()
            assert made.endswith(" WITHOUT ROWID")
        else:
            cursor.execute("SELECT relpersistence FROM pg_class WHERE oid = %s::regclass", [table])
            assert cursor.fetchone() == ("p" if logged else "u",)


def test_who_answered_is_known_and_no_more() -> None:
    meeting = make_meeting(make_dossier(), Mode.SECRET)
    cookies = {gemeente: join(meeting, gemeente) for gemeente in ("GM0828", "GM0755")}
    opened = make_round(meeting, 7)
    for gemeente, cookie in cookies.items():
        give(opened, gemeente, {"7a": "voor"}, cookie)
    found = selectors.meeting_with_id(meeting.pk)
    assert found is not None
    assert found.open_round is not None
    assert found.open_round.answered == cookies.keys()
    assert found.open_round.state in ANSWERABLE
    assert {field.name for field in SecretBallot._meta.fields} == {"key", "round", "stances", "reasons", "discuss"}
