"""What is deleted is wiped from the files of the database, or the meeting says that it isn't yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from checklist import services
from checklist.domain.meeting_record.words import Mode
from checklist.models import Meeting, SecretBallot
from checklist.services.meeting import cleaning, rounds
from tests.services.meeting.going import Going

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

WORD = "Zwanenburgwal"


@contextmanager
def someone_reads() -> Iterator[None]:
    """Another connection that is in the way: a reader of an older state of the file, or of the table."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT count(*) FROM checklist_secretballot")
            yield
            cursor.execute("ROLLBACK")
    finally:
        other.close()


def answered_in_secret() -> tuple[Going, int]:
    going = Going(Mode.SECRET, 5)
    asked = going.open()
    for gemeente in going.cookies:
        going.answer(asked, gemeente, "7a", **{"7a": WORD})
    return going, asked


def test_closing_wipes_the_answers_and_says_when() -> None:
    going, asked = answered_in_secret()
    going.close(asked)
    assert (going.now.to_clean, going.now.cleaned_at is not None) == (False, True)


def test_deleting_the_dossier_in_the_middle_of_a_question_wipes_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    going, _ = answered_in_secret()
    wiped: list[int] = []
    name = "_wipe_sqlite" if connection.vendor == "sqlite" else "_wipe_postgresql"
    wipe = getattr(cleaning, name)

    def wipe_and_tell() -> bool:
        wiped.append(SecretBallot.objects.count())
        return bool(wipe())

    monkeypatch.setattr(cleaning, name, wipe_and_tell)
    services.delete_dossier(going.dossier)
    assert wiped == [0]


def test_breaking_off_wipes_the_answers_too() -> None:
    going, asked = answered_in_secret()
    rounds.break_off(going.dossier, going.now, asked)
    assert (going.now.to_clean, going.now.cleaned_at is not None) == (False, True)


def test_a_reader_in_the_way_is_told_of_and_the_next_act_wipes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "_WAIT", 20)
    going, asked = answered_in_secret()
    with someone_reads():
        going.close(asked)
        assert (going.now.to_clean, going.now.cleaned_at) == (True, None)
    going.show(asked)
    assert (going.now.to_clean, going.now.cleaned_at is not None) == (False, True)


def test_a_write_while_it_is_wiped_lets_it_be_wiped_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    going, _ = answered_in_secret()
    Meeting.objects.update(to_clean=True)
    name = "_wipe_sqlite" if connection.vendor == "sqlite" else "_wipe_postgresql"
    wipe = getattr(cleaning, name)
    wiped: list[bool] = []

    def wipe_while_somebody_writes() -> bool:
        if not wiped:
            Meeting.objects.update(version=99)
        wiped.append(wipe())
        return wiped[-1]

    monkeypatch.setattr(cleaning, name, wipe_while_somebody_writes)
    assert cleaning.clean(going.meeting.pk)
    assert wiped == [True, True]


@pytest.mark.only_on("sqlite")
def test_the_wait_of_a_connection_is_as_it_was() -> None:
    going, asked = answered_in_secret()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        before = cursor.fetchone()
        going.close(asked)
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == before


@pytest.mark.only_on("sqlite")
def test_after_wiping_no_reason_stands_in_the_files_of_sqlite() -> None:
    going, asked = answered_in_secret()
    database = Path(connection.settings_dict["NAME"])
    files = [database, database.with_name(f"{database.name}-wal")]
    assert any(WORD.encode() in file.read_bytes() for file in files)
    going.close(asked)
    assert not any(WORD.encode() in file.read_bytes() for file in files)
